import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeLight, encodePng } from './png.ts';

const folder = fileURLToPath(new URL('../renderer/golden', import.meta.url));

/** Pictures are drawn anew instead of compared: `GOLDEN=renew vitest run tests/renderer/golden*`. */
const renews = process.env['GOLDEN'] === 'renew';

/** Black and white, a byte a dot, at 96 dots an inch. */
type Ink = { readonly width: number; readonly height: number; readonly dots: Uint8Array };

/** Width of a cell and height of a band in dots: about a letter and a line. */
const CELL = 8;
const BAND = 16;
/** Two browsers set a line a little higher or lower, and the next one adds to it. */
const SHIFT = 4;
/** Share of ink that may stand elsewhere: in the whole picture, and in one band. Letters are smoothed otherwise by every browser. */
const WHOLE = 0.05;
const ONE_BAND = 0.2;
/** Dots that say nothing, in a band with hardly any ink. */
const FEW = 24;
/** One line that moved moves all below it; the first ones say where. */
const MOST_TOLD = 5;

/**
 * What is wrong with the picture of a sheet against the one that a person has looked at; nothing when they are alike. Both
 * are reduced to how much ink stands in each cell, so that the browsers of different machines agree.
 */
export function againstGolden(
  name: string,
  screenshot: Buffer,
  way: 'as-asked' | 'compare' = 'as-asked',
): string[] {
  const ink = inkOf(screenshot);
  const file = join(folder, `${name}.png`);
  if (renews && way === 'as-asked') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, smallest(ink));
    return [];
  }
  if (!existsSync(file)) return [`there is no golden picture ${name}; see tests/renderer/golden/README.md`];
  return differences(inkOf(readFileSync(file)), ink)
    .slice(0, MOST_TOLD)
    .map((difference) => `${name}: ${difference}`);
}

function differences(golden: Ink, drawn: Ink): string[] {
  // Where the browser is the one that drew them nothing is to be counted.
  if (golden.width === drawn.width && Buffer.compare(golden.dots, drawn.dots) === 0) return [];
  if (Math.abs(golden.width - drawn.width) > 2) return [`is ${drawn.width} dots wide, not ${golden.width}`];
  const found: string[] = [];
  // Two millimetres.
  if (Math.abs(golden.height - drawn.height) > 8)
    found.push(`is ${drawn.height} dots high, not ${golden.height}`);
  const [wanted, there] = [sums(golden), sums(drawn)];
  let ink = 0;
  let elsewhere = 0;
  for (let top = 0; top < golden.height; top += BAND) {
    const total = inkBetween(wanted, top).reduce((sum, cell) => sum + cell, 0);
    let best = Number.POSITIVE_INFINITY;
    for (let shift = -SHIFT; shift <= SHIFT; shift += 1)
      best = Math.min(best, apart(wanted, there, top, shift));
    ink += total;
    elsewhere += best;
    if (best > ONE_BAND * total + FEW)
      found.push(`differs ${Math.round(top / 3.78)} mm from the top (${best} of ${total} dots)`);
  }
  if (elsewhere > WHOLE * ink)
    found.push(`${((100 * elsewhere) / ink).toFixed(1)} % of the ink stands elsewhere`);
  return found;
}

/** For each row how much ink stands above it in each column of cells. */
type Sums = { readonly columns: number; readonly height: number; readonly above: Uint32Array };

function sums({ width, height, dots }: Ink): Sums {
  const columns = Math.ceil(width / CELL);
  const above = new Uint32Array(columns * (height + 1));
  for (let y = 0; y < height; y += 1) {
    const row = y * columns;
    for (let column = 0; column < columns; column += 1)
      above[row + columns + column] = above[row + column] ?? 0;
    for (let x = 0; x < width; x += 1) {
      if (dots[y * width + x] !== 1) continue;
      const at = row + columns + (x >> 3);
      above[at] = (above[at] ?? 0) + 1;
    }
  }
  return { columns, height, above };
}

/** Ink in each cell of the band that begins at a row. */
function inkBetween({ columns, height, above }: Sums, from: number): Uint32Array {
  const clamped = (row: number): number => Math.max(0, Math.min(height, row)) * columns;
  const [top, bottom] = [clamped(from), clamped(from + BAND)];
  return Uint32Array.from(
    { length: columns },
    (_, column) => (above[bottom + column] ?? 0) - (above[top + column] ?? 0),
  );
}

function apart(wanted: Sums, there: Sums, top: number, shift: number): number {
  const [one, other] = [inkBetween(wanted, top), inkBetween(there, top + shift)];
  return one.reduce((sum, cell, column) => sum + Math.abs(cell - (other[column] ?? 0)), 0);
}

function inkOf(png: Buffer): Ink {
  const { width, height, light } = decodeLight(png);
  return { width, height, dots: light.map((value) => (value < 144 ? 1 : 0)) };
}

function smallest({ width, height, dots }: Ink): Buffer {
  const length = Math.ceil(width / 8) + 1;
  const rows = Buffer.alloc(length * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (dots[y * width + x] === 1) continue;
      const at = y * length + 1 + (x >> 3);
      rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return encodePng({ width, height, depth: 1, colourType: 0 }, rows);
}
