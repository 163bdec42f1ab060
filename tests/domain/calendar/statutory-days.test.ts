import { describe, expect, test } from 'vitest';
import { addDays, SATURDAY, weekday } from '#shared/domain/calendar/business-date.ts';
import { lunarDay } from '#shared/domain/calendar/lunar-day.ts';
import { isWorkingDay } from '#shared/domain/calendar/office-calendar.ts';
import { statutoryDays } from '#shared/domain/calendar/statutory-days.ts';
import { shippedCalendar } from '#shared/rules/shipped-calendar.ts';
import { fc } from '#tests/support/property.ts';

const calendar = shippedCalendar();

test('2027, which nobody has announced', () => {
  expect([...statutoryDays(2027).values()].map(({ date, name }) => `${date} ${name}`).toSorted()).toEqual([
    '2027-01-01 Tết Dương lịch',
    '2027-02-05 Tết Nguyên đán',
    '2027-02-06 Tết Nguyên đán',
    '2027-02-07 Tết Nguyên đán',
    '2027-02-08 Tết Nguyên đán',
    '2027-02-09 Tết Nguyên đán',
    '2027-02-10 Nghỉ bù Tết Nguyên đán',
    '2027-02-11 Nghỉ bù Tết Nguyên đán',
    '2027-04-16 Giỗ Tổ Hùng Vương',
    '2027-04-30 Ngày Chiến thắng',
    '2027-05-01 Quốc tế Lao động',
    '2027-05-03 Nghỉ bù Quốc tế Lao động',
    '2027-09-02 Quốc khánh',
    '2027-09-03 Quốc khánh (ngày liền kề)',
    '2027-11-24 Ngày Văn hóa Việt Nam',
  ]);
});

describe('in every year', () => {
  const year = fc.integer({ min: 2020, max: 2100 });

  test('Tết, Giỗ Tổ, the fixed days and 24/11 from 2026 are off, whether announced or not', () => {
    fc.assert(
      fc.property(year, (each) => {
        const tet = lunarDay(each, 1, 1);
        const days = [
          tet,
          addDays(tet, 1),
          addDays(tet, 2),
          lunarDay(each, 3, 10),
          ...['01-01', '04-30', '05-01', '09-02', ...(each < 2026 ? [] : ['11-24'])].map(
            (day) => `${each}-${day}`,
          ),
        ];
        for (const day of days) expect(isWorkingDay(day, calendar), day).toBe(false);
      }),
    );
  });

  test('eleven days, twelve from 2026, are taken from the working week', () => {
    fc.assert(
      fc.property(year, (each) => {
        const off = [...statutoryDays(each).keys()].filter((day) => weekday(day) < SATURDAY);
        // Two holidays that meet are one day.
        const met = [...statutoryDays(each).values()].filter(({ kind }) => kind === 'holiday').length;
        expect(off).toHaveLength(met);
        expect(met).toBeGreaterThanOrEqual(each < 2026 ? 10 : 11);
        expect(met).toBeLessThanOrEqual(each < 2026 ? 11 : 12);
      }),
    );
  });
});
