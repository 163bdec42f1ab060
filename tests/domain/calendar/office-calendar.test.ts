import { describe, expect, test } from 'vitest';
import { DAY_KINDS, readCalendarFile } from '#shared/domain/calendar/calendar-file.ts';
import {
  calendarWarnings,
  dayStatus,
  isWorkingDay,
  yearView,
} from '#shared/domain/calendar/office-calendar.ts';
import { SHIPPED_CALENDAR, shippedCalendar } from '#shared/rules/shipped-calendar.ts';

const calendar = shippedCalendar();
const change = {
  name: 'Nghỉ theo thông báo của tỉnh',
  why: 'Thông báo 12/TB',
  by: 'leader-1',
  at: '2026-11-20T02:00:00Z',
};

describe('the shipped calendar', () => {
  test.each([
    ['2025-04-26', true],
    ['2026-01-10', true],
    ['2026-08-22', true],
    ['2025-05-02', false],
    ['2026-01-02', false],
    ['2026-08-31', false],
    ['2026-04-27', false],
    ['2026-02-16', false],
    ['2026-02-20', false],
    ['2026-11-24', false],
    ['2027-11-24', false],
    ['2025-11-24', true],
    ['2026-11-28', false],
    ['2026-11-29', false],
    ['2026-11-30', true],
  ])('%s worked: %s', (date, worked) => {
    expect(isWorkingDay(date, calendar)).toBe(worked);
  });

  test.each([
    [2025, 11],
    [2026, 12],
  ])('the announced year %i has its %i statutory days off', (year, count) => {
    const off = SHIPPED_CALENDAR.days.filter(
      (day) => day.date.startsWith(String(year)) && day.kind === 'holiday',
    );
    expect(off).toHaveLength(count);
  });

  test('every exchanged day off has its worked Saturday', () => {
    const exchanged = SHIPPED_CALENDAR.days.filter((day) => day.kind === 'swap-off');
    const worked = SHIPPED_CALENDAR.days.filter((day) => day.kind === 'working-saturday');
    expect(worked).toHaveLength(exchanged.length);
  });
});

describe("an office's own days", () => {
  test('an added day off keeps the shipped entry beside it', () => {
    const own = shippedCalendar({ overrides: [{ date: '2026-08-22', kind: 'office-off', ...change }] });
    expect(isWorkingDay('2026-08-22', own)).toBe(false);
    expect(own.days.get('2026-08-22')).toMatchObject({
      origin: 'office',
      original: { kind: 'working-saturday' },
    });
  });

  test('ordinary takes a shipped day off back', () => {
    const own = shippedCalendar({ overrides: [{ date: '2026-08-31', kind: 'ordinary', ...change }] });
    expect(isWorkingDay('2026-08-31', own)).toBe(true);
    expect(own.days.get('2026-08-31')?.original?.kind).toBe('swap-off');
  });

  test('a worked Sunday counts', () => {
    const own = shippedCalendar({ overrides: [{ date: '2026-11-22', kind: 'office-working', ...change }] });
    expect(isWorkingDay('2026-11-22', own)).toBe(true);
  });

  test('a day of the law in a year nobody announced is taken back in the same way', () => {
    const own = shippedCalendar({ overrides: [{ date: '2027-02-05', kind: 'ordinary', ...change }] });
    expect(isWorkingDay('2027-02-05', calendar)).toBe(false);
    expect(isWorkingDay('2027-02-05', own)).toBe(true);
    expect(own.days.get('2027-02-05')?.original?.name).toBe('Tết Nguyên đán');
  });
});

describe('warnings', () => {
  test.each([
    ['2026-06-01', []],
    ['2026-09-30', []],
    ['2026-10-01', [{ code: 'year-not-announced', year: 2027 }]],
    ['2027-01-04', [{ code: 'year-not-announced', year: 2027 }]],
    [
      '2027-11-01',
      [
        { code: 'year-not-announced', year: 2027 },
        { code: 'year-not-announced', year: 2028 },
      ],
    ],
  ])('on %s: %j', (on, warnings) => {
    expect(calendarWarnings(on, calendar)).toEqual(warnings);
  });

  test('an office that confirmed the year is not warned', () => {
    expect(calendarWarnings('2026-11-20', shippedCalendar({ announcedYears: [2027] }))).toEqual([]);
  });
});

test('the year view has every day once', () => {
  const view = yearView(2026, calendar);
  expect(view).toHaveLength(365);
  expect(view[0]).toEqual(dayStatus('2026-01-01', calendar));
  expect(view.at(-1)?.date).toBe('2026-12-31');
  expect(yearView(2024, calendar)).toHaveLength(366);
});

describe('importing a calendar', () => {
  test('takes what was exported', () => {
    expect(readCalendarFile(JSON.parse(JSON.stringify(SHIPPED_CALENDAR)))).toStrictEqual({
      ok: true,
      file: SHIPPED_CALENDAR,
    });
  });

  test('takes a word of one letter and a day of every kind', () => {
    const days = DAY_KINDS.map((kind, index) => ({
      date: `2026-11-0${index + 1}`,
      name: 'A',
      kind,
      certainty: 'confirmed',
      source: 'B',
      note: 'C',
    }));
    const calendar = {
      title: 'E',
      warnFrom: '12-01',
      years: [{ year: 2026, announced: true, source: 'F' }],
      days,
    };
    expect(readCalendarFile(calendar)).toEqual({ ok: true, file: calendar });
  });

  test.each([
    [{ ...SHIPPED_CALENDAR, days: [{ ...SHIPPED_CALENDAR.days[0], date: '2025-02-30' }] }, 'days.0.date'],
    [{ ...SHIPPED_CALENDAR, days: [{ ...SHIPPED_CALENDAR.days[0], kind: 'party' }] }, 'days.0.kind'],
    [{ ...SHIPPED_CALENDAR, days: [SHIPPED_CALENDAR.days[0], SHIPPED_CALENDAR.days[0]] }, 'days.1.date'],
    [{ ...SHIPPED_CALENDAR, years: [{ year: '2028', announced: true, source: 'x' }] }, 'years.0.year'],
    [{ ...SHIPPED_CALENDAR, days: [{ ...SHIPPED_CALENDAR.days[0], name: '' }] }, 'days.0.name'],
    [{ ...SHIPPED_CALENDAR, days: [{ ...SHIPPED_CALENDAR.days[0], source: '' }] }, 'days.0.source'],
    [{ ...SHIPPED_CALENDAR, days: [{ ...SHIPPED_CALENDAR.days[0], more: 1 }] }, 'days.0'],
    [{ ...SHIPPED_CALENDAR, title: '' }, 'title'],
    ['no calendar', ''],
  ])('refuses a broken one with the path (case %#)', (value, path) => {
    const reading = readCalendarFile(value);
    expect(reading.ok).toBe(false);
    if (!reading.ok) expect(reading.faults.map((fault) => fault.path)).toContain(path);
  });
});
