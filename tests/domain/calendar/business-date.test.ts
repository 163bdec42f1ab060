import { describe, expect, test } from 'vitest';
import {
  addDays,
  ageOn,
  daysBetween,
  isIsoDate,
  localDay,
  localTime,
  weekday,
} from '#shared/domain/calendar/business-date.ts';

test.each([
  ['2026-11-21', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-1-5', false],
  ['21/11/2026', false],
  ['2026-11-21T00:00', false],
  ['', false],
])('isIsoDate(%j) is %s', (text, expected) => {
  expect(isIsoDate(text)).toBe(expected);
});

test.each([
  ['2026-11-20T16:59:59Z', '2026-11-20', '23:59'],
  ['2026-11-20T17:00:00Z', '2026-11-21', '00:00'],
  ['2026-12-31T17:00:00.000Z', '2027-01-01', '00:00'],
  ['2026-11-21T00:30:00Z', '2026-11-21', '07:30'],
])('the office reads %s as %s %s', (instant, day, time) => {
  expect(localDay(instant)).toBe(day);
  expect(localTime(instant)).toBe(time);
});

test('days move over months, years and leap days', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(daysBetween('2026-11-21', '2026-12-01')).toBe(10);
  expect(daysBetween('2026-12-01', '2026-11-21')).toBe(-10);
  expect(weekday('2026-11-22')).toBe(7);
  expect(weekday('2026-11-23')).toBe(1);
});

describe('completed years', () => {
  test.each([
    ['2012-11-21', '2026-11-20', 13, 13],
    ['2012-11-21', '2026-11-21', 14, 14],
    ['2012-02-29', '2026-02-27', 13, 13],
    ['2012-02-29', '2026-02-28', 14, 14],
    ['2012-02-29', '2028-02-28', 15, 15],
    ['2012', '2026-06-01', 13, 14],
    ['2012', '2026-12-31', 14, 14],
    ['2012-06', '2026-06-10', 13, 14],
    ['2012-06', '2026-07-01', 14, 14],
    ['2027-01-01', '2026-11-21', -1, -1],
  ])('born %s, on %s: %i to %i', (birthDate, on, least, most) => {
    expect(ageOn(birthDate, on)).toEqual({ least, most });
  });
});
