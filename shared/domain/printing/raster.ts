/** A picture of black dots: rows from the top, each padded to whole bytes, leftmost dot in the highest bit, 1 is black. */
export type Raster = { readonly widthDots: number; readonly heightDots: number; readonly rows: Uint8Array };

/** Pixels as a canvas gives them: four bytes each, red, green, blue and opacity. */
export type Picture = { readonly width: number; readonly height: number; readonly data: ArrayLike<number> };

type RasterOptions = {
  /** A dot is black below this part of full light, in percent. */
  readonly darkness?: number;
  /** First column of the picture that is taken; columns outside of the picture are white. */
  readonly left?: number;
  /** Dots across; the width of the picture if absent. */
  readonly widthDots?: number;
};

/** Keeps the thin strokes of Vietnamese marks without filling the letters' eyes at 203 dpi. */
export const USUAL_DARKNESS = 56;

/** Longest picture the desk takes: a metre of paper. The slip of a family with everything on it is half of that. */
export const MOST_ROWS = 8192;

/** Bytes of one row. */
export function rowBytes(widthDots: number): number {
  return Math.ceil(widthDots / 8);
}

/** Turns pixels into dots, on white paper, without dithering: grey is either ink or none. */
export function rasterise(picture: Picture, options: RasterOptions = {}): Raster {
  const { darkness = USUAL_DARKNESS, left = 0, widthDots = picture.width } = options;
  const bytes = rowBytes(widthDots);
  const rows = new Uint8Array(bytes * picture.height);
  // Light in 1/10,000 of a colour step, by the weights of ITU-R BT.709.
  const black = darkness * 100 * 255;
  const first = Math.max(0, -left);
  const end = Math.min(widthDots, picture.width - left);
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = first; x < end; x += 1) {
      const at = (y * picture.width + x + left) * 4;
      if (lightAt(picture.data, at) < black) {
        const byte = y * bytes + (x >> 3);
        rows[byte] = (rows[byte] ?? 0) | (0x80 >> (x & 7));
      }
    }
  }
  return { widthDots, heightDots: picture.height, rows };
}

/** 0 (black) to 2,550,000 (white), as it looks on white paper. */
function lightAt(data: ArrayLike<number>, at: number): number {
  const light = 2126 * (data[at] ?? 255) + 7152 * (data[at + 1] ?? 255) + 722 * (data[at + 2] ?? 255);
  const opacity = (data[at + 3] ?? 0) / 255;
  return light * opacity + 2_550_000 * (1 - opacity);
}

/**
 * Checks a picture that came over the border: whole rows, at least one and not too many, nothing black in the padding.
 * Gives the raster, or the reason why it is none.
 */
export function readRaster(
  widthDots: number,
  rows: Uint8Array,
  widest: number,
):
  | { ok: true; raster: Raster }
  | { ok: false; reason: 'too-wide' | 'no-whole-rows' | 'too-long' | 'ink-in-padding' } {
  if (widthDots > widest) return { ok: false, reason: 'too-wide' };
  const bytes = rowBytes(widthDots);
  if (rows.length === 0 || rows.length % bytes !== 0) return { ok: false, reason: 'no-whole-rows' };
  const heightDots = rows.length / bytes;
  if (heightDots > MOST_ROWS) return { ok: false, reason: 'too-long' };
  const padding = (1 << (bytes * 8 - widthDots)) - 1;
  for (let at = bytes - 1; at < rows.length; at += bytes) {
    if (((rows[at] ?? 0) & padding) !== 0) return { ok: false, reason: 'ink-in-padding' };
  }
  return { ok: true, raster: { widthDots, heightDots, rows } };
}
