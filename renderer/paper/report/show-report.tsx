import { openClient } from '#renderer/desk/open-client.ts';
import type { DrawnSheet } from '#shared/contract/print-page.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import type { Language } from '#shared/domain/language.ts';
import { formatDay } from '#shared/text/format.ts';
import { createRoot } from 'react-dom/client';
import { drawReport } from './draw-report.tsx';
import { PrintTrouble } from '../print-trouble.tsx';
import { loadReport, type ReportMaterial } from './report-material.ts';
import { readReportOrder } from './report-order.ts';

/** Draws the report that the address names into the print page; null where there is none to print. */
export async function showReport(root: HTMLElement, search: string): Promise<DrawnSheet | null> {
  const order = readReportOrder(search);
  const language = order?.language ?? 'vi';
  document.documentElement.lang = language;
  const { reportSheet: text, slip } = catalogue(language);
  const trouble = (problem: string): null => {
    createRoot(root).render(<PrintTrouble text={slip} problem={problem} />);
    return null;
  };
  if (order === undefined) return trouble(text.noOrder);
  const loaded = await loadReport(openClient().client, order.subject);
  if (!loaded.ok) return trouble(text.notLoaded);
  document.title = titleOf(loaded.material, language);
  const { page, size } = await drawReport(root, loaded.material, language);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
  root.dataset['ready'] = '';
  return size;
}

function titleOf(material: ReportMaterial, language: Language): string {
  const { reportSheet: text } = catalogue(language);
  switch (material.kind) {
    case 'day':
      return text.docDay(formatDay(material.report.businessDay, language));
    case 'month':
      return text.docMonth(`${material.report.month.slice(5)}/${material.report.month.slice(0, 4)}`);
    case 'campaign':
      return text.docCampaign(material.progress.campaign.name);
  }
}
