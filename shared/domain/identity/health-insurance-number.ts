import { accepted, compactNumber, rejected, type DocumentNumberResult } from './document-number-result.ts';
import { checkPersonalId } from './personal-id.ts';

/**
 * BHYT: 10 digits (mã số BHXH, QĐ 1666/QĐ-BHXH), 15 characters on older cards (2 letters of the group, 1 level
 * 1–5, 2 digits of the province, 10 digits; QĐ 1351/QĐ-BHXH), or the 12 digits of the số định danh that replace
 * both from 01/8/2025. All three are in use. Errors: `empty`, `characters`, `length`, `structure`.
 */
export function checkHealthInsuranceNumber(text: string): DocumentNumberResult {
  const value = compactNumber(text);
  if (value === '') return rejected('empty');
  if (!/^[A-Z0-9]+$/.test(value)) return rejected('characters');
  if (value.length === 15)
    return /^[A-Z]{2}[1-5]\d{12}$/.test(value) ? accepted(value, 'health-15') : rejected('structure');
  if (!/^\d+$/.test(value))
    return rejected(value.length === 10 || value.length === 12 ? 'characters' : 'length');
  if (value.length === 10) return accepted(value, 'health-10');
  return value.length === 12 ? checkPersonalId(value) : rejected('length');
}
