import { foldName } from '#shared/domain/identity/fold-name.ts';
import { nameProblem } from '#shared/domain/identity/name.ts';
import { findColumns, type Headings } from '../table/find-columns.ts';
import { readBirthCell, readNumberCell, type CellValue } from '../table/read-cell.ts';
import type { Table } from '../table/read-table.ts';

export type RosterMeaning =
  | 'order'
  | 'fullName'
  | 'givenName'
  | 'idNumber'
  | 'birthDate'
  | 'birthOfMen'
  | 'birthOfWomen'
  | 'sex'
  | 'unit'
  | 'post';

const headings: Headings<RosterMeaning> = [
  ['order', /^(stt|tt|so tt|so thu tu|no)$/],
  [
    'idNumber',
    /dinh danh|\bs?ddcn\b|\bcccd\b|\bcmnd\b|\bcmt\b|can cuoc|chung minh (nhan dan|thu)|(id|identity|personal) number/,
  ],
  ['birthDate', /(ngay|nam|thang).*sinh|^sinh( ngay| nam)?$|birth/],
  ['fullName', /^ho\b|^ten (can bo|nhan vien|nguoi)|^(full )?name$/],
  ['givenName', /^ten$/],
  ['sex', /^(gioi tinh|phai|gioi|sex)$/],
  [
    'unit',
    /bo phan|^phong\b|phong ban|to chuyen mon|^to\b|^khoa\b|^don vi|noi cong tac|phan xuong|^lop\b|department/,
  ],
  ['post', /chuc (vu|danh)|vi tri|position/],
];

export type RosterColumns = {
  /** Row of the heading; -1 where the list has none. */
  readonly row: number;
  /** Rows that belong to the heading. */
  readonly rows: number;
  readonly places: Readonly<Partial<Record<RosterMeaning, number>>>;
  readonly names: Readonly<Partial<Record<RosterMeaning, string>>>;
  readonly doubled: string | undefined;
};

const folded = (cell: CellValue): string => (typeof cell === 'string' ? foldName(cell) : '');

/** The columns of a list of people: by their headings, one line or two, else by what stands in them; undefined where no names are seen. */
export function rosterColumns({ rows, doubtful }: Table, today: string): RosterColumns | undefined {
  const found = findColumns(rows, headings, 'fullName');
  // Headings that name no names: what stands under them is not guessed.
  const others = findColumns(rows, headings, 'idNumber') ?? findColumns(rows, headings, 'birthDate');
  if (found === undefined) return others === undefined ? guessed(rows, today) : undefined;
  const below = (rows[found.row + 1] ?? []).map(folded);
  const [men, women] = [below.indexOf('nam'), below.indexOf('nu')];
  const places: Partial<Record<RosterMeaning, number>> = { ...found.places };
  const { fullName } = places;
  // A heading over two columns: family and middle names, and the given name.
  if (
    fullName !== undefined &&
    places.givenName === undefined &&
    doubtful.get(`${found.row},${fullName}`) === 'merged' &&
    doubtful.get(`${found.row},${fullName + 1}`) === 'merged' &&
    !Object.values(found.places).includes(fullName + 1)
  )
    places.givenName = fullName + 1;
  // Birth dates of men and women stand in two columns of their own, under one heading.
  const isSplit = men !== -1 && women !== -1 && places.birthDate !== undefined && men >= places.birthDate;
  if (!isSplit) return { ...found, places, rows: 1 };
  delete places.birthDate;
  return { ...found, places: { ...places, birthOfMen: men, birthOfWomen: women }, rows: 2 };
}

/** Rows from which a list without a heading is understood. */
const sampled = 60;

function guessed(rows: readonly (readonly CellValue[])[], today: string): RosterColumns | undefined {
  const sample = rows.slice(0, sampled).filter((cells) => cells.some((cell) => cell !== null && cell !== ''));
  const width = Math.max(0, ...sample.map((cells) => cells.length));
  const share = (column: number, fits: (cell: CellValue) => boolean): number => {
    const filled = sample
      .map((cells) => cells[column])
      .filter((cell) => cell !== null && cell !== undefined && cell !== '');
    return filled.length * 2 < sample.length ? 0 : filled.filter(fits).length / filled.length;
  };
  const tests: readonly (readonly [RosterMeaning, (cell: CellValue) => boolean])[] = [
    ['idNumber', (cell) => 'value' in readNumberCell(cell)],
    ['birthDate', (cell) => 'value' in readBirthCell(cell, today)],
    [
      'fullName',
      (cell) => typeof cell === 'string' && /\p{L} +\p{L}/u.test(cell) && nameProblem(cell) === undefined,
    ],
  ];
  const places: Partial<Record<RosterMeaning, number>> = {};
  for (const [meaning, fits] of tests) {
    for (let column = 0; column < width; column += 1) {
      if (Object.values(places).includes(column) || share(column, fits) < 0.8) continue;
      places[meaning] = column;
      break;
    }
  }
  return places.fullName === undefined
    ? undefined
    : { row: -1, rows: 1, places, names: {}, doubled: undefined };
}
