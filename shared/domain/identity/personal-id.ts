import { accepted, compactNumber, rejected, type DocumentNumberResult } from './document-number-result.ts';
import { readIdNumber } from './id-number.ts';

/**
 * Số định danh cá nhân typed as a document number: 12 digits. A prefix outside the table of 63 is accepted with
 * `unknown-prefix`. Errors: `empty`, `characters`, `length`.
 */
export function checkPersonalId(text: string): DocumentNumberResult {
  const value = compactNumber(text);
  if (value === '') return rejected('empty');
  if (!/^\d+$/.test(value)) return rejected('characters');
  const number = readIdNumber(value);
  if (number === undefined) return rejected('length');
  return accepted(value, 'personal-id', number.province === undefined ? 'unknown-prefix' : undefined);
}

/** The old CMND: 9 digits. Errors: `empty`, `characters`, `length`. */
export function checkOldIdNumber(text: string): DocumentNumberResult {
  const value = compactNumber(text);
  if (value === '') return rejected('empty');
  if (!/^\d+$/.test(value)) return rejected('characters');
  return value.length === 9 ? accepted(value, 'old-id-9') : rejected('length');
}
