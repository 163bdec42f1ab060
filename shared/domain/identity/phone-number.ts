import { accepted, compactNumber, rejected, type DocumentNumberResult } from './document-number-result.ts';

/** Prefixes in service, after the libphonenumber metadata for VN; a number outside them may be new, so it only warns. */
const assigned =
  /^0(?:(?:5(?:2[238]|59)|89[6-9]|99[013-9])\d{6}|(?:3\d|5[1689]|7[06-9]|8[1-8]|9[0-8])\d{7})$/;

/**
 * A mobile number as 10 digits beginning with 0; `+84`, `84` and `0084` become `0`. Landlines and foreign numbers
 * are accepted with `not-a-mobile`, because no activation message reaches them. Errors: `empty`, `characters`,
 * `length`, `mobile-prefix`, `eleven-digit-mobile` (01x numbers ended in 2018).
 */
export function checkPhoneNumber(text: string): DocumentNumberResult {
  const typed = compactNumber(text).replace(/[()]/gu, '');
  if (typed === '') return rejected('empty');
  if (!/^\+?\d+$/.test(typed)) return rejected('characters');
  const foreign = /^(?:\+|00)(?!84)([1-9]\d{6,14})$/.exec(typed);
  if (foreign?.[1] !== undefined) return accepted(`+${foreign[1]}`, 'foreign-phone', 'not-a-mobile');
  const value = typed.replace(/^(?:\+84|0084|84(?=[235789]\d{8,9}$|0))0?/, '0');
  if (!value.startsWith('0')) return rejected(value.length === 10 ? 'mobile-prefix' : 'length');
  if (/^01\d{9}$/.test(value)) return rejected('eleven-digit-mobile');
  if (/^02\d{8,9}$/.test(value)) return accepted(value, 'landline', 'not-a-mobile');
  if (value.length !== 10) return rejected('length');
  if (!/^0[35789]/.test(value)) return rejected('mobile-prefix');
  return accepted(value, 'mobile', assigned.test(value) ? undefined : 'unassigned-prefix');
}
