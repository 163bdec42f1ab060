import { openClient } from '#renderer/desk/open-client.ts';
import { PrintTrouble } from '#renderer/entries/print/print-trouble.tsx';
import { sheetPaper } from '#shared/contract/office.ts';
import { catalogue, LANGUAGES } from '#shared/text/catalogue.ts';
import { createRoot } from 'react-dom/client';
import { drawHandout, type SheetOrder } from './draw-handout.tsx';
import { loadMaterial } from './material.ts';
import { papersOf, SHEETS } from './sheets.ts';

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

/** Draws the sheet that the address names into the print page. */
export async function showHandout(root: HTMLElement, order: HandoutOrder | undefined): Promise<void> {
  const { slip, handout } = catalogue(order?.language ?? 'vi');
  const trouble = (problem: string): void =>
    createRoot(root).render(<PrintTrouble text={slip} problem={problem} />);
  if (order === undefined) return trouble(slip.noOrder);
  document.documentElement.lang = order.language;
  const loaded = await loadMaterial(openClient().client, new Date().toISOString());
  if (!loaded.ok) return trouble(slip.notLoaded);
  document.title = handout.place;
  const { page } = await drawHandout(root, order, loaded.material);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
  root.dataset['ready'] = '';
  if (order.auto) print();
}
