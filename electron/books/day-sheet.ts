import type { DayReport, Spread } from '#shared/domain/report/day-report.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { OUTCOMES, PAPERS, type Procedure } from '#shared/domain/procedure/vocabulary.ts';
import { catalogue, type Language } from '#shared/text/catalogue.ts';
import { capitalised, formatDay, formatLongDay, formatNumber, formatTime } from '#shared/text/format.ts';
import {
  PAGE_MARK,
  PAGES_MARK,
  PageWriter,
  type CellLook,
  type SheetCell,
  type SheetPage,
} from './sheet-page.ts';
import { putMainFigures } from './sheet-table.ts';
import { HEAD_LINES, LINE, putTitle } from './sheet-title.ts';

type Words = ReturnType<typeof catalogue>['exportFile'];
type NewCell = Omit<SheetCell, 'row'>;
type Sheet = {
  readonly report: DayReport;
  readonly words: Words;
  readonly language: Language;
  readonly page: PageWriter;
  readonly columns: number;
  readonly at: string;
};

export type SheetOptions = {
  readonly language: Language;
  /** Whether the figures are those of the training desk; the page then says so. */
  readonly training: boolean;
  /** The instant a live report was counted; a frozen one names its own. */
  readonly at: string;
};

/** Procedures that end in an account: their taken requests make up the day's first main figure. */
const ACCOUNT_PROCEDURES: readonly Procedure[] = ['level-1', 'level-2', 'level-2-with-card', 'organisation'];

const LABEL_WIDTH = 27;
const FIGURE_WIDTH = 9;

const heading: CellLook = { bold: true };
const head: CellLook = { bold: true, size: 11, align: 'center', wrap: true, frame: 'thin', shade: 'head' };
const label: CellLook = { frame: 'thin', wrap: true, indent: 1 };
const count: CellLook = { align: 'right', frame: 'thin', format: 'count', indent: 1 };
const note: CellLook = { size: 11, italic: true };
const total = (look: CellLook): CellLook => ({ ...look, bold: true, shade: 'total' });

/** The printed page of a day's figures, in words for people. A day still open says that its figures are provisional. */
export function daySheet(report: DayReport, { language, training, at }: SheetOptions): SheetPage {
  const words = catalogue(language).exportFile;
  const showOpen = report.version === null || report.requests.open > 0 || report.tickets.open > 0;
  const columns = OUTCOMES.length + (showOpen ? 4 : 3);
  const page = new PageWriter();
  const sheet: Sheet = { report, words, language, page, columns, at };
  putDayTitle(sheet, training);
  const titleRows = page.rowCount;
  putTwoFigures(sheet);
  putTickets(sheet, showOpen);
  putRequests(sheet, showOpen);
  putPapers(sheet);
  putTimes(sheet);
  putSignatures(sheet);
  const version = report.version === null ? words.footNotFrozen : words.footVersion(report.version);
  return {
    name: words.sheetName,
    cells: page.cells,
    heights: page.heights,
    widths: [LABEL_WIDTH, ...Array.from({ length: columns - 1 }, () => FIGURE_WIDTH)],
    titleRows,
    foot: [version, words.footPage(PAGE_MARK, PAGES_MARK), words.footChain(report.chainHead.slice(0, 16))],
  };
}

function across(sheet: Sheet, value: SheetCell['value'], look: CellLook): NewCell {
  return { column: 0, columns: sheet.columns, value, look };
}

function putDayTitle(sheet: Sheet, training: boolean): void {
  const { report, words, language, page, columns } = sheet;
  const weekday = capitalised(formatLongDay(report.businessDay, language).split(',')[0] ?? '');
  putTitle(
    page,
    { all: columns, left: 4, label: 1 },
    {
      office: report.office,
      words,
      title: words.title,
      period: words.dayInWords(weekday, report.businessDay),
      standing: standingOf(report, language, sheet.at),
      provisional: report.version === null,
      training,
    },
  );
}

/** Version and time of the closing, or that the figures are those of a day still open. */
export function standingOf(report: DayReport, language: Language, at: string): string {
  const words = catalogue(language).exportFile;
  const instant = report.frozenAt ?? at;
  const [time, day] = [formatTime(instant), formatDay(localDay(instant), language)];
  return report.version === null ? words.notFrozen(time, day) : words.version(report.version, time, day);
}

function putTwoFigures({ report, words, language, page, columns }: Sheet): void {
  const { taken, activated } = report.breakdowns;
  const rows = report.requests.byProcedure.filter((row) => ACCOUNT_PROCEDURES.includes(row.procedure));
  const short = catalogue(language).common.procedureShort;
  const parts = rows.map((row) =>
    words.takenPart(short[row.procedure], formatNumber(row.byOutcome.taken, language)),
  );
  const elsewhere = formatNumber(activated.total - activated.bySource.desk, language);
  const where = words.activatedPart(formatNumber(activated.bySource.desk, language), elsewhere);
  putMainFigures(page, { all: columns, left: 4, label: 1 }, words.mainHeading, [
    { title: words.taken, value: taken, detail: parts.join('; ') },
    { title: words.activated, value: activated.total, detail: `${where} ${words.activatedRule}` },
  ]);
}

function putTickets(sheet: Sheet, showOpen: boolean): void {
  const { report, words, page, columns } = sheet;
  const always = ['issued', 'priority', 'served', 'notHere', 'left', 'cancelled'] as const;
  const keys = showOpen ? ([...always, 'open'] as const) : always;
  const span = columns - keys.length;
  page.row(LINE, across(sheet, words.ticketHeading, heading));
  page.row(
    HEAD_LINES,
    { column: 0, columns: span, value: words.tickets, look: head },
    ...keys.map((key, index) => ({ column: span + index, value: words.ticketColumns[key], look: head })),
  );
  page.row(
    LINE,
    { column: 0, columns: span, value: words.wholeDay, look: label },
    ...keys.map((key, index) => ({ column: span + index, value: report.tickets[key], look: count })),
  );
  page.row(18, across(sheet, words.ticketNote, note));
  page.row(6);
}

function putRequests(sheet: Sheet, showOpen: boolean): void {
  const { report, words, page } = sheet;
  const { requests } = report;
  const titles = [
    words.requestTotal,
    ...OUTCOMES.map((outcome) => words.outcome[outcome]),
    ...(showOpen ? [words.requestOpen] : []),
    words.requestActivated,
  ];
  const figures = (
    row: Pick<DayReport['requests'], 'total' | 'open' | 'byOutcome'>,
    activated: number,
  ): number[] => [
    row.total,
    ...OUTCOMES.map((outcome) => row.byOutcome[outcome]),
    ...(showOpen ? [row.open] : []),
    activated,
  ];
  const cells = (name: string, values: readonly number[], dress: (look: CellLook) => CellLook): NewCell[] => [
    { column: 0, value: name, look: dress(label) },
    ...values.map((value, index) => ({ column: index + 1, value, look: dress(count) })),
  ];
  page.row(LINE, across(sheet, words.requestHeading, heading));
  page.row(
    HEAD_LINES,
    ...[words.procedureColumn, ...titles].map((value, column) => ({ column, value, look: head })),
  );
  for (const row of requests.byProcedure) {
    page.row(LINE, ...cells(words.procedure[row.procedure], figures(row, row.activated), (look) => look));
  }
  page.row(LINE, ...cells(words.total, figures(requests, report.activated), total));
  page.row(18, across(sheet, requests.total === 0 ? words.noRequests : words.requestNote, note));
  page.row(6);
}

function putPapers(sheet: Sheet): void {
  const { report, words, page, columns } = sheet;
  const keys = ['seen', 'inVneid', 'missing', 'mismatch', 'notWanted'] as const;
  const span = columns - keys.length - 1;
  page.row(LINE, across(sheet, words.paperHeading, heading));
  if (report.papers.length === 0) {
    page.row(18, across(sheet, words.noPapers, note));
    page.row(6);
    return;
  }
  const cells = (name: string, values: readonly number[], dress: (look: CellLook) => CellLook): NewCell[] => [
    { column: 0, columns: span, value: name, look: dress(label) },
    ...values.map((value, index) => ({ column: span + index, value, look: dress(count) })),
  ];
  const titles = [words.paperTotal, ...keys.map((key) => words.paperColumns[key])];
  page.row(
    HEAD_LINES,
    { column: 0, columns: span, value: words.paperColumn, look: head },
    ...titles.map((value, index) => ({ column: span + index, value, look: head })),
  );
  const sums = keys.map((key) => report.papers.reduce((sum, paper) => sum + paper[key], 0));
  const withTotal = (values: readonly number[]): number[] => [
    values.reduce((sum, value) => sum + value, 0),
    ...values,
  ];
  const order = (code: string): number => [...PAPERS, code].indexOf(code);
  for (const paper of [...report.papers].sort((a, b) => order(a.paper) - order(b.paper))) {
    page.row(
      LINE,
      ...cells(words.paper(paper.paper), withTotal(keys.map((key) => paper[key])), (look) => look),
    );
  }
  page.row(LINE, ...cells(words.total, withTotal(sums), total));
  page.row(8);
}

function putTimes(sheet: Sheet): void {
  const { report, words, page, columns } = sheet;
  const keys = ['count', 'medianMs', 'p90Ms'] as const;
  const span = columns - keys.length * 2;
  const place = (index: number) => ({ column: span + index * 2, columns: 2 });
  page.row(LINE, across(sheet, words.timeHeading, heading));
  page.row(
    LINE,
    { column: 0, columns: span, value: words.timeColumn, look: head },
    ...keys.map((key, index) => ({ ...place(index), value: words.timeColumns[key], look: head })),
  );
  for (const row of ['waiting', 'serving'] as const) {
    const cells = keys.map((key, index) => ({
      ...place(index),
      value: timeFigure(report[row], key) ?? words.noTime,
      look: count,
    }));
    page.row(LINE, { column: 0, columns: span, value: words.times[row], look: label }, ...cells);
  }
  page.row(14);
}

/** Whole minutes, half a minute up; the exact milliseconds stand on the hidden sheet. */
function timeFigure(spread: Spread, key: keyof Spread): number | null {
  const value = spread[key];
  return value === null || key === 'count' ? value : Math.round(value / 60_000);
}

function putSignatures(sheet: Sheet): void {
  const { words, page, columns } = sheet;
  const left = 4;
  const pair = (first: string, second: string, look: CellLook): NewCell[] => [
    { column: 0, columns: left, value: first, look },
    { column: left, columns: columns - left, value: second, look },
  ];
  page.row(18, ...pair(words.madeBy, words.leader, { bold: true, align: 'center' }));
  page.row(17, ...pair(words.signature, words.signature, { italic: true, size: 11, align: 'center' }));
  page.row(56);
}
