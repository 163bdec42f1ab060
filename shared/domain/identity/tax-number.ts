import { accepted, compactNumber, rejected, type DocumentNumberResult } from './document-number-result.ts';
import { checkPersonalId } from './personal-id.ts';

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const;

/**
 * The tenth digit of a mã số thuế from its first nine: 10 − (Σ digit·weight mod 11); undefined where that gives
 * 10, for such numbers are not issued. Verified on published numbers of organisations.
 */
export function taxCheckDigit(nineDigits: string): number | undefined {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(nineDigits.charAt(place)), 0);
  const digit = 10 - (sum % 11);
  return digit === 10 ? undefined : digit;
}

/**
 * MST: 10 digits with a check digit, `10-3` for a dependent unit (001–999), or 12 digits, since individuals use
 * their số định danh from 01/7/2025 (Luật Quản lý thuế Điều 35; TT 86/2024/TT-BTC).
 * Errors: `empty`, `characters`, `length`, `structure` (unit 000), `check-digit`.
 */
export function checkTaxNumber(text: string): DocumentNumberResult {
  const value = compactNumber(text);
  if (value === '') return rejected('empty');
  if (!/^\d+$/.test(value)) return rejected('characters');
  if (value.length === 12)
    return /^\s*\d{10}\s*[-–]/u.test(text) ? rejected('length') : checkPersonalId(value);
  if (value.length !== 10 && value.length !== 13) return rejected('length');
  if (taxCheckDigit(value.slice(0, 9)) !== Number(value.charAt(9))) return rejected('check-digit');
  if (value.length === 10) return accepted(value, 'tax-10');
  return value.endsWith('000') ? rejected('structure') : accepted(value, 'tax-13');
}
