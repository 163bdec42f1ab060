import { findColumns, type Headings } from '#electron/desk/table/find-columns.ts';
import type { CellValue } from '#electron/desk/table/read-cell.ts';
import { refuseTable } from '#electron/desk/table/read-table.ts';
import { readTableFile } from '#electron/desk/worker/read-table-file.ts';

/** A line of a table of offices as it stands there; empty where its cell is. */
export type TableOffice = Readonly<Record<Meaning, string>> & { readonly line: number };

type Meaning = 'code' | 'name' | 'group' | 'telephone' | 'weekdays' | 'publicKey';

const HEADINGS: Headings<Meaning> = [
  ['publicKey', /^(?:khoa|dau khoa|ma khoa|public key|key|fingerprint)\b/],
  ['weekdays', /^(?:ngay lam viec|working days|weekdays)\b/],
  ['code', /^(?:ma|code|office code)\b/],
  ['name', /^(?:ten|don vi|name|office)\b/],
  ['group', /^(?:cum|nhom|group)\b/],
  ['telephone', /^(?:dien thoai|sdt|so dien thoai|goi|telephone|phone)\b/],
];

/** The columns of a table without headings, as many as it has. */
const ORDER: readonly Meaning[] = ['code', 'name', 'group', 'telephone', 'weekdays', 'publicKey'];
const SHORT_ORDER = ORDER.filter((meaning) => meaning !== 'weekdays');

/** More than the offices of a country. */
const MOST_LINES = 5_000;

/**
 * The lines of a table of offices, XLSX or CSV, with headings in any order and language of the program, or without in the order code,
 * name, group, telephone, (working days,) key. Refuses with `extract-refused` what is no such table.
 */
export async function readOffices(file: {
  readonly fileName: string;
  readonly base64: string;
}): Promise<TableOffice[]> {
  const rows = await readTableFile('read-table', { ...file, mostLines: MOST_LINES });
  const found = findColumns<Meaning>(rows, HEADINGS, 'code');
  if (found?.doubled !== undefined) return refuseTable('columns-doubled', found.doubled);
  if (found === undefined && rows.every((cells) => textOf(cells[1]) === '')) return refuseTable('no-rows');
  const order = rows.some((cells) => textOf(cells[SHORT_ORDER.length]) !== '') ? ORDER : SHORT_ORDER;
  const placeOf = (meaning: Meaning): number =>
    found === undefined ? order.indexOf(meaning) : (found.places[meaning] ?? -1);
  const lines = rows
    .map((cells, index) => {
      const at = (meaning: Meaning): string => textOf(cells[placeOf(meaning)]);
      const telephone = cells[placeOf('telephone')];
      return {
        line: index + 1,
        code: at('code'),
        name: at('name'),
        group: at('group'),
        telephone: typeof telephone === 'number' ? telephoneOf(telephone) : at('telephone'),
        weekdays: at('weekdays'),
        publicKey: at('publicKey'),
      };
    })
    .slice(found === undefined ? 0 : found.row + 1)
    .filter((line) => ORDER.some((meaning) => line[meaning] !== ''));
  if (lines.length === 0) return refuseTable('no-rows');
  if (lines.length > MOST_LINES) return refuseTable('too-many-rows', String(MOST_LINES));
  return lines;
}

/** A spreadsheet that takes a telephone for a number drops its first zero, or the plus of the country's 84. */
function telephoneOf(typed: number): string {
  return `0${String(typed).replace(/^84(?=\d{9,10}$)/, '')}`;
}

function textOf(cell: CellValue): string {
  return cell === null || cell === undefined ? '' : String(cell).trim().normalize('NFC');
}
