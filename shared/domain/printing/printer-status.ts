import type { StatusQuery } from './esc-pos.ts';
import type { PrintTrouble } from './trouble.ts';

/** The bytes that a printer gave to the status queries it answered. */
type StatusAnswers = { readonly [query in StatusQuery]?: number };

/** Every answer to DLE EOT has bits 1 and 4 set, bits 0 and 7 clear. */
export function isStatusByte(byte: number): boolean {
  return (byte & 0b1001_0011) === 0b0001_0010;
}

/** The first of the four bytes that a printer sends unasked when its automatic status is switched on. */
export function opensUnaskedStatus(byte: number): boolean {
  return (byte & 0b1001_0011) === 0b0001_0000;
}

/** What keeps the printer from printing, the cause before its effect; null when nothing does. */
export function statusTrouble(answers: StatusAnswers): PrintTrouble | null {
  const [printer, offline, paper] = [answers[1] ?? 0, answers[2] ?? 0, answers[4] ?? 0];
  if ((offline & 0x04) !== 0) return 'cover-open';
  if ((offline & 0x20) !== 0 || (paper & 0x60) !== 0) return 'paper-out';
  if ((offline & 0x40) !== 0) return 'printer-error';
  if ((printer & 0x08) !== 0) return 'printer-offline';
  return null;
}

/** The roll is nearly at its end; the printer still prints. */
export function isPaperLow(answers: StatusAnswers): boolean {
  return ((answers[4] ?? 0) & 0x0c) !== 0;
}
