import { foldName } from '#shared/domain/identity/fold-name.ts';
import { checkIdNumber, type Sex } from '#shared/domain/identity/id-number.ts';
import { nameProblem } from '#shared/domain/identity/name.ts';
import type { MemberDoubt } from '#shared/domain/roster/member.ts';
import type { FileKind } from '../table/file-kind.ts';
import {
  hasOldLetters,
  looksOld,
  readBirthCell,
  readNameCell,
  readNumberCell,
  type CellValue,
} from '../table/read-cell.ts';
import { readTable, refuseTable, textsOf, type Table } from '../table/read-table.ts';
import { rosterColumns, type RosterColumns, type RosterMeaning } from './roster-columns.ts';
import { agencyOf, isFooter, isSection } from './roster-rows.ts';

/** A person as a list gives them. */
export type ListedPerson = {
  readonly fullName: string;
  readonly idNumber: string | null;
  readonly birthDate: string | null;
  readonly sex: Sex | null;
  readonly unit: string | null;
  /** What did not hold and was left out, or is to be asked. */
  readonly doubt: MemberDoubt | null;
};

/** One line of the file: a person, or why none can be read. */
export type ListedLine = {
  /** Line of the file, as its program counts. */
  readonly line: number;
  readonly person: ListedPerson | null;
  /** What stands in the cell that is wrong. */
  readonly found: string | null;
  /** An earlier line of the same person. */
  readonly sameAs: number | null;
};

type ReadRoster = {
  readonly format: FileKind;
  /** The agency as the title names it; null where it does not. */
  readonly agency: string | null;
  readonly columns: Readonly<Partial<Record<RosterMeaning, string>>>;
  readonly lines: readonly ListedLine[];
};

const birthColumns = ['birthDate', 'birthOfMen', 'birthOfWomen'] as const;
const isFilled = (cell: CellValue): boolean => cell !== null && cell !== undefined && cell !== '';

/** Nobody's staff is larger; more would hold the desk too long when they are looked at and written. */
const mostLines = 5_000;
/** Longer texts are no name of a room or a post. */
const mostUnit = 80;

/** Reads the list of an agency's people, CSV or XLSX, on a day. Runs in the worker thread. Refuses with `extract-refused`. */
export async function readRoster(input: {
  readonly fileName: string;
  readonly base64: string;
  readonly today: string;
}): Promise<ReadRoster> {
  const table = await readTable(input);
  const columns = rosterColumns(table, input.today);
  if (columns === undefined)
    return hasOldLetters(textsOf(table.rows.slice(0, 40).flat()))
      ? refuseTable('old-letters')
      : refuseTable('columns-missing', 'Họ và tên');
  if (columns.doubled !== undefined) return refuseTable('columns-doubled', columns.doubled);
  const { fullName } = columns.places;
  if (fullName !== undefined && hasOldLetters(textsOf(table.rows.map((cells) => cells[fullName]))))
    return refuseTable('old-letters');
  const lines = readLines(table, columns, input.today);
  if (lines.length === 0) return refuseTable('no-rows');
  if (lines.length > mostLines) return refuseTable('too-many-people');
  return {
    format: table.kind,
    agency: agencyOf(table.rows.slice(0, Math.max(0, columns.row))),
    columns: columns.names,
    lines,
  };
}

function readLines(table: Table, columns: RosterColumns, today: string): ListedLine[] {
  const lines: ListedLine[] = [];
  const firstOf = new Map<string, number>();
  const heading = JSON.stringify(table.rows[columns.row] ?? null);
  let section: string | null = null;
  for (let row = columns.row + columns.rows; row < table.rows.length; row += 1) {
    const cells = table.rows[row] ?? [];
    const texts = cells.map((cell) => (typeof cell === 'string' ? cell.trim() : cell)).filter(isFilled);
    if (texts.length === 0 || JSON.stringify(cells) === heading || isNumbering(texts)) continue;
    const reader = readerOf(table, columns, row);
    const isNumbered = /^\d+\.?$/.test(String(reader.cell('order') ?? '').trim());
    if (!isNumbered && 'trouble' in readNumberCell(reader.cell('idNumber'))) {
      if (isFooter(texts, reader.cell('fullName'))) continue;
      if (isSection(texts, Object.keys(columns.places).length > 1)) {
        section = sectionName(texts);
        continue;
      }
    }
    lines.push(readLine(reader, row + 1, section, today, firstOf));
  }
  return lines;
}

/** The row of column numbers that official tables have under their heading. */
function isNumbering(texts: readonly CellValue[]): boolean {
  return (
    texts.length > 1 && texts.every((cell, at) => String(cell).replaceAll(/[()]/g, '') === String(at + 1))
  );
}

function sectionName(texts: readonly CellValue[]): string {
  return String(texts.at(-1))
    .replace(/^[\dIVXivx]+[.)]\s*/u, '')
    .slice(0, mostUnit);
}

type RowReader = {
  readonly cell: (meaning: RosterMeaning) => CellValue;
  readonly isFormula: (meaning: RosterMeaning) => boolean;
};

function readerOf({ rows, doubtful }: Table, { places }: RosterColumns, row: number): RowReader {
  const cells = rows[row] ?? [];
  return {
    cell(meaning) {
      const column = places[meaning];
      if (column === undefined) return null;
      if (meaning !== 'unit' || cells[column] !== null) return cells[column];
      // A room's name stands once beside all of its people.
      for (let above = row; doubtful.get(`${above},${column}`) === 'merged'; above -= 1)
        if (rows[above]?.[column] !== null) return rows[above]?.[column];
      return null;
    },
    isFormula: (meaning) => doubtful.get(`${row},${places[meaning] ?? -1}`) === 'formula',
  };
}

function readLine(
  { cell, isFormula }: RowReader,
  line: number,
  section: string | null,
  today: string,
  firstOf: Map<string, number>,
): ListedLine {
  const shown = (value: CellValue): string => (value instanceof Date ? '' : String(value ?? '')).slice(0, 60);
  const unread = (found: CellValue): ListedLine => ({
    line,
    person: null,
    found: shown(found),
    sameAs: null,
  });
  const name = readNameCell(cell('fullName'));
  const given = readNameCell(cell('givenName'));
  if (isFormula('fullName') || isFormula('givenName') || !('value' in name) || !('value' in given))
    return unread(cell('fullName'));
  const fullName = [name.value, given.value].filter((part) => part !== null).join(' ');
  if (fullName === '' || !/\p{L}/u.test(fullName)) return unread(cell('fullName'));
  let doubt: ListedPerson['doubt'] = null;
  let found: string | null = null;
  const doubtful = (code: MemberDoubt, value: CellValue): void => {
    if (doubt !== null) return;
    doubt = code;
    found = shown(value);
  };
  const born = birthColumns.map(cell).find(isFilled) ?? null;
  const birth = readBirthCell(born, today);
  if ('trouble' in birth) doubtful('birth-date', born);
  const birthDate = 'value' in birth ? birth.value : (birth.year ?? null);
  const sex = readSex(cell);
  const number = readNumberCell(cell('idNumber'));
  let idNumber = 'value' in number && !isFormula('idNumber') ? number.value : null;
  const written = String(cell('idNumber') ?? '').replaceAll(/\D/g, '');
  if (idNumber === null && (isFormula('idNumber') || ('trouble' in number && number.trouble !== 'empty')))
    doubtful('number', cell('idNumber'));
  if (idNumber?.length === 12) {
    const warnings = checkIdNumber(idNumber, { birthDate: birthDate ?? undefined, sex: sex ?? undefined });
    const has = (code: string): boolean => warnings.some((warning) => warning.code === code);
    // Leading zeros that a workbook dropped come back only where the rest of the line bears them out.
    if (written.length < 12 && (birthDate === null || warnings.length > 0)) {
      doubtful('number', cell('idNumber'));
      idNumber = null;
    } else if (has('year-mismatch')) doubtful('number-against-birth', null);
    else if (has('sex-mismatch')) doubtful('number-against-sex', null);
    else if (warnings.length > 0) doubtful('number', cell('idNumber'));
  }
  if (nameProblem(fullName) !== undefined || looksOld(fullName)) doubtful('name', fullName);
  const unit = readNameCell(cell('unit'));
  const post = readNameCell(cell('post'));
  const room = ('value' in unit ? unit.value : null) ?? section ?? ('value' in post ? post.value : null);
  // A name and a year are shared by two of one staff; a name and a day are not.
  const key = idNumber ?? (birthDate?.length === 10 ? `${foldName(fullName)}|${birthDate}` : undefined);
  const sameAs = key === undefined ? null : (firstOf.get(key) ?? null);
  if (key !== undefined && sameAs === null) firstOf.set(key, line);
  return {
    line,
    person: { fullName, idNumber, birthDate, sex, unit: room?.slice(0, mostUnit) ?? null, doubt },
    found,
    sameAs,
  };
}

function readSex(cell: RowReader['cell']): Sex | null {
  const said = foldName(String(cell('sex') ?? ''));
  if (/^(nu|female|f|gai)$/.test(said)) return 'female';
  if (/^(nam|male|m|trai)$/.test(said)) return 'male';
  const [men, women] = [cell('birthOfMen'), cell('birthOfWomen')].map(isFilled);
  return men === women ? null : men === true ? 'male' : 'female';
}
