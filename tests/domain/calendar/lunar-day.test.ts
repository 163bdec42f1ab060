import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/calendar/business-date.ts';
import { lunarDay } from '#shared/domain/calendar/lunar-day.ts';

/** Mùng 1 Tết and Giỗ Tổ (10/3) as calendars print them. 2030 is the year in which China's calendar has another day. */
test.each([
  [2020, '2020-01-25', '2020-04-02'],
  [2021, '2021-02-12', '2021-04-21'],
  [2022, '2022-02-01', '2022-04-10'],
  [2023, '2023-01-22', '2023-04-29'],
  [2024, '2024-02-10', '2024-04-18'],
  [2025, '2025-01-29', '2025-04-07'],
  [2026, '2026-02-17', '2026-04-26'],
  [2027, '2027-02-06', '2027-04-16'],
  [2028, '2028-01-26', '2028-04-04'],
  [2029, '2029-02-13', '2029-04-23'],
  [2030, '2030-02-02', '2030-04-12'],
  [2031, '2031-01-23', '2031-04-01'],
  [2032, '2032-02-11', '2032-04-19'],
  [2033, '2033-01-31', '2033-04-09'],
  [2034, '2034-02-19', '2034-04-28'],
  [2035, '2035-02-08', '2035-04-17'],
  [2036, '2036-01-28', '2036-04-06'],
  [2037, '2037-02-15', '2037-04-24'],
  [2038, '2038-02-04', '2038-04-13'],
  [2039, '2039-01-24', '2039-04-03'],
  [2040, '2040-02-12', '2040-04-20'],
])('Tết and Giỗ Tổ of %i', (year, tet, kings) => {
  expect(lunarDay(year, 1, 1)).toBe(tet);
  expect(lunarDay(year, 3, 10)).toBe(kings);
});

test('months begin with the new moon: on the day of the calendar an hour ahead, or on the day before', () => {
  const ahead = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', day: 'numeric' });
  const dayThere = (date: string) =>
    ahead.formatToParts(Date.parse(date)).find(({ type }) => type === 'day')?.value;
  const earlier: string[] = [];
  for (let year = 2000; year < 2100; year += 1) {
    for (let month = 1; month <= 10; month += 1) {
      const begins = lunarDay(year, month, 1);
      if (dayThere(begins) === '1') continue;
      earlier.push(begins);
      expect([begins, dayThere(addDays(begins, 1))]).toEqual([begins, '1']);
    }
  }
  // One new moon in twenty-four falls into the hour between the two midnights.
  expect(earlier.length / 1000).toBeCloseTo(1 / 24, 1);
});
