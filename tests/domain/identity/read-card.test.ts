import { describe, expect, test } from 'vitest';
import {
  CARD_UNREADABLE_REASONS,
  CARD_WARNING_CODES,
  cardAdvice,
  type CardReading,
} from '#shared/domain/identity/card-codes.ts';
import { readHealthCard } from '#shared/domain/identity/health-card.ts';
import { readCard } from '#shared/domain/identity/read-card.ts';
import {
  healthNumber,
  healthQr,
  mrzCard,
  mrzName,
  PARENTS,
  qrCanCuoc,
  qrCccd,
  seededRandom,
} from '#tests/support/invented-cards.ts';
import { card, CARDS, CCCD, MRZ, people, whole } from './sample-card.ts';

test('the QR of a chip CCCD gives every field', () => {
  expect(readCard(CCCD)).toEqual({ ok: true, card: { kind: 'qr-cccd', ...whole, warnings: [] } });
});

test('a scanner may wrap the text in a byte order mark, an AIM prefix, control characters and an Enter', () => {
  for (const wrapped of [`\ufeff${CCCD}`, `]Q1${CCCD}\r\n`, `\x02${CCCD}\x03`, `  ${CCCD}\t\n`]) {
    expect(card(wrapped)).toEqual({ kind: 'qr-cccd', ...whole, warnings: [] });
  }
});

test('the old number stands in the second field, and an MRZ gives no address', () => {
  expect(card(CCCD.replace('||', '|012345678|')).oldIdNumber).toBe('012345678');
  expect(readCard(MRZ)).toEqual({
    ok: true,
    card: {
      kind: 'mrz',
      idNumber: '079190123456',
      fullName: 'NGUYEN THI AN',
      birthDate: '1990-01-15',
      sex: 'female',
      expiresOn: '2030-01-15',
      warnings: [{ code: 'name-without-marks', field: 'fullName' }],
    },
  });
});

test('the fields of a chip CCCD stand in their places: where one is left out it is the other card', () => {
  expect(card(CCCD).kind).toBe('qr-cccd');
  expect(card(CCCD.replace('||', '|'))).toMatchObject({ ...whole, kind: 'qr-can-cuoc' });
});

test('a card without its day of issue keeps its whole address', () => {
  const { issuedOn: _, ...rest } = whole;
  expect(card(CCCD.replace('10052021', ''))).toMatchObject({ kind: 'qr-cccd', ...rest });
});

test('a chip CCCD that was cut off anywhere is still one, and one with more fields never was', () => {
  const cut = (text: string) => {
    const reading = readCard(text);
    return reading.ok ? reading.card.kind : reading.reason;
  };
  const name = CCCD.indexOf('Nguyễn');
  for (let length = name + 1; length <= CCCD.length; length += 1)
    expect([length, cut(CCCD.slice(0, length))]).toEqual([length, 'qr-cccd']);
  expect(cut(`${CCCD}|`)).toBe('qr-can-cuoc');
  expect(cut(CCCD.replace('|10052021', '||'))).toBe('qr-can-cuoc');
});

test('a card that repeats its own number has no old one', () => {
  expect(card(CCCD.replace('||', '|079190123456|'))).not.toHaveProperty('oldIdNumber');
  expect(card(CCCD.replace('||', '|079190123457|')).oldIdNumber).toBe('079190123457');
});

describe(`${CARDS} invented cards of each kind read back exactly`, () => {
  test('QR of a chip CCCD', () => {
    for (const person of people(1)) {
      const yearOnly = person.birthDate.length === 4 ? [{ code: 'birth-year-only', field: 'birthDate' }] : [];
      expect(readCard(qrCccd(person))).toEqual({
        ok: true,
        card: { kind: 'qr-cccd', ...person, warnings: yearOnly },
      });
    }
  });

  test('QR of a thẻ Căn cước, and nothing of the parents', () => {
    const random = seededRandom(22);
    for (const person of people(2)) {
      const reading = readCard(qrCanCuoc(person, random));
      const yearOnly = person.birthDate.length === 4 ? [{ code: 'birth-year-only', field: 'birthDate' }] : [];
      expect(reading).toEqual({ ok: true, card: { kind: 'qr-can-cuoc', ...person, warnings: yearOnly } });
      for (const parent of PARENTS) expect(JSON.stringify(reading)).not.toContain(parent);
      expect(JSON.stringify(reading)).not.toContain('272099000000');
    }
  });

  test.each(['\n', '\r\n', '', ' ', '\n\n'])('MRZ with %j between its lines', (between) => {
    for (const person of people(3)) {
      const read = card(mrzCard(person).replaceAll('\n', between));
      expect(read).toMatchObject({
        kind: 'mrz',
        idNumber: person.idNumber,
        birthDate: person.birthDate,
        sex: person.sex,
        fullName: mrzName(person),
      });
      expect(read.warnings.map(({ code }) => code)).toEqual(
        person.birthDate.length === 4 ? ['birth-year-only', 'name-without-marks'] : ['name-without-marks'],
      );
    }
  });

  test('twelve digits', () => {
    for (const person of people(4))
      expect(readCard(person.idNumber)).toEqual({
        ok: true,
        card: { kind: 'number', idNumber: person.idNumber, warnings: [] },
      });
  });

  test('QR of a thẻ BHYT is named by readCard and read by readHealthCard', () => {
    for (const person of people(5)) {
      expect(readCard(healthQr(person))).toEqual({ ok: false, reason: 'health-insurance-card' });
      const { fullName, birthDate, sex, address, issuedOn } = person;
      expect(readHealthCard(healthQr(person))).toEqual({
        number: healthNumber(person),
        fullName,
        birthDate,
        sex,
        address,
        validFrom: issuedOn,
      });
    }
  });
});

describe('what is no identity card is named', () => {
  test.each<[string, string, Partial<Extract<CardReading, { ok: false }>>]>([
    ['nothing', '', { reason: 'empty' }],
    ['blanks and control characters', ' \t\r\n\x00', { reason: 'empty' }],
    ['more than any scan', '0'.repeat(4097), { reason: 'too-long' }],
    ['a name', 'Nguyễn Thị An', { reason: 'not-a-card' }],
    ['a number inside other text', 'abc079190123456xyz', { reason: 'not-a-card' }],
    ['the old CMND', '012345678', { reason: 'old-id-number', oldIdNumber: '012345678' }],
    ['the old CMND with blanks', '012 345 678', { reason: 'old-id-number', oldIdNumber: '012345678' }],
    ['ten digits', '0123456789', { reason: 'number-length' }],
    ['eleven digits', '07919012345', { reason: 'number-length' }],
    ['thirteen digits', '0791901234567', { reason: 'number-length' }],
    [
      'BHYT with ten digits',
      `0123456789|4e677579e1bb856e|15/01/1990|2|48c3a0|79 - 034|01/01/2024|-`,
      { reason: 'health-insurance-card' },
    ],
    [
      'BHYT whose hex an input method ate',
      'GD4797900000000|4ê677579é1bb856e|15/01/1990|2|48ã0|79 - 034|01/01/2024|-',
      { reason: 'health-insurance-card' },
    ],
    ['BHYT number as barcode', 'GD4797900000000', { reason: 'health-insurance-card' }],
    ['GPLX fields', '790123456789|Nguyễn Thị An|15/01/1990|B2|10/05/2021', { reason: 'driving-licence' }],
    ['GPLX link', 'https://gplx.example.vn/tra-cuu?so=790123456789', { reason: 'driving-licence' }],
    ['a link', 'https://vneid.gov.vn/tai-ung-dung', { reason: 'web-link' }],
    ['a code of the app', 'VNeID:0f0f0f0f-7102-4c11', { reason: 'app-code' }],
    ['a token of an app', `eyJhbGciOiJIUzI1NiJ9.eyJ4IjoxfQ.${'aB3'.repeat(12)}`, { reason: 'app-code' }],
    ['data of a program', '{"so":"079190123456","ten":"Nguyễn Thị An"}', { reason: 'app-data' }],
    ['labelled text', 'Họ tên: Nguyễn Thị An\nNgày sinh: 15/01/1990', { reason: 'labelled-text' }],
    ['labelled text with bars', 'Họ tên: Nguyễn Thị An|Số CCCD: 079190123456', { reason: 'labelled-text' }],
    ['a contact card', 'BEGIN:VCARD\nN:An;Nguyen\nEND:VCARD', { reason: 'labelled-text' }],
    [
      'a passport',
      `P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10`,
      { reason: 'passport' },
    ],
    [
      'a foreign card',
      'I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
      { reason: 'foreign-card' },
    ],
    ['an MRZ typed with Telex on', MRZ.replace('NGUYEN', 'NGUYÊN'), { reason: 'input-method' }],
    ['an MRZ without its first line', MRZ.slice(31), { reason: 'not-a-card' }],
    ['an MRZ cut in its first line', MRZ.slice(0, 25), { reason: 'mrz-incomplete' }],
    [
      'two cards in one scan',
      CCCD + CCCD.replace('079190123456', '001090000001').replace('Nữ', 'Nam'),
      { reason: 'two-cards' },
    ],
    ['two numbers in one scan', '079190123456001090000001', { reason: 'two-cards' }],
    ['a scan without its beginning', CCCD.slice(4), { reason: 'truncated' }],
    ['the end of a number and one field', '90123456|Nguyễn', { reason: 'truncated' }],
    ['a scan that begins with its name', '|Nguyễn Thị An|15011990|', { reason: 'truncated' }],
    ['eleven digits of the number and one field', '79190123456|N', { reason: 'truncated' }],
    ['digits of a wrong layout that fit no number', 'đđđđđđđđđđđđ', { reason: 'keyboard-layout' }],
    ['digits of a French layout that fit no number', 'àààààààààààà', { reason: 'keyboard-layout' }],
    ['digits under Shift that fit no number', '))))))))))))', { reason: 'keyboard-layout' }],
  ])('%s', (_, text, failure) => {
    expect(readCard(text)).toEqual({ ok: false, ...failure });
  });

  test.each([
    [5, 'idNumber'],
    [14, 'idNumber'],
    [20, 'idNumber'],
    [29, 'idNumber'],
    [32, 'birthDate'],
    [37, 'birthDate'],
    [40, 'expiresOn'],
    [45, 'expiresOn'],
    [60, 'idNumber'],
  ])('a wrong digit at %i of the MRZ is refused with its field', (at, field) => {
    const sign = String((Number(MRZ.charAt(at)) + 1) % 10);
    expect(readCard(MRZ.slice(0, at) + sign + MRZ.slice(at + 1))).toEqual({
      ok: false,
      reason: 'mrz-check-digit',
      field,
    });
  });

  test('an MRZ whose two numbers differ is refused even with right check digits', () => {
    const text = 'IDVNM190123457?079190123456<<9';
    for (const digit of '0123456789')
      expect(readCard(text.replace('?', digit))).toMatchObject({ ok: false, reason: 'mrz-check-digit' });
  });
});

describe('the person against the number: warnings, never a refusal', () => {
  test.each([
    [
      'sex',
      CCCD.replace('Nữ', 'Nam'),
      { code: 'sex-mismatch', field: 'sex', expected: 'female', found: 'male' },
    ],
    [
      'year',
      CCCD.replace('15011990', '15011991'),
      { code: 'year-mismatch', field: 'birthDate', expected: '1990', found: '1991' },
    ],
    ['prefix', CCCD.replace('079', '777'), { code: 'unknown-prefix', field: 'idNumber', found: '777' }],
    ['century', '079999123456', { code: 'century-unconfirmed', field: 'idNumber', found: '9' }],
    ['year alone', CCCD.replace('15011990', '1990'), { code: 'birth-year-only', field: 'birthDate' }],
    [
      'day and month zero',
      CCCD.replace('15011990', '00001990'),
      { code: 'birth-year-only', field: 'birthDate' },
    ],
    [
      'a day that does not exist',
      CCCD.replace('15011990', '30021990'),
      { code: 'birth-date-unreadable', field: 'birthDate' },
    ],
    ['no day of issue', CCCD.replace('10052021', ''), { code: 'issued-on-unreadable', field: 'issuedOn' }],
  ])('%s', (_, text, warning) => {
    expect(card(text).warnings).toContainEqual(warning);
  });
});

test('every reason and every warning has its advice', () => {
  for (const code of [...CARD_UNREADABLE_REASONS, ...CARD_WARNING_CODES])
    expect(cardAdvice[code]).toBeDefined();
});
