import { foldName } from '#shared/domain/identity/fold-name.ts';
import { nameProblem } from '#shared/domain/identity/name.ts';
import type { CellValue } from '../table/read-cell.ts';

const footer =
  /^(tong( cong| so)?\b|cong\b|an dinh|danh sach (nay )?(co|gom)|nguoi (lap|ky)|noi nhan|thu truong|hieu truong|giam doc|chu tich|ky ten|xac nhan|ghi chu|luu y)|\bngay\b.*\bthang\b/;
const room =
  /^(to|ban|phong|khoi|khoa|bo phan|doi|tram|van phong|chi bo|hoi|truong|lop|nhom|phan xuong|to chuyen mon)\b|^([ivx]+|[a-h]|\d+)[.)]/;

const folded = (texts: readonly CellValue[]): string[] =>
  texts.map((text) => (typeof text === 'string' ? foldName(text) : String(text)));

/** Whether a row without a number ends the list: a sum, who signs, the date. */
export function isFooter(texts: readonly CellValue[]): boolean {
  return folded(texts).some((text) => footer.test(text));
}

/**
 * Whether a row names the room of the people under it: one text alone, or behind a Roman number. In a table of several columns, as a
 * list of names alone has one text on each row.
 */
export function isSection(texts: readonly CellValue[], hasColumns: boolean): boolean {
  const [first = '', second] = folded(texts);
  if (!hasColumns || texts.length > 2) return false;
  if (second !== undefined) return /^([ivx]+|[a-h])[.)]?$/.test(first) && !/\d{4}/.test(second);
  return room.test(first) || nameProblem(String(texts[0])) !== undefined;
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
