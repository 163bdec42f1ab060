import provinceCodes from '#shared/rules/province-codes.json' with { type: 'json' };
import centuryCodes from '#shared/rules/id-century-sex.json' with { type: 'json' };
import type { CardWarning } from './card-codes.ts';

export type Sex = 'male' | 'female';

/**
 * What the twelve digits of a số định danh cá nhân say. `province` is undefined for a code outside the 63 (births
 * registered abroad carry a country code). `year` is the birth year; `confirmed` is false for centuries from 2100.
 */
export type IdNumber = {
  value: string;
  prefix: string;
  province?: string;
  century: number;
  sex: Sex;
  year: number;
  confirmed: boolean;
};

const provinces = new Map(provinceCodes.provinces.map(({ code, name }) => [code, name]));
const centuries = new Map(centuryCodes.rows.map((row) => [row.digit, row]));

/**
 * Reads the structure: 3 digits place of birth registration, 1 century and sex, 2 birth year, 6 random; there is
 * no check digit. Spaces, dots and hyphens between the digits are allowed. Undefined unless there are twelve digits.
 * Source: tables in shared/rules/province-codes.json and id-century-sex.json.
 */
export function readIdNumber(text: string): IdNumber | undefined {
  const value = text.replace(/[\s.-]/gu, '');
  if (!/^\d{12}$/.test(value)) return undefined;
  const row = centuries.get(value.charAt(3));
  if (row === undefined) return undefined;
  const prefix = value.slice(0, 3);
  const province = provinces.get(prefix);
  return {
    value,
    prefix,
    ...(province === undefined ? {} : { province }),
    century: row.firstYear,
    sex: row.sex === 'male' ? 'male' : 'female',
    year: row.firstYear + Number(value.slice(4, 6)),
    confirmed: row.sure === 'confirmed',
  };
}

/** A warning of the number itself; `id-number-shape` when the text is not twelve digits. */
type IdNumberWarning = CardWarning | { code: 'id-number-shape' };

/**
 * Compares a number with what is known of the person. `birthDate` is an ISO day or a year alone. The list is
 * empty when all agrees; nothing in it blocks, because a number may be re-issued after a corrected sex or birth
 * year (NĐ 70/2024/NĐ-CP Điều 11) and prefixes outside the table exist.
 */
export function checkIdNumber(
  idNumber: string,
  person: { birthDate?: string | undefined; sex?: Sex | undefined } = {},
): IdNumberWarning[] {
  const number = readIdNumber(idNumber);
  if (number === undefined) return [{ code: 'id-number-shape' }];
  return structureWarnings(number, person);
}

/** The warnings of a number whose structure is already read. */
export function structureWarnings(
  number: IdNumber,
  person: { birthDate?: string | undefined; sex?: Sex | undefined },
): CardWarning[] {
  const warnings: CardWarning[] = [];
  if (number.province === undefined)
    warnings.push({ code: 'unknown-prefix', field: 'idNumber', found: number.prefix });
  if (!number.confirmed)
    warnings.push({ code: 'century-unconfirmed', field: 'idNumber', found: number.value.charAt(3) });
  if (person.sex !== undefined && person.sex !== number.sex) {
    warnings.push({ code: 'sex-mismatch', field: 'sex', expected: number.sex, found: person.sex });
  }
  const year = person.birthDate?.slice(0, 4);
  if (year !== undefined && Number(year) !== number.year) {
    warnings.push({ code: 'year-mismatch', field: 'birthDate', expected: String(number.year), found: year });
  }
  return warnings;
}

/** `079190123456` → `079*****3456`. Anything that is not twelve digits is masked like any other document number. */
export function maskIdNumber(idNumber: string): string {
  return /^\d{12}$/.test(idNumber)
    ? `${idNumber.slice(0, 3)}*****${idNumber.slice(8)}`
    : maskDocumentNumber(idNumber);
}

/** `0912345218` → `09*****218`. */
export function maskPhone(phone: string): string {
  return maskDocumentNumber(phone);
}

/** First two and last three characters around five stars; fewer for short texts, so that at least half stays hidden. */
export function maskDocumentNumber(text: string): string {
  const characters = Array.from(text.trim());
  if (characters.length === 0) return '';
  const [head, tail] = characters.length >= 10 ? [2, 3] : characters.length >= 6 ? [1, 2] : [0, 0];
  return `${characters.slice(0, head).join('')}*****${tail === 0 ? '' : characters.slice(-tail).join('')}`;
}
