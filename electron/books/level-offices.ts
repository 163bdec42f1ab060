import type { LevelOffice } from '#shared/contract/level-shapes.ts';
import { weekdaysText } from '#shared/domain/level/weekday-words.ts';
import { levelCatalogue } from '#shared/text/level-words.ts';
import { groupingMark } from '#shared/text/format.ts';
import type { BookOptions } from './level-book.ts';
import { PageWriter } from './sheet-page.ts';
import { writeBook } from './xlsx-book.ts';

/** Lines that are laid out for typing into. */
const LINES = 60;

/** The offices of a level as a table that is filled in and given back: those that are registered first, their keys as fingerprints. */
export async function officesBook(
  offices: readonly LevelOffice[],
  { language, at }: BookOptions,
): Promise<Buffer> {
  const words = levelCatalogue(language);
  const { levelBook: said } = words;
  const { table, register } = words.levelOffices;
  const titles = [said.code, said.office, said.group, said.telephone, register.weekdays, register.key];
  const page = new PageWriter();
  const across = { column: 0, columns: titles.length };
  page.row(24, { ...across, value: table.title, look: { bold: true, size: 14 } });
  page.row(48, { ...across, value: table.note, look: { italic: true, wrap: true, top: true } });
  page.row(
    30,
    ...titles.map((value, column) => ({
      column,
      value,
      look: { bold: true, align: 'center', wrap: true, frame: 'thin', shade: 'head' } as const,
    })),
  );
  const lines = [
    ...offices.map(({ code, name, group, telephone, weekdays, keyId }) => [
      code,
      name,
      group,
      telephone,
      weekdaysText(weekdays, register.weekday),
      keyId,
    ]),
    ...Array.from({ length: LINES }, () => titles.map(() => null)),
  ];
  for (const line of lines)
    page.row(
      20,
      ...line.map((value, column) => ({ column, value, look: { frame: 'thin', format: 'text' } as const })),
    );
  return writeBook({
    pages: [
      {
        name: table.sheet,
        cells: page.cells,
        heights: page.heights,
        widths: [14, 34, 16, 16, 16, 48],
        titleRows: 3,
        runsOn: true,
      },
    ],
    title: table.title,
    creator: words.common.productName,
    madeAt: at,
    grouping: groupingMark(language),
  });
}
