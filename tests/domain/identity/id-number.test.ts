import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import provinceCodes from '#shared/rules/province-codes.json' with { type: 'json' };
import {
  checkIdNumber,
  maskDocumentNumber,
  maskIdNumber,
  maskPhone,
  readIdNumber,
} from '#shared/domain/identity/id-number.ts';
import { inventPerson, seededRandom } from '#tests/support/invented-cards.ts';

test('the table has the 63 provinces of before July 2025, each once', () => {
  const codes = provinceCodes.provinces.map(({ code }) => code);
  expect(codes).toHaveLength(63);
  expect(new Set(codes).size).toBe(63);
  expect(codes.every((code) => /^\d{3}$/.test(code))).toBe(true);
  expect([...codes].sort()).toEqual(codes);
});

describe('readIdNumber', () => {
  test.each([
    ['001090000001', 'Hà Nội', 1900, 'male', 1990, true],
    ['001190000001', 'Hà Nội', 1900, 'female', 1990, true],
    ['001200000001', 'Hà Nội', 2000, 'male', 2000, true],
    ['001399000001', 'Hà Nội', 2000, 'female', 2099, true],
    ['079000000000', 'Hồ Chí Minh', 1900, 'male', 1900, true],
    ['079099999999', 'Hồ Chí Minh', 1900, 'male', 1999, true],
    ['048207123456', 'Đà Nẵng', 2000, 'male', 2007, true],
    ['092312123456', 'Cần Thơ', 2000, 'female', 2012, true],
    ['096161123456', 'Cà Mau', 1900, 'female', 1961, true],
    ['002145123456', 'Hà Giang', 1900, 'female', 1945, true],
    ['003190123456', undefined, 1900, 'female', 1990, true],
    ['000090123456', undefined, 1900, 'male', 1990, true],
    ['999215123456', undefined, 2000, 'male', 2015, true],
    ['001401123456', 'Hà Nội', 2100, 'male', 2101, false],
    ['001501123456', 'Hà Nội', 2100, 'female', 2101, false],
    ['001601123456', 'Hà Nội', 2200, 'male', 2201, false],
    ['001701123456', 'Hà Nội', 2200, 'female', 2201, false],
    ['001801123456', 'Hà Nội', 2300, 'male', 2301, false],
    ['001901123456', 'Hà Nội', 2300, 'female', 2301, false],
    ['001 090 000 001', 'Hà Nội', 1900, 'male', 1990, true],
    ['001.090.000.001', 'Hà Nội', 1900, 'male', 1990, true],
    ['001-090-000001', 'Hà Nội', 1900, 'male', 1990, true],
  ])('%s', (text, province, century, sex, year, confirmed) => {
    expect(readIdNumber(text)).toEqual({
      value: text.replace(/\D/g, ''),
      prefix: text.slice(0, 3),
      ...(province === undefined ? {} : { province }),
      century,
      sex,
      year,
      confirmed,
    });
  });

  test.each([
    '',
    '0',
    '07919012345',
    '0791901234567',
    '07919012345a',
    '079190123456|',
    '０７９190123456',
    '012345678',
    'Nguyễn',
    '079/190123456',
  ])('%j is no such number', (text) => {
    expect(readIdNumber(text)).toBeUndefined();
  });
});

describe('checkIdNumber warns and never blocks', () => {
  test.each([
    ['079190123456', {}, []],
    ['079190123456', { sex: 'female', birthDate: '1990-01-15' }, []],
    ['079190123456', { birthDate: '1990' }, []],
    ['079190123456', { sex: 'male' }, ['sex-mismatch']],
    ['079190123456', { birthDate: '1991-01-15' }, ['year-mismatch']],
    ['079190123456', { birthDate: '2090-01-15' }, ['year-mismatch']],
    ['079190123456', { birthDate: '1989', sex: 'male' }, ['sex-mismatch', 'year-mismatch']],
    ['777190123456', {}, ['unknown-prefix']],
    ['777190123456', { sex: 'male', birthDate: '1991' }, ['unknown-prefix', 'sex-mismatch', 'year-mismatch']],
    ['079590123456', {}, ['century-unconfirmed']],
    ['012345678', { sex: 'male' }, ['id-number-shape']],
    ['', {}, ['id-number-shape']],
  ] as const)('%s with %j', (idNumber, person, expected) => {
    expect(checkIdNumber(idNumber, person).map(({ code }) => code)).toEqual(expected);
  });

  test('invented people agree with their numbers', () => {
    const random = seededRandom(9);
    for (let each = 0; each < 200; each++) {
      const person = inventPerson(random);
      expect(checkIdNumber(person.idNumber, person)).toEqual([]);
    }
  });

  test('any text gives a list', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, birthDate) =>
        Array.isArray(checkIdNumber(text, { birthDate })),
      ),
    );
  });
});

describe('masks', () => {
  test.each([
    ['079190123456', '079*****3456'],
    ['001300000009', '001*****0009'],
    ['012345678', '0*****78'],
    ['', ''],
    ['12345', '*****'],
  ])('identity number %s → %s', (number, masked) => expect(maskIdNumber(number)).toBe(masked));

  test.each([
    ['0912345218', '09*****218'],
    ['0387654321', '03*****321'],
    ['02838123456', '02*****456'],
    ['123', '*****'],
  ])('telephone %s → %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));

  test('at least half of any number stays hidden, and nothing longer than ten characters comes out', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{1,20}$/), (number) => {
        const shown = maskDocumentNumber(number).replaceAll('*', '').length;
        expect(shown).toBeLessThanOrEqual(number.length / 2);
        expect(maskDocumentNumber(number).length).toBeLessThanOrEqual(10);
      }),
    );
  });
});
