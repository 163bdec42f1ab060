import { describe, expect, test } from 'vitest';
import {
  capitalised,
  formatBirth,
  formatDay,
  formatDayOfYear,
  formatDuration,
  formatInstant,
  formatLongDay,
  formatNumber,
  formatPercent,
  formatStopwatch,
  formatTime,
  formatTimeWithSeconds,
} from '#shared/text/format.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('days', () => {
  test.each([
    ['2026-11-20', 'thứ Sáu, 20/11/2026', 'Friday, 20 Nov 2026'],
    ['2026-11-22', 'Chủ nhật, 22/11/2026', 'Sunday, 22 Nov 2026'],
    ['2024-02-29', 'thứ Năm, 29/02/2024', 'Thursday, 29 Feb 2024'],
  ])('%s', (day, vi, en) => {
    expect(formatLongDay(day, 'vi')).toBe(vi);
    expect(formatLongDay(day, 'en')).toBe(en);
    expect(formatDay(day, 'vi')).toBe(vi.split(', ')[1]);
  });

  test('a day of a year that is known is whole in either language', () => {
    expect(formatDayOfYear('2026-11-05', 'vi')).toBe('05/11');
    expect(formatDayOfYear('2026-11-05', 'en')).toBe('5 Nov');
  });

  test('a day at the start of a line begins with a capital, also a Vietnamese one', () => {
    expect(capitalised('thứ Sáu, 20/11/2026')).toBe('Thứ Sáu, 20/11/2026');
    expect(capitalised('đang chờ')).toBe('Đang chờ');
    expect(capitalised('')).toBe('');
  });

  test('a birth date says no more than is known', () => {
    expect(formatBirth('1958-03-02', 'vi')).toBe('02/03/1958');
    expect(formatBirth('1958-03', 'vi')).toBe('03/1958');
    expect(formatBirth('1958', 'vi')).toBe('1958');
  });
});

describe('times are those of the office, whatever the PC thinks', () => {
  test.each([
    ['2026-11-20T07:42:00.000Z', '14:42', '14:42, 20/11/2026'],
    ['2026-11-20T17:00:00.000Z', '00:00', '00:00, 21/11/2026'],
    ['2026-11-20T16:59:59.999Z', '23:59', '23:59, 20/11/2026'],
  ])('%s', (instant, time, whole) => {
    expect(formatTime(instant)).toBe(time);
    expect(formatInstant(instant, 'vi')).toBe(whole);
  });

  test('seconds, with midnight as 00', () => {
    expect(formatTimeWithSeconds('2026-11-20T17:00:07.900Z')).toBe('00:00:07');
  });
});

describe('numbers', () => {
  test.each([
    [0, '0', '0'],
    [999, '999', '999'],
    [1234, '1.234', '1,234'],
    [600_000, '600.000', '600,000'],
    [-1234, '-1.234', '-1,234'],
  ])('%d', (value, vi, en) => {
    expect(formatNumber(value, 'vi')).toBe(vi);
    expect(formatNumber(value, 'en')).toBe(en);
  });

  test('shares with two digits after the mark', () => {
    expect(formatPercent(0.3377, 'vi')).toBe('33,77%');
    expect(formatPercent(0.3377, 'en')).toBe('33.77%');
    expect(formatPercent(1, 'vi')).toBe('100,00%');
    expect(formatPercent(1.25, 'vi', 0)).toBe('125%');
  });
});

describe('durations', () => {
  test.each([
    [0, '0 ph', '0 min'],
    [29_999, '0 ph', '0 min'],
    [45_999, '1 ph', '1 min'],
    [333_000, '6 ph', '6 min'],
    [minute, '1 ph', '1 min'],
    [34 * minute + 29_000, '34 ph', '34 min'],
    [59 * minute + 30_000, '1 giờ 00 ph', '1 h 00 min'],
    [hour + 5 * minute, '1 giờ 05 ph', '1 h 05 min'],
    [26 * hour, '26 giờ 00 ph', '26 h 00 min'],
    [-5, '0 ph', '0 min'],
  ])('%d ms', (ms, vi, en) => {
    expect(formatDuration(ms, 'vi')).toBe(vi);
    expect(formatDuration(ms, 'en')).toBe(en);
  });

  test('a running time keeps two digits and grows hours', () => {
    expect(formatStopwatch(372_000)).toBe('06:12');
    expect(formatStopwatch(hour + 372_000)).toBe('1:06:12');
    expect(formatStopwatch(-1)).toBe('00:00');
  });
});
