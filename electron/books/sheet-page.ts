/** How a cell looks on paper; everything is black on white, shades are light enough for any printer. */
export type CellLook = {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly top?: boolean;
  readonly wrap?: boolean;
  readonly indent?: number;
  /** A thin frame, or one heavy on its outside edges. */
  readonly frame?: 'thin' | 'box-top' | 'box-middle' | 'box-bottom';
  readonly shade?: 'head' | 'total';
  /** `text` keeps leading zeros and whatever a person typed; `count` groups thousands; `percent` shows hundredths of a percent. */
  readonly format?: 'text' | 'count' | 'percent';
};

/** A cell or, with `rows` or `columns` above 1, a merged block; positions count from 0. */
export type SheetCell = {
  readonly row: number;
  readonly column: number;
  readonly rows?: number;
  readonly columns?: number;
  readonly value: string | number | null;
  readonly look: CellLook;
};

/** One sheet of a workbook, printed on one A4 page unless it is hidden. */
export type SheetPage = {
  readonly name: string;
  readonly cells: readonly SheetCell[];
  /** In characters, one a column. */
  readonly widths: readonly number[];
  /** In points, one a row; null leaves it to the reader. */
  readonly heights: readonly (number | null)[];
  /** Rows from the top that stay in sight and are printed on every page. */
  readonly titleRows: number;
  /** Left, middle and right of the foot; {@link PAGE_MARK} and {@link PAGES_MARK} become the numbers of the pages. */
  readonly foot?: readonly [string, string, string];
  readonly hidden?: boolean;
  /** A list that goes on over as many pages as it needs, its title rows on each; only the width is fitted. */
  readonly runsOn?: boolean;
};

export const PAGE_MARK = '\u{e000}';
export const PAGES_MARK = '\u{e001}';

/** Puts cells one row after another, so that a layout reads from top to bottom. */
export class PageWriter {
  readonly cells: SheetCell[] = [];
  readonly heights: (number | null)[] = [];

  /** Ends the row above and begins one of `height` points with these cells; a cell takes the row it is put in. */
  row(height: number | null, ...cells: readonly Omit<SheetCell, 'row'>[]): void {
    const row = this.heights.length;
    this.heights.push(height);
    for (const cell of cells) this.cells.push({ ...cell, row });
  }

  get rowCount(): number {
    return this.heights.length;
  }
}

/** The height in points that text needs in a cell of `width` characters; `line` is the height of one line. */
export function heightFor(text: string, width: number, line: number): number {
  const lines = text
    .split('\n')
    .reduce((sum, part) => sum + Math.max(1, Math.ceil((part.length * 1.05) / width)), 0);
  return line * lines;
}
