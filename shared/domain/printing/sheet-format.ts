import { z } from 'zod';

const SHEET_FORMATS = ['58', '80', 'a5', 'a4'] as const;
export const sheetFormat = z.enum(SHEET_FORMATS);
export type SheetFormat = z.infer<typeof sheetFormat>;

/** A format that came from outside, such as an address; undefined where it is none of ours. */
export function knownFormat(asked: unknown): SheetFormat | undefined {
  return SHEET_FORMATS.find((one) => one === asked);
}

/** What each kind of slip is made for. */
export const SLIP_FORMATS = { number: ['80', '58'], guidance: ['80', 'a5', 'a4'] } as const;

export type RollFormat = Extract<SheetFormat, '58' | '80'>;

/** Width and height in millimetres; a roll has no height. */
const FORMAT_MM: Readonly<Record<SheetFormat, { width: number; height: number | null }>> = {
  '58': { width: 58, height: null },
  '80': { width: 80, height: null },
  a5: { width: 148, height: 210 },
  a4: { width: 210, height: 297 },
};

/** 203 dpi, the resolution of nearly every thermal head. */
export const DOTS_PER_MM = 8;

/** Dots across the whole roll, and in its middle as far as the head reaches (48 mm and 72 mm). */
export const ROLL_DOTS: Readonly<Record<RollFormat, { paper: number; head: number }>> = {
  '58': { paper: 464, head: 384 },
  '80': { paper: 640, head: 576 },
};

export function isRoll(format: SheetFormat): format is RollFormat {
  return FORMAT_MM[format].height === null;
}

export type Margins = {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
};

/**
 * The margins of a sheet in millimetres after the office's own margins (null: the sheet's) and the correction of a printer
 * that pulls its paper askew: an offset of +1 mm moves everything right, or down. A roll grows longer, a page keeps its size.
 */
export function placedMargins(
  format: SheetFormat,
  usual: Margins,
  own: Margins | null,
  offset: { readonly x: number; readonly y: number },
): Margins {
  const margins = own ?? usual;
  const least = (value: number): number => Math.max(0, Math.round(value * 100) / 100);
  return {
    top: least(margins.top + offset.y),
    right: least(margins.right - offset.x),
    bottom: least(isRoll(format) ? margins.bottom : margins.bottom - offset.y),
    left: least(margins.left + offset.x),
  };
}
