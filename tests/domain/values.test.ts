import { expect, test } from 'vitest';
import {
  anyIdNumber,
  birthDate,
  count,
  day,
  idNumber,
  month,
  optionalText,
  paperCode,
  personName,
  phone,
  text,
} from '#shared/domain/values.ts';

test.each([
  [
    'a day',
    day,
    ['2026-02-28', '2028-02-29'],
    ['2026-02-29', '2026-2-28', '2026-02-28T00:00', ' 2026-02-28', ''],
  ],
  [
    'a month',
    month,
    ['2000-01', '2026-09', '2199-12'],
    ['1999-12', '2026-00', '2026-13', '2026-1', '2026-01-01'],
  ],
  [
    'a date of birth',
    birthDate,
    ['1990-01-15', '1900', '2099'],
    ['1899', '2100', '199', '1990-13-01', '19900'],
  ],
  ['a number', idNumber, ['079190123456'], ['07919012345', '0791901234567', '07919012345a', '012345678']],
  ['any number', anyIdNumber, ['012345678', '079190123456'], ['01234567', '0123456789', '0791901234567']],
  ['a phone', phone, ['0200000000'], ['200000000', '020000000', '02000000000', '84200000000']],
  ['a count', count, [0, 1], [-1, 0.5]],
  ['a paper', paperCode, ['to-khai', 'a'.repeat(40)], ['', 'a'.repeat(41), 'A', 'a b', 'a--b', '1a']],
])('%s', (_, schema, right, wrong) => {
  for (const value of right) expect([value, schema.safeParse(value).success]).toEqual([value, true]);
  for (const value of wrong) expect([value, schema.safeParse(value).success]).toEqual([value, false]);
});

test.each([
  ['text', text(5), 5],
  ['a text that may be empty', optionalText(5), 5],
  ['a name', personName, 200],
])('%s is counted in letters as they are kept', (_, schema, most) => {
  expect(schema.parse('ế'.repeat(most).normalize('NFD'))).toBe('ế'.repeat(most));
  expect(schema.parse(`  ${'a'.repeat(most)} `)).toBe('a'.repeat(most));
  expect(schema.safeParse('a'.repeat(most + 1)).success).toBe(false);
  expect(schema.parse(`a${' '.repeat(most * 4 - 1)}`)).toBe('a');
  expect(schema.safeParse(`a${' '.repeat(most * 4)}`).success).toBe(false);
  for (const sign of ['\u0000', '\u0008', '\u000b', '\u000c', '\u000e', '\u001f', '\u007f', '\ud800'])
    expect([sign, schema.safeParse(`a${sign}b`).success]).toEqual([sign, false]);
});

test('lines and tabs stay in a text; what is empty is a note and no name', () => {
  expect(text(9).parse('a\tb\nc\rd')).toBe('a\tb\nc\rd');
  expect(optionalText(9).parse('  ')).toBe('');
  expect(text(9).safeParse('  ').success).toBe(false);
  expect(personName.safeParse(' \u200b ').success).toBe(false);
  expect(personName.parse(' Nguyễn   Thị\u200b An ')).toBe('Nguyễn Thị An');
});
