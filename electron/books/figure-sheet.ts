import type { Figure } from '#shared/domain/report/figures.ts';
import { PageWriter, type CellLook, type SheetPage } from './sheet-page.ts';

/** Named alike in every language, since programs look for it. */
const FIGURE_SHEET = 'figures';

/** Figures for a program, on a hidden sheet: schema and version first, then one row a figure. */
export function figureSheet(figures: readonly Figure[]): SheetPage {
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
  for (const { section, row, column, value } of figures) {
    page.row(
      null,
      { column: 0, value: section, look: plain },
      // Rows are named by codes, by days, and by places that people typed.
      { column: 1, value: row, look: text },
      { column: 2, value: column, look: plain },
      { column: 3, value, look: typeof value === 'string' ? text : plain },
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
