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

/** Mã số BHXH: 10 digits, or the 12 digits of the số định danh that replace it from 01/8/2025. Errors: `empty`, `characters`, `length`. */
export function checkSocialInsuranceNumber(text: string): DocumentNumberResult {
  const value = compactNumber(text);
  if (value === '') return rejected('empty');
  if (!/^\d+$/.test(value)) return rejected('characters');
  if (value.length === 10) return accepted(value, 'social-10');
  return value.length === 12 ? checkPersonalId(value) : rejected('length');
}
