import { sheetPaper } from '#shared/contract/office.ts';
import { LANGUAGES } from '#shared/text/catalogue.ts';
import { papersOf, SHEETS, type SheetOrder } from './sheets.ts';

export type HandoutOrder = SheetOrder & { readonly auto: boolean };

/** Reads `#handout=level-1&paper=a5&language=en&auto=1`; undefined where no known sheet is named. */
export function readHandoutOrder(hash: string): HandoutOrder | undefined {
  const words = new URLSearchParams(hash.replace(/^#/, ''));
  const sheet = SHEETS.find((one) => one === words.get('handout'));
  if (sheet === undefined || sheet === 'call-rule') return undefined;
  const papers = papersOf(sheet);
  const asked = sheetPaper.safeParse(words.get('paper'));
  const paper = papers.find((one) => asked.success && one === asked.data) ?? papers[0];
  if (paper === undefined) return undefined;
  const language = LANGUAGES.find((one) => one === words.get('language')) ?? 'vi';
  return { sheet, paper, language, auto: words.get('auto') === '1' };
}
