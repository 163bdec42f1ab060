import type { LogoDots } from '#shared/domain/slip/design.ts';
import { logoDots, logoSize } from '#shared/domain/slip/logo.ts';

export type LogoProblem = 'kind' | 'big' | 'broken' | 'empty';
type ReadLogo =
  | { readonly ok: true; readonly logo: LogoDots }
  | { readonly ok: false; readonly problem: LogoProblem };

const MOST_BYTES = 5 * 1024 * 1024;
/** A small file can unpack to more than a window holds. */
const MOST_PIXELS = 40_000_000;

/** The first bytes of the two kinds that are read. SVG is not: it is a program, not a picture. */
const SIGNATURES = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0xff, 0xd8, 0xff],
] as const;

/** Reads a picture by what is in it, not by its name, and keeps nothing of it but black dots. */
export async function readLogo(file: File): Promise<ReadLogo> {
  if (file.size > MOST_BYTES) return { ok: false, problem: 'big' };
  const head = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  if (!SIGNATURES.some((signature) => signature.every((byte, at) => head[at] === byte)))
    return { ok: false, problem: file.size === 0 ? 'broken' : 'kind' };
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (bitmap === undefined) return { ok: false, problem: 'broken' };
  try {
    if (bitmap.width * bitmap.height > MOST_PIXELS) return { ok: false, problem: 'big' };
    const { width, height } = logoSize(bitmap.width, bitmap.height);
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (context === null) return { ok: false, problem: 'broken' };
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    const logo = logoDots(context.getImageData(0, 0, width, height).data, width, height);
    return logo === null ? { ok: false, problem: 'empty' } : { ok: true, logo };
  } finally {
    bitmap.close();
  }
}
