import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import {
  slipDesign,
  GUIDANCE_BLOCKS,
  keepsWhatMustStay,
  KEPT_BLOCKS,
  LOGO_DOTS,
  moved,
  sameDesign,
  shippedDesign,
  isWholeLogo,
} from '#shared/domain/slip/design.ts';
import { base64Of, bytesOfBase64 } from '#shared/domain/printing/base64.ts';
import { lastActivationDay } from '#shared/domain/slip/activation-window.ts';
import { logoDots, logoPath, logoSize } from '#shared/domain/slip/logo.ts';

describe('blocks', () => {
  test('what the law puts on the slip cannot be left out, nor printed twice', () => {
    expect(keepsWhatMustStay(GUIDANCE_BLOCKS)).toBe(true);
    expect(keepsWhatMustStay([...KEPT_BLOCKS].toReversed())).toBe(true);
    for (const kept of KEPT_BLOCKS)
      expect(keepsWhatMustStay(GUIDANCE_BLOCKS.filter((block) => block !== kept))).toBe(false);
    expect(keepsWhatMustStay([...GUIDANCE_BLOCKS, 'ask'])).toBe(false);
  });

  test('mức 1 is registered at home before its message comes and the account is activated', () => {
    const order = ['home', 'message', 'window', 'steps'] as const;
    expect(GUIDANCE_BLOCKS.filter((block) => (order as readonly string[]).includes(block))).toEqual(order);
  });

  test('a block moves by its steps, and stays at the ends', () => {
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'c', -2)).toEqual(['c', 'a', 'b']);
    expect(moved(['a'], 'z', 1)).toEqual(['a']);
  });

  test('the shipped design can be stored, and is the same as itself alone', () => {
    expect(slipDesign.safeParse({ ...shippedDesign, version: 1 }).success).toBe(true);
    expect(sameDesign(shippedDesign, { ...shippedDesign })).toBe(true);
    expect(sameDesign(shippedDesign, { ...shippedDesign, footer: ['x'] })).toBe(false);
  });
});

describe('what an office may decide of its slips', () => {
  const takes = (part: object) => slipDesign.safeParse({ ...shippedDesign, version: 1, ...part }).success;
  const logo = (width: number, height: number) => ({
    logo: { width, height, dots: base64Of(new Uint8Array(Math.ceil(width / 8) * height)) },
  });
  const lines = (count: number, letters: number) => Array<string>(count).fill('a'.repeat(letters));

  test.each([
    ['a logo of one dot', logo(1, 1), true],
    ['the largest logo', logo(LOGO_DOTS.width, LOGO_DOTS.height), true],
    ['a wider one', logo(LOGO_DOTS.width + 1, LOGO_DOTS.height), false],
    ['a higher one', logo(LOGO_DOTS.width, LOGO_DOTS.height + 1), false],
    ['one without width', logo(0, 1), false],
    ['one without height', logo(1, 0), false],
    ['two full lines under its name', { officeLines: lines(2, 60) }, true],
    ['a longer one', { officeLines: lines(1, 61) }, false],
    ['a third one', { officeLines: lines(3, 1) }, false],
    ['two full lines at the foot', { footer: lines(2, 80) }, true],
    ['a longer foot', { footer: lines(1, 81) }, false],
    ['a third line at the foot', { footer: lines(3, 1) }, false],
    ['no block that may be left out', { number: [], guidance: KEPT_BLOCKS }, true],
    ['a block of the number sheet twice', { number: ['ahead', 'ahead'] }, false],
    ['a block of the guidance slip twice', { guidance: ['window', 'ask', 'home', 'home'] }, false],
  ])('%s', (_what, part, may) => {
    expect(takes(part)).toBe(may);
  });
});

describe('logo', () => {
  const ink = [0, 0, 0, 255];
  const paper = [255, 255, 255, 255];
  const clear = [0, 0, 0, 0];

  test('dark dots become ink; white, pale and clear ones do not', () => {
    const pale = [200, 200, 200, 255];
    const logo = logoDots([ink, paper, clear, pale, ink].flat(), 5, 1);
    expect(logo).toEqual({ width: 5, height: 1, dots: base64Of(Uint8Array.of(0b1000_1000)) });
    expect(logo && logoPath(logo)).toBe('M0 0h1v1h-1zM4 0h1v1h-1z');
    expect(logoDots([paper, clear, pale].flat(), 3, 1)).toBeNull();
  });

  test.each([
    ['black', [0, 0, 0, 255], true],
    ['red', [255, 0, 0, 255], true],
    ['green, just dark enough', [0, 255, 0, 255], true],
    ['green with a trace of red', [2, 255, 0, 255], false],
    ['green with a trace of blue', [0, 255, 4, 255], false],
    ['blue', [0, 0, 255, 255], true],
    ['yellow', [255, 255, 0, 255], false],
    ['a grey of 149', [149, 149, 149, 255], true],
    ['a grey of 150', [150, 150, 150, 255], false],
    ['black that is half clear', [0, 0, 0, 128], true],
    ['black that is nearly clear', [0, 0, 0, 104], false],
  ])('%s', (_colour, dot, isInk) => {
    expect(logoDots(dot, 1, 1) !== null).toBe(isInk);
  });

  test('each dot keeps its row and its place in it, over the edge of a byte too', () => {
    const rows = ['#........#', '.#......#.', '.........#'];
    const logo = logoDots(
      rows.flatMap((row) => [...row].flatMap((sign) => (sign === '#' ? ink : paper))),
      10,
      3,
    );
    expect(logo?.dots).toBe(
      base64Of(Uint8Array.of(0b1000_0000, 0b0100_0000, 0b0100_0000, 0b1000_0000, 0, 0b0100_0000)),
    );
    expect(logo && logoPath(logo)).toBe('M0 0h1v1h-1zM9 0h1v1h-1zM1 1h1v1h-1zM8 1h1v1h-1zM9 2h1v1h-1z');
  });

  test('what stands in a byte beyond the edge of a logo is not drawn', () => {
    const logo = { width: 3, height: 2, dots: base64Of(Uint8Array.of(0b1111_1111, 0b0001_1111)) };
    expect(logoPath(logo)).toBe('M0 0h3v1h-3z');
  });

  test('a picture keeps its proportions and never grows beyond the paper', () => {
    expect(logoSize(3200, 400)).toEqual({ width: LOGO_DOTS.width, height: 40 });
    expect(logoSize(100, 1600)).toEqual({ width: 10, height: LOGO_DOTS.height });
    expect(logoSize(40, 20)).toEqual({ width: 40, height: 20 });
    expect(logoSize(1, 100_000)).toEqual({ width: 1, height: LOGO_DOTS.height });
  });

  test('dots that are not whole are refused and draw nothing', () => {
    for (const dots of ['', 'AA==', 'AAAA', '!!!!', 'A']) {
      const broken = { width: 9, height: 1, dots };
      expect(isWholeLogo(broken)).toBe(dots === 'AAA=');
      expect(logoPath(broken)).toBe('');
      expect(slipDesign.safeParse({ ...shippedDesign, logo: broken, version: 1 }).success).toBe(false);
    }
  });

  test('base64 leads back to the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(bytesOfBase64(base64Of(bytes))).toEqual(bytes);
      }),
    );
    expect(bytesOfBase64('A')).toBeUndefined();
    expect(bytesOfBase64('A*==')).toBeUndefined();
  });
});

test.each([
  ['2026-11-25', 7, false, '2026-12-02'],
  ['2026-11-25', 7, true, '2026-12-01'],
  ['2024-02-22', 7, false, '2024-02-29'],
  ['2026-11-25', 0, true, '2026-11-25'],
])('from %s, %i days, the day itself counting %s: %s', (notice, days, counts, last) => {
  expect(lastActivationDay(notice, days, counts)).toBe(last);
});
