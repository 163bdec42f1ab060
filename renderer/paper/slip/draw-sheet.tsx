import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import type { Slip } from '#shared/domain/slip/slip.ts';
import type { Language } from '#shared/domain/language.ts';
import { AS_DRAWN, placeSheet, type PlacedSheet, type Placing } from '../place-sheet.ts';
import { pageHeadBoxes } from './page-head.ts';
import { firstLanguage, slipAsked, SlipSheet } from './slip-sheet.tsx';

const FACES = ['500 12px "Be Vietnam Pro"', '700 12px "Be Vietnam Pro"', '800 12px "Be Vietnam Pro"'];
/** One letter of every subset of the fonts. */
const EVERY_SUBSET = 'Aạđ0';

export type DrawnSheet = {
  /** The `@page` rule of exactly this sheet, to be adopted while it is printed. */
  readonly page: CSSStyleSheet;
  readonly size: PlacedSheet['size'];
  readonly sheet: HTMLElement;
  readonly remove: () => void;
};

/** Draws a slip for printing, where its printer needs it. */
export function drawSheet(
  place: HTMLElement,
  slip: Slip,
  language: Language,
  placing: Placing = AS_DRAWN,
): Promise<DrawnSheet> {
  const asked = slipAsked(slip, language);
  return drawPaper(place, <SlipSheet slip={asked} />, firstLanguage(asked), (sheet) =>
    placeSheet(sheet, { format: slip.format, placing, ...pageHeadBoxes(asked) }),
  );
}

/** Draws a sheet into `place` once its letters are there, and measures the paper it needs. */
export async function drawPaper(
  place: HTMLElement,
  drawing: ReactNode,
  language: Language,
  placed: (sheet: HTMLElement) => PlacedSheet,
): Promise<DrawnSheet> {
  place.dataset['printing'] = '';
  place.lang = language;
  await Promise.all(FACES.map((face) => document.fonts.load(face, EVERY_SUBSET)));
  const root = createRoot(place);
  const sheet = await standing(place, root, drawing);
  const page = new CSSStyleSheet();
  const { rule, size } = placed(sheet);
  page.replaceSync(rule);
  return { page, size, sheet, remove: () => root.unmount() };
}

/**
 * The sheet once it stands with its letters. Nothing here waits for a frame: a window that nobody sees gets none.
 */
export async function standing(place: HTMLElement, root: Root, drawing: ReactNode): Promise<HTMLElement> {
  flushSync(() => root.render(drawing));
  const sheet = place.querySelector<HTMLElement>('[data-paper]');
  if (sheet === null) throw new Error('nothing was drawn');
  // Laid out now: letters count as loaded only after that.
  sheet.getBoundingClientRect();
  await document.fonts.ready;
  return sheet;
}
