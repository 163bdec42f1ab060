import { decodePng, encodePng } from '#tests/support/png.ts';

const MOST_COLOURS = 256;

/** The same picture with at most 256 colours, a third of the bytes: a screen has few colours and their blends. Takes the 8-bit PNG of a screenshot. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, pixels } = decodePng(png);
  const palette = commonest(pixels);
  const places = new Map<number, number>();
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < pixels.length; at += 1) {
    const colour = pixels[at] ?? 0;
    let place = places.get(colour);
    if (place === undefined) places.set(colour, (place = nearest(palette, colour)));
    rows[at + Math.floor(at / width) + 1] = place;
  }
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return encodePng({ width, height, depth: 8, colourType: 3 }, rows, colours);
}

/** The colours most in use; of those that look alike only one. */
function commonest(pixels: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const chosen: number[] = [];
  for (const [colour] of [...counts].toSorted((one, other) => other[1] - one[1])) {
    if (chosen.every((other) => distance(colour, other) > 60)) chosen.push(colour);
    if (chosen.length === MOST_COLOURS) break;
  }
  return chosen;
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  for (let place = 1; place < palette.length; place += 1) {
    if (distance(palette[place] ?? 0, colour) < distance(palette[best] ?? 0, colour)) best = place;
  }
  return best;
}

function distance(one: number, other: number): number {
  const [red, green, blue] = [
    (one >> 16) - (other >> 16),
    ((one >> 8) & 255) - ((other >> 8) & 255),
    (one & 255) - (other & 255),
  ];
  return red * red + green * green + blue * blue;
}
