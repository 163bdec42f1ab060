import type { LevelInput, LevelMethodName, LevelOutput } from '#shared/contract/level.ts';
import { levelPage } from '#shared/contract/level-page.ts';
import type { DrawnSheet } from '#shared/contract/print-page.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { formatDay } from '#shared/text/format.ts';
import { createRoot } from 'react-dom/client';
import { PrintTrouble } from '../print-trouble.tsx';
import { standing } from '../slip/draw-sheet.tsx';
import { FACES, EVERY_SUBSET } from './draw-report.tsx';
import { LevelReportSheet, type LevelSheetMaterial } from './report-level.tsx';
import { orderIn } from './report-order.ts';
import { reportPageRule, reportSize, type ReportSender } from './report-paper.tsx';

export type AskLevel = <M extends LevelMethodName>(
  method: M,
  input: LevelInput<M>,
) => Promise<DeskReply<LevelOutput<M>>>;

/** Nobody has said how the level signs its papers: these places stay open for the pen. */
const UNSAID: ReportSender['settings'] = {
  superior: '',
  phone: '',
  receiverPhone: '',
  report: { symbol: '', placeName: '', sendTo: '', recipients: [], signerTitle: '', signerName: '' },
};

/** Draws the report of a level that the address names into the print page; null where there is none to print. */
export async function showLevelReport(
  root: HTMLElement,
  search: string,
  ask: AskLevel,
): Promise<DrawnSheet | null> {
  const page = levelPage.safeParse(orderIn(search)).data;
  const language = page?.language ?? 'vi';
  document.documentElement.lang = language;
  const { reportSheet: text, slip, levelBook } = catalogue(language);
  const trouble = (problem: string): null => {
    createRoot(root).render(<PrintTrouble text={slip} problem={problem} />);
    return null;
  };
  if (page === undefined) return trouble(text.noOrder);
  const { from, to, group } = page;
  const span = { from, to, ...(group === undefined ? {} : { group }) };
  const [state, period, causes, targets] = await Promise.all([
    ask('level.state', {}),
    ask('level.period', span),
    ask('level.causes', span),
    ask('target.list', { on: to }),
  ]);
  if (!state.ok || !period.ok || !causes.ok || !targets.ok || state.value.own === null)
    return trouble(text.notLoaded);
  const material: LevelSheetMaterial = {
    sender: { ...state.value.own, settings: UNSAID },
    signedOn: state.value.today,
    group,
    period: period.value,
    causes: causes.value,
    targets: targets.value.filter((row) => group === undefined || row.group === group),
  };
  document.title = `${levelBook.title} ${levelBook.period(formatDay(from, language), formatDay(to, language))}`;
  root.dataset['printing'] = '';
  root.lang = language;
  await Promise.all(FACES.map((face) => document.fonts.load(face, EVERY_SUBSET)));
  await standing(
    root,
    createRoot(root),
    <LevelReportSheet material={material} text={catalogue(language)} language={language} />,
  );
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(reportPageRule(true));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  root.dataset['ready'] = '';
  return reportSize(true);
}
