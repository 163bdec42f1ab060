import { fc } from '#tests/support/property.ts';
import { expect, test } from 'vitest';
import { percentHundredths } from '#shared/domain/report/progress.ts';

test.each([
  // S2 (X3): the letter truncated 83,896 % to 83,89 %.
  [119, 2_650, 449],
  [1_068, 1_273, 8_390],
  // S0 (X3): 33,77 %, written 33,7 %.
  [1_430_008, 4_234_226, 3_377],
  [0, 7, 0],
  [7, 7, 10_000],
  [8, 7, 11_429],
  // Exactly half a hundredth goes up.
  [1, 20_000, 1],
  [3, 20_000, 2],
  [1, 20_001, 0],
  // Where a product in floating point would be off.
  [9_007_199_254_740_991, 9_007_199_254_740_991, 10_000],
])('%i of %i is %i hundredths of a percent', (part, whole, hundredths) => {
  expect(percentHundredths(part, whole, 'half-up')).toBe(hundredths);
});

test.each([
  [1_430_008, 4_234_226, 3377, 3377],
  [1_068, 1_273, 8_390, 8_389],
  [1, 20_000, 1, 0],
] as const)('%i of %i is %i rounded half up, %i cut off (X3)', (part, whole, up, cut) => {
  expect(percentHundredths(part, whole, 'half-up')).toBe(up);
  expect(percentHundredths(part, whole, 'truncate')).toBe(cut);
});

test('of nothing there is no percentage', () => {
  expect(percentHundredths(0, 0, 'half-up')).toBeNull();
  expect(percentHundredths(5, 0, 'half-up')).toBeNull();
});

test.each([
  [-1, 5],
  [0.5, 5],
  [1, Number.NaN],
  [1, 1.5],
])('%d of %d is not asked', (part, whole) => {
  expect(() => percentHundredths(part, whole, 'half-up')).toThrow(RangeError);
});

test('is the nearest hundredth, and the upper one of two that are as near', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 39 }), fc.integer({ min: 1, max: 2 ** 40 }), (part, whole) => {
      const rounded = percentHundredths(part, whole, 'half-up') ?? -1;
      // |rounded · whole − part · 10 000| ≤ whole / 2, the upper end left out.
      const off = 2n * (BigInt(rounded) * BigInt(whole) - BigInt(part) * 10_000n);
      expect(off <= BigInt(whole) && off > -BigInt(whole)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
