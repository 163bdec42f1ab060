import { APOSTROPHES } from './name.ts';

const apostrophes = new RegExp(`[${APOSTROPHES}]`, 'gu');

/**
 * A name folded for search: lower case, no marks, đ as d, one space between words. `Hoà` and `Hòa`, `Đặng` and
 * `dang` fold to the same text. NFD leaves đ alone and `Intl.Collator` keeps a, ă, â apart, so both are done here.
 * The fold is stable: folding a folded text changes nothing.
 */
export function foldName(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[đðɖ]/gu, 'd')
    .replace(apostrophes, "'")
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
