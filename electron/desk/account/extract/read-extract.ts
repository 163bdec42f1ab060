import { readXlsx } from 'hucre/xlsx';
import type { StatedTotals } from '#shared/contract/follow-up.ts';
import type { ExtractReason } from '#shared/contract/problem.ts';
import { Refusal } from '../../refusal.ts';
import {
  hasOldLetters,
  readDateCell,
  readNameCell,
  readNumberCell,
  readStateCell,
  type CellValue,
  type Read,
} from './extract-cell.ts';
import { COLUMN_MEANINGS, findColumns, type ColumnMeaning, type FoundColumns } from './extract-columns.ts';
import { fileKind, textOf, type FileKind } from './file-kind.ts';
import { packLines, type PackedLines, type ReadLine } from './packed-lines.ts';
import { statedTotals } from './stated-totals.ts';
import { zipTrouble } from './zip-guard.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import Papa from 'papaparse';

const mostRows = 200_000;
/** Rows of a file without people that are looked through for totals. */
const mostTotalRows = 60;

export type ReadExtract = PackedLines & {
  readonly format: FileKind;
  readonly columns: Readonly<Record<ColumnMeaning, string | null>>;
  readonly unit: StatedTotals | null;
};

type Table = {
  readonly rows: readonly (readonly CellValue[])[];
  /** Cells whose content is not what they show, by `row,column`: a formula, or a part of a merged cell. */
  readonly doubtful: ReadonlyMap<string, 'formula' | 'merged'>;
};

function refuse(reason: ExtractReason, detail = ''): never {
  throw new Refusal({ code: 'extract-refused', reason, detail });
}

/** Reads an extract, CSV or XLSX, into lines. Runs in the worker thread. Refuses with `extract-refused`. */
export async function readExtract(input: {
  readonly fileName: string;
  readonly base64: string;
}): Promise<ReadExtract> {
  const bytes = Buffer.from(input.base64, 'base64');
  const kind = fileKind(input.fileName, bytes);
  if (typeof kind !== 'string') return refuse(kind.refused);
  const table = kind === 'csv' ? readCsv(bytes) : await readWorkbook(bytes);
  const columns = findColumns(table.rows);
  // What a formula shows is not known to be so; tables of totals stand above the people, or are all there is.
  const known = table.rows
    .slice(0, columns?.row ?? mostTotalRows)
    .map((cells, row) =>
      cells.map((cell, column) => (table.doubtful.get(`${row},${column}`) === 'formula' ? null : cell)),
    );
  const unit = statedTotals(known);
  if (columns === undefined) {
    if (unit !== null) return extractOf(kind, {}, [], unit);
    const head = table.rows.slice(0, 20).flat();
    return hasOldLetters(textsOf(head)) ? refuse('old-letters') : refuse('columns-missing', 'Số định danh');
  }
  const { fullName } = columns.places;
  if (fullName !== undefined && hasOldLetters(textsOf(table.rows.map((cells) => cells[fullName]))))
    return refuse('old-letters');
  if (columns.doubled !== undefined) return refuse('columns-doubled', columns.doubled);
  const { activatedOn, state } = columns.places;
  if (activatedOn === undefined && state === undefined)
    return refuse('columns-missing', 'Ngày kích hoạt, Trạng thái');
  const lines = readLines(table, columns);
  if (lines.length === 0 && unit === null) return refuse('no-rows');
  if (lines.length > mostRows) return refuse('too-many-rows');
  return extractOf(kind, columns.names, lines, unit);
}

function extractOf(
  format: FileKind,
  found: FoundColumns['names'],
  lines: readonly ReadLine[],
  unit: StatedTotals | null,
): ReadExtract {
  const names = COLUMN_MEANINGS.map((meaning) => [meaning, found[meaning] ?? null]);
  return { format, columns: Object.fromEntries(names) as ReadExtract['columns'], unit, ...packLines(lines) };
}

function textsOf(cells: readonly CellValue[]): string[] {
  return cells.filter((cell) => typeof cell === 'string');
}

function readCsv(bytes: Buffer): Table {
  const text = textOf(bytes);
  if (text === undefined) return refuse('unreadable-text');
  const { data, errors } = Papa.parse<string[]>(text, {
    delimitersToGuess: [',', ';', '\t', '|'],
    preview: mostRows + 100,
  });
  // A quote that is never closed swallows the rest of the file: nothing after it can be trusted.
  const torn = errors.find(({ type }) => type === 'Quotes');
  if (torn !== undefined) return refuse('not-a-table', `dòng ${(torn.row ?? 0) + 1}`);
  return { rows: data, doubtful: new Map() };
}

async function readWorkbook(bytes: Buffer): Promise<Table> {
  const trouble = zipTrouble(bytes);
  if (trouble !== undefined) return refuse(trouble);
  let seen = false;
  const book = await readXlsx(bytes, {
    // The first sheet that a person opening the file would see.
    sheets: ({ hidden, veryHidden }) => {
      if (seen || hidden === true || veryHidden === true) return false;
      seen = true;
      return true;
    },
    maxRows: mostRows + 100,
  }).catch(() => refuse('not-a-table'));
  const sheet = book.sheets[0];
  if (sheet === undefined) return refuse('not-a-table');
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

function readLines(table: Table, columns: FoundColumns): ReadLine[] {
  const lines: Omit<ReadLine, 'doubled'>[] = [];
  for (let row = columns.row + 1; row < table.rows.length; row += 1) {
    const cells = table.rows[row] ?? [];
    const used = Object.values(columns.places);
    const blank = used.every(
      (column) => cells[column] === undefined || cells[column] === null || cells[column] === '',
    );
    const doubt = used.some((column) => table.doubtful.has(`${row},${column}`));
    if (!blank || doubt) lines.push(readLine(table, columns, row, cells));
  }
  return markDoubled(lines);
}

function readLine(
  table: Table,
  { places, names }: FoundColumns,
  row: number,
  cells: readonly CellValue[],
): Omit<ReadLine, 'doubled'> {
  let trouble: ReadLine['trouble'] = null;
  const read = <T>(meaning: ColumnMeaning, how: (cell: CellValue) => Read<T>): T | null => {
    const column = places[meaning];
    if (column === undefined) return null;
    const doubt = table.doubtful.get(`${row},${column}`);
    const reading = doubt === undefined ? how(cells[column]) : { trouble: doubt };
    if ('value' in reading) return reading.value;
    trouble ??= { code: reading.trouble, column: names[meaning] ?? '' };
    return null;
  };
  const idNumber = read('idNumber', readNumberCell);
  const name = read('fullName', readNameCell);
  const activatedOn = read('activatedOn', readDateCell);
  const state = read('state', readStateCell);
  if (trouble === null && state === false && activatedOn !== null)
    trouble = { code: 'state-against-date', column: names.state ?? '' };
  const activated = state ?? activatedOn !== null;
  return { line: row + 1, idNumber, name, activated, activatedOn, trouble };
}

/** Marks the later lines of a person who stands there twice, and all of them where they say different things. */
function markDoubled(lines: readonly Omit<ReadLine, 'doubled'>[]): ReadLine[] {
  const byNumber = new Map<string, Omit<ReadLine, 'doubled'>[]>();
  for (const line of lines) {
    if (line.idNumber === null) continue;
    const same = byNumber.get(line.idNumber);
    if (same === undefined) byNumber.set(line.idNumber, [line]);
    else same.push(line);
  }
  const doubled = new Set<number>();
  for (const same of byNumber.values()) {
    if (same.length < 2) continue;
    const says = ({ name, activated, activatedOn, trouble }: Omit<ReadLine, 'doubled'>): string =>
      JSON.stringify([foldName(name ?? ''), activated, activatedOn, trouble]);
    const agree = new Set(same.map(says)).size === 1;
    for (const line of agree ? same.slice(1) : same) doubled.add(line.line);
  }
  return lines.map((line) => ({ ...line, doubled: doubled.has(line.line) }));
}
