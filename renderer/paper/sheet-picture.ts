import { MOST_ROWS, type Picture } from '#shared/domain/printing/raster.ts';
import { hasLetters, PROBE_DOTS } from './probe-cells.ts';
import { embeddedFaces, matchingRules, type EmbeddedFace } from './sheet-rules.ts';

/** Dots of a thermal head in one CSS pixel: 8 to the millimetre. */
export const DOTS_PER_PIXEL = (8 * 25.4) / 96;

const XHTML = 'http://www.w3.org/1999/xhtml';

/** The letters are in the picture itself and come within milliseconds, or never. */
const LETTERS_MS = 3_000;

/**
 * The pixels of a drawn sheet, one for each dot of a thermal head, `paperDots` across. The sheet is laid out anew at that
 * size, as it would be on a screen of 203 dpi, so that lines and codes fall on whole dots.
 */
export async function sheetPicture(sheet: HTMLElement, paperDots: number): Promise<Picture> {
  const height = heightInDots(sheet);
  // Cut paper would be worse than none.
  if (height > MOST_ROWS) throw new Error('the sheet is longer than a picture may be');
  const faces = await embeddedFaces(sheet);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(asSvg(sheet, paperDots, height, faces))}`;
  await image.decode();
  const canvas = new OffscreenCanvas(paperDots, height + PROBE_DOTS);
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('this browser draws no pictures');
  pen.fillStyle = '#fff';
  const end = performance.now() + LETTERS_MS;
  do {
    pen.fillRect(0, 0, paperDots, height + PROBE_DOTS);
    pen.drawImage(image, 0, 0);
    if (hasLetters(pen.getImageData(0, height, paperDots, PROBE_DOTS), faces.length)) {
      return pen.getImageData(0, 0, paperDots, height);
    }
    await new Promise((next) => setTimeout(next, 4));
  } while (performance.now() < end);
  throw new Error('the letters did not come');
}

/** Rows of dots that the sheet needs when it is laid out at the size of the dots. */
function heightInDots(sheet: HTMLElement): number {
  const place = sheet.parentElement;
  if (place === null) throw new Error('the sheet stands nowhere');
  place.style.zoom = String(DOTS_PER_PIXEL);
  const { height } = sheet.getBoundingClientRect();
  place.style.zoom = '';
  return Math.ceil(height);
}

/**
 * The sheet as one self-contained picture: its markup, the rules that touch it, and its letters. Put together as text: the
 * policy of the page forbids style attributes in any document it makes, and has no say over what is in a picture.
 */
function asSvg(sheet: HTMLElement, width: number, height: number, faces: readonly EmbeddedFace[]): string {
  const size = `width="${width}" height="${height + PROBE_DOTS}"`;
  const style = `${faces.map(({ rule }) => rule).join('\n')}\n${matchingRules(sheet)}`;
  const lang = sheet.closest<HTMLElement>('[lang]')?.lang ?? 'vi';
  const drawn = new XMLSerializer().serializeToString(sheet);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size}><foreignObject ${size}>`,
    `<style xmlns="${XHTML}">${escaped(style)}</style>`,
    `<div xmlns="${XHTML}" data-printing="" lang="${escaped(lang)}" style="height: ${height}px">`,
    `<div style="zoom: ${DOTS_PER_PIXEL}">${drawn}</div></div>`,
    ...faces.map(probe),
    '</foreignObject></svg>',
  ].join('');
}

function probe({ family, weight, letter }: EmbeddedFace, cell: number): string {
  const place = `position: absolute; left: ${cell * PROBE_DOTS}px; bottom: 0; overflow: clip`;
  const size = `width: ${PROBE_DOTS}px; height: ${PROBE_DOTS}px; font: ${weight} 12px/${PROBE_DOTS}px '${family}'`;
  return `<div xmlns="${XHTML}" style="${escaped(`${place}; ${size}; color: #000`)}">${escaped(letter)}</div>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
