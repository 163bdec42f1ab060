import { foldName } from '#shared/domain/identity/fold-name.ts';
import { nameProblem } from '#shared/domain/identity/name.ts';
import type { CellValue } from '../table/read-cell.ts';

/** Beginnings of rows under a list. Without their marks some are family names: Tống, Công, Tô, Trương. */
const sum = /^(tổng|cộng)(?!\p{L})/u;
const footer =
  /^(tong (cong|so)\b|an dinh danh sach|danh sach (nay )?(co|gom)|nguoi (lap|ky)|noi nhan|thu truong|(pho )?(hieu truong|giam doc|chu tich)|hieu pho|ke toan|thu ky\b|ky ten|xac nhan|ghi chu|luu y)|\bngay\b.*\bthang\b/;
const room =
  /^(tổ|ban|phòng|khối|khoa|bộ phận|đội|trạm|văn phòng|chi bộ|hội|trường|lớp|nhóm|phân xưởng)(?!\p{L})/u;
const counted = /^([ivx]+|[a-h]|\d+)[.)]/;

const marked = (text: CellValue): string => String(text).normalize('NFC').toLowerCase();
const folded = (text: CellValue): string => (typeof text === 'string' ? foldName(text) : String(text));

const saysFooter = (text: CellValue): boolean => sum.test(marked(text)) || footer.test(folded(text));

/** Whether a row without a number ends the list: a sum, who signs, the date. Never one with somebody's name where names stand. */
export function isFooter(texts: readonly CellValue[], name: CellValue): boolean {
  const isName =
    typeof name === 'string' &&
    /\p{L}\s+\p{L}/u.test(name) &&
    nameProblem(name) === undefined &&
    !saysFooter(name);
  return !isName && texts.some(saysFooter);
}

/**
 * Whether a row names the room of the people under it: one text alone, or behind a Roman number. In a table of several columns, as a
 * list of names alone has one text on each row.
 */
export function isSection(texts: readonly CellValue[], hasColumns: boolean): boolean {
  const [text = '', second] = texts;
  const first = folded(text);
  if (!hasColumns || texts.length > 2) return false;
  if (second !== undefined) return /^([ivx]+|[a-h])[.)]?$/.test(first) && !/\d{4}/.test(folded(second));
  return room.test(marked(text)) || counted.test(first) || nameProblem(String(text)) !== undefined;
}

const motto = /cong hoa xa hoi|doc lap|danh sach|^so\b|kinh gui|mau so|phu luc|kem theo|\bngay\b|^nam\b/;
const agency =
  /^(truong|tram|benh vien|trung tam|phong|ban|hoi|doan|dang uy|uy ban|ubnd|hdnd|cong ty|hop tac xa|htx|chi cuc|chi nhanh|ngan hang|buu dien|quy|khoi|co quan|don vi|xi nghiep|nha may|doi|to dan pho|ban quan ly)\b/;

/** The agency that a list's title names: the last of the bodies at its head, its superior stands above it. */
export function agencyOf(rows: readonly (readonly CellValue[])[]): string | null {
  const texts = rows
    .flat()
    .filter((cell) => typeof cell === 'string')
    .flatMap((text) => text.split('\n'))
    .map((text) =>
      text
        .replace(/^(cơ quan|đơn vị)\s*:\s*/iu, '')
        .replaceAll(/\s+/gu, ' ')
        .trim(),
    );
  const found = texts.findLast((text) => agency.test(foldName(text)) && !motto.test(foldName(text)));
  return found === undefined ? null : found.slice(0, 120);
}
