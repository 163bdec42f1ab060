import type { Picture } from '#shared/domain/printing/raster.ts';

/** Below a sheet stands a row of cells, so many dots wide and high, with one letter of each of its font faces. */
export const PROBE_DOTS = 16;

/** Whether there is ink in each of the first `cells` cells of the row: a letter that is not there yet is drawn as nothing. */
export function hasLetters({ data, width, height }: Picture, cells: number): boolean {
  for (let cell = 0; cell < cells; cell += 1) {
    let inked = false;
    for (let y = 0; y < height && !inked; y += 1) {
      for (let x = cell * PROBE_DOTS; x < (cell + 1) * PROBE_DOTS && !inked; x += 1)
        inked = (data[(y * width + x) * 4] ?? 255) < 128;
    }
    if (!inked) return false;
  }
  return true;
}
