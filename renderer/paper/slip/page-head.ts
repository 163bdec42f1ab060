import { printable } from '#shared/domain/slip/printable.ts';
import type { Slip } from '#shared/domain/slip/slip.ts';
import { isPage, voicesOf } from './voices.ts';

/** More would not stand on one line of the margin. */
const LONGEST_HEAD = 60;

/** What every page but the first bears: whose slip it is, and the word before its page number. */
export function pageHead(slip: Slip): string {
  const [{ text }] = voicesOf(slip);
  return `${whoseSlip(slip)} – ${text.page}`;
}

function whoseSlip({ number, person }: Slip): string {
  const name = person?.fullName ?? '';
  return printable(name === '' ? number : `${number}, ${name}`, LONGEST_HEAD);
}

const FONT = 'font: 700 9pt "Be Vietnam Pro", sans-serif';

/** The same for the margins of `@page`; nothing for a roll. */
export function pageHeadBoxes(slip: Slip): { readonly boxes: string; readonly onFirst: string } {
  if (!isPage(slip)) return { boxes: '', onFirst: '' };
  return {
    boxes: `@top-left { content: ${cssString(pageHead(slip))} " " counter(page); ${FONT}; white-space: nowrap }`,
    onFirst: '@top-left { content: none }',
  };
}

function cssString(text: string): string {
  return `"${text.replaceAll(/["\\]/gu, (sign) => `\\${sign}`)}"`;
}
