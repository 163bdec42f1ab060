import type { DeskClient } from '#shared/contract/desk-contract.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import type { Language } from '#shared/domain/language.ts';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { standing, type DrawnSheet } from '../slip/draw-sheet.tsx';
import { CampaignReportSheet } from './report-campaign.tsx';
import { DayReportSheet } from './report-day.tsx';
import { loadReport, type ReportMaterial } from './report-material.ts';
import { MonthReportSheet } from './report-month.tsx';
import type { ReportOrder } from './report-order.ts';
import { reportPageRule, reportSize } from './report-paper.tsx';

const FACES = ['400 16px Tinos', '700 16px Tinos', 'italic 400 16px Tinos', 'italic 700 16px Tinos'];
const EVERY_SUBSET = 'Aạđ0';

/** The report itself, the same for paper, PDF and screen. */
export function ReportSheet({
  material,
  language,
}: {
  readonly material: ReportMaterial;
  readonly language: Language;
}): ReactElement {
  const words = { text: catalogue(language), language };
  switch (material.kind) {
    case 'day':
      return <DayReportSheet material={material} {...words} />;
    case 'month':
      return <MonthReportSheet material={material} {...words} />;
    case 'campaign':
      return <CampaignReportSheet material={material} {...words} />;
  }
}

/** Draws a report for printing once its letters are there. */
export function drawReport(
  place: HTMLElement,
  material: ReportMaterial,
  language: Language,
): Promise<DrawnSheet> {
  const sheet = <ReportSheet material={material} language={language} />;
  return drawReportPaper(place, sheet, language, material.kind === 'month');
}

/** Draws any sheet that stands on the paper of a report, upright or wide. */
export async function drawReportPaper(
  place: HTMLElement,
  drawing: ReactElement,
  language: Language,
  isWide: boolean,
): Promise<DrawnSheet> {
  place.dataset['printing'] = '';
  place.lang = language;
  await Promise.all(FACES.map((face) => document.fonts.load(face, EVERY_SUBSET)));
  const root = createRoot(place);
  const sheet = await standing(place, root, drawing);
  const page = new CSSStyleSheet();
  page.replaceSync(reportPageRule(isWide));
  return { page, size: reportSize(isWide), sheet, remove: () => root.unmount() };
}

/** Loads a report and draws it; throws where the desk refuses, so that nothing empty is printed. */
export async function drawOrderedReport(
  place: HTMLElement,
  client: DeskClient,
  { subject, language }: ReportOrder,
): Promise<DrawnSheet> {
  const loaded = await loadReport(client, subject);
  if (!loaded.ok) throw new Error(loaded.problem.code);
  return drawReport(place, loaded.material, language);
}
