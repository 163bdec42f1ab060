import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CARD_UNREADABLE_REASONS, CARD_WARNING_CODES, cardAdvice, type Card, type CardReading } from '#shared/domain/identity/card-codes.ts';
import { readHealthCard } from '#shared/domain/identity/health-card.ts';
import { readCard } from '#shared/domain/identity/read-card.ts';
import { healthNumber, healthQr, inventPerson, mrzCard, mrzName, PARENTS, qrCanCuoc, qrCccd, seededRandom, type InventedPerson } from '#tests/support/invented-cards.ts';

const CCCD = '079190123456||Nguyễn Thị An|15011990|Nữ|12 Đường Ví Dụ, Phường Bến Nghé, TP. Hồ Chí Minh|10052021';
const MRZ = 'IDVNM1901234569079190123456<<9\n9001158F3001156VNM<<<<<<<<<<<4\nNGUYEN<<THI<AN<<<<<<<<<<<<<<<<';
const CARDS = 200;
const fuzzRuns = Number(process.env['FUZZ_RUNS'] ?? 10_000);

function card(text: string): Card {
  const reading = readCard(text);
  if (!reading.ok) throw new Error(`unreadable: ${reading.reason}`);
  return reading.card;
}
const codes = (text: string) => card(text).warnings.map(({ code }) => code);
const people = (seed: number): InventedPerson[] => {
  const random = seededRandom(seed);
  return Array.from({ length: CARDS }, () => inventPerson(random));
};
const latin1 = (text: string) => Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
const inPage = (text: string, page: string) => new TextDecoder(page).decode(new TextEncoder().encode(text));

const whole = {
  idNumber: '079190123456',
  fullName: 'Nguyễn Thị An',
  birthDate: '1990-01-15',
  sex: 'female',
  address: '12 Đường Ví Dụ, Phường Bến Nghé, TP. Hồ Chí Minh',
  issuedOn: '2021-05-10',
} as const;

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
    card: { kind: 'mrz', idNumber: '079190123456', fullName: 'NGUYEN THI AN', birthDate: '1990-01-15', sex: 'female', warnings: [{ code: 'name-without-marks', field: 'fullName' }] },
  });
});

describe(`${CARDS} invented cards of each kind read back exactly`, () => {
  test('QR of a chip CCCD', () => {
    for (const person of people(1)) {
      const yearOnly = person.birthDate.length === 4 ? [{ code: 'birth-year-only', field: 'birthDate' }] : [];
      expect(readCard(qrCccd(person))).toEqual({ ok: true, card: { kind: 'qr-cccd', ...person, warnings: yearOnly } });
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
      expect(read).toMatchObject({ kind: 'mrz', idNumber: person.idNumber, birthDate: person.birthDate, sex: person.sex, fullName: mrzName(person) });
      expect(read.warnings.map(({ code }) => code)).toEqual(person.birthDate.length === 4 ? ['birth-year-only', 'name-without-marks'] : ['name-without-marks']);
    }
  });

  test('twelve digits', () => {
    for (const person of people(4)) expect(readCard(person.idNumber)).toEqual({ ok: true, card: { kind: 'number', idNumber: person.idNumber, warnings: [] } });
  });

  test('QR of a thẻ BHYT is named by readCard and read by readHealthCard', () => {
    for (const person of people(5)) {
      expect(readCard(healthQr(person))).toEqual({ ok: false, reason: 'health-insurance-card' });
      const { fullName, birthDate, sex, address, issuedOn } = person;
      expect(readHealthCard(healthQr(person))).toEqual({ number: healthNumber(person), fullName, birthDate, sex, address, validFrom: issuedOn });
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
    ['BHYT with ten digits', `0123456789|4e677579e1bb856e|15/01/1990|2|48c3a0|79 - 034|01/01/2024|-`, { reason: 'health-insurance-card' }],
    ['BHYT whose hex an input method ate', 'GD4797900000000|4ê677579é1bb856e|15/01/1990|2|48ã0|79 - 034|01/01/2024|-', { reason: 'health-insurance-card' }],
    ['BHYT number as barcode', 'GD4797900000000', { reason: 'health-insurance-card' }],
    ['GPLX fields', '790123456789|Nguyễn Thị An|15/01/1990|B2|10/05/2021', { reason: 'driving-licence' }],
    ['GPLX link', 'https://gplx.example.vn/tra-cuu?so=790123456789', { reason: 'driving-licence' }],
    ['a link', 'https://vneid.gov.vn/tai-ung-dung', { reason: 'web-link' }],
    ['a passport', `P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10`, { reason: 'passport' }],
    ['a foreign card', 'I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<', { reason: 'foreign-card' }],
    ['an MRZ typed with Telex on', MRZ.replace('NGUYEN', 'NGUYÊN'), { reason: 'input-method' }],
    ['an MRZ without its first line', MRZ.slice(31), { reason: 'not-a-card' }],
    ['an MRZ cut in its first line', MRZ.slice(0, 25), { reason: 'mrz-incomplete' }],
    ['two cards in one scan', CCCD + CCCD.replace('079190123456', '001090000001').replace('Nữ', 'Nam'), { reason: 'two-cards' }],
    ['two numbers in one scan', '079190123456001090000001', { reason: 'two-cards' }],
    ['a scan without its beginning', CCCD.slice(4), { reason: 'truncated' }],
    ['digits of a wrong layout that fit no number', 'đđđđđđđđđđđđ', { reason: 'keyboard-layout' }],
  ])('%s', (_, text, failure) => {
    expect(readCard(text)).toEqual({ ok: false, ...failure });
  });

  test.each([
    [5, 'idNumber'], [14, 'idNumber'], [20, 'idNumber'], [29, 'idNumber'], [32, 'birthDate'], [37, 'birthDate'], [40, 'expiresOn'], [45, 'expiresOn'], [60, 'idNumber'],
  ])('a wrong digit at %i of the MRZ is refused with its field', (at, field) => {
    const sign = String((Number(MRZ.charAt(at)) + 1) % 10);
    expect(readCard(MRZ.slice(0, at) + sign + MRZ.slice(at + 1))).toEqual({ ok: false, reason: 'mrz-check-digit', field });
  });

  test('an MRZ whose two numbers differ is refused even with right check digits', () => {
    const text = 'IDVNM190123457?079190123456<<9';
    for (const digit of '0123456789') expect(readCard(text.replace('?', digit))).toMatchObject({ ok: false, reason: 'mrz-check-digit' });
  });
});

describe('the person against the number: warnings, never a refusal', () => {
  test.each([
    ['sex', CCCD.replace('Nữ', 'Nam'), { code: 'sex-mismatch', field: 'sex', expected: 'female', found: 'male' }],
    ['year', CCCD.replace('15011990', '15011991'), { code: 'year-mismatch', field: 'birthDate', expected: '1990', found: '1991' }],
    ['prefix', CCCD.replace('079', '777'), { code: 'unknown-prefix', field: 'idNumber', found: '777' }],
    ['century', '079999123456', { code: 'century-unconfirmed', field: 'idNumber', found: '9' }],
    ['year alone', CCCD.replace('15011990', '1990'), { code: 'birth-year-only', field: 'birthDate' }],
    ['day and month zero', CCCD.replace('15011990', '00001990'), { code: 'birth-year-only', field: 'birthDate' }],
    ['a day that does not exist', CCCD.replace('15011990', '30021990'), { code: 'birth-date-unreadable', field: 'birthDate' }],
    ['no day of issue', CCCD.replace('10052021', ''), { code: 'issued-on-unreadable', field: 'issuedOn' }],
  ])('%s', (_, text, warning) => {
    expect(card(text).warnings).toContainEqual(warning);
  });
});

describe('broken scans: what is certain is undone, what is lost is said', () => {
  test.each([
    ['Latin-1', latin1(CCCD), 'mojibake-undone'],
    ['Latin-1 twice', latin1(latin1(CCCD)), 'mojibake-undone'],
    ['Windows-1252', inPage(CCCD, 'windows-1252'), 'mojibake-undone'],
    ['Windows-1258', inPage(CCCD, 'windows-1258'), 'mojibake-undone'],
    ['decomposed marks', CCCD.normalize('NFD'), 'marks-composed'],
    ['HTML entities', CCCD.replace(/[^\x00-\x7f]/g, (letter) => `&#${letter.charCodeAt(0)};`), 'escapes-undone'],
    ['percent codes', encodeURIComponent(CCCD), 'not read'],
    ['percent codes with plain signs', encodeURI(CCCD).replaceAll('%7C', '|'), 'escapes-undone'],
    ['a hex dump', Array.from(latin1(CCCD), (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join(''), 'escapes-undone'],
    ['twice', CCCD + CCCD, 'doubled-scan'],
    ['three times', CCCD.repeat(3), 'doubled-scan'],
    ['twice with Enter', `${CCCD}\r\n${CCCD}\r\n`, 'doubled-scan'],
    ['cut, then whole', CCCD.slice(0, 25) + CCCD, 'doubled-scan'],
    ['number, then whole', CCCD.slice(0, 12) + CCCD, 'doubled-scan'],
    ['whole, then cut', CCCD + CCCD.slice(0, 40), 'doubled-scan'],
    ['every key twice', CCCD.replace(/./gu, '$&$&'), 'doubled-scan'],
    ['Caps Lock', CCCD.replace(/\p{L}/gu, (letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase())), 'caps-lock'],
    ['another separator', CCCD.replaceAll('|', '~'), 'keyboard-layout'],
    ['no separators', CCCD.replaceAll('|', ''), 'keyboard-layout'],
  ])('%s is read whole', (_, text, warning) => {
    if (warning === 'not read') return expect(card(text)).toMatchObject(whole);
    expect(card(text)).toEqual({ kind: 'qr-cccd', ...whole, warnings: [{ code: warning }] });
  });

  test.each([
    ['letters replaced by ?', CCCD.replace(/[^\x00-\x7f]/g, '?'), 'letters-lost'],
    ['letters replaced by U+FFFD', CCCD.replace(/[^\x00-\x7f]/g, '\ufffd'), 'letters-lost'],
    ['letters dropped', CCCD.replace(/[^\x00-\x7f]/g, ''), 'letters-lost'],
    ['letters beyond Latin-1 dropped', CCCD.replace(/[^\x00-\xff]/g, ''), 'letters-lost'],
    ['mojibake with swallowed bytes', latin1(CCCD).replace(/[\x80-\x9f]/g, ''), 'mojibake'],
    ['Telex keys', '079190123456||Nguyeexn Thij An|15011990|Nuwx|12 DDuwowngf Vis Duj, Phuwowngf Beesn|10052021', 'telex'],
    ['VNI keys', '079190123456||Nguye64n Thi5 An|15011990|Nu74|12 D9u7o7ng2 Vi1 Du5|10052021', 'vni'],
    ['Alt codes as numbers', '079190123456||Nguy7877n Th7883 An|15011990|N7919|12 272432417ng V237 D7909|10052021', 'alt-codes'],
    ['AZERTY', CCCD.replace(/\d/g, (digit) => 'à&é"\'(-è_ç'.charAt(Number(digit))).replaceAll('|', 'µ'), 'keyboard-layout'],
    ['the Vietnamese layout', CCCD.replace(/\d/g, (digit) => 'đăâêô\u0300\u0309\u0303\u0301\u0323'.charAt(Number(digit))), 'keyboard-layout'],
    ['Shift held', CCCD.replace(/\d/g, (digit) => ')!@#$%^&*('.charAt(Number(digit))), 'keyboard-layout'],
  ])('%s keeps number and dates and asks for the name', (_, text, cause) => {
    const read = card(text);
    expect(read).toMatchObject({ idNumber: whole.idNumber, birthDate: whole.birthDate, issuedOn: whole.issuedOn });
    expect(read).not.toHaveProperty('fullName');
    expect(read.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining([cause, 'retype-name']));
  });

  test('a scan without marks gives the plain name and says so', () => {
    const read = card(CCCD.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D'));
    expect(read.fullName).toBe('Nguyen Thi An');
    expect(codes(CCCD.normalize('NFD').replace(/\p{M}/gu, ''))).toContain('name-without-marks');
  });

  test('names without marks and names of other peoples are not taken for damage', () => {
    for (const name of ['Cao Minh Quang', 'An Lan Anh', "Y Bhăm Niê", "H'Hen Niê", 'Ksor Phước', 'Rơ Châm H’Lan', 'Siu Black', 'A Lăng Thớ', 'Nay Der', 'Lê A']) {
      expect(card(CCCD.replace('Nguyễn Thị An', name)), name).toMatchObject({ fullName: name, warnings: [] });
    }
  });

  test('no prefix of a scan gives a value that is not on the card', () => {
    for (const text of [CCCD, CCCD.replace('||', '|012345678|'), CCCD.replace('15011990', '20011990').replace('Nữ', 'Nam'), CCCD.replace('15011990', '1990')]) {
      const truth: Record<string, unknown> = card(text);
      for (let length = 12; length < text.length; length++) {
        const reading = readCard(text.slice(0, length));
        if (!reading.ok) continue;
        for (const [field, value] of Object.entries(reading.card)) {
          if (field !== 'kind' && field !== 'warnings') expect([length, field, value]).toEqual([length, field, truth[field]]);
        }
        if (length > 12) expect(reading.card.warnings.length, text.slice(0, length)).toBeGreaterThan(0);
      }
    }
  });

  test('a letter replaced anywhere in the name never comes back as part of a name', () => {
    const replaced = fc.tuple(fc.integer({ min: 0, max: CARDS - 1 }), fc.nat(), fc.constantFrom('?', '\ufffd', '□', '¿', '7', '\u0083'));
    const invented = people(6);
    fc.assert(
      fc.property(replaced, ([who, at, sign]) => {
        const person = invented[who] as InventedPerson;
        const letters = Array.from(person.fullName);
        const place = at % letters.length;
        if (letters[place] === ' ' || letters[place] === "'") return;
        letters[place] = sign;
        const read = card(qrCccd({ ...person, fullName: letters.join('') }));
        expect(read.idNumber).toBe(person.idNumber);
        if (sign !== '\u0083') expect(read.fullName).toBeUndefined();
      }),
    );
  });
});

describe('garbage', () => {
  const known = new Set<string>(CARD_UNREADABLE_REASONS);
  const warnings = new Set<string>(CARD_WARNING_CODES);
  function expectTyped(reading: CardReading): void {
    if (!reading.ok) return expect(known.has(reading.reason)).toBe(true);
    expect(reading.card.idNumber).toMatch(/^\d{12}$/);
    for (const { code } of reading.card.warnings) expect(warnings.has(code)).toBe(true);
    for (const date of [reading.card.birthDate, reading.card.issuedOn]) if (date !== undefined) expect(date).toMatch(/^(?:19|20)\d{2}(?:-\d{2}-\d{2})?$/);
    for (const text of [reading.card.fullName, reading.card.address]) if (text !== undefined) expect(text.normalize('NFC')).toBe(text);
    expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
  }
  const noise = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom(...'0123456789|<NamữIDVM \n/-&#%;ÃáºÆ°'), maxLength: 200 }),
    fc.stringMatching(/^\d{12}\|\d{0,12}\|.{0,20}\|\d{4,8}\|N.{0,3}\|.{0,30}\|\d{0,8}$/),
    fc.tuple(fc.constantFrom(CCCD, MRZ, healthQr(inventPerson(seededRandom(7)))), fc.nat(), fc.nat(), fc.string({ unit: 'grapheme', maxLength: 6 })).map(([text, from, length, other]) => {
      const at = from % text.length;
      return text.slice(0, at) + other + text.slice(at + (length % 20));
    }),
  );

  test(`${fuzzRuns} garbage scans give a card or a reason and never throw`, { timeout: 120_000 }, () => {
    fc.assert(fc.property(noise, (text) => expectTyped(readCard(text))), { numRuns: fuzzRuns });
  });

  test('lone surrogates and very long fields are no trouble', () => {
    expectTyped(readCard('\ud800'.repeat(4096)));
    expectTyped(readCard(`079190123456|${'ễ'.repeat(4000)}`));
    expectTyped(readCard(`079190123456${'|'.repeat(4000)}`));
  });

  test('a scan is read in well under a hundred milliseconds', () => {
    const started = performance.now();
    for (const text of [CCCD, MRZ, `079190123456${'1'.repeat(4000)}`, `${'1|'.repeat(2000)}`, 'a'.repeat(4096), '079190123456'.repeat(341)]) readCard(text);
    expect(performance.now() - started).toBeLessThan(100);
  });
});

test('every reason and every warning has its advice', () => {
  for (const code of [...CARD_UNREADABLE_REASONS, ...CARD_WARNING_CODES]) expect(cardAdvice[code]).toBeDefined();
});
