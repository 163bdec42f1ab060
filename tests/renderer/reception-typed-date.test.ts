import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import { readBirthDate, readDay, typedForm } from '#renderer/ui/typed-date.ts';

const today = '2026-11-20';

describe('a birth date as officers type it', () => {
  test.each([
    ['09081991', '1991-08-09'],
    ['09/08/1991', '1991-08-09'],
    ['9/8/1991', '1991-08-09'],
    ['9-8-1991', '1991-08-09'],
    ['9.8.1991', '1991-08-09'],
    [' 09081991 ', '1991-08-09'],
    ['1991-08-09', '1991-08-09'],
    ['1950', '1950'],
    ['29022024', '2024-02-29'],
    ['20112026', '2026-11-20'],
    ['', null],
    ['  ', null],
  ])('%j is read as %j', (typed, value) => {
    expect(readBirthDate(typed, today)).toEqual({ ok: true, value });
  });

  test.each([
    ['31022000', 'wrong'],
    ['29022023', 'wrong'],
    ['00001991', 'wrong'],
    ['0908199', 'wrong'],
    ['090891', 'wrong'],
    ['08/1991', 'wrong'],
    ['1850', 'wrong'],
    ['01011899', 'wrong'],
    ['sinh 1991', 'wrong'],
    ['21112026', 'future'],
    ['2027', 'future'],
  ])('%j is refused as %s', (typed, reason) => {
    expect(readBirthDate(typed, today)).toEqual({ ok: false, reason });
  });

  test('what goes back into the field reads as the same date', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-20'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = `${date.getUTCFullYear()}-${String(date.getUTCMonth() + 1).padStart(2, '0')}-${String(date.getUTCDate()).padStart(2, '0')}`;
        expect(readBirthDate(typedForm(iso), today)).toEqual({ ok: true, value: iso });
        expect(readDay(typedForm(iso).replaceAll('/', ''))).toBe(iso);
      }),
    );
  });

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (typed) => typeof readBirthDate(typed, today).ok === 'boolean',
      ),
    );
  });
});
