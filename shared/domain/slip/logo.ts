import { base64Of, bytesOfBase64 } from '#shared/domain/printing/base64.ts';
import { LOGO_DOTS, type LogoDots } from './design.ts';

/** Light below which a dot of a logo is ink, of 255. */
const INK_BELOW = 150;

/** Size in dots that a picture of the given size gets: as large as a logo may be, in its own proportions. */
export function logoSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, LOGO_DOTS.width / width, LOGO_DOTS.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** A picture of 4 bytes a pixel (red, green, blue, opacity) on white paper as black dots; null when nothing of it is black. */
export function logoDots(pixels: ArrayLike<number>, width: number, height: number): LogoDots | null {
  const rowBytes = Math.ceil(width / 8);
  const bytes = new Uint8Array(rowBytes * height);
  let ink = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const opacity = (pixels[at + 3] ?? 0) / 255;
      // Rec. 601 luma.
      const light = (pixels[at] ?? 0) * 0.299 + (pixels[at + 1] ?? 0) * 0.587 + (pixels[at + 2] ?? 0) * 0.114;
      if (light * opacity + 255 * (1 - opacity) >= INK_BELOW) continue;
      const place = y * rowBytes + (x >> 3);
      bytes[place] = (bytes[place] ?? 0) | (0x80 >> (x & 7));
      ink += 1;
    }
  }
  return ink === 0 ? null : { width, height, dots: base64Of(bytes) };
}

/** The dots as one path in a box of `width` × `height`; empty for a logo that is not whole. */
export function logoPath({ width, height, dots }: LogoDots): string {
  const bytes = bytesOfBase64(dots);
  const rowBytes = Math.ceil(width / 8);
  if (bytes?.length !== rowBytes * height) return '';
  const isInk = (x: number, y: number): boolean =>
    x < width && ((bytes[y * rowBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
  const runs: string[] = [];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!isInk(x, y)) continue;
      const start = x;
      while (isInk(x, y)) x += 1;
      runs.push(`M${start} ${y}h${x - start}v1h${start - x}z`);
    }
  }
  return runs.join('');
}
