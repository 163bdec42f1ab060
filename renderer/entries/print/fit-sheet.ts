import type { SheetPaper } from '#shared/contract/office.ts';

/** Size of each paper in millimetres; `height` is null for a roll, `margin` is top, right, bottom, left. */
export const PAPER_SIZES: Record<
  SheetPaper,
  { width: number; height: number | null; margin: readonly [number, number, number, number] }
> = {
  '58': { width: 58, height: null, margin: [3, 5, 4, 5] },
  '80': { width: 80, height: null, margin: [3, 4, 4, 4] },
  a5: { width: 148, height: 210, margin: [9, 11, 7, 11] },
  a4: { width: 210, height: 297, margin: [13, 16, 10, 16] },
};

/** Text sizes in points, largest first; a page takes the first that fits. */
const PAGE_TEXT: Partial<Record<SheetPaper, readonly number[]>> = {
  a5: [10.5, 10.1, 9.7, 9.3, 9, 8.7, 8.4, 8.1, 7.8],
  a4: [14.6, 14, 13.4, 13, 12.6, 12.1, 11.6],
};

const PX_PER_MM = 96 / 25.4;
/** Print layout rounds lines otherwise than the screen does; a page that is full to the last hair would spill over. */
const SPARE_MM = 3;

/**
 * Sets the text of a page as large as one page allows. What fits at no size keeps a size that is read
 * with ease and runs on to a second page: nothing is cut, nothing shrinks below it.
 */
export function fitText(sheet: HTMLElement, paper: SheetPaper): void {
  const sizes = PAGE_TEXT[paper];
  const { height, margin } = PAPER_SIZES[paper];
  if (sizes === undefined || height === null) return;
  const room = (height - margin[0] - margin[2] - SPARE_MM) * PX_PER_MM;
  const body = sheet.firstElementChild;
  if (!(body instanceof HTMLElement)) return;
  body.style.minHeight = '0';
  const fitting = sizes.find((size) => {
    sheet.style.setProperty('--b', `${size}pt`);
    return body.offsetHeight <= room;
  });
  if (fitting === undefined) sheet.style.setProperty('--b', `${sizes[3] ?? sizes[0]}pt`);
  body.style.minHeight = '';
}

/** Narrows one large line, such as a number with a wide letter, until it fits its column. */
export function fitLine(line: HTMLElement): void {
  line.style.fontSize = '';
  const room = line.clientWidth;
  const needed = line.scrollWidth;
  if (needed <= room || needed === 0) return;
  const size = Number.parseFloat(getComputedStyle(line).fontSize);
  line.style.fontSize = `${Math.max(size * 0.35, Math.floor(((size * room) / needed) * 20) / 20)}px`;
}

/** Length of paper a roll needs for this sheet, in whole millimetres with one to spare. */
export function rollHeight(sheet: HTMLElement): number {
  return Math.ceil(sheet.getBoundingClientRect().height / PX_PER_MM) + 1;
}

/** The `@page` rule of a sheet. Chromium ignores `auto`, so a roll is given its measured length. */
export function pageRule(paper: SheetPaper, sheet: HTMLElement): string {
  const { width, height, margin } = PAPER_SIZES[paper];
  if (height === null) return `@page { size: ${width}mm ${rollHeight(sheet)}mm; margin: 0 }`;
  return `@page { size: ${width}mm ${height}mm; margin: ${margin.map((side) => `${side}mm`).join(' ')} }`;
}

/** Runs `fit` now and whenever a font has come: text measured in a fallback font is measured wrongly. Returns what stops it. */
export function fitWithFonts(fit: () => void): () => void {
  document.fonts.addEventListener('loadingdone', fit);
  fit();
  return () => document.fonts.removeEventListener('loadingdone', fit);
}
