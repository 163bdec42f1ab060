import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Slip } from '#shared/contract/print.ts';
import { catalogue, type Language } from '#shared/text/catalogue.ts';
import { pageRule } from './fit-sheet.ts';
import { GuidanceSheet } from './guidance-sheet.tsx';
import { NumberSheet } from './number-sheet.tsx';

const FACES = ['500 12px "Be Vietnam Pro"', '700 12px "Be Vietnam Pro"', '800 12px "Be Vietnam Pro"'];
/** One letter of every subset of the fonts. */
const EVERY_SUBSET = 'Aạđ0';

export type DrawnSheet = {
  /** The `@page` rule of exactly this sheet, to be adopted while it is printed. */
  readonly page: CSSStyleSheet;
  readonly remove: () => void;
};

/** Draws a slip for printing. */
export function drawSheet(place: HTMLElement, slip: Slip, language: Language): Promise<DrawnSheet> {
  const { slip: text } = catalogue(language);
  const drawing =
    slip.sheet === 'number' ? (
      <NumberSheet slip={slip} text={text} />
    ) : (
      <GuidanceSheet slip={slip} text={text} />
    );
  return drawPaper(place, drawing, language, (sheet) => pageRule(slip.paper, sheet));
}

/** Draws a sheet into `place` once its letters are there, and measures the paper it needs. */
export async function drawPaper(
  place: HTMLElement,
  drawing: ReactNode,
  language: Language,
  rule: (sheet: HTMLElement) => string,
): Promise<DrawnSheet> {
  place.dataset['printing'] = '';
  place.lang = language;
  await Promise.all(FACES.map((face) => document.fonts.load(face, EVERY_SUBSET)));
  const root = createRoot(place);
  root.render(drawing);
  const sheet = await drawn(place);
  await document.fonts.ready;
  const page = new CSSStyleSheet();
  page.replaceSync(rule(sheet));
  return { page, remove: () => root.unmount() };
}

function drawn(place: HTMLElement): Promise<HTMLElement> {
  return new Promise((done) => {
    const look = (): void => {
      const sheet = place.querySelector<HTMLElement>('[data-paper]');
      if (sheet === null) requestAnimationFrame(look);
      else done(sheet);
    };
    look();
  });
}
