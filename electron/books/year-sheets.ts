import type { MonthReport } from '#shared/domain/report/month-report.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import { widened } from './day-parts-sheet.ts';
import type { SheetOptions } from './day-sheet.ts';
import { lastClosedDay } from './file-name.ts';
import { monthSumSheet } from './month-sheets.ts';
import { paperTable, partsTables, procedureTable } from './parts-tables.ts';
import { PageWriter, type SheetPage } from './sheet-page.ts';
import { GRID_COLUMNS, gridSheet, putMainFigures, putTables } from './sheet-table.ts';
import { putTitle, type SheetTitle } from './sheet-title.ts';
import type { YearReport } from '#shared/domain/report/year-sum.ts';

/** `lastDay` is the last closed day where all are closed. */
type YearOptions = SheetOptions & { readonly over: boolean; readonly lastDay: string | undefined };

/** A page of sums, one of parts, and then the page of sums of each month that has figures. */
export function yearSheets(
  year: YearReport,
  months: readonly MonthReport[],
  given: SheetOptions & { readonly over: boolean },
): SheetPage[] {
  const options = { ...given, lastDay: lastClosedDay(months) };
  return [
    yearSumSheet(year, options),
    yearPartsSheet(year, options),
    ...months
      .filter(({ days }) => days.length > 0)
      .map((month) => ({
        ...monthSumSheet(month, { ...options, at: null, over: true }),
        name: month.month.split('-').reverse().join('-'),
      })),
  ];
}

function yearSumSheet(year: YearReport, options: YearOptions): SheetPage {
  const { language } = options;
  const { exportBook: words } = catalogue(language);
  const page = new PageWriter();
  putTitle(page, GRID_COLUMNS, yearTitle(year, words.yearTitle, options));
  const titleRows = page.rowCount;
  const days = year.months.reduce((sum, month) => sum + month.days, 0);
  const detail = `${words.dayCountColumn}: ${formatNumber(days, language)}`;
  putMainFigures(page, GRID_COLUMNS, words.mainFigures, [
    { title: words.taken, value: year.total.taken, detail },
    { title: words.activated, value: year.total.activated, detail },
  ]);
  const counts = ['issued', 'requests', 'taken', 'activated', 'referred'] as const;
  const titles = [
    words.issuedColumn,
    words.requestColumn,
    words.takenColumn,
    words.activatedColumn,
    words.referredColumn,
  ];
  putTables(page, {
    heading: words.months,
    columns: [
      { title: words.monthColumn, span: 2, kind: 'label' },
      { title: words.dayCountColumn, span: 2, kind: 'count' },
      ...titles.map((title, index) => ({ title, span: index < 3 ? 2 : 1, kind: 'count' as const })),
    ],
    rows: year.months.map(({ month, days: count, total }) => [
      words.footMonth(month),
      count,
      ...counts.map((key) => total[key]),
    ]),
    total: [words.total, days, ...counts.map((key) => year.total[key])],
    ...(year.months.length === 0 ? { note: words.none } : {}),
  });
  putTables(page, procedureTable(year.byProcedure, language));
  putTables(page, paperTable(year.papers, language));
  return gridSheet(page, { name: words.yearSheet, titleRows, left: words.footYear(year.year) }, language);
}

function yearPartsSheet(year: YearReport, options: YearOptions): SheetPage {
  const { language } = options;
  const { exportBook: words } = catalogue(language);
  const page = new PageWriter();
  putTitle(page, GRID_COLUMNS, yearTitle(year, words.partsTitle, options));
  const titleRows = page.rowCount;
  const tables = partsTables(year, language);
  putTables(page, tables.referrals, tables.inactive);
  putTables(page, { ...tables.groups, columns: widened(tables.groups) }, tables.sites);
  putTables(page, { ...tables.residences, columns: widened(tables.residences) });
  return gridSheet(page, { name: words.partsSheet, titleRows, left: words.footYear(year.year) }, language);
}

function yearTitle(
  year: YearReport,
  title: string,
  { language, training, over, lastDay }: YearOptions,
): SheetTitle {
  const { exportBook: words, exportFile } = catalogue(language);
  const open = year.months.reduce((sum, { openDays }) => sum + openDays, 0);
  const days = year.months.reduce((sum, month) => sum + month.days, 0);
  return {
    office: year.office,
    words: exportFile,
    title,
    period: words.year(year.year),
    standing:
      year.months.length === 0
        ? words.monthEmpty
        : open > 0
          ? words.yearOpen(formatNumber(open, language))
          : over
            ? words.yearFinal(formatNumber(year.months.length, language))
            : words.soFar(formatNumber(days, language), formatDay(lastDay ?? '', language)),
    provisional: open > 0 || !over,
    training,
  };
}
