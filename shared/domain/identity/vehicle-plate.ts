import {
  accepted,
  compactNumber,
  rejected,
  type DocumentNumberKind,
  type DocumentNumberResult,
} from './document-number-result.ts';

/** Public descriptions of plates disagree (TT 79/2024/TT-BCA was not read), so these name a plate and never refuse one. */
const formats: readonly (readonly [RegExp, DocumentNumberKind])[] = [
  [/^\d{2}(?:MĐ|MD)\d\d{4,5}$/, 'plate-electric'],
  [/^\d{2}\d{3}(?:NG|NN|QT|CV)\d{2}$/, 'plate-diplomatic'],
  [/^\d{2}(?:NG|NN|QT|CV)\d{3}\d{2}$/, 'plate-diplomatic'],
  [/^\d{2}(?:CD|CĐ|LD|LĐ|DA|KT|RM|HC|TĐ|TD|MK|LB|R)\d{4,5}$/, 'plate-special'],
  [/^\d{2}[A-Z][A-Z0-9]?\d{4,5}$/, 'plate'],
  [/^[A-Z]{2}\d{4,5}$/, 'plate-military'],
];

/**
 * Biển số: capitals, everything but letters, digits and Đ dropped. A form outside the known ones is accepted with
 * `unusual-format` when it has 4 to 12 characters and a digit. Errors: `empty`, `characters`, `length`, `structure`.
 */
export function checkVehiclePlate(text: string): DocumentNumberResult {
  const value = compactNumber(text)
    .replace(/[Ð]/gu, 'Đ')
    .replace(/[()[\]*,;:|'"]/gu, '');
  if (value === '') return rejected('empty');
  if (!/^[A-Z0-9Đ]+$/.test(value)) return rejected('characters');
  const format = formats.find(([pattern]) => pattern.test(value));
  if (format !== undefined) return accepted(value, format[1]);
  if (value.length < 4 || value.length > 12) return rejected('length');
  return /\d/.test(value) ? accepted(value, 'plate-other', 'unusual-format') : rejected('structure');
}
