import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import type { ExtractReason } from '#shared/contract/problem.ts';
import { Refusal } from '../refusal.ts';
import { fileKind, textOf, type FileKind } from './file-kind.ts';
import type { CellValue } from './read-cell.ts';
import { zipTrouble } from './zip-guard.ts';

/** Lines that a list may have. */
export const MOST_ROWS = 200_000;

/** The cells of a file, of the first sheet that a person opening it would see. */
export type Table = {
  readonly kind: FileKind;
  readonly rows: readonly (readonly CellValue[])[];
  /** Cells whose content is not what they show, by `row,column`: a formula, or a part of a merged cell. */
  readonly doubtful: ReadonlyMap<string, 'formula' | 'merged'>;
};

/** Refuses a file with `extract-refused`. */
export function refuseTable(reason: ExtractReason, detail = ''): never {
  throw new Refusal({ code: 'extract-refused', reason, detail });
}

/** The table in a file, CSV or XLSX. Runs in the worker thread. Refuses with `extract-refused`. */
export async function readTable(input: {
  readonly fileName: string;
  readonly base64: string;
}): Promise<Table> {
  const bytes = Buffer.from(input.base64, 'base64');
  const kind = fileKind(input.fileName, bytes);
  if (typeof kind !== 'string') return refuseTable(kind.refused);
  return { kind, ...(kind === 'csv' ? readCsv(bytes) : await readWorkbook(bytes)) };
}

/** Titles and headings above the lines of a table. */
const MOST_HEADS = 100;

/**
 * The rows of a table, CSV or XLSX, of no more than `mostLines` lines below its headings. Runs in the worker thread, so that of a longer one
 * nothing reaches the program but the refusal. Refuses with `extract-refused`.
 */
export async function readShortTable(input: {
  readonly fileName: string;
  readonly base64: string;
  readonly mostLines: number;
}): Promise<Table['rows']> {
  const { mostLines, ...file } = input;
  const { rows } = await readTable(file);
  const filled = rows.filter((cells) => cells.some((cell) => String(cell ?? '').trim() !== ''));
  if (filled.length > mostLines + MOST_HEADS) return refuseTable('too-many-rows', String(mostLines));
  return rows.slice(0, rows.lastIndexOf(filled.at(-1) ?? []) + 1);
}

/** Those of some cells that are texts. */
export function textsOf(cells: readonly CellValue[]): string[] {
  return cells.filter((cell) => typeof cell === 'string');
}

function readCsv(bytes: Buffer): Omit<Table, 'kind'> {
  const text = textOf(bytes);
  if (text === undefined) return refuseTable('unreadable-text');
  const { data, errors } = Papa.parse<string[]>(text, {
    delimitersToGuess: [',', ';', '\t', '|'],
    preview: MOST_ROWS + 100,
  });
  // A quote that is never closed swallows the rest of the file: nothing after it can be trusted.
  const torn = errors.find(({ type }) => type === 'Quotes');
  if (torn !== undefined) return refuseTable('not-a-table', `dòng ${(torn.row ?? 0) + 1}`);
  return { rows: data, doubtful: new Map() };
}

async function readWorkbook(bytes: Buffer): Promise<Omit<Table, 'kind'>> {
  const trouble = zipTrouble(bytes);
  if (trouble !== undefined) return refuseTable(trouble);
  let seen = false;
  const book = await readXlsx(bytes, {
    // The first sheet that a person opening the file would see.
    sheets: ({ hidden, veryHidden }) => {
      if (seen || hidden === true || veryHidden === true) return false;
      seen = true;
      return true;
    },
    maxRows: MOST_ROWS + 100,
  }).catch(() => refuseTable('not-a-table'));
  const sheet = book.sheets[0];
  if (sheet === undefined) return refuseTable('not-a-table');
  const doubtful = new Map<string, 'formula' | 'merged'>();
  for (const [place, cell] of sheet.cells ?? []) {
    if (cell.formula !== undefined) doubtful.set(place, 'formula');
  }
  for (const { startRow, endRow, startCol, endCol } of sheet.merges ?? []) {
    for (let row = startRow; row <= Math.min(endRow, sheet.rows.length); row += 1) {
      for (let column = startCol; column <= Math.min(endCol, startCol + 200); column += 1)
        doubtful.set(`${row},${column}`, 'merged');
    }
  }
  return { rows: sheet.rows, doubtful };
}
