import { quantile, spreadOf } from '#shared/domain/report/spread.ts';
import { expect, test } from 'vitest';

test('the 90th percentile of ten is the ninth, whatever the order they came in', () => {
  expect(spreadOf([70, 10, 100, 40, 90, 20, 60, 30, 80, 50])).toEqual({ count: 10, medianMs: 50, p90Ms: 90 });
  expect(spreadOf([110, 70, 10, 100, 40, 90, 20, 60, 30, 80, 50])).toEqual({
    count: 11,
    medianMs: 60,
    p90Ms: 100,
  });
});

test('one is its own middle, and nothing has none', () => {
  expect(spreadOf([7])).toEqual({ count: 1, medianMs: 7, p90Ms: 7 });
  expect(spreadOf([])).toEqual({ count: 0, medianMs: null, p90Ms: null });
  expect(quantile([], 0.5)).toBe(0);
});

test.each([
  [0, 10],
  [0.25, 10],
  [0.26, 20],
  [0.5, 20],
  [0.75, 30],
  [1, 40],
])('the nearest rank of %d among four', (q, value) => {
  expect(quantile([10, 20, 30, 40], q)).toBe(value);
});
