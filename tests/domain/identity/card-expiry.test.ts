import { describe, expect, test } from 'vitest';
import { addYears } from '#shared/domain/calendar/business-date.ts';
import { CARD_TERM, cardExpiry, withExpiry } from '#shared/domain/identity/card-expiry.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';
import { fc } from '#tests/support/property.ts';
import { card, MRZ } from './sample-card.ts';

const until = (birthDate: string, issuedOn: string) => cardExpiry({ birthDate, issuedOn, ...CARD_TERM });

describe('the last day of a card by its ages', () => {
  test.each<[string, string, string | undefined, string]>([
    ['2001-01-11', '2021-05-10', '2026-01-11', 'issued at 20: to 25'],
    ['2001-01-11', '2024-01-10', '2026-01-11', 'the day before the two years'],
    ['2001-01-11', '2024-01-11', '2041-01-11', 'within two years of 25: to 40'],
    ['2001-01-11', '2026-01-11', '2041-01-11', 'on the birthday'],
    ['1984-06-01', '2022-07-01', '2044-06-01', 'within two years of 40: to 60'],
    ['1984-06-01', '2021-07-01', '2024-06-01', 'issued at 37: to 40'],
    ['1960-02-29', '2017-01-01', '2020-02-29', 'issued at 56: to 60'],
    ['1961-02-28', '2019-03-01', undefined, 'within two years of 60: for life'],
    ['1950-01-01', '2021-05-10', undefined, 'after 60: for life'],
    ['2015-03-01', '2024-09-01', '2029-03-01', 'a child: to 14'],
    ['2015-03-01', '2027-03-01', '2040-03-01', 'a child within two years of 14: to 25'],
    ['2004-02-29', '2021-05-10', '2029-02-28', '29 February'],
    ['1950', '2021-05-10', undefined, 'a year alone'],
    ['2001-01-11', '', undefined, 'no day of issue'],
    ['2021-05-11', '2021-05-10', undefined, 'issued before the birth'],
  ])('born %s, issued %s: %s (%s)', (birthDate, issuedOn, expected, _why) => {
    expect(until(birthDate, issuedOn)).toBe(expected);
  });

  test('ages and years are what they are asked with', () => {
    const issued = { birthDate: '2001-01-11', issuedOn: '2021-05-10' };
    expect(cardExpiry({ ...issued, ages: [30, 22], graceYears: 0 })).toBe('2023-01-11');
    expect(cardExpiry({ ...issued, ages: [30, 22], graceYears: 2 })).toBe('2031-01-11');
  });

  test('every card is good for two years at least, and ends on a birthday of the list', () => {
    const day = fc
      .tuple(
        fc.integer({ min: 1930, max: 2024 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 90 }), (birthDate, age) => {
        const issuedOn = addYears(birthDate, age);
        const last = until(birthDate, issuedOn);
        if (last === undefined) {
          expect(age).toBeGreaterThanOrEqual(58);
          return;
        }
        expect(last > addYears(issuedOn, 2)).toBe(true);
        expect(CARD_TERM.ages.map((one) => addYears(birthDate, one))).toContain(last);
      }),
    );
  });
});

test('a card that has run out is told with its day, on the day after it and not before', () => {
  const read = card('092301123456||Trần Thị Mẫu|11012001|Nữ|Cần Thơ|10052021');
  expect(withExpiry(read, '2026-01-11')).toEqual({ ...read, expiresOn: '2026-01-11' });
  expect(withExpiry(read, '2026-01-12')).toEqual({
    ...read,
    expiresOn: '2026-01-11',
    warnings: [{ code: 'card-expired', field: 'expiresOn', on: '2026-01-11' }],
  });
});

test('the MRZ says its own day; 31/12/99 is for life', () => {
  expect(withExpiry(card(MRZ), '2030-01-16').warnings).toContainEqual({
    code: 'card-expired',
    field: 'expiresOn',
    on: '2030-01-15',
  });
  expect(withExpiry(card(MRZ), '2030-01-15').warnings.map(({ code }) => code)).toEqual([
    'name-without-marks',
  ]);
});

test('the desk judges a card on its business day, or on the day it is asked for', () => {
  const { call } = openTestDesk();
  const text = '092301123456||Trần Thị Mẫu|11012001|Nữ|Cần Thơ|10052021';
  expect(call('identity.read-card', { text })).toMatchObject({
    issuedOn: '2021-05-10',
    expiresOn: '2026-01-11',
    warnings: [{ code: 'card-expired', on: '2026-01-11' }],
  });
  expect(call('identity.read-card', { text, on: '2025-12-31' }).warnings).toEqual([]);
});
