import { catalogue } from '#shared/text/catalogue.ts';
import type { Language } from '#shared/domain/language.ts';
import {
  heightFor,
  PAGE_MARK,
  PAGES_MARK,
  type CellLook,
  PageWriter,
  type SheetCell,
  type SheetPage,
} from './sheet-page.ts';
import { GRID, HEAD_LINES, LINE, putTitle, type SheetTitle } from './sheet-title.ts';

/** Sheets of tables stand on twelve columns of one width, so that tables fit beside each other. */
const GRID_WIDTHS: readonly number[] = Array.from({ length: GRID }, () => 8.25);
const HALF = GRID / 2;

/** What a column holds. `typed` is text of a person, kept as text whatever it looks like. */
type ColumnKind = 'label' | 'typed' | 'count' | 'percent';

type TableColumn = { readonly title: string; readonly span: number; readonly kind: ColumnKind };
type TableRow = readonly (string | number | null)[];

export type SheetTable = {
  readonly heading: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly total?: TableRow;
  /** Below the table; where there are no rows, instead of it. */
  readonly note?: string;
};

/** The name of a sheet and what stands left and right in its foot. */
type GridSheet = Pick<SheetPage, 'name'> & { readonly left: string; readonly right?: string };

type Cell = Omit<SheetCell, 'row'>;
type Line = { readonly height: number; readonly cells: readonly Cell[] };

const heading: CellLook = { bold: true };
const head: CellLook = { bold: true, size: 11, align: 'center', wrap: true, frame: 'thin', shade: 'head' };
const noteLook: CellLook = { size: 11, italic: true, wrap: true };
const looks: Record<ColumnKind, CellLook> = {
  label: { frame: 'thin', wrap: true, indent: 1 },
  typed: { frame: 'thin', wrap: true, indent: 1, format: 'text' },
  count: { align: 'right', frame: 'thin', format: 'count', indent: 1 },
  percent: { align: 'right', frame: 'thin', format: 'percent', indent: 1 },
};
/** Letters of the usual size in one column of the grid. */
const lettersAColumn = 8.25;

/** A sheet on the grid: its head, what `write` puts below it, and between `left` and `right` of its foot the number of the page. */
export function gridPage(
  title: SheetTitle,
  { name, left, right = '' }: GridSheet,
  language: Language,
  write: (page: PageWriter) => void,
): SheetPage {
  const { exportBook: words } = catalogue(language);
  const page = new PageWriter();
  putTitle(page, title, words);
  const titleRows = page.rowCount;
  write(page);
  return {
    name,
    cells: page.cells,
    heights: page.heights,
    widths: GRID_WIDTHS,
    titleRows,
    foot: [left, words.footPage(PAGE_MARK, PAGES_MARK), right],
  };
}

/** Writes tables beside each other, the first at the left edge; a line without a table on one side stays empty there. */
export function putTables(page: PageWriter, ...tables: readonly SheetTable[]): void {
  let column = 0;
  const blocks: Line[][] = [];
  for (const table of tables) {
    const width = table.columns.reduce((sum, { span }) => sum + span, 0);
    blocks.push(linesOf(table, column, width));
    column += width + 1;
  }
  const length = Math.max(...blocks.map((block) => block.length));
  for (let index = 0; index < length; index += 1) {
    const lines = blocks.flatMap((block) => block[index] ?? []);
    page.row(Math.max(...lines.map(({ height }) => height)), ...lines.flatMap(({ cells }) => cells));
  }
  page.row(8);
}

type MainFigure = { readonly title: string; readonly value: number; readonly detail: string };

/** The figures that stand first, one to four, large enough to be read across a desk. */
export function putMainFigures(page: PageWriter, title: string, figures: readonly MainFigure[]): void {
  const columns = GRID / figures.length;
  const beside = (pick: (figure: MainFigure) => SheetCell['value'], look: CellLook): Cell[] =>
    figures.map((figure, place) => ({ column: place * columns, columns, value: pick(figure), look }));
  // As many letters as fit on a line beside one other figure.
  const letters = 100 / figures.length;
  page.row(LINE, { column: 0, columns: GRID, value: title, look: heading });
  page.row(20, ...beside((figure) => figure.title, { bold: true, frame: 'box-top', indent: 1 }));
  page.row(
    36,
    ...beside((figure) => figure.value, {
      bold: true,
      size: 26,
      frame: 'box-middle',
      indent: 1,
      format: 'count',
    }),
  );
  page.row(
    Math.max(18, ...figures.map(({ detail }) => heightFor(detail, letters, 15))),
    ...beside((figure) => figure.detail, { size: 11, frame: 'box-bottom', indent: 1, wrap: true }),
  );
  page.row(8);
}

function halves(left: SheetCell['value'], right: SheetCell['value'], look: CellLook): Cell[] {
  return [
    { column: 0, columns: HALF, value: left, look },
    { column: HALF, columns: GRID - HALF, value: right, look },
  ];
}

/** Where whoever made the page and whoever answers for it sign. */
export function putSignatures(page: PageWriter, language: Language, signer: Signer = UNNAMED): void {
  const { exportBook: words } = catalogue(language);
  const leader = signer.title === '' ? words.leader : signer.title;
  page.row(18, ...halves(words.madeBy, leader, { bold: true, align: 'center' }));
  page.row(17, ...halves(words.signature, words.signature, { italic: true, size: 11, align: 'center' }));
  page.row(56);
  if (signer.name !== '') page.row(18, ...halves(null, signer.name, { bold: true, align: 'center' }));
}

/** Who signs; empty where it is left to the pen. */
export type Signer = { readonly title: string; readonly name: string };
const UNNAMED: Signer = { title: '', name: '' };

/** A line of our own words over the whole width. */
export function putNote(page: PageWriter, text: string): void {
  page.row(LINE, { column: 0, columns: GRID, value: text, look: noteLook });
}

/** Text of people over the whole width, as long as a page can hold; the whole of it stands among the figures. */
export function putText(page: PageWriter, title: string, text: string): void {
  const shown = text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text;
  page.row(LINE, { column: 0, columns: GRID, value: title, look: heading });
  page.row(Math.min(400, heightFor(shown, 95, 16)), {
    column: 0,
    columns: GRID,
    value: shown,
    look: { wrap: true, top: true, format: 'text', frame: 'thin', indent: 1 },
  });
  page.row(8);
}

const MOST_TEXT = 600;

function linesOf(table: SheetTable, start: number, width: number): Line[] {
  const across = (value: string, look: CellLook): Cell => ({ column: start, columns: width, value, look });
  const lines: Line[] = [{ height: LINE, cells: [across(table.heading, heading)] }];
  if (table.rows.length > 0) {
    const places = placesOf(table.columns, start);
    lines.push({
      height: Math.max(
        HEAD_LINES,
        ...places.map(({ title, columns }) => heightFor(title, columns * lettersAColumn - 1, 15) + 4),
      ),
      cells: places.map(({ column, columns, title }) => ({ column, columns, value: title, look: head })),
    });
    for (const row of table.rows) lines.push(lineOf(places, row, (look) => look));
    if (table.total !== undefined)
      lines.push(lineOf(places, table.total, (look) => ({ ...look, bold: true, shade: 'total' })));
  }
  if (table.note !== undefined) {
    const height = heightFor(table.note, width * lettersAColumn, 18);
    lines.push({ height, cells: [across(table.note, noteLook)] });
  }
  return lines;
}

type Place = {
  readonly column: number;
  readonly columns: number;
  readonly title: string;
  readonly kind: ColumnKind;
};

function placesOf(columns: readonly TableColumn[], start: number): Place[] {
  let column = start;
  return columns.map(({ title, span, kind }) => {
    const place = { column, columns: span, title, kind };
    column += span;
    return place;
  });
}

function lineOf(places: readonly Place[], row: TableRow, dress: (look: CellLook) => CellLook): Line {
  const cells = places.map(({ column, columns, kind }, index) => {
    const value = row[index] ?? null;
    return { column, columns, value, look: dress(looks[kind]) };
  });
  const height = Math.max(
    ...cells.map(({ value, columns }) =>
      typeof value === 'string' ? heightFor(value, columns * lettersAColumn - 1.5, 16) + 5 : LINE,
    ),
  );
  return { height, cells };
}
