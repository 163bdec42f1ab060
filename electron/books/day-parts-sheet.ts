import type { DayReport } from '#shared/domain/report/day-report.ts';
import { capitalised, formatLongDay, formatNumber } from '#shared/text/format.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { standingOf, type SheetOptions } from './day-sheet.ts';
import { partsTables } from './parts-tables.ts';
import { PageWriter, type SheetPage } from './sheet-page.ts';
import { GRID_COLUMNS, gridSheet, putNote, putTables, putText, type SheetTable } from './sheet-table.ts';
import { putTitle } from './sheet-title.ts';

/** The day's figures divided in each way the level above asks for: the second page of the book of a day. */
export function dayPartsSheet(report: DayReport, { language, training, at }: SheetOptions): SheetPage {
  const { exportBook: words, exportFile, account } = catalogue(language);
  const { breakdowns } = report;
  const count = (value: number): string => formatNumber(value, language);
  const page = new PageWriter();
  const weekday = capitalised(formatLongDay(report.businessDay, language).split(',')[0] ?? '');
  putTitle(page, GRID_COLUMNS, {
    office: report.office,
    words: exportFile,
    title: words.partsTitle,
    period: exportFile.dayInWords(weekday, report.businessDay),
    standing: standingOf(report, language, at),
    provisional: report.version === null,
    training,
  });
  const titleRows = page.rowCount;
  const { level1Guided, level2, level2WithCard } = breakdowns.levels;
  const { activated } = breakdowns;
  const tables = partsTables(breakdowns, language);
  putTables(
    page,
    {
      heading: words.levels,
      columns: [
        { title: words.levelColumn, span: 4, kind: 'label' },
        { title: words.countColumn, span: 2, kind: 'count' },
      ],
      rows: [
        [words.level1Guided, level1Guided],
        [words.level2, level2],
        [words.level2WithCard, level2WithCard],
      ],
    },
    {
      heading: words.activations,
      columns: [
        { title: words.sourceColumn, span: 4, kind: 'label' },
        { title: words.activatedColumn, span: 1, kind: 'count' },
      ],
      rows: (['desk', 'telephone', 'extract'] as const).map((source) => [
        account.source[source],
        activated.bySource[source],
      ]),
      total: [words.total, activated.total],
      note: words.ofDays(count(activated.ofToday), count(activated.ofEarlier)),
    },
  );
  putTables(page, tables.referrals, tables.inactive);
  putTables(page, { ...tables.groups, columns: widened(tables.groups) }, tables.sites);
  putTables(page, { ...tables.residences, columns: widened(tables.residences) });
  const counters = counterTable(report, words);
  if (counters !== undefined) putTables(page, counters);
  if (breakdowns.late > 0) putNote(page, words.late(count(breakdowns.late)));
  for (const [title, text] of [
    [words.difficulties, breakdowns.difficulties],
    [words.proposals, breakdowns.proposals],
  ] as const)
    putText(page, title, text === '' ? words.none : text);
  const version = report.version === null ? exportFile.footNotFrozen : exportFile.footVersion(report.version);
  const right = exportFile.footChain(report.chainHead.slice(0, 16));
  return gridSheet(page, { name: words.partsSheet, titleRows, left: version, right }, language);
}

/** A table of the left half gives its first column one more column of the grid. */
export function widened({ columns }: SheetTable): SheetTable['columns'] {
  return columns.map((column, index) => (index === 0 ? { ...column, span: column.span + 1 } : column));
}

/** The hours that fit beside the counter's name and the total; of a longer day the quietest share one column. */
const MOST_HOURS = 9;

function counterTable(
  { breakdowns: { byCounter } }: DayReport,
  words: ReturnType<typeof catalogue>['exportBook'],
): SheetTable | undefined {
  if (byCounter.length === 0) return undefined;
  type Cell = (typeof byCounter)[number];
  const served = (wanted: (row: Cell) => boolean): number =>
    byCounter.filter(wanted).reduce((sum, row) => sum + row.served, 0);
  const busiest = [...new Set(byCounter.map(({ hour }) => hour))].sort(
    (a, b) => served(({ hour }) => hour === b) - served(({ hour }) => hour === a),
  );
  const own = busiest.length > MOST_HOURS ? busiest.slice(0, MOST_HOURS - 1) : busiest;
  const columns = own
    .toSorted((a, b) => a - b)
    .map((hour) => ({ title: `${hour}h`, holds: (row: Cell) => row.hour === hour }));
  if (own.length < busiest.length)
    columns.push({ title: words.others, holds: (row) => !own.includes(row.hour) });
  const figures = (isOf: (row: Cell) => boolean): number[] => [
    ...columns.map(({ holds }) => served((row) => isOf(row) && holds(row))),
    served(isOf),
  ];
  const names = new Map(byCounter.map(({ counterId, counter }) => [counterId, counter]));
  return {
    heading: words.counters,
    columns: [
      { title: words.counterColumn, span: 2, kind: 'typed' },
      ...[...columns, { title: words.total }].map(({ title }) => ({
        title,
        span: 1,
        kind: 'count' as const,
      })),
    ],
    rows: [...names].map(([id, counter]) => [
      counter ?? words.noValue,
      ...figures(({ counterId }) => counterId === id),
    ]),
    total: [words.total, ...figures(() => true)],
  };
}
