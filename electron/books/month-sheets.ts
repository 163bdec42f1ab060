import type { DayReport } from '#shared/domain/report/day-report.ts';
import type { MonthReport } from '#shared/domain/report/month-report.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { formatDay, formatNumber, formatTime } from '#shared/text/format.ts';
import { targetTable } from './campaign-sheet.ts';
import { widened } from './day-parts-sheet.ts';
import { daySheet, type SheetOptions } from './day-sheet.ts';
import { lastClosedDay } from './file-name.ts';
import { paperTable, partsTables, procedureTable } from './parts-tables.ts';
import { PageWriter, type SheetPage } from './sheet-page.ts';
import { GRID_COLUMNS, gridSheet, putMainFigures, putTables, putText } from './sheet-table.ts';
import { putTitle, type SheetTitle } from './sheet-title.ts';

/** The instant that a month speaks of: its last closing, or `at` while a day of it is open. */
export function monthMadeAt(month: MonthReport, days: readonly DayReport[], at: string): string {
  const last = days
    .flatMap(({ frozenAt }) => frozenAt ?? [])
    .sort()
    .at(-1);
  return month.openDays.length > 0 ? at : (last ?? at);
}

/** A page of sums, one of days and one of parts, and then the page of each day. */
export function monthSheets(
  month: MonthReport,
  days: readonly DayReport[],
  options: SheetOptions & { readonly over: boolean },
): SheetPage[] {
  const at = monthMadeAt(month, days, options.at);
  return [
    monthSumSheet(month, { ...options, at }),
    monthDaysSheet(month, { ...options, at }),
    monthPartsSheet(month, { ...options, at }),
    ...days.map((day) => ({
      ...daySheet(day, options),
      name: `${day.businessDay.slice(8)}-${day.businessDay.slice(5, 7)}`,
    })),
  ];
}

type MonthOptions = Omit<SheetOptions, 'at'> & {
  /** The last closing; null where the days' own reports are not at hand. */
  readonly at: string | null;
  /** False while days may still come to the month. */
  readonly over: boolean;
};

/** The page of a month's sums; a year has one for each of its months. */
export function monthSumSheet(month: MonthReport, options: MonthOptions): SheetPage {
  const { language } = options;
  const { exportBook: words } = catalogue(language);
  const count = (value: number): string => formatNumber(value, language);
  const page = new PageWriter();
  putTitle(page, GRID_COLUMNS, monthTitle(month, words.monthTitle, options));
  const titleRows = page.rowCount;
  const { before, total } = month;
  putMainFigures(page, GRID_COLUMNS, words.mainFigures, [
    {
      title: words.taken,
      value: total.taken,
      detail: before === null ? words.noBefore : words.before(before.month, count(before.taken)),
    },
    {
      title: words.activated,
      value: total.activated,
      detail: before === null ? words.noBefore : words.before(before.month, count(before.activated)),
    },
  ]);
  for (const progress of month.campaigns)
    putTables(page, targetTable(progress, words.targetOf(progress.campaign.name), language));
  putTables(page, procedureTable(month.byProcedure, language));
  putTables(page, paperTable(month.papers, language));
  return gridSheet(page, { name: words.monthSheet, titleRows, left: words.footMonth(month.month) }, language);
}

function monthDaysSheet(month: MonthReport, options: MonthOptions): SheetPage {
  const { language } = options;
  const { exportBook: words } = catalogue(language);
  const page = new PageWriter();
  putTitle(page, GRID_COLUMNS, monthTitle(month, words.daysTitle, options));
  const titleRows = page.rowCount;
  const { total } = month;
  const counts = ['issued', 'requests', 'taken', 'activated', 'referred'] as const;
  const titles = {
    issued: words.issuedColumn,
    requests: words.requestColumn,
    taken: words.takenColumn,
    activated: words.activatedColumn,
    referred: words.referredColumn,
  };
  putTables(page, {
    heading: words.days,
    columns: [
      { title: words.dayColumn, span: 2, kind: 'label' },
      { title: words.versionColumn, span: 2, kind: 'count' },
      ...counts.map((key, index) => ({
        title: titles[key],
        span: index < 3 ? 2 : 1,
        kind: 'count' as const,
      })),
    ],
    rows: month.days.map((day) => [
      formatDay(day.day, language),
      day.version ?? words.openDay,
      ...counts.map((key) => day[key]),
    ]),
    total: [words.total, '', ...counts.map((key) => total[key])],
    ...(month.days.length === 0 ? { note: words.none } : {}),
  });
  return gridSheet(page, { name: words.daysSheet, titleRows, left: words.footMonth(month.month) }, language);
}

function monthPartsSheet(month: MonthReport, options: MonthOptions): SheetPage {
  const { language } = options;
  const { exportBook: words } = catalogue(language);
  const page = new PageWriter();
  putTitle(page, GRID_COLUMNS, monthTitle(month, words.partsTitle, options));
  const titleRows = page.rowCount;
  const tables = partsTables(month, language);
  putTables(page, tables.referrals, tables.inactive);
  putTables(page, { ...tables.groups, columns: widened(tables.groups) }, tables.sites);
  putTables(page, { ...tables.residences, columns: widened(tables.residences) });
  for (const [title, notes] of [
    [words.difficulties, month.difficulties],
    [words.proposals, month.proposals],
  ] as const) {
    const text = notes.map((note) => `${formatDay(note.day, language)}: ${note.text}`).join('\n');
    putText(page, title, text === '' ? words.none : text);
  }
  return gridSheet(page, { name: words.partsSheet, titleRows, left: words.footMonth(month.month) }, language);
}

function monthTitle(
  month: MonthReport,
  title: string,
  { language, training, at, over }: MonthOptions,
): SheetTitle {
  const { exportBook: words, exportFile } = catalogue(language);
  const open = month.openDays.map((day) => formatDay(day, language)).join(', ');
  const closed = formatNumber(month.days.length, language);
  const final =
    at === null
      ? words.monthClosed(closed)
      : words.monthFinal(closed, formatTime(at), formatDay(localDay(at), language));
  return {
    office: month.office,
    words: exportFile,
    title,
    period: words.month(month.month),
    standing:
      month.days.length === 0
        ? words.monthEmpty
        : open !== ''
          ? words.monthOpen(open)
          : over
            ? final
            : words.soFar(closed, formatDay(lastClosedDay([month]) ?? '', language)),
    provisional: open !== '' || !over,
    training,
  };
}
