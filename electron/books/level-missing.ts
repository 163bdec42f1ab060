import type { LevelDay } from '#shared/contract/level-shapes.ts';
import { levelCatalogue } from '#shared/text/level-words.ts';
import { formatDay, formatInstant, formatNumber, groupingMark } from '#shared/text/format.ts';
import type { BookOptions, LevelMaterial } from './level-book.ts';
import { gridPage, putTables } from './sheet-table.ts';
import { writeBook } from './xlsx-book.ts';

/** The list of who has not sent, with room for what the call brought. */
export async function missingBook(
  own: LevelMaterial['own'],
  day: LevelDay,
  { language, at }: BookOptions,
): Promise<Buffer> {
  const words = levelCatalogue(language);
  const { levelBook: said } = words;
  const shown = formatDay(day.businessDay, language);
  const page = gridPage(
    {
      office: own,
      title: said.missingTitle,
      period: said.missingOf(shown, day.reportBefore),
      standing: said.missingCount(
        formatNumber(day.missing.length, language),
        formatNumber(day.expected, language),
      ),
      provisional: false,
      training: false,
    },
    { name: said.missingSheet, left: shown, right: formatInstant(at, language) },
    language,
    (sheet) =>
      putTables(sheet, {
        heading: said.missingSheet,
        columns: [
          { title: said.office, span: 3, kind: 'typed' },
          { title: said.group, span: 2, kind: 'typed' },
          { title: said.telephone, span: 2, kind: 'typed' },
          { title: said.since, span: 2, kind: 'typed' },
          { title: said.called, span: 3, kind: 'typed' },
        ],
        rows: day.missing.map((one) => [
          one.name,
          one.group,
          one.telephone,
          formatDay(one.since, language),
          one.note?.text ?? '',
        ]),
        ...(day.missing.length === 0 ? { note: said.nobodyMissing } : {}),
      }),
  );
  return writeBook({
    pages: [{ ...page, runsOn: true }],
    title: said.missingTitle,
    creator: words.common.productName,
    madeAt: at,
    grouping: groupingMark(language),
  });
}
