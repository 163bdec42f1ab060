import { accepted, compactNumber, rejected, type DocumentNumberResult } from './document-number-result.ts';

/**
 * GPLX: 12 digits on the PET card. Descriptions of what the digits mean disagree, so nothing inside is checked.
 * Older paper licences have letters or another length: 5 to 15 characters with a digit are accepted with
 * `unusual-format`. Errors: `empty`, `characters`, `length`, `structure`.
 */
export function checkDrivingLicenceNumber(text: string): DocumentNumberResult {
  const value = compactNumber(text);
  if (value === '') return rejected('empty');
  if (!/^[A-Z0-9Đ]+$/.test(value)) return rejected('characters');
  if (/^\d{12}$/.test(value)) return accepted(value, 'licence-12');
  if (value.length < 5 || value.length > 15) return rejected('length');
  return /\d{3}/.test(value) ? accepted(value, 'licence-old', 'unusual-format') : rejected('structure');
}
