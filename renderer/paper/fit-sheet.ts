import type { SheetFormat } from '#shared/domain/printing/sheet-format.ts';

/** Size of each paper in millimetres; `height` is null for a roll, `margin` is top, right, bottom, left. */
export const FORMAT_SIZES: Record<
  SheetFormat,
  { width: number; height: number | null; margin: readonly [number, number, number, number] }
> = {
  '58': { width: 58, height: null, margin: [3, 5, 4, 5] },
  '80': { width: 80, height: null, margin: [3, 4, 4, 4] },
  a5: { width: 148, height: 210, margin: [9, 11, 7, 11] },
  a4: { width: 210, height: 297, margin: [13, 16, 10, 16] },
};

type TextSizes = Partial<Record<SheetFormat, readonly number[]>>;

/** Text sizes in points, largest first; a page takes the first that fits. */
const PAGE_TEXT: TextSizes = {
  a5: [10.5, 10.1, 9.7, 9.3, 9, 8.7, 8.4, 8.1, 7.8],
  a4: [14.6, 14, 13.4, 13, 12.6, 12.1, 11.6, 11.1],
};
/** Two languages side by side have narrow columns and twice the words. */
const TWIN_TEXT: TextSizes = {
  a5: [9.3, 9, 8.7, 8.4],
  a4: [12.6, 12.1, 11.6, 11.2, 10.8, 10.4, 10],
};
/** Print for weak eyes takes two pages rather than a smaller size. */
const LARGE_TEXT: TextSizes = {
  a5: [12.4, 12, 11.6, 11.2, 10.8],
  a4: [17, 16.6, 16.2, 15.8, 15.4],
};

const PX_PER_MM = 96 / 25.4;
/** Print layout rounds lines otherwise than the screen does; a page that is full to the last hair would spill over. */
const SPARE_MM = 3;

/**
 * Sets the text of a page as large as one page allows. What fits at no size keeps a size that is read
 * with ease and runs on to a second page: nothing is cut, nothing shrinks below it. `roomMm` is the height between the
 * margins, if they are not the usual ones.
 */
export function fitText(sheet: HTMLElement, format: SheetFormat, roomMm?: number): void {
  const isLarge = sheet.dataset['large'] !== undefined;
  const sizes = textSizes(sheet)[format];
  const { height, margin } = FORMAT_SIZES[format];
  if (sizes === undefined || height === null) return;
  const room = ((roomMm ?? height - margin[0] - margin[2]) - SPARE_MM) * PX_PER_MM;
  const body = sheet.firstElementChild;
  if (!(body instanceof HTMLElement)) return;
  body.style.minHeight = '0';
  for (const start of sheet.querySelectorAll<HTMLElement>('[data-page-start]'))
    delete start.dataset['pageStart'];
  const fits = (size: number): boolean => {
    sheet.style.setProperty('--b', `${size}pt`);
    return isLarge ? fitsByPart(body, room) : body.offsetHeight <= room;
  };
  // Two pages are never filled to the end: a block that does not fit goes on to the next as a whole.
  const fitsTwo = (size: number): boolean => {
    sheet.style.setProperty('--b', `${size}pt`);
    return body.offsetHeight <= room * 1.85;
  };
  const size = largest(sizes, fits) ?? largest(sizes.slice(0, 6), fitsTwo) ?? sizes[3] ?? sizes[0];
  sheet.style.setProperty('--b', `${size}pt`);
  markPages(sheet, body, room);
  body.style.minHeight = '';
}

/** The first size that fits, of sizes in falling order; each trial lays the whole sheet out, so the list is halved. */
function largest(sizes: readonly number[], fits: (size: number) => boolean): number | undefined {
  let [from, to] = [0, sizes.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (fits(sizes[middle] ?? 0)) to = middle;
    else from = middle + 1;
  }
  return sizes[from];
}

function textSizes({ dataset }: HTMLElement): TextSizes {
  if (dataset['large'] !== undefined) return LARGE_TEXT;
  return dataset['twin'] === undefined ? PAGE_TEXT : TWIN_TEXT;
}

/** Whether each part between two breaks that the sheet makes itself fits a page of its own. */
function fitsByPart(body: HTMLElement, room: number): boolean {
  const { top, bottom } = body.getBoundingClientRect();
  const breaks = [...body.querySelectorAll<HTMLElement>('[data-break]')].map((mark) => {
    const place = mark.getBoundingClientRect();
    return mark.dataset['break'] === 'after' ? place.bottom : place.top;
  });
  return [...breaks, bottom].every((end, index) => end - (breaks[index - 1] ?? top) <= room);
}

/** What stays together on one page: a row of two halves, a heading with what follows it. */
type Row = { readonly first: HTMLElement; readonly top: number; bottom: number; readonly turns: boolean };

/**
 * Says which row begins each further page, so that the screen shows the break where paper has it. A list that may be longer
 * than a page (`data-breaks`) breaks between its entries.
 */
function markPages(sheet: HTMLElement, body: HTMLElement, room: number): void {
  const { pageHead } = sheet.dataset;
  if (pageHead === undefined) return;
  const [content, foot] = body.children;
  const parts = [...(content?.children ?? []), foot]
    .flatMap((part) =>
      part instanceof HTMLOListElement && 'breaks' in part.dataset ? [...part.children] : part,
    )
    .filter((part) => part instanceof HTMLElement);
  let [page, top] = [1, 0];
  for (const [index, row] of rowsOf(parts).entries()) {
    if (index === 0) top = row.top;
    if (!row.turns && row.bottom - top <= room) continue;
    // Two such lists side by side break each at its own entry: what follows is for the printer to say.
    if ('breaks' in row.first.dataset) return;
    page += 1;
    top = row.top;
    if (index > 0) row.first.dataset['pageStart'] = `${pageHead} ${page}`;
  }
}

function rowsOf(parts: readonly HTMLElement[]): Row[] {
  const rows: Row[] = [];
  let [staysWithNext, turns] = [false, false];
  for (const part of parts) {
    const bottom = part.offsetTop + part.offsetHeight;
    turns ||= part.dataset['break'] === 'before';
    const last = rows.at(-1);
    if (part.offsetHeight > 0) {
      const isBeside = last !== undefined && part.offsetTop < last.bottom - 1;
      if (last !== undefined && !turns && (isBeside || staysWithNext))
        last.bottom = Math.max(last.bottom, bottom);
      else rows.push({ first: part, top: last?.bottom ?? part.offsetTop, bottom, turns });
      staysWithNext = getComputedStyle(part).breakAfter === 'avoid';
      turns = false;
    }
    turns ||= part.dataset['break'] === 'after';
  }
  return rows;
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

/** Runs `fit` now and whenever a font has come: text measured in a fallback font is measured wrongly. Returns what stops it. */
export function fitWithFonts(fit: () => void): () => void {
  document.fonts.addEventListener('loadingdone', fit);
  fit();
  return () => document.fonts.removeEventListener('loadingdone', fit);
}
