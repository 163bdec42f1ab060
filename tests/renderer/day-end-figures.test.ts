import { describe, expect, test } from 'vitest';
import { formerDay } from '#renderer/day-end/day-side.tsx';
import { HEAT_ENDS, heatLevel } from '#renderer/figures/heat-level.ts';

test.each([
  [0, 0],
  [7, 0],
  [8, 1],
  [14, 1],
  [21, 2],
  [30, 3],
  [31, 4],
  [600, 4],
])('%i minutes have tint %i', (minutes, level) => {
  expect(heatLevel(minutes)).toBe(level);
  expect(level).toBeLessThanOrEqual(HEAT_ENDS.length);
});

describe('the day to compare with', () => {
  const day = (businessDay: string, closed = true) => ({
    businessDay,
    openedAt: `${businessDay}T00:00:00.000Z`,
    closedAt: closed ? `${businessDay}T10:00:00.000Z` : null,
    version: closed ? 1 : null,
  });
  test.each([
    ['the same weekday before it', ['2026-11-06', '2026-11-13', '2026-11-19', '2026-11-20'], '2026-11-13'],
    ['otherwise the last one before it', ['2026-11-18', '2026-11-19', '2026-11-20'], '2026-11-19'],
    ['none when it is the first', ['2026-11-20', '2026-11-23'], undefined],
  ])('is %s', (_, days, expected) => {
    expect(
      formerDay(
        days.map((one) => day(one)),
        '2026-11-20',
      ),
    ).toBe(expected);
  });
  test('is never a day that is still open', () => {
    expect(formerDay([day('2026-11-13', false), day('2026-11-20')], '2026-11-20')).toBeUndefined();
  });
});
