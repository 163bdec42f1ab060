import { z } from 'zod';

/** How Vietnamese is spoken: two words of the numbers differ, and the voice with them. */
export const DIALECTS = ['north', 'south'] as const;
export const dialect = z.enum(DIALECTS);
export type Dialect = (typeof DIALECTS)[number];

export const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
export const ENGLISH_DIGITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
] as const;
export const ENGLISH_TEENS = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const;
export const ENGLISH_TENS = [
  'twenty',
  'thirty',
  'forty',
  'fifty',
  'sixty',
  'seventy',
  'eighty',
  'ninety',
] as const;

/** The largest number that is read as a number; a longer one is read digit by digit. */
export const READ_UP_TO = 9999;

/** The two words in which the South counts differently. */
export const COUNTING = {
  north: { zeroTens: 'linh', thousand: 'nghìn' },
  south: { zeroTens: 'lẻ', thousand: 'ngàn' },
} as const satisfies Record<Dialect, object>;

/** The words of a whole number from 0 to 9999 in Vietnamese, as it is said: 1005 is "một nghìn không trăm linh năm". */
export function readNumber(value: number, spoken: Dialect): string[] {
  if (value === 0) return ['không'];
  const { zeroTens, thousand } = COUNTING[spoken];
  const thousands = Math.floor(value / 1000);
  const hundreds = Math.floor(value / 100) % 10;
  const rest = value % 100;
  const words: string[] = [];
  if (thousands > 0) words.push(digit(thousands), thousand);
  const hasHundreds = hundreds > 0 || (thousands > 0 && rest > 0);
  if (hasHundreds) words.push(digit(hundreds), 'trăm');
  if (rest > 0 && rest < 10) words.push(...(hasHundreds ? [zeroTens] : []), digit(rest));
  else if (rest >= 10) words.push(...belowHundred(rest));
  return words;
}

function belowHundred(value: number): string[] {
  const tens = Math.floor(value / 10);
  const unit = value % 10;
  const head = tens === 1 ? ['mười'] : [digit(tens), 'mươi'];
  if (unit === 0) return head;
  const tail =
    unit === 5 ? 'lăm' : unit === 1 && tens > 1 ? 'mốt' : unit === 4 && tens > 1 ? 'tư' : digit(unit);
  return [...head, tail];
}

function digit(value: number): string {
  return DIGITS[value] ?? '';
}

/** The words of a whole number from 0 to 9999 in English: 1005 is "one thousand and five". */
export function readEnglishNumber(value: number): string[] {
  const thousands = Math.floor(value / 1000);
  const hundreds = Math.floor(value / 100) % 10;
  const rest = value % 100;
  const words: string[] = [];
  if (thousands > 0) words.push(ENGLISH_DIGITS[thousands] ?? '', 'thousand');
  if (hundreds > 0) words.push(ENGLISH_DIGITS[hundreds] ?? '', 'hundred');
  if (rest === 0 && words.length > 0) return words;
  if (words.length > 0) words.push('and');
  if (rest < 10) return [...words, ENGLISH_DIGITS[rest] ?? ''];
  if (rest < 20) return [...words, ENGLISH_TEENS[rest - 10] ?? ''];
  words.push(ENGLISH_TENS[Math.floor(rest / 10) - 2] ?? '');
  return rest % 10 === 0 ? words : [...words, ENGLISH_DIGITS[rest % 10] ?? ''];
}
