import { PrintTrouble } from '#renderer/paper/print-trouble.tsx';
import { drawReportPaper } from '#renderer/paper/report/draw-report.tsx';
import { LevelReportSheet } from '#renderer/paper/report/report-level.tsx';
import { orderIn } from '#renderer/paper/report/report-order.ts';
import type { DrawnSheet } from '#renderer/paper/slip/draw-sheet.tsx';
import { levelPage, type LevelPage } from '#shared/contract/level-page.ts';
import type { DrawnSheet as PrintedSheet } from '#shared/contract/print-page.ts';
import { formatDay } from '#shared/text/format.ts';
import { levelCatalogue } from '#shared/text/level-words.ts';
import { createRoot } from 'react-dom/client';
import { drawMissing } from '../board/missing-sheet.tsx';
import type { LevelClient } from '../client/level-client.ts';

/** Draws what the address of the print page names; null where there is nothing to print. */
export async function showLevelSheet(
  root: HTMLElement,
  search: string,
  client: LevelClient,
): Promise<PrintedSheet | null> {
  const page = levelPage.safeParse(orderIn(search)).data;
  const language = page?.language ?? 'vi';
  document.documentElement.lang = language;
  const { reportSheet: text, slip } = levelCatalogue(language);
  const trouble = (problem: string): null => {
    createRoot(root).render(<PrintTrouble text={slip} problem={problem} />);
    return null;
  };
  if (page === undefined) return trouble(text.noOrder);
  const drawn = await (page.sheet === 'missing' ? missing : period)(root, page, client);
  if (drawn === undefined) return trouble(text.notLoaded);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, drawn.page];
  root.dataset['ready'] = '';
  return drawn.size;
}

async function missing(
  root: HTMLElement,
  { to, language }: LevelPage,
  client: LevelClient,
): Promise<DrawnSheet | undefined> {
  const [state, day] = await Promise.all([
    client.call('level.state', {}),
    client.call('level.day', { businessDay: to }),
  ]);
  if (!state.ok || !day.ok || state.value.own === null) return undefined;
  return drawMissing(root, { day: day.value, levelName: state.value.own.name, language });
}

async function period(
  root: HTMLElement,
  { from, to, group, language }: LevelPage,
  client: LevelClient,
): Promise<DrawnSheet | undefined> {
  const text = levelCatalogue(language);
  const span = { from, to, ...(group === undefined ? {} : { group }) };
  const [state, paper, sums, causes, targets] = await Promise.all([
    client.call('level.state', {}),
    client.call('level.paper', {}),
    client.call('level.period', span),
    client.call('level.causes', span),
    client.call('target.list', { on: to }),
  ]);
  if (!state.ok || !paper.ok || !sums.ok || !causes.ok || !targets.ok) return undefined;
  const { own, today } = state.value;
  if (own === null) return undefined;
  const { levelBook } = text;
  document.title = `${levelBook.title} ${levelBook.period(formatDay(from, language), formatDay(to, language))}`;
  const material = {
    sender: { ...own, settings: paper.value },
    signedOn: today,
    group,
    period: sums.value,
    causes: causes.value,
    targets: targets.value.filter((row) => group === undefined || row.group === group),
  };
  return drawReportPaper(
    root,
    <LevelReportSheet material={material} text={text} language={language} />,
    language,
    true,
  );
}
