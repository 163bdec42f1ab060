import { LEVEL_FIGURES } from '#shared/domain/level/figures.ts';
import type { Language } from '#shared/domain/language.ts';
import { levelCatalogue } from '#shared/text/level-words.ts';
import { groupingMark } from '#shared/text/format.ts';
import { PageWriter } from './sheet-page.ts';
import { writeBook } from './xlsx-book.ts';

/** The instant that the template names as its making: the same program gives the same bytes. */
const MADE_AT = '2026-01-01T00:00:00.000Z';
/** Lines that are laid out for typing into. */
const LINES = 40;

/** The sheet that offices without this program fill in: one line for each office and day. */
export async function levelTemplate(language: Language): Promise<Buffer> {
  const words = levelCatalogue(language);
  const { levelBook: said } = words;
  const titles = [said.code, said.day, ...LEVEL_FIGURES.map((figure) => said.figure[figure])];
  const page = new PageWriter();
  const across = { column: 0, columns: titles.length };
  page.row(24, { ...across, value: said.sheetTitle, look: { bold: true, size: 14 } });
  page.row(34, { ...across, value: said.sheetNote, look: { italic: true, wrap: true, top: true } });
  page.row(
    48,
    ...titles.map((value, column) => ({
      column,
      value,
      look: { bold: true, align: 'center', wrap: true, frame: 'thin', shade: 'head' } as const,
    })),
  );
  for (let line = 0; line < LINES; line += 1)
    page.row(
      20,
      ...titles.map((_, column) => ({
        column,
        value: null,
        look: { frame: 'thin', format: column < 2 ? 'text' : 'count' } as const,
      })),
    );
  return writeBook({
    pages: [
      {
        name: said.sheet,
        cells: page.cells,
        heights: page.heights,
        widths: [14, 13, ...LEVEL_FIGURES.map(() => 11)],
        titleRows: 3,
        runsOn: true,
      },
    ],
    title: said.sheetTitle,
    creator: words.common.productName,
    madeAt: MADE_AT,
    grouping: groupingMark(language),
  });
}
