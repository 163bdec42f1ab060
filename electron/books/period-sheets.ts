import { localDay } from '#shared/domain/calendar/business-date.ts';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import type { MonthReport } from '#shared/domain/report/month-report.ts';
import { MONTH_TABLES, PART_TABLES, YEAR_TABLES } from '#shared/domain/report/report-tables.ts';
import type { YearReport } from '#shared/domain/report/year-sum.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { formatDay, formatNumber, formatTime } from '#shared/text/format.ts';
import { putTargets } from './campaign-sheets.ts';
import { daySheet, type SheetOptions } from './day-sheets.ts';
import { lastClosedDay } from './file-name.ts';
import { putDescribed, putParts } from './grid-table.ts';
import type { PageWriter, SheetPage } from './sheet-page.ts';
import { gridPage, putMainFigures, putText } from './sheet-table.ts';

type Options = SheetOptions & {
  /** False while days may still come to the period. */
  readonly over: boolean;
};

/** The instant that a month speaks of: its last closing, or `at` while a day of it is open. */
export function monthMadeAt(month: MonthReport, days: readonly DayReport[], at: string): string {
  const last = days
    .flatMap(({ frozenAt }) => frozenAt ?? [])
    .sort()
    .at(-1);
  return month.openDays.length > 0 ? at : (last ?? at);
}

/** A page of sums, one of days and one of parts, and then the page of each day. */
export function monthSheets(month: MonthReport, days: readonly DayReport[], options: Options): SheetPage[] {
  const { language } = options;
  const { exportBook: words, report } = catalogue(language);
  const at = monthMadeAt(month, days, options.at);
  const page = (title: string, name: string, write: (page: PageWriter) => void) =>
    monthPage(month, { ...options, at }, title, name, write);
  return [
    monthSumSheet(month, { ...options, at }),
    page(words.daysTitle, words.daysSheet, (sheet) =>
      putDescribed(sheet, language, MONTH_TABLES.days(month, 'book')),
    ),
    page(words.partsTitle, words.partsSheet, (sheet) => {
      putParts(sheet, month, language);
      for (const part of ['difficulties', 'proposals'] as const) {
        const notes = month[part].map(({ day, text }) => `${formatDay(day, language)}: ${text}`);
        putText(sheet, report.column[part], notes.join('\n') || report.none);
      }
    }),
    ...days.map((day) => ({
      ...daySheet(day, options),
      name: `${day.businessDay.slice(8)}-${day.businessDay.slice(5, 7)}`,
    })),
  ];
}

/** A page of sums, one of parts, and then the page of sums of each month that has figures. */
export function yearSheets(year: YearReport, months: readonly MonthReport[], options: Options): SheetPage[] {
  const { language } = options;
  const text = catalogue(language);
  const { exportBook: words, report } = text;
  const days = year.months.reduce((sum, month) => sum + month.days, 0);
  const open = year.months.reduce((sum, { openDays }) => sum + openDays, 0);
  const standing =
    year.months.length === 0
      ? words.monthEmpty
      : open > 0
        ? words.yearOpen(formatNumber(open, language))
        : options.over
          ? words.yearFinal(formatNumber(year.months.length, language))
          : words.soFar(formatNumber(days, language), formatDay(lastClosedDay(months) ?? '', language));
  const page = (title: string, name: string, write: (page: PageWriter) => void) =>
    gridPage(
      {
        office: year.office,
        title,
        period: words.year(year.year),
        standing,
        provisional: open > 0 || !options.over,
        training: options.training,
      },
      { name, left: words.year(year.year) },
      language,
      write,
    );
  return [
    page(words.yearTitle, words.yearSheet, (sheet) => {
      const detail = `${report.column.days}: ${formatNumber(days, language)}`;
      putMainFigures(sheet, words.mainFigures, [
        { title: report.leading.files, value: year.total.taken, detail },
        { title: report.leading.activated, value: year.total.activated, detail },
      ]);
      putDescribed(sheet, language, YEAR_TABLES.months(year, 'book'));
      putSums(sheet, year, options);
    }),
    page(words.partsTitle, words.partsSheet, (sheet) => putParts(sheet, year, language)),
    ...months
      .filter((month) => month.days.length > 0)
      .map((month) => ({
        ...monthSumSheet(month, { ...options, at: null, over: true }),
        name: month.month.split('-').toReversed().join('-'),
      })),
  ];
}

/** `at` is the last closing; null where the days' own reports are not at hand. */
type MonthOptions = Omit<Options, 'at'> & { readonly at: string | null };

function monthSumSheet(month: MonthReport, options: MonthOptions): SheetPage {
  const { language } = options;
  const { exportBook: words, report } = catalogue(language);
  return monthPage(month, options, words.monthTitle, words.monthSheet, (page) => {
    const { before, total } = month;
    const figure = (key: 'taken' | 'activated') => ({
      title: report.leading[key === 'taken' ? 'files' : key],
      value: total[key],
      detail:
        before === null ? words.noBefore : words.before(before.month, formatNumber(before[key], language)),
    });
    putMainFigures(page, words.mainFigures, [figure('taken'), figure('activated')]);
    for (const progress of month.campaigns)
      putTargets(page, progress, words.targetOf(progress.campaign.name), language);
    putSums(page, month, options);
  });
}

function putSums(
  page: PageWriter,
  sums: MonthReport | YearReport,
  { language }: Pick<Options, 'language'>,
): void {
  putDescribed(page, language, PART_TABLES.requests(sums, 'book'));
  putDescribed(page, language, PART_TABLES.papers(sums, 'book'));
}

function monthPage(
  month: MonthReport,
  { language, training, at, over }: MonthOptions,
  title: string,
  name: string,
  write: (page: PageWriter) => void,
): SheetPage {
  const { exportBook: words } = catalogue(language);
  const open = month.openDays.map((day) => formatDay(day, language)).join(', ');
  const closed = formatNumber(month.days.length, language);
  const final =
    at === null
      ? words.monthClosed(closed)
      : words.monthFinal(closed, formatTime(at), formatDay(localDay(at), language));
  const standing =
    month.days.length === 0
      ? words.monthEmpty
      : open !== ''
        ? words.monthOpen(open)
        : over
          ? final
          : words.soFar(closed, formatDay(lastClosedDay([month]) ?? '', language));
  return gridPage(
    {
      office: month.office,
      title,
      period: words.month(month.month),
      standing,
      provisional: open !== '' || !over,
      training,
    },
    { name, left: words.footMonth(month.month) },
    language,
    write,
  );
}
