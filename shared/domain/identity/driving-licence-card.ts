import { looksLikeCardDate } from './card-date.ts';
import { foldName } from './fold-name.ts';
import { trimAscii } from './scan-text.ts';

/** Licence classes before and from 2025 (Luật Trật tự, an toàn giao thông đường bộ 2024 Điều 57). */
const classes = /^(?:A|A1|A2|A3|A4|B|B1|B2|C|C1|D|D1|D2|E|F|FB1|FB2|FC|FD|FE|BE|C1E|CE|D1E|D2E|DE)$/;

/**
 * Whether a text is the QR of a GPLX. Its content is not published, so it is known by what it says: a link to the
 * licence register, the word itself, or fields with a licence class beside a number or a date and no Nam or Nữ.
 */
export function isDrivingLicence(text: string): boolean {
  const fields = text.split(/[|;\n]/u).map(trimAscii);
  if (fields.some((field) => /^(?:nam|nữ)$/iu.test(field.normalize('NFC')))) return false;
  if (/gplx|giay phep lai xe|driving ?licen[cs]e/.test(foldName(text))) return true;
  if (fields.length < 3) return false;
  const hasClass = fields.some(
    (field) => field !== '' && field.split(/[,\s]+/u).every((part) => classes.test(part)),
  );
  return hasClass && fields.some((field) => /^\d{12}$/.test(field) || looksLikeCardDate(field));
}
