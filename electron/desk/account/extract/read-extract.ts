import type { StatedTotals } from '#shared/contract/follow-up.ts';
import {
  hasOldLetters,
  readDateCell,
  readNameCell,
  readNumberCell,
  readStateCell,
  type CellValue,
  type Read,
} from '../../table/read-cell.ts';
import { findColumns, type FoundColumns } from '../../table/find-columns.ts';
import { COLUMN_MEANINGS, EXTRACT_HEADINGS, type ColumnMeaning } from './extract-columns.ts';
import type { FileKind } from '../../table/file-kind.ts';
import { packLines, type PackedLines, type ReadLine } from './packed-lines.ts';
import { statedTotals } from './stated-totals.ts';
import { MOST_ROWS, readTable, refuseTable, textsOf, type Table } from '../../table/read-table.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';

/** Rows of a file without people that are looked through for totals. */
const mostTotalRows = 60;

type Found = FoundColumns<ColumnMeaning>;

type ReadExtract = PackedLines & {
  readonly format: FileKind;
  readonly columns: Readonly<Record<ColumnMeaning, string | null>>;
  readonly unit: StatedTotals | null;
};

/** Reads an extract, CSV or XLSX, into lines. Runs in the worker thread. Refuses with `extract-refused`. */
export async function readExtract(input: {
  readonly fileName: string;
  readonly base64: string;
}): Promise<ReadExtract> {
  const table = await readTable(input);
  const { kind } = table;
  const columns = findColumns(table.rows, EXTRACT_HEADINGS, 'idNumber');
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
    return hasOldLetters(textsOf(head))
      ? refuseTable('old-letters')
      : refuseTable('columns-missing', 'Số định danh');
  }
  const { fullName } = columns.places;
  if (fullName !== undefined && hasOldLetters(textsOf(table.rows.map((cells) => cells[fullName]))))
    return refuseTable('old-letters');
  if (columns.doubled !== undefined) return refuseTable('columns-doubled', columns.doubled);
  const { activatedOn, state } = columns.places;
  if (activatedOn === undefined && state === undefined)
    return refuseTable('columns-missing', 'Ngày kích hoạt, Trạng thái');
  const lines = readLines(table, columns);
  if (lines.length === 0 && unit === null) return refuseTable('no-rows');
  if (lines.length > MOST_ROWS) return refuseTable('too-many-rows');
  return extractOf(kind, columns.names, lines, unit);
}

function extractOf(
  format: FileKind,
  found: Found['names'],
  lines: readonly ReadLine[],
  unit: StatedTotals | null,
): ReadExtract {
  const names = COLUMN_MEANINGS.map((meaning) => [meaning, found[meaning] ?? null]);
  return { format, columns: Object.fromEntries(names) as ReadExtract['columns'], unit, ...packLines(lines) };
}

function readLines(table: Table, columns: Found): ReadLine[] {
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
  { places, names }: Found,
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
