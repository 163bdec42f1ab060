import type { DayReport, Spread } from '#shared/contract/report.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { OUTCOMES, PAPERS, type Procedure } from '#shared/domain/procedure/vocabulary.ts';
import { catalogue, type Language } from '#shared/text/catalogue.ts';
import { capitalised, formatDay, formatLongDay, formatNumber, formatTime } from '#shared/text/format.ts';
import { dayFigures } from './day-figures.ts';
import {
  heightFor,
  PAGE_MARK,
  PAGES_MARK,
  PageWriter,
  type CellLook,
  type SheetCell,
  type SheetPage,
} from './sheet-page.ts';

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

/** Procedures that end in an account: their taken requests are the day's first main figure. */
const ACCOUNT_PROCEDURES: readonly Procedure[] = ['level-1', 'level-2', 'level-2-with-card', 'organisation'];

const LABEL_WIDTH = 27;
const FIGURE_WIDTH = 9;

const heading: CellLook = { bold: true };
const head: CellLook = { bold: true, size: 11, align: 'center', wrap: true, frame: 'thin', shade: 'head' };
const label: CellLook = { frame: 'thin', wrap: true, indent: 1 };
const count: CellLook = { align: 'right', frame: 'thin', format: 'count', indent: 1 };
const note: CellLook = { size: 11, italic: true };
const LINE = 21;
const HEAD_LINES = 34;
const total = (look: CellLook): CellLook => ({ ...look, bold: true, shade: 'total' });

/** The printed page of a day's figures, in words for people. A day still open says that its figures are provisional. */
export function daySheet(report: DayReport, { language, training, at }: SheetOptions): SheetPage {
  const words = catalogue(language).exportFile;
  const showOpen = report.version === null || report.requests.open > 0 || report.tickets.open > 0;
  const columns = OUTCOMES.length + (showOpen ? 4 : 3);
  const page = new PageWriter();
  const sheet: Sheet = { report, words, language, page, columns, at };
  putTitle(sheet, training);
  const titleRows = page.rowCount;
  putMainFigures(sheet);
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

/** The same figures for a program, on a hidden sheet: schema and version first, then one row a figure. */
export function figureSheet(report: DayReport, training: boolean): SheetPage {
  const plain: CellLook = {};
  const text: CellLook = { format: 'text' };
  const page = new PageWriter();
  page.row(
    null,
    ...['section', 'row', 'column', 'value'].map((value, column) => ({
      column,
      value,
      look: { bold: true },
    })),
  );
  for (const figure of dayFigures(report, training)) {
    const value = { column: 3, value: figure.value, look: typeof figure.value === 'string' ? text : plain };
    page.row(
      null,
      { column: 0, value: figure.section, look: plain },
      { column: 1, value: figure.row, look: plain },
      { column: 2, value: figure.column, look: plain },
      value,
    );
  }
  return {
    name: FIGURE_SHEET,
    cells: page.cells,
    heights: page.heights,
    widths: [18, 28, 18, 70],
    titleRows: 1,
    hidden: true,
  };
}

/** Named alike in every language, since programs look for it. */
export const FIGURE_SHEET = 'figures';

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

function across(sheet: Sheet, value: SheetCell['value'], look: CellLook): NewCell {
  return { column: 0, columns: sheet.columns, value, look };
}

function putTitle(sheet: Sheet, training: boolean): void {
  const { report, words, language, page, columns } = sheet;
  const left = 4;
  const right = columns - left;
  const office = oneLine(report.office.name);
  const level = oneLine(report.office.receivingLevel);
  const typed: CellLook = { bold: true, align: 'center', wrap: true, format: 'text', top: true };
  page.row(
    heightFor(office, 40, 18),
    { column: 0, columns: left, value: office, look: typed },
    { column: left, columns: right, value: words.receivingLevel, look: { align: 'center', top: true } },
  );
  page.row(
    heightFor(level, 40, 18),
    { column: 0, value: words.officeCode, look: { align: 'right', top: true } },
    {
      column: 1,
      columns: left - 1,
      value: report.office.code,
      look: { format: 'text', bold: true, top: true },
    },
    { column: left, columns: right, value: level, look: { ...typed, top: true } },
  );
  page.row(8);
  page.row(26, across(sheet, words.title, { bold: true, size: 18, align: 'center' }));
  const weekday = capitalised(formatLongDay(report.businessDay, language).split(',')[0] ?? '');
  page.row(
    LINE,
    across(sheet, words.dayInWords(weekday, report.businessDay), { bold: true, size: 14, align: 'center' }),
  );
  page.row(
    18,
    across(sheet, versionLine(sheet), { italic: true, align: 'center', bold: report.version === null }),
  );
  if (training) page.row(LINE, across(sheet, words.training, { bold: true, align: 'center', frame: 'thin' }));
  page.row(8);
}

function versionLine({ report, words, language, at }: Sheet): string {
  const instant = report.frozenAt ?? at;
  const [time, day] = [formatTime(instant), formatDay(localDay(instant), language)];
  return report.version === null ? words.notFrozen(time, day) : words.version(report.version, time, day);
}

function putMainFigures(sheet: Sheet): void {
  const { report, words, language, page, columns } = sheet;
  const rows = report.requests.byProcedure.filter((row) => ACCOUNT_PROCEDURES.includes(row.procedure));
  const taken = rows.reduce((sum, row) => sum + row.byOutcome.taken, 0);
  const short = catalogue(language).common.procedureShort;
  const parts = rows.map((row) =>
    words.takenPart(short[row.procedure], formatNumber(row.byOutcome.taken, language)),
  );
  const left = 4;
  const two = (first: SheetCell['value'], second: SheetCell['value'], look: CellLook): NewCell[] => [
    { column: 0, columns: left, value: first, look },
    { column: left, columns: columns - left, value: second, look },
  ];
  const detail = parts.join('; ');
  page.row(LINE, across(sheet, words.mainHeading, heading));
  page.row(20, ...two(words.taken, words.activated, { bold: true, frame: 'box-top', indent: 1 }));
  page.row(
    36,
    ...two(taken, report.activated, {
      bold: true,
      size: 26,
      frame: 'box-middle',
      indent: 1,
      format: 'count',
    }),
  );
  page.row(
    Math.max(18, heightFor(detail, 50, 15)),
    ...two(detail, words.activatedRule, { size: 11, frame: 'box-bottom', indent: 1, wrap: true }),
  );
  page.row(8);
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
