import type { ExtractTrouble } from '#shared/contract/follow-up.ts';
import { addDays, isIsoDate, localDay } from '#shared/domain/calendar/business-date.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import { normaliseName } from '#shared/domain/identity/name.ts';

/** A cell as CSV and workbooks give it. */
export type CellValue = string | number | boolean | Date | null | undefined;

/** A reading, or the code of what is wrong with the cell. */
export type Read<T> = { readonly value: T } | { readonly trouble: ExtractTrouble };

const isEmpty = (cell: CellValue): cell is null | undefined | '' =>
  cell === null || cell === undefined || (typeof cell === 'string' && cleaned(cell) === '');

/** A cell's text without what nobody sees. */
function seen(text: string): string {
  return text
    .replace(/[\t\r\n]/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
}

/** The same, with digits of full width as digits. */
function cleaned(text: string): string {
  return seen(text.normalize('NFKC'));
}

/**
 * An identity number of twelve digits, or nine of the old card. Programs that take it for a number drop its leading zeros:
 * those can only be zeros, so ten and eleven digits get them back. What lost digits is not guessed.
 */
export function readNumberCell(cell: CellValue): Read<string> {
  if (isEmpty(cell)) return { trouble: 'empty' };
  if (typeof cell === 'number' && !Number.isSafeInteger(cell)) return { trouble: 'not-a-number' };
  if (typeof cell !== 'number' && typeof cell !== 'string') return { trouble: 'not-a-number' };
  const digits = cleaned(String(cell)).replaceAll(/[\s.'’-]/gu, '');
  if (/^\d{10,12}$/.test(digits)) return { value: digits.padStart(12, '0') };
  return /^\d{9}$/.test(digits) ? { value: digits } : { trouble: 'not-a-number' };
}

export function readNameCell(cell: CellValue): Read<string | null> {
  if (isEmpty(cell)) return { value: null };
  if (typeof cell !== 'string') return { trouble: 'not-text' };
  return cell.length > 200 ? { trouble: 'not-text' } : { value: normaliseName(seen(cell)) };
}

/** Day 0 of the serial numbers of workbooks, which count a 29/02/1900 that never was. */
const serialZero = '1899-12-30';
const [firstSerial, lastSerial] = [36_526, 73_050]; // 01/01/2000 to 31/12/2099

/** A date as day/month/year, ISO, words, a date cell or the serial number of one; null where the cell is empty. */
export function readDateCell(cell: CellValue): Read<string | null> {
  if (isEmpty(cell)) return { value: null };
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return { trouble: 'not-a-date' };
    return realDay(cell.getUTCFullYear(), cell.getUTCMonth() + 1, cell.getUTCDate());
  }
  if (typeof cell === 'boolean') return { trouble: 'not-a-date' };
  const text = foldName(cleaned(String(cell)));
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : undefined;
  if (serial !== undefined) {
    return serial >= firstSerial && serial <= lastSerial
      ? { value: addDays(serialZero, serial) }
      : { trouble: 'not-a-date' };
  }
  const instant = /^\d{4}-\d{2}-\d{2}[ t]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})$/.test(text)
    ? dayOfInstant(text.toUpperCase().replace(' ', 'T'))
    : undefined;
  if (instant !== undefined) return { value: instant };
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t].*)?$/.exec(text);
  if (iso !== null) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const local =
    /^(?:\d{1,2}:\d{2}(?::\d{2})? )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: .*)?$/.exec(text) ??
    /^(?:ngay )?(\d{1,2}) thang (\d{1,2})(?: nam|,)? (\d{4})$/.exec(text);
  if (local !== null) return realDay(Number(local[3]), Number(local[2]), Number(local[1]));
  return { trouble: 'not-a-date' };
}

/** The day of the office at an instant: half past six in the evening UTC is the next day here. */
function dayOfInstant(instant: string): string | undefined {
  try {
    return localDay(instant);
  } catch {
    return undefined;
  }
}

/** Nobody on a list was born before. */
const firstBirthYear = 1900;

/**
 * A birth date as lists give it: a day, the serial number of one, a month and year or a year alone, of which the year is kept; null
 * where the cell is empty. Nobody is born after `today`. With `year`, what is left of a day that is none (31/02/1984).
 */
export function readBirthCell(
  cell: CellValue,
  today: string,
): Read<string | null> & { readonly year?: string } {
  if (isEmpty(cell)) return { value: null };
  const born = (date: string): Read<string> =>
    Number(date.slice(0, 4)) >= firstBirthYear && date <= today.slice(0, date.length)
      ? { value: date }
      : { trouble: 'not-a-date' };
  const text = typeof cell === 'string' || typeof cell === 'number' ? cleaned(String(cell)) : '';
  const year = /^(?:\d{1,2}[/.-])?(\d{4})$/.exec(text)?.[1];
  if (year !== undefined) return born(year);
  const serial = /^\d{4,5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : undefined;
  if (serial !== undefined) return born(addDays(serialZero, serial));
  const short = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/.exec(text);
  const whole =
    short === null
      ? cell
      : `${short[1]}/${short[2]}/${Number(short[3]) <= Number(today.slice(2, 4)) ? '20' : '19'}${short[3]}`;
  const read = readDateCell(whole);
  if ('value' in read) return read.value === null ? read : born(read.value);
  const left = /(?:19|20)\d{2}/.exec(text)?.[0];
  return left === undefined ? read : { ...read, year: left };
}

function realDay(year: number, month: number, day: number): Read<string> {
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return isIsoDate(date) ? { value: date } : { trouble: 'no-such-day' };
}

/** Whether a state says activated; null where the cell is empty. */
export function readStateCell(cell: CellValue): Read<boolean | null> {
  if (isEmpty(cell)) return { value: null };
  if (typeof cell === 'boolean') return { value: cell };
  if (typeof cell === 'number')
    return cell === 0 || cell === 1 ? { value: cell === 1 } : { trouble: 'not-a-state' };
  if (cell instanceof Date) return { trouble: 'not-a-state' };
  const text = foldName(cleaned(cell));
  if (/\b(chua|khong|not|no|cho|huy|khoa|inactive)\b/.test(text)) return { value: false };
  if (/^(da kich hoat.*|kich hoat( thanh cong)?|thanh cong|activated|active|co|roi|x|yes|1)$/.test(text))
    return { value: true };
  return { trouble: text === '0' ? 'not-activated' : 'not-a-state' };
}

/**
 * Letters of Latin-1 that no Vietnamese name has in Unicode: in lists typed with TCVN3 (ABC) fonts they stand for Vietnamese
 * ones (`NguyÔn ThÞ Lª`), and so do most of the letters that VNI fonts put behind a vowel (`Nguyeãn Thò Leâ`).
 */
const foreign = /[¡-¿×÷ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ]/u;
/** Pairs of VNI that stand side by side in no Vietnamese word. */
const pairs = /[ae][àáâãùõêé]|o[ùâ]/iu;
/** TCVN3 spells ễ, ê, ô, ơ, â with letters that also exist in Unicode, but never as a capital within a word. */
const capitalWithin = /\p{Ll}[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ](?:\p{Ll}|$)/u;

/** Whether a text shows letters of TCVN3 or VNI fonts; a foreign name may as well. */
export function looksOld(text: string): boolean {
  return foreign.test(text) || pairs.test(text) || capitalWithin.test(text);
}

/** Whether a list's texts are in TCVN3 or VNI letters. A few odd ones are not enough: foreigners have names too. */
export function hasOldLetters(texts: readonly string[]): boolean {
  const words = texts.filter((text) => /\p{L}{2}/u.test(text));
  const old = words.filter(looksOld);
  return old.length > 1 && old.length * 3 >= words.length;
}
