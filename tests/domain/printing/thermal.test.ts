import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import { base64Of } from '#shared/domain/printing/base64.ts';
import { encodeThermal, holdsStatusQuery, statusQuery } from '#shared/domain/printing/esc-pos.ts';
import {
  isPaperLow,
  isStatusByte,
  opensUnaskedStatus,
  statusTrouble,
} from '#shared/domain/printing/printer-status.ts';
import { MOST_ROWS, rasterise, readRaster, rowBytes } from '#shared/domain/printing/raster.ts';
import { decodeThermal } from '#tests/support/thermal-decoder.ts';

type Drawing = { width: number; height: number; ink: boolean[] };

/** Drawings dot by dot, from a single one to more rows than one band takes. */
const drawings: fc.Arbitrary<Drawing> = fc
  .tuple(
    fc.integer({ min: 1, max: 70 }),
    fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 250, max: 520 })),
  )
  .chain(([width, height]) =>
    fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      ink: fc
        .uint8Array({ minLength: 64, maxLength: 64 })
        .map((noise) =>
          Array.from({ length: width * height }, (_, at) => bitOf(noise, (at * 7 + (at >> 5)) % 512)),
        ),
    }),
  );

function bitOf(bytes: Uint8Array, at: number): boolean {
  return (((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1) === 1;
}

/** The drawing as a canvas would give it. */
function pixels({ width, height, ink }: Drawing): { width: number; height: number; data: Uint8ClampedArray } {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  ink.forEach((black, at) => black && data.fill(0, at * 4, at * 4 + 3));
  return { width, height, data };
}

/** Whether there is ink at every place, row by row, over the width of the drawing. */
function inkOf(
  picture: { widthDots: number; heightDots: number; rows: Uint8Array },
  width: number,
): boolean[] {
  const bytes = rowBytes(picture.widthDots);
  return Array.from({ length: width * picture.heightDots }, (_, at) => {
    const row = Math.floor(at / width);
    return bitOf(picture.rows.subarray(row * bytes, (row + 1) * bytes), at % width);
  });
}

describe('a picture on its way to the paper', () => {
  test('comes out dot for dot, in as many copies as were asked for, and nothing else with it', () => {
    const jobs = fc.record({
      copies: fc.integer({ min: 1, max: 3 }),
      density: fc.integer({ min: -5, max: 5 }),
      cut: fc.boolean(),
    });
    fc.assert(
      fc.property(drawings, jobs, (drawing, job) => {
        const raster = rasterise(pixels(drawing));
        const { sheets, unknown, density, initialised } = decodeThermal(encodeThermal(raster, job));
        expect(unknown).toEqual([]);
        expect(initialised).toBe(1);
        expect(density).toEqual(job.density === 0 ? [] : [job.density]);
        expect(sheets.map(({ how }) => how)).toEqual(Array(job.copies).fill(job.cut ? 'cut' : 'fed'));
        for (const { picture } of sheets) {
          expect(picture.heightDots).toBe(drawing.height);
          expect(Buffer.from(picture.rows).equals(raster.rows)).toBe(true);
        }
        expect(inkOf(raster, drawing.width)).toEqual(drawing.ink);
      }),
      { numRuns: 60 },
    );
  });

  test('has no band that is a multiple of 48 rows high: some 58 mm printers garble those', () => {
    for (const heightDots of [1, 47, 48, 96, 240, 255, 256, 303, 351, 2400]) {
      const rows = new Uint8Array(48 * heightDots);
      const bytes = encodeThermal({ widthDots: 384, heightDots, rows }, { copies: 1, density: 0, cut: true });
      const heights: number[] = [];
      // A picture without ink: every GS v 0 is a head.
      for (let at = 0; at < bytes.length - 7; at += 1)
        if (bytes[at] === 0x1d && bytes[at + 1] === 0x76)
          heights.push((bytes[at + 6] ?? 0) + 256 * (bytes[at + 7] ?? 0));
      expect(heights.reduce((sum, height) => sum + height, 0)).toBe(heightDots);
      expect(heights.filter((height) => height % 48 === 0)).toEqual([]);
    }
  });

  test('is the same over the border as base64', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      }),
    );
  });

  test('is black below the threshold and white from it on, whatever its colour', () => {
    const dot = (rgba: number[], darkness?: number): boolean =>
      bitOf(
        rasterise({ width: 1, height: 1, data: rgba }, darkness === undefined ? {} : { darkness }).rows,
        0,
      );
    expect(dot([142, 142, 142, 255])).toBe(true);
    expect(dot([143, 143, 143, 255])).toBe(false);
    expect(dot([255, 0, 0, 255])).toBe(true);
    expect(dot([0, 255, 0, 255])).toBe(false);
    expect(dot([0, 0, 255, 255])).toBe(true);
    expect(dot([0, 0, 0, 0])).toBe(false);
    expect(dot([0, 0, 0, 128])).toBe(true);
    expect(dot([200, 200, 200, 255], 80)).toBe(true);
    expect(dot([30, 30, 30, 255], 10)).toBe(false);
  });

  test('is cut to the reach of the head, and white where it has nothing', () => {
    const row = { width: 6, height: 1, ink: [true, false, true, true, false, true] };
    const cropped = rasterise(pixels(row), { left: 2, widthDots: 3 });
    expect(inkOf(cropped, 3)).toEqual([true, true, false]);
    const moved = rasterise(pixels(row), { left: -3, widthDots: 12 });
    expect(inkOf(moved, 12)).toEqual([false, false, false, ...row.ink, false, false, false]);
  });
});

describe('a picture that came over the border', () => {
  const reason = (widthDots: number, rows: Uint8Array): string => {
    const read = readRaster(widthDots, rows, 576);
    return read.ok ? 'ok' : read.reason;
  };
  test.each([
    ['one dot', 1, Uint8Array.of(0x80), 'ok'],
    ['the widest, two rows', 576, new Uint8Array(144), 'ok'],
    ['the longest', 8, new Uint8Array(MOST_ROWS), 'ok'],
    ['a row too many', 8, new Uint8Array(MOST_ROWS + 1), 'too-long'],
    ['wider than the head', 584, new Uint8Array(73), 'too-wide'],
    ['no row', 8, new Uint8Array(0), 'no-whole-rows'],
    ['half a row', 16, new Uint8Array(3), 'no-whole-rows'],
    ['ink in the padding', 4, Uint8Array.of(0x08), 'ink-in-padding'],
  ])('%s: %s', (_what, widthDots, rows, expected) => {
    expect(reason(widthDots, rows)).toBe(expected);
  });
});

describe('what a printer says of itself', () => {
  test.each([
    ['all well', { 1: 0x12, 2: 0x12, 4: 0x12 }, null],
    ['a drawer that is open', { 1: 0x16, 2: 0x12, 4: 0x12 }, null],
    ['paper that is low', { 1: 0x12, 2: 0x12, 4: 0x1e }, null],
    ['no paper', { 1: 0x1a, 2: 0x32, 4: 0x7e }, 'paper-out'],
    ['no paper, told by the sensor alone', { 1: 0x12, 2: 0x12, 4: 0x72 }, 'paper-out'],
    ['no paper, from a printer that answers no second query', { 1: 0x12, 4: 0x32 }, 'paper-out'],
    ['an open cover', { 1: 0x1a, 2: 0x16, 4: 0x12 }, 'cover-open'],
    ['an open cover without paper', { 1: 0x1a, 2: 0x36, 4: 0x72 }, 'cover-open'],
    ['a jammed cutter', { 1: 0x1a, 2: 0x52, 4: 0x12 }, 'printer-error'],
    ['a paused printer', { 1: 0x1a, 2: 0x12, 4: 0x12 }, 'printer-offline'],
    ['nothing', {}, null],
  ])('%s', (_what, answers, trouble) => {
    expect(statusTrouble(answers)).toBe(trouble);
  });

  test('low paper is told before it is out', () => {
    expect(isPaperLow({ 4: 0x1e })).toBe(true);
    expect(isPaperLow({ 4: 0x12 })).toBe(false);
  });

  test('is told from what no printer says', () => {
    const bytes = Array.from({ length: 256 }, (_, byte) => byte);
    expect(bytes.filter((byte) => isStatusByte(byte) && opensUnaskedStatus(byte))).toEqual([]);
    for (const greeting of ['HTTP/1.1 400', 'SSH-2.0', '@PJL']) {
      const first = greeting.charCodeAt(0);
      expect({ greeting, is: isStatusByte(first) || opensUnaskedStatus(first) }).toEqual({
        greeting,
        is: false,
      });
    }
  });

  test('a picture that looks like a query is found out', () => {
    expect(holdsStatusQuery(statusQuery(4))).toBe(true);
    expect(holdsStatusQuery(Uint8Array.of(0x10, 0x10, 0x04, 0x01))).toBe(true);
    expect(holdsStatusQuery(Uint8Array.of(0x10, 0x04, 0x05, 0x10, 0x04))).toBe(false);
  });
});
