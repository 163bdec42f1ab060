import { describe, expect, test } from 'vitest';
import {
  instantAt,
  monthRemindedSince,
  nextMonth,
  remindedSince,
  reportedDay,
} from '#shared/domain/report/report-day.ts';

/** An instant by the office's clock. */
const local = (day: string, time: string) => instantAt(day, time);
const times = { closingTime: '17:00', askedAgainAt: '07:30', monthlyOn: 10 };
const worked = ['2026-11-18', '2026-11-19', '2026-11-20'];
const latest = (upTo: string) => worked.findLast((day) => day <= upTo) ?? null;

describe('the day a report speaks of (X16)', () => {
  test.each([
    ['2026-11-20', '00:10', '2026-11-19'],
    ['2026-11-20', '07:59', '2026-11-19'],
    ['2026-11-20', '08:00', '2026-11-20'],
    ['2026-11-20', '23:59', '2026-11-20'],
    // Monday morning: the last business day, not Sunday.
    ['2026-11-23', '07:30', '2026-11-20'],
    ['2026-11-23', '09:00', '2026-11-20'],
  ])('sent on %s at %s it is %s', (day, time, spoken) => {
    expect(reportedDay(local(day, time), '08:00', latest)).toBe(spoken);
  });

  test('there is none before the first day', () => {
    expect(reportedDay(local('2026-11-18', '07:00'), '08:00', latest)).toBeNull();
  });
});

describe('a reminder about a day', () => {
  test.each([
    ['2026-11-20', '16:59', null],
    ['2026-11-20', '17:00', ['2026-11-20', '17:00']],
    ['2026-11-20', '22:00', ['2026-11-20', '17:00']],
    ['2026-11-21', '07:29', ['2026-11-20', '17:00']],
    ['2026-11-21', '07:30', ['2026-11-21', '07:30']],
    ['2026-11-24', '12:00', ['2026-11-24', '07:30']],
  ] as const)('on %s at %s stands since %s', (day, time, since) => {
    expect(remindedSince(local(day, time), '2026-11-20', times)).toBe(
      since === null ? null : local(since[0], since[1]),
    );
  });

  test('of an office that closes before half past seven stands since its closing until the next morning', () => {
    const since = (day: string, time: string) =>
      remindedSince(local(day, time), '2026-11-20', { ...times, closingTime: '06:30' });
    expect(since('2026-11-20', '06:29')).toBeNull();
    expect(since('2026-11-20', '09:00')).toBe(local('2026-11-20', '06:30'));
    expect(since('2026-11-21', '07:30')).toBe(local('2026-11-21', '07:30'));
  });

  test('of a day closed late on a later morning stands since then, not since 07:30', () => {
    const closed = local('2026-11-21', '09:10');
    const since = (day: string, time: string) => remindedSince(local(day, time), '2026-11-20', times, closed);
    expect(since('2026-11-21', '09:09')).toBeNull();
    expect(since('2026-11-21', '09:10')).toBe(closed);
    expect(since('2026-11-21', '15:00')).toBe(closed);
    expect(since('2026-11-22', '07:29')).toBe(closed);
    expect(since('2026-11-22', '07:30')).toBe(local('2026-11-22', '07:30'));
  });

  test('asks for the file once the day is closed, were it after the closing time', () => {
    const closed = local('2026-11-20', '18:20');
    expect(remindedSince(local('2026-11-20', '18:30'), '2026-11-20', times, closed)).toBe(closed);
    // Closed before the closing time: nobody is hurried.
    const early = local('2026-11-20', '15:00');
    expect(remindedSince(local('2026-11-20', '16:00'), '2026-11-20', times, early)).toBeNull();
  });
});

test('other hours and another day of the rules are asked for at those (S4 and the office)', () => {
  const own = { closingTime: '17:00', askedAgainAt: '06:45', monthlyOn: 5 };
  expect(reportedDay(local('2026-11-20', '09:59'), '10:00', latest)).toBe('2026-11-19');
  expect(remindedSince(local('2026-11-21', '06:45'), '2026-11-20', own)).toBe(local('2026-11-21', '06:45'));
  expect(monthRemindedSince(local('2026-11-05', '06:45'), own)).toBe(local('2026-11-05', '06:45'));
  expect(monthRemindedSince(local('2026-11-05', '06:44'), own)).toBeNull();
});

test.each([
  ['2026-11-09', '23:00', null],
  ['2026-11-10', '07:29', null],
  ['2026-11-10', '07:30', '2026-11-10'],
  ['2026-11-28', '10:00', '2026-11-10'],
])('the month is asked for on the 10th: %s %s', (day, time, since) => {
  expect(monthRemindedSince(local(day, time), times)).toBe(since === null ? null : local(since, '07:30'));
});

test.each([
  ['2026-11', 1, '2026-12'],
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-03', -1, '2026-02'],
])('%s and %i is %s', (month, step, next) => expect(nextMonth(month, step)).toBe(next));
