import { findColumns, type Headings } from '#electron/desk/table/find-columns.ts';
import { readDateCell, type CellValue } from '#electron/desk/table/read-cell.ts';
import { refuseTable } from '#electron/desk/table/read-table.ts';
import { readTableFile } from '#electron/desk/worker/read-table-file.ts';
import {
  LEVEL_FIGURES,
  NO_FIGURES,
  type LevelFigure,
  type LevelFigures,
} from '#shared/domain/level/figures.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import { LANGUAGES } from '#shared/domain/language.ts';
import { typedDoubt } from '#shared/domain/level/typed-figures.ts';
import { levelWords } from '#shared/text/level-words.ts';

type Meaning = 'code' | 'day' | LevelFigure;

/** A filled-in line; `line` counts as a spreadsheet does, from 1. */
type SheetLine = { readonly line: number } & (
  | {
      readonly officeCode: string;
      readonly businessDay: string;
      readonly figures: LevelFigures;
      /** It can be taken all the same: a letter of an office that does not add up is told as it is. */
      readonly problem?: 'parts-differ';
    }
  | {
      readonly officeCode: string;
      readonly figures?: never;
      readonly problem: 'no-such-day' | 'not-a-number';
    }
);

/** More lines than every office of a country fills in for a day are no such sheet. */
const MOST_LINES = 5_000;

/**
 * The lines of a filled-in template, XLSX or CSV, headings in any language of the program. An empty figure is none. Refuses with
 * `extract-refused` what is no table, lacks a column or names one twice.
 */
export async function readSheet(file: {
  readonly fileName: string;
  readonly base64: string;
}): Promise<SheetLine[]> {
  const rows = await readTableFile('read-table', { ...file, mostLines: MOST_LINES });
  const found = findColumns<Meaning>(rows, HEADINGS, 'code');
  if (found === undefined) return refuseTable('columns-missing', WORDS[0]?.code ?? '');
  const lacking = MEANINGS.find((meaning) => found.places[meaning] === undefined);
  if (lacking !== undefined) return refuseTable('columns-missing', nameOf(lacking));
  if (found.doubled !== undefined) return refuseTable('columns-doubled', found.doubled);
  const lines = rows
    .map((cells, index) => ({ cells, line: index + 1 }))
    .slice(found.row + 1)
    .filter(({ cells }) => MEANINGS.some((meaning) => textOf(cells[found.places[meaning] ?? 0]) !== ''));
  if (lines.length === 0) return refuseTable('no-rows');
  if (lines.length > MOST_LINES) return refuseTable('too-many-rows', String(MOST_LINES));
  return lines.map(({ cells, line }) => readLine(line, (meaning) => cells[found.places[meaning] ?? -1]));
}

function readLine(line: number, at: (meaning: Meaning) => CellValue): SheetLine {
  const officeCode = textOf(at('code')).normalize('NFC').slice(0, 40);
  const day = readDateCell(at('day'));
  if (!('value' in day) || day.value === null) return { line, officeCode, problem: 'no-such-day' };
  const figures: Record<LevelFigure, number> = { ...NO_FIGURES };
  for (const figure of LEVEL_FIGURES) {
    const count = readCount(at(figure));
    if (count === undefined) return { line, officeCode, problem: 'not-a-number' };
    figures[figure] = count;
  }
  const read = { line, officeCode, businessDay: day.value, figures };
  return typedDoubt(figures) === undefined ? read : { ...read, problem: 'parts-differ' };
}

/** A count, its thousands grouped by a point or a blank; nothing is 0. */
function readCount(cell: CellValue): number | undefined {
  const text = textOf(cell);
  if (text === '') return 0;
  const digits = /^\d{1,3}(?:[.  ]\d{3})+$/.test(text) ? text.replaceAll(/[.  ]/g, '') : text;
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

function textOf(cell: CellValue): string {
  return cell === null || cell === undefined ? '' : String(cell).trim();
}

const MEANINGS: readonly Meaning[] = ['code', 'day', ...LEVEL_FIGURES];
const WORDS = LANGUAGES.map((language) => levelWords(language).levelBook);

function nameOf(meaning: Meaning): string {
  const words = WORDS[0] ?? levelWords('vi').levelBook;
  return meaning === 'code' || meaning === 'day' ? words[meaning] : words.figure[meaning];
}

/** The very headings of the template: another list that looks like it is not taken by halves. */
const HEADINGS: Headings<Meaning> = MEANINGS.map((meaning) => {
  const names = WORDS.map((words) =>
    meaning === 'code' || meaning === 'day' ? words[meaning] : words.figure[meaning],
  );
  const folded = names.map((name) =>
    foldName(name)
      .replaceAll(/[^\p{L}\p{N}/]+/gu, ' ')
      .trim(),
  );
  return [meaning, new RegExp(`^(?:${folded.join('|')})$`)] as const;
});
