import type { Progress, ProgressRow } from '#shared/domain/report/campaign.ts';
import { catalogue, type Language } from '#shared/text/catalogue.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import type { SheetOptions } from './day-sheet.ts';
import { PageWriter, type SheetPage } from './sheet-page.ts';
import { GRID_COLUMNS, gridSheet, putNote, putTables, putText, type SheetTable } from './sheet-table.ts';
import { putTitle, type SheetTitle } from './sheet-title.ts';

type Office = { readonly name: string; readonly code: string; readonly receivingLevel: string };

/** Days of the cumulative line on paper, in three columns; all of them stand among the figures. */
const LINE_DAYS = 90;

/** The page of a campaign against its targets, and the page of its cumulative line. */
export function campaignSheets(progress: Progress, office: Office, options: SheetOptions): SheetPage[] {
  return [targetSheet(progress, office, options), lineSheet(progress, office, options)];
}

/** Targets by level with what was reached; the total row holds what the rows add up to. */
export function targetTable(progress: Progress, heading: string, language: Language): SheetTable {
  const { exportBook: words, account } = catalogue(language);
  const share = (percent: number | null) => percent ?? words.noValue;
  const { total } = progress;
  return {
    heading,
    columns: [
      { title: words.levelColumn, span: 4, kind: 'label' },
      { title: words.targetColumn, span: 2, kind: 'count' },
      { title: words.doneColumn, span: 2, kind: 'count' },
      { title: words.remainingColumn, span: 2, kind: 'count' },
      { title: words.percentColumn, span: 2, kind: 'percent' },
    ],
    rows: progress.rows.map((row) => [
      account.level[row.level],
      row.target,
      row.activated,
      row.remaining,
      share(row.percent),
    ]),
    total: [words.total, total.target, total.activated, total.remaining, share(total.percent)],
    note: words.percentNote,
  };
}

function targetSheet(progress: Progress, office: Office, options: SheetOptions): SheetPage {
  const { language } = options;
  const { exportBook: words, account } = catalogue(language);
  const page = new PageWriter();
  putTitle(page, GRID_COLUMNS, titleOf(progress, office, options));
  const titleRows = page.rowCount;
  putTables(page, targetTable(progress, words.unit(progress.campaign.unit), language));
  const paceOf = ({ before, here, pace, projection }: ProgressRow) => [
    before,
    here,
    pace ?? words.noValue,
    projection === null
      ? words.noValue
      : words.projection(formatNumber(projection.from, language), formatNumber(projection.to, language)),
  ];
  putTables(page, {
    heading: words.paceColumn,
    columns: [
      { title: words.levelColumn, span: 4, kind: 'label' },
      { title: words.beforeColumn, span: 2, kind: 'count' },
      { title: words.hereColumn, span: 2, kind: 'count' },
      { title: words.paceColumn, span: 2, kind: 'count' },
      { title: words.projectionColumn, span: 2, kind: 'count' },
    ],
    rows: progress.rows.map((row) => [account.level[row.level], ...paceOf(row)]),
  });
  if (progress.doubts.length > 0)
    putText(page, words.doubts, progress.doubts.map((doubt) => doubtText(doubt, language)).join('\n'));
  const left = words.footCampaign(formatDay(progress.on, language));
  return gridSheet(page, { name: words.campaignSheet, titleRows, left }, language);
}

function lineSheet(progress: Progress, office: Office, options: SheetOptions): SheetPage {
  const { language } = options;
  const { exportBook: words } = catalogue(language);
  const page = new PageWriter();
  putTitle(page, GRID_COLUMNS, titleOf(progress, office, options));
  const titleRows = page.rowCount;
  const shown = progress.line.slice(-LINE_DAYS);
  const third = Math.max(1, Math.ceil(shown.length / 3));
  // Three tables of three columns and the two gaps between them leave one column of the grid free.
  const block = (start: number): SheetTable => ({
    heading: start === 0 ? words.line : '',
    columns: [
      { title: words.dayColumn, span: 2, kind: 'label' },
      { title: words.doneColumn, span: 1, kind: 'count' },
    ],
    rows: shown
      .slice(start, start + third)
      .map(({ day, activated }) => [formatDay(day, language), activated]),
  });
  putTables(page, block(0), block(third), block(2 * third));
  putNote(page, shown.length === 0 ? words.none : words.lineNote(formatNumber(shown.length, language)));
  const left = words.footCampaign(formatDay(progress.on, language));
  return gridSheet(page, { name: words.lineSheet, titleRows, left }, language);
}

/** What does not add up, in a sentence. */
function doubtText(doubt: Progress['doubts'][number], language: Language): string {
  const { exportBook: words, account } = catalogue(language);
  const count = (value: number): string => formatNumber(value, language);
  return doubt.code === 'stated-total'
    ? words.statedTotal(count(doubt.stated), count(doubt.sum), count(Math.abs(doubt.difference)))
    : words.aboveTarget(account.level[doubt.level], count(doubt.activated), count(doubt.target));
}

function titleOf(progress: Progress, office: Office, { language, training }: SheetOptions): SheetTitle {
  const { exportBook: words, exportFile } = catalogue(language);
  const { campaign, on, workingDaysLeft } = progress;
  return {
    office,
    words: exportFile,
    title: words.campaignTitle,
    period: words.campaignPeriod(
      campaign.name.replaceAll(/\s+/g, ' '),
      formatDay(campaign.from, language),
      formatDay(campaign.dueOn, language),
    ),
    standing: words.campaignOn(formatDay(on, language), formatNumber(workingDaysLeft, language)),
    provisional: false,
    training,
  };
}
