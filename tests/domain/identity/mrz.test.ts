import { describe, expect, test } from 'vitest';
import { mrzCheckDigit } from '#shared/domain/identity/mrz.ts';
import { readCard } from '#shared/domain/identity/read-card.ts';
import { card } from './sample-card.ts';

const FIRST = 'IDVNM1901234569079190123456<<9';
const NAME = 'NGUYEN<<THI<AN<<<<<<<<<<<<<<<<';

/** The second line of an invented card, with the check digits that belong to it. */
function second({ birth = '900115', sex = 'F', first = FIRST }): string {
  const until = '300115';
  const line = `${birth}${mrzCheckDigit(birth)}${sex}${until}${mrzCheckDigit(until)}VNM${'<'.repeat(11)}`;
  const all = first.slice(5) + line.slice(0, 7) + line.slice(8, 15) + line.slice(18, 29);
  return line + mrzCheckDigit(all);
}
const zone = (part: Parameters<typeof second>[0] = {}, name = NAME): string =>
  `${part.first ?? FIRST}${second(part)}${name}`;
const codes = (text: string): string[] => card(text).warnings.map(({ code }) => code);

test('a whole one gives the person, and says only that the name has no marks', () => {
  expect(card(zone())).toEqual({
    kind: 'mrz',
    idNumber: '079190123456',
    fullName: 'NGUYEN THI AN',
    birthDate: '1990-01-15',
    sex: 'female',
    expiresOn: '2030-01-15',
    warnings: [{ code: 'name-without-marks', field: 'fullName' }],
  });
});

test.each([
  ['900115', '1990-01-15', []],
  ['900131', '1990-01-31', []],
  ['900430', '1990-04-30', []],
  ['900431', undefined, ['birth-date-unreadable']],
  ['900229', undefined, ['birth-date-unreadable']],
  ['901231', '1990-12-31', []],
  ['901301', undefined, ['birth-date-unreadable']],
  ['900000', '1990', ['birth-year-only']],
  ['90<<<<', '1990', ['birth-year-only']],
  ['900100', '1990', ['birth-year-only']],
  ['9001<<', '1990', ['birth-year-only']],
  ['900015', undefined, ['birth-date-unreadable']],
  ['<<0115', undefined, ['birth-date-unreadable']],
  ['040115', '2004-01-15', ['year-mismatch']],
  ['390115', '2039-01-15', ['year-mismatch']],
  ['410115', '1941-01-15', ['year-mismatch']],
  // Fifty years from the number's 1990 both ways.
  ['400115', '1940-01-15', ['year-mismatch']],
])('the birth date %s is read as %s', (birth, birthDate, warnings) => {
  const read = card(zone({ birth }));
  expect(read.birthDate).toBe(birthDate);
  expect(read.warnings.map(({ code }) => code).filter((code) => code !== 'name-without-marks')).toEqual(
    warnings,
  );
});

test.each([
  ['M', 'male', ['sex-mismatch']],
  ['F', 'female', []],
  ['<', undefined, ['sex-unreadable']],
])('the sex %s is %s', (sex, read, warnings) => {
  expect(card(zone({ sex })).sex).toBe(read);
  expect(codes(zone({ sex })).filter((code) => code !== 'name-without-marks')).toEqual(warnings);
});

describe('the name', () => {
  test.each([
    [NAME, 'NGUYEN THI AN', ['name-without-marks']],
    // The full line may have had more letters, a shorter one surely had.
    ['NGUYEN<<THI<AN<HOANG<BAO<CHAU<', 'NGUYEN THI AN HOANG BAO CHAU', ['name-without-marks']],
    ['NGUYEN<<THI<AN<HOANG<BAO<CHAUX', 'NGUYEN THI AN HOANG BAO CHAUX', ['name-without-marks', 'name-cut']],
    ['NGUYEN<<THI<AN<', 'NGUYEN THI AN', ['truncated', 'name-without-marks']],
    ['NGUYEN<<THI<AN', undefined, ['truncated', 'retype-name']],
    ['', undefined, ['truncated', 'retype-name']],
    ['<'.repeat(30), undefined, ['retype-name']],
    ['NGUYEN<<TH1<AN<<<<<<<<<<<<<<<<', undefined, ['retype-name']],
  ])('%s is %s', (line, name, warnings) => {
    expect(card(zone({}, line)).fullName).toBe(name);
    expect(codes(zone({}, line))).toEqual(warnings);
  });
});

describe('how much of it was scanned', () => {
  test.each([
    [29, { ok: false, reason: 'mrz-incomplete' }],
    [30, { ok: true, card: { idNumber: '079190123456' } }],
    [59, { ok: true, card: { idNumber: '079190123456' } }],
    [60, { ok: true, card: { birthDate: '1990-01-15', sex: 'female' } }],
    [90, { ok: true, card: { fullName: 'NGUYEN THI AN' } }],
  ])('%i letters', (length, reading) => {
    expect(readCard(zone().slice(0, length))).toMatchObject(reading);
  });

  test('after one line number and name are told as cut off, after two the name', () => {
    for (const length of [30, 59]) {
      expect(card(zone().slice(0, length))).toEqual({
        kind: 'mrz',
        idNumber: '079190123456',
        warnings: [{ code: 'truncated' }, { code: 'retype-name', field: 'fullName' }],
      });
    }
    expect(readCard(`${zone()}<`)).toEqual({ ok: false, reason: 'mrz-incomplete' });
  });

  const foreign = (length: number) => readCard('I<UTOD231458907<<<<<<<<<<<<<<<'.padEnd(length, '<'));
  test.each([
    [59, 'not-a-card'],
    [60, 'foreign-card'],
    [90, 'foreign-card'],
    [91, 'not-a-card'],
  ])('a foreign card of %i letters is %s', (length, reason) => {
    expect(foreign(length)).toEqual({ ok: false, reason });
  });
});

test('fillers that another layout typed are read, and the layout is told', () => {
  const typed = zone().replaceAll('<', ';');
  expect(card(typed)).toMatchObject({ fullName: 'NGUYEN THI AN', birthDate: '1990-01-15' });
  expect(codes(typed)).toEqual(['keyboard-layout', 'name-without-marks']);
  expect(codes(typed.slice(0, 30))).toEqual(['keyboard-layout', 'truncated', 'retype-name']);
});

test('each of the two numbers and both their check digits must agree', () => {
  const wrong = { ok: false, reason: 'mrz-check-digit', field: 'idNumber' };
  const tail = '190123456';
  const lines = (head: string, whole: string) =>
    `IDVNM${head}${mrzCheckDigit(head)}${whole}<<${mrzCheckDigit(whole)}`;
  expect(lines(tail, `079${tail}`)).toBe(FIRST);
  // Sound digits of two cards; a whole number nobody can have.
  expect(readCard(lines('190123457', `079${tail}`))).toEqual(wrong);
  expect(readCard(lines('990123456', '079990123456'))).toMatchObject({ ok: true });
  expect(readCard(FIRST.replace('1234569', '1234568'))).toEqual(wrong);
  expect(readCard(FIRST.replace('<<9', '<<8'))).toEqual(wrong);
});
