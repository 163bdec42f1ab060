import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import { readZip, writeStoredZip } from './stored-zip.ts';
import { PAGE_MARK, PAGES_MARK, type CellLook, type SheetCell, type SheetPage } from './sheet-page.ts';

type XlsxBook = {
  readonly pages: readonly SheetPage[];
  readonly title: string;
  readonly creator: string;
  /** The instant the file names as its making; the same book with the same instant gives the same bytes. */
  readonly madeAt: string;
  /** How counts are grouped: `1.234` or `1,234`. */
  readonly grouping: 'dot' | 'comma';
};

const FONT = 'Times New Roman';
const FONT_SIZE = 12;

/**
 * `#,##0` shows the separator of the PC, which on many Vietnamese ones is the American comma. The dot of NĐ 30/2020 is
 * therefore written into the format; the value stays a number.
 */
const countFormats = { dot: '[>=1000000]0"."000"."000;[>=1000]0"."000;#,##0', comma: '#,##0' } as const;

/** The value is hundredths of a percent, as in the contract: 3377 is shown as `33,77%` on any PC. */
const percentFormats = { dot: '0","00"%"', comma: '0"."00"%"' } as const;

type NumberFormats = { readonly count: string; readonly percent: string };

const shades = { head: 'EDEDED', total: 'F6F6F6' } as const;

const mm = (value: number): number => Math.round((value / 25.4) * 1000) / 1000;

/** The bytes of a workbook. Text is only ever text: nothing typed by a person becomes a formula, an error or a link. */
export async function writeBook(book: XlsxBook): Promise<Buffer> {
  const { writeXlsx } = await import('hucre/xlsx');
  const madeAt = new Date(book.madeAt);
  const formats = { count: countFormats[book.grouping], percent: percentFormats[book.grouping] };
  const written = await writeXlsx({
    sheets: book.pages.map((page) => asSheet(page, formats)),
    properties: { title: xmlText(book.title), creator: book.creator, created: madeAt, modified: madeAt },
    // hucre 1.0.0 writes the sheet's name without quotes in its own print titles and print area, which Excel calls damaged.
    namedRanges: book.pages.flatMap(printNames),
    defaultFont: { name: FONT, size: FONT_SIZE },
  });
  return writeStoredZip(readZip(written));
}

function printNames(page: SheetPage): { name: string; range: string; scope: string }[] {
  if (page.hidden === true) return [];
  const sheet = `'${page.name.replaceAll("'", "''")}'`;
  const area = `${sheet}!$A$1:$${columnLetter(page.widths.length - 1)}$${page.heights.length}`;
  return [
    { name: '_xlnm.Print_Area', range: area, scope: page.name },
    { name: '_xlnm.Print_Titles', range: `${sheet}!$1:$${page.titleRows}`, scope: page.name },
  ];
}

function columnLetter(column: number): string {
  return String.fromCodePoint(65 + column);
}

function asSheet(page: SheetPage, formats: NumberFormats): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  for (const cell of page.cells) putCell(cells, cell, formats);
  const sheet: WriteSheet = {
    name: page.name,
    columns: page.widths.map((width) => ({ width })),
    cells,
    rowDefs: new Map(
      page.heights.flatMap((height, row) => (height === null ? [] : [[row, { height }] as const])),
    ),
    merges: page.cells.flatMap((cell) => (isMerged(cell) ? [mergeOf(cell)] : [])),
    freezePane: { rows: page.titleRows },
  };
  if (page.hidden === true) return { ...sheet, hidden: true };
  return {
    ...sheet,
    view: { showGridLines: false },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: page.runsOn === true ? 0 : 1,
      horizontalCentered: true,
      margins: { top: mm(20), bottom: mm(20), left: mm(25), right: mm(15), header: mm(8), footer: mm(9) },
    },
    ...(page.foot === undefined ? {} : { headerFooter: { oddFooter: footCode(page.foot) } }),
  };
}

function isMerged({ rows = 1, columns = 1 }: SheetCell): boolean {
  return rows > 1 || columns > 1;
}

function mergeOf({ row, column, rows = 1, columns = 1 }: SheetCell) {
  return { startRow: row, startCol: column, endRow: row + rows - 1, endCol: column + columns - 1 };
}

/** Every cell of a merged block gets the style, or the frame would have gaps. */
function putCell(cells: Map<string, Partial<Cell>>, cell: SheetCell, formats: NumberFormats): void {
  const style = styleOf(cell.look, formats);
  for (let row = cell.row; row < cell.row + (cell.rows ?? 1); row += 1) {
    for (let column = cell.column; column < cell.column + (cell.columns ?? 1); column += 1) {
      const first = row === cell.row && column === cell.column;
      cells.set(`${row},${column}`, { ...(first ? content(cell.value) : {}), style });
    }
  }
}

/** The words that hucre would turn into error cells. */
const errorWord = /^#[A-Z0-9/!?_]+$/;

function content(value: SheetCell['value']): Partial<Cell> {
  if (typeof value !== 'string') return { value };
  const text = xmlText(value);
  return errorWord.test(text) ? { value: text, richText: [{ text }] } : { value: text };
}

/**
 * Text as XML may hold it: no lone surrogates or noncharacters, and an underscore that Excel would read as the start of an
 * escaped letter (`_x0041_`) escaped itself.
 */
function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

function footCode(foot: readonly [string, string, string]): string {
  const [left, middle, right] = foot.map((part) =>
    xmlText(part).replaceAll('&', '&&').replaceAll(PAGE_MARK, '&P').replaceAll(PAGES_MARK, '&N'),
  );
  const font = `&"${FONT},Regular"&9`;
  // A space keeps a leading digit of the text from being read as part of the size.
  return `&L${font} ${left}&C${font} ${middle}&R${font} ${right}`;
}

function styleOf(look: CellLook, formats: NumberFormats): CellStyle {
  const style: CellStyle = {
    font: {
      name: FONT,
      size: look.size ?? FONT_SIZE,
      bold: look.bold ?? false,
      italic: look.italic ?? false,
    },
    alignment: {
      horizontal: look.align ?? 'left',
      vertical: look.top === true ? 'top' : 'center',
      ...(look.wrap === true ? { wrapText: true } : {}),
      ...(look.indent === undefined ? {} : { indent: look.indent }),
    },
  };
  if (look.format !== undefined) style.numFmt = look.format === 'text' ? '@' : formats[look.format];
  if (look.shade !== undefined) {
    style.fill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: shades[look.shade] } };
  }
  if (look.frame !== undefined) style.border = borderOf(look.frame);
  return style;
}

function borderOf(frame: NonNullable<CellLook['frame']>): NonNullable<CellStyle['border']> {
  const black = { rgb: '000000' };
  const thin = { style: 'thin', color: black } as const;
  if (frame === 'thin') return { top: thin, bottom: thin, left: thin, right: thin };
  return {
    left: thin,
    right: thin,
    ...(frame === 'box-top' ? { top: thin } : {}),
    ...(frame === 'box-bottom' ? { bottom: thin } : {}),
  };
}
