import { expect, test } from 'vitest';
import { hasLetters, PROBE_DOTS } from '#renderer/paper/probe-cells.ts';

/** A white row of three cells on a wider sheet, with dots of a light of 0 to 255. */
function row(...dots: (readonly [x: number, y: number, light?: number])[]) {
  const width = PROBE_DOTS * 3 + 5;
  const data = new Uint8ClampedArray(width * PROBE_DOTS * 4).fill(255);
  for (const [x, y, light = 0] of dots) data.fill(light, (y * width + x) * 4, (y * width + x) * 4 + 3);
  return { width, height: PROBE_DOTS, data };
}
const last = PROBE_DOTS - 1;

test('a letter is there wherever in its cell its ink is', () => {
  for (const [x, y] of [
    [0, 0],
    [last, 0],
    [0, last],
    [last, last],
    [7, 9],
  ] as const) {
    expect(hasLetters(row([x, y]), 1), `${x} ${y}`).toBe(true);
    expect(hasLetters(row([0, 0], [PROBE_DOTS + x, y]), 2), `${x} ${y}`).toBe(true);
  }
});

test('ink of the cell beside it is none of its own', () => {
  expect(hasLetters(row([PROBE_DOTS, 3]), 1)).toBe(false);
  expect(hasLetters(row([last, 3], [PROBE_DOTS * 2, 3]), 2)).toBe(false);
  expect(hasLetters(row([last, 3], [PROBE_DOTS * 2, 3]), 3)).toBe(false);
});

test('every letter is waited for, and a sheet of no words waits for none', () => {
  expect(hasLetters(row([1, 1], [17, 1]), 3)).toBe(false);
  expect(hasLetters(row([1, 1], [17, 1], [33, 1]), 3)).toBe(true);
  expect(hasLetters(row(), 0)).toBe(true);
});

test('what is lighter than half is the edge of a letter, not its ink', () => {
  expect(hasLetters(row([4, 4, 128]), 1)).toBe(false);
  expect(hasLetters(row([4, 4, 127]), 1)).toBe(true);
});
