import { describe, expect, test } from 'vitest';
import { readCard } from '#shared/domain/identity/read-card.ts';
import { PARENTS, qrCccd, type InventedPerson } from '#tests/support/invented-cards.ts';
import { fc } from '#tests/support/property.ts';
import { card, CARDS, people } from './sample-card.ts';
import { size } from '#tests/support/sizes.ts';

const runs = size('PROPERTY_RUNS', 200, 2000);
const codes = (text: string) => card(text).warnings.map(({ code }) => code);

describe('fields are found by their places', () => {
  test('an old number that looks like a date is no birth date', () => {
    const text = '001050123456|12111950|Nguyễn Văn Mẫu|05091955|Nam|Hà Nội|15042021';
    expect(card(text)).toMatchObject({
      fullName: 'Nguyễn Văn Mẫu',
      birthDate: '1955-09-05',
      address: 'Hà Nội',
      issuedOn: '2021-04-15',
    });
    expect(card(text)).not.toHaveProperty('oldIdNumber');
    expect(codes(text)).toEqual(['old-number-unreadable', 'year-mismatch']);
  });

  test('a birth date without leading zeros is read, and one that is none is not taken from elsewhere', () => {
    const text = (birth: string) => `001050123456||Nguyễn Văn Mẫu|${birth}|Nam|Hà Nội|15042021`;
    expect(card(text('5/9/1950'))).toMatchObject({
      birthDate: '1950-09-05',
      issuedOn: '2021-04-15',
      address: 'Hà Nội',
      warnings: [],
    });
    expect(card(text('5O91950'))).not.toHaveProperty('birthDate');
    expect(card(text('5O91950'))).toMatchObject({ issuedOn: '2021-04-15', address: 'Hà Nội' });
    expect(codes(text('5O91950'))).toEqual(['birth-date-unreadable']);
  });

  test('an address keeps all its parts', () => {
    const text = '001085012345||Nguyễn Văn Mẫu|02091985|Nam|Số 5 | ngõ 10, Cống Vị, Hà Nội|15042021';
    expect(card(text)).toMatchObject({
      kind: 'qr-cccd',
      address: 'Số 5 | ngõ 10, Cống Vị, Hà Nội',
      issuedOn: '2021-04-15',
      warnings: [],
    });
    expect(card(`${text}||${PARENTS.join('|')}`)).toMatchObject({
      kind: 'qr-can-cuoc',
      address: 'Số 5 | ngõ 10, Cống Vị, Hà Nội',
    });
  });

  test('without a day of issue nobody can tell parts of the address from what stands behind it', () => {
    const text = `001085012345||Nguyễn Văn Mẫu|02091985|Nam|Hà Nội|1504Z021|${PARENTS.join('|')}`;
    expect(card(text)).not.toHaveProperty('address');
    expect(codes(text)).toEqual(['retype-address', 'issued-on-unreadable']);
    for (const parent of PARENTS) expect(JSON.stringify(readCard(text))).not.toContain(parent);
  });

  test('whatever garbles one field, the others stay what they are and the field is told', () => {
    const invented = people(31);
    const told = [
      undefined,
      'old-number-unreadable',
      'retype-name',
      'birth-date-unreadable',
      'sex-unreadable',
    ];
    const garbage = fc.oneof(
      fc.stringMatching(/^[0-9]{1,8}$/),
      fc.constantFrom('05091955', '?', '###', '123', '31131990', '0'),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: CARDS - 1 }),
        fc.integer({ min: 1, max: 4 }),
        garbage,
        (who, place, rubbish) => {
          const person = invented[who] as InventedPerson;
          const fields = qrCccd(person).split('|');
          const whole = card(fields.join('|'));
          fields[place] = rubbish;
          if (place === 3 && /^(?:\d{8}|(?:19|20)\d{2})$/.test(rubbish)) return;
          const read = card(fields.join('|'));
          const names = [
            'idNumber',
            'oldIdNumber',
            'fullName',
            'birthDate',
            'sex',
            'address',
            'issuedOn',
          ] as const;
          for (const [at, name] of names.entries()) {
            if (at === place) expect(read[name]).toBeUndefined();
            else expect([name, read[name]]).toEqual([name, whole[name]]);
          }
          expect(read.warnings.map(({ code }) => code)).toContain(told[place]);
        },
      ),
      { numRuns: runs },
    );
  });
});

describe('names of all peoples are names', () => {
  const names = [
    'Rmah Weer',
    'Rcom Boor',
    'Siu Jees',
    "K'Brêu",
    'Ya Duck',
    'Thào A Pó',
    'Sùng Seo Xà',
    'Kpă Klơng',
    "Rah Lan H'Bit",
    'Alăng Búp',
    "Bh'ling Thị Mẫu",
    'Danh Sươl',
    'Thạch Sà Rươl',
    'Kim Som Bath',
    'Voòng A Sáng',
    'Tẩn Sành Phủ',
    'Y Khoa Ksor',
    'Ama H’Oanh',
  ];

  test.each(names)('%s', (name) => {
    expect(card(`066090001234||${name}|05051990|Nam|Làng Mẫu, Chư Sê, Gia Lai|10052021`)).toMatchObject({
      fullName: name,
      warnings: [],
    });
  });

  test.each(["'", '’', '‘', 'ʼ', '′', '`', '´'])('an apostrophe may be %s', (sign) => {
    const name = `H${sign} Hen Mẫu Niê`;
    expect(card(`066192001234||${name}|05051992|Nữ|Buôn Mẫu|10052021`)).toMatchObject({
      fullName: name,
      warnings: [],
    });
  });

  test('a scan that Telex changed is garbled throughout, and is still noticed', () => {
    expect(codes('066090001234||Nguyeexn Vawn Mauax|05051990|Nam|Lafng Maaxu, Giaa Lai|10052021')).toContain(
      'telex',
    );
    expect(codes('066090001234||Nguyeexn Vawn Anh|05051990|Nam||10052021')).toContain('telex');
  });
});

test('the French layout with Caps Lock keeps numbers and dates and withholds name and address', () => {
  const text =
    '001085012345µ012345678µtRQN aUQNG wQN ,ZQµ02091985µnQ?µsO 5. pHUONG cONG vI. bQ dINH. hQ nOIµ25122021';
  const read = card(text);
  expect(read).toMatchObject({
    idNumber: '001085012345',
    oldIdNumber: '012345678',
    birthDate: '1985-09-02',
    issuedOn: '2021-12-25',
  });
  expect(read).not.toHaveProperty('fullName');
  expect(read).not.toHaveProperty('address');
  expect(codes(text)).toEqual(expect.arrayContaining(['keyboard-layout', 'retype-name', 'retype-address']));
});
