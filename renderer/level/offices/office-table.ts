import { fingerprintOfKey } from '../frame/office-key.ts';

/** An office as a line of a pasted table tells it. */
type TableOffice = {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly telephone: string;
  readonly publicKey: string;
};

type TableVerdict =
  | 'ready'
  | 'known'
  | 'no-code'
  | 'no-name'
  | 'no-key'
  | 'not-a-key'
  | 'doubled'
  | 'key-doubled';

export type ReviewedOffice = TableOffice & { readonly verdict: TableVerdict };

const FIELDS = ['code', 'name', 'group', 'telephone', 'publicKey'] as const;
type Field = (typeof FIELDS)[number];

/** What a head of a column may begin with, without marks. */
const HEADS: Readonly<Record<Field, readonly string[]>> = {
  code: ['ma', 'code'],
  name: ['ten', 'don vi', 'name', 'office'],
  group: ['cum', 'nhom', 'group'],
  telephone: ['dien thoai', 'sdt', 'so dien thoai', 'goi', 'telephone', 'phone'],
  publicKey: ['khoa', 'dau khoa', 'public key', 'key', 'fingerprint'],
};

/**
 * Reads a table pasted from a spreadsheet (tabs) or a CSV (commas or semicolons, quotes). With a line of heads the columns may stand
 * in any order; without one they are code, name, group, telephone, key.
 */
export function readOfficeTable(text: string): TableOffice[] {
  const rows = cellsOf(text.replace(/^\uFEFF/, ''));
  const [first] = rows;
  if (first === undefined) return [];
  const named = first.cells.map(fieldOf);
  const hasHeads = named.includes('code') && named.includes('publicKey');
  const order = hasHeads ? named : FIELDS;
  return (hasHeads ? rows.slice(1) : rows).map(({ line, cells }) => {
    const cell = (field: Field): string => cells[order.indexOf(field)]?.trim().normalize('NFC') ?? '';
    return {
      line,
      code: cell('code').slice(0, 40),
      name: cell('name').slice(0, 200),
      group: cell('group').slice(0, 80),
      telephone: cell('telephone').slice(0, 40),
      publicKey: cell('publicKey').slice(0, 4000),
    };
  });
}

/** Says of every line whether its office can be registered; the first of two that are the same can. */
export async function reviewOffices(
  table: readonly TableOffice[],
  known: ReadonlySet<string>,
): Promise<ReviewedOffice[]> {
  const prints = await Promise.all(table.map(({ publicKey }) => fingerprintOfKey(publicKey)));
  const codes = new Set<string>();
  const keys = new Set<string>();
  return table.map((office, index) => {
    const keyId = prints[index];
    const verdict = verdictOf(office, keyId);
    if (verdict === 'ready' && keyId !== undefined) {
      codes.add(office.code);
      keys.add(keyId);
    }
    return { ...office, verdict };
  });

  function verdictOf(office: TableOffice, keyId: string | undefined): TableVerdict {
    if (office.code === '') return 'no-code';
    if (known.has(office.code)) return 'known';
    if (codes.has(office.code)) return 'doubled';
    if (office.name === '') return 'no-name';
    if (office.publicKey === '') return 'no-key';
    if (keyId === undefined) return 'not-a-key';
    return keys.has(keyId) ? 'key-doubled' : 'ready';
  }
}

function fieldOf(head: string): Field | undefined {
  const plain = head.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').trim().toLowerCase();
  return FIELDS.find((field) => HEADS[field].some((word) => plain === word || plain.startsWith(`${word} `)));
}

/** Lines of cells; empty lines are left out. A cell in quotes may hold the mark, doubled quotes and line ends. */
function cellsOf(text: string): { line: number; cells: string[] }[] {
  const mark = ['\t', ';', ','].find((one) => text.includes(one)) ?? '\t';
  const rows: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let line = 1;
  let begun = 1;
  const endRow = (): void => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: begun, cells });
    [cells, cell] = [[], ''];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '\n') line += 1;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === mark) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n') {
      endRow();
      begun = line;
    } else if (sign !== '\r') cell += sign;
  }
  endRow();
  return rows;
}
