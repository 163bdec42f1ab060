import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import { PAPERS } from '#shared/domain/procedure/vocabulary.ts';
import { checkDocumentNumber } from '#shared/domain/identity/document-number.ts';
import { checkPhoneNumber } from '#shared/domain/identity/phone-number.ts';
import { taxCheckDigit } from '#shared/domain/identity/tax-number.ts';
import type { DocumentNumberResult } from '#shared/domain/identity/document-number-result.ts';

/** A row: what is typed, then the kind (with a warning after `!`) and the stored value, or the problem. */
type Row = readonly [typed: string, kind: string, value?: string];

function expectRow(result: DocumentNumberResult, [typed, kind, value]: Row): void {
  if (value === undefined) {
    expect(result, typed).toEqual({ ok: false, problem: kind });
    return;
  }
  const [name, warning] = kind.split('!');
  expect(result, typed).toEqual({
    ok: true,
    kind: name,
    value,
    ...(warning === undefined ? {} : { warning }),
  });
}

const tables: Record<string, { check: (text: string) => DocumentNumberResult; rows: readonly Row[] }> = {
  'health-insurance': {
    check: (text) => checkDocumentNumber('health-insurance', text),
    rows: [
      ['7912345678', 'health-10', '7912345678'],
      ['0123456789', 'health-10', '0123456789'],
      ['79 1234 5678', 'health-10', '7912345678'],
      ['79.1234.5678', 'health-10', '7912345678'],
      [' 7912345678 ', 'health-10', '7912345678'],
      ['0000000000', 'health-10', '0000000000'],
      ['７９１２３４５６７８', 'health-10', '7912345678'],
      ['GD4797912345678', 'health-15', 'GD4797912345678'],
      ['gd4797912345678', 'health-15', 'GD4797912345678'],
      ['GD 4 79 7912345678', 'health-15', 'GD4797912345678'],
      ['HS4010120878000', 'health-15', 'HS4010120878000'],
      ['DN1010000000000', 'health-15', 'DN1010000000000'],
      ['TE1790000000001', 'health-15', 'TE1790000000001'],
      ['CC5960000000001', 'health-15', 'CC5960000000001'],
      ['HT-3-79-0000000001', 'health-15', 'HT3790000000001'],
      ['079190123456', 'personal-id', '079190123456'],
      ['079 190 123 456', 'personal-id', '079190123456'],
      ['777190123456', 'personal-id!unknown-prefix', '777190123456'],
      ['001300000009', 'personal-id', '001300000009'],
      ['', 'empty'],
      ['   ', 'empty'],
      ['---', 'empty'],
      ['GD6797912345678', 'structure'],
      ['GD0797912345678', 'structure'],
      ['G14797912345678', 'structure'],
      ['479791234567890', 'structure'],
      ['GD479791234567A', 'structure'],
      ['GD479791234567', 'length'],
      ['GD47979123456789', 'length'],
      ['791234567', 'length'],
      ['79123456789', 'length'],
      ['7912345678901', 'length'],
      ['791234567A', 'characters'],
      ['79123456789A', 'characters'],
      ['Đ123456789', 'characters'],
      ['79|2345678', 'characters'],
      ['7912345678?', 'characters'],
    ],
  },
  'social-insurance': {
    check: (text) => checkDocumentNumber('social-insurance', text),
    rows: [
      ['7912345678', 'social-10', '7912345678'],
      ['0123456789', 'social-10', '0123456789'],
      ['01 2345 6789', 'social-10', '0123456789'],
      ['01.2345.6789', 'social-10', '0123456789'],
      ['01-2345-6789', 'social-10', '0123456789'],
      ['01/23456789', 'social-10', '0123456789'],
      ['\t0123456789\n', 'social-10', '0123456789'],
      ['\ufeff0123456789', 'social-10', '0123456789'],
      ['0000000000', 'social-10', '0000000000'],
      ['9999999999', 'social-10', '9999999999'],
      ['０１２３４５６７８９', 'social-10', '0123456789'],
      ['0123\u00a0456789', 'social-10', '0123456789'],
      ['079190123456', 'personal-id', '079190123456'],
      ['001 090 000 001', 'personal-id', '001090000001'],
      ['096301000001', 'personal-id', '096301000001'],
      ['003190123456', 'personal-id!unknown-prefix', '003190123456'],
      ['999999999999', 'personal-id!unknown-prefix', '999999999999'],
      ['', 'empty'],
      [' ', 'empty'],
      ['.', 'empty'],
      ['\u200b', 'empty'],
      ['1', 'length'],
      ['012345678', 'length'],
      ['01234567890', 'length'],
      ['0123456789012', 'length'],
      ['012345678901234', 'length'],
      ['GD4797912345678', 'characters'],
      ['012345678A', 'characters'],
      ['O123456789', 'characters'],
      ['l123456789', 'characters'],
      ['0123456789+', 'characters'],
      ['số 123', 'characters'],
      ['٠١٢٣٤٥٦٧٨٩', 'characters'],
    ],
  },
  'driving-licence': {
    check: (text) => checkDocumentNumber('driving-licence', text),
    rows: [
      ['790123456789', 'licence-12', '790123456789'],
      ['010100000001', 'licence-12', '010100000001'],
      ['79 0123 456789', 'licence-12', '790123456789'],
      ['79.0123.456789', 'licence-12', '790123456789'],
      ['790-123-456-789', 'licence-12', '790123456789'],
      ['000000000000', 'licence-12', '000000000000'],
      [' 790123456789', 'licence-12', '790123456789'],
      ['７９0123456789', 'licence-12', '790123456789'],
      ['790123456789\r\n', 'licence-12', '790123456789'],
      ['790123/456789', 'licence-12', '790123456789'],
      ['AB123456', 'licence-old!unusual-format', 'AB123456'],
      ['ab 123456', 'licence-old!unusual-format', 'AB123456'],
      ['Đ123456', 'licence-old!unusual-format', 'Đ123456'],
      ['12345', 'licence-old!unusual-format', '12345'],
      ['A1234', 'licence-old!unusual-format', 'A1234'],
      ['79012345678', 'licence-old!unusual-format', '79012345678'],
      ['7901234567890', 'licence-old!unusual-format', '7901234567890'],
      ['B2-790123', 'licence-old!unusual-format', 'B2790123'],
      ['79012345678X', 'licence-old!unusual-format', '79012345678X'],
      ['123456789012345', 'licence-old!unusual-format', '123456789012345'],
      ['D\u0335123456', 'characters'],
      ['', 'empty'],
      ['  ', 'empty'],
      ['-', 'empty'],
      ['1234', 'length'],
      ['A1', 'length'],
      ['1234567890123456', 'length'],
      ['ABCDEF', 'structure'],
      ['AB12CD', 'structure'],
      ['79012345678?', 'characters'],
      ['790|123456', 'characters'],
      ['Ô123456', 'characters'],
      ['790123456789,', 'characters'],
    ],
  },
  'tax-number': {
    check: (text) => checkDocumentNumber('tax-number', text),
    rows: [
      ['0100047516', 'tax-10', '0100047516'],
      ['0100 047 516', 'tax-10', '0100047516'],
      ['0100.047.516', 'tax-10', '0100047516'],
      [' 0100047516\n', 'tax-10', '0100047516'],
      ['０100047516', 'tax-10', '0100047516'],
      ['0100047516-001', 'tax-13', '0100047516001'],
      ['0100047516001', 'tax-13', '0100047516001'],
      ['0100047516-999', 'tax-13', '0100047516999'],
      ['0100047516–012', 'tax-13', '0100047516012'],
      ['0100047516-000', 'structure'],
      ['0100047510', 'check-digit'],
      ['0100047511', 'check-digit'],
      ['0100047512', 'check-digit'],
      ['0100047513', 'check-digit'],
      ['0100047514', 'check-digit'],
      ['0100047515', 'check-digit'],
      ['0100047517', 'check-digit'],
      ['0100047518', 'check-digit'],
      ['0100047519', 'check-digit'],
      ['1000047516', 'check-digit'],
      ['0100074516', 'check-digit'],
      ['0100047511-001', 'check-digit'],
      ['0000000000', 'check-digit'],
      ['079190123456', 'personal-id', '079190123456'],
      ['777190123456', 'personal-id!unknown-prefix', '777190123456'],
      ['001090000001', 'personal-id', '001090000001'],
      ['', 'empty'],
      ['  - ', 'empty'],
      ['010004751', 'length'],
      ['01000475160', 'length'],
      ['01000475160011', 'length'],
      ['0100047516-01', 'length'],
      ['MST0100047516', 'characters'],
      ['010004751X', 'characters'],
      ['0100047516_1?', 'characters'],
    ],
  },
  'vehicle-registration': {
    check: (text) => checkDocumentNumber('vehicle-registration', text),
    rows: [
      ['59X1-234.56', 'plate', '59X123456'],
      ['59x1 23456', 'plate', '59X123456'],
      ['59-X1 234.56', 'plate', '59X123456'],
      ['51A-123.45', 'plate', '51A12345'],
      ['51A-1234', 'plate', '51A1234'],
      ['30E-922.91', 'plate', '30E92291'],
      ['29B1-12345', 'plate', '29B112345'],
      ['29-AA 123.45', 'plate', '29AA12345'],
      ['99H7 7060', 'plate', '99H77060'],
      ['51a12345', 'plate', '51A12345'],
      ['51A|12345', 'plate', '51A12345'],
      ['(51A) 12345', 'plate', '51A12345'],
      ['29MĐ1-123.45', 'plate-electric', '29MĐ112345'],
      ['29md1 12345', 'plate-electric', '29MD112345'],
      ['29MÐ112345', 'plate-electric', '29MĐ112345'],
      ['29mđ112345', 'plate-electric', '29MĐ112345'],
      ['51LD-123.45', 'plate-special', '51LD12345'],
      ['51LĐ12345', 'plate-special', '51LĐ12345'],
      ['50KT 12345', 'plate-special', '50KT12345'],
      ['51R-123.45', 'plate-special', '51R12345'],
      ['80-011-NG-01', 'plate-diplomatic', '80011NG01'],
      ['80NG01101', 'plate-diplomatic', '80NG01101'],
      ['41-291-NN-05', 'plate-diplomatic', '41291NN05'],
      ['TM-12-34', 'plate-military', 'TM1234'],
      ['QA 12-345', 'plate-military', 'QA12345'],
      ['CD-1234', 'plate-military', 'CD1234'],
      ['1234AB', 'plate-other!unusual-format', '1234AB'],
      ['51A123', 'plate-other!unusual-format', '51A123'],
      ['51A1234567', 'plate-other!unusual-format', '51A1234567'],
      ['5912', 'plate-other!unusual-format', '5912'],
      ['', 'empty'],
      ['--', 'empty'],
      ['51A', 'length'],
      ['51A1234567890', 'length'],
      ['ABCDEF', 'structure'],
      ['51Ô-12345', 'characters'],
      ['51A?12345', 'characters'],
    ],
  },
  'id-card': {
    check: (text) => checkDocumentNumber('id-card', text),
    rows: [
      ['079190123456', 'personal-id', '079190123456'],
      ['001090000001', 'personal-id', '001090000001'],
      ['079 190 123 456', 'personal-id', '079190123456'],
      ['777190123456', 'personal-id!unknown-prefix', '777190123456'],
      ['', 'empty'],
      ['012345678', 'length'],
      ['07919012345', 'length'],
      ['0791901234567', 'length'],
      ['07919012345A', 'characters'],
    ],
  },
  'mobile number': {
    check: checkPhoneNumber,
    rows: [
      ['0912345218', 'mobile', '0912345218'],
      ['091 234 5218', 'mobile', '0912345218'],
      ['0912.345.218', 'mobile', '0912345218'],
      ['0912-345-218', 'mobile', '0912345218'],
      ['+84912345218', 'mobile', '0912345218'],
      ['+84 912 345 218', 'mobile', '0912345218'],
      ['84912345218', 'mobile', '0912345218'],
      ['0084912345218', 'mobile', '0912345218'],
      ['+84(0)912345218', 'mobile', '0912345218'],
      ['(091)2345218', 'mobile', '0912345218'],
      ['0321234567', 'mobile', '0321234567'],
      ['0391234567', 'mobile', '0391234567'],
      ['0561234567', 'mobile', '0561234567'],
      ['0701234567', 'mobile', '0701234567'],
      ['0791234567', 'mobile', '0791234567'],
      ['0881234567', 'mobile', '0881234567'],
      ['0896123456', 'mobile', '0896123456'],
      ['0981234567', 'mobile', '0981234567'],
      ['0522123456', 'mobile', '0522123456'],
      ['0559123456', 'mobile', '0559123456'],
      ['０９１２３４５２１８', 'mobile', '0912345218'],
      ['0541234567', 'mobile!unassigned-prefix', '0541234567'],
      ['0711234567', 'mobile!unassigned-prefix', '0711234567'],
      ['0891123456', 'mobile!unassigned-prefix', '0891123456'],
      ['0992123456', 'mobile!unassigned-prefix', '0992123456'],
      ['02838123456', 'landline!not-a-mobile', '02838123456'],
      ['0243 8123456', 'landline!not-a-mobile', '02438123456'],
      ['+842838123456', 'landline!not-a-mobile', '02838123456'],
      ['+8201012345678', 'foreign-phone!not-a-mobile', '+8201012345678'],
      ['0012025550123', 'foreign-phone!not-a-mobile', '+12025550123'],
      ['01689123456', 'eleven-digit-mobile'],
      ['01234567890', 'eleven-digit-mobile'],
      ['', 'empty'],
      ['  ', 'empty'],
      ['091234521', 'length'],
      ['09123452181', 'length'],
      ['912345218', 'length'],
      ['0412345678', 'mobile-prefix'],
      ['0612345678', 'mobile-prefix'],
      ['0112345678', 'mobile-prefix'],
      ['9123452180', 'mobile-prefix'],
      ['091234521a', 'characters'],
      ['0912345218;', 'characters'],
      ['091+2345218', 'characters'],
    ],
  },
};

for (const [format, { check, rows }] of Object.entries(tables)) {
  describe(format, () => {
    test.each(rows.map((row) => [row[0], row[1], row] as const))('%j: %s', (typed, _, row) =>
      expectRow(check(typed), row),
    );

    test('any text gives a result, and a stored value checks the same again', () => {
      fc.assert(
        fc.property(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.string({ unit: fc.constantFrom(...'0123456789ABĐ-. +') }),
          ),
          (text) => {
            const result = check(text);
            if (result.ok) expect(check(result.value)).toEqual(result);
          },
        ),
      );
    });
  });
}

test('every paper every pack knows has its format; another paper takes free text', () => {
  for (const paper of PAPERS) expect(checkDocumentNumber(paper, '')).toEqual({ ok: false, problem: 'empty' });
  expect(checkDocumentNumber('marriage-certificate', ' 12/2020 ')).toEqual({
    ok: true,
    kind: 'other',
    value: '122020',
    warning: 'unusual-format',
  });
  expect(checkDocumentNumber('marriage-certificate', 'x'.repeat(40))).toMatchObject({
    ok: true,
    kind: 'other',
  });
  expect(checkDocumentNumber('marriage-certificate', 'x'.repeat(41))).toEqual({
    ok: false,
    problem: 'length',
  });
  expect(checkDocumentNumber('toString', 'x')).toMatchObject({ ok: true, kind: 'other' });
});

test('the tax check digit finds every wrong single digit', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^\d{9}$/),
      fc.nat(9),
      fc.integer({ min: 1, max: 9 }),
      (nine, place, by) => {
        const digit = taxCheckDigit(nine);
        if (digit === undefined) return;
        const number = `${nine}${digit}`;
        expect(checkDocumentNumber('tax-number', number)).toEqual({
          ok: true,
          kind: 'tax-10',
          value: number,
        });
        const wrong = `${number.slice(0, place)}${(Number(number.charAt(place)) + by) % 10}${number.slice(place + 1)}`;
        expect(checkDocumentNumber('tax-number', wrong).ok).toBe(false);
      },
    ),
  );
});

test.each([
  // One digit alone shows its weight; the weights 31 29 23 19 17 13 7 5 3 are those of the tax authority.
  ['100000000', 1],
  ['010000000', 3],
  ['001000000', 9],
  ['000100000', 2],
  ['000010000', 4],
  ['000001000', 8],
  ['000000100', 3],
  ['000000010', 5],
  ['000000001', 7],
  ['000000000', undefined],
  ['111111111', 6],
])('the check digit of the tax number %s is %s', (nine, digit) => {
  expect(taxCheckDigit(nine)).toBe(digit);
});
