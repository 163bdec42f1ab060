import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import { readCard } from '#shared/domain/identity/read-card.ts';
import { qrCccd, type InventedPerson } from '#tests/support/invented-cards.ts';
import { card, CARDS, CCCD, latin1, people, whole } from './sample-card.ts';

const codes = (text: string) => card(text).warnings.map(({ code }) => code);
const inPage = (text: string, page: string) => new TextDecoder(page).decode(new TextEncoder().encode(text));

describe('broken scans: what is certain is undone, what is lost is said', () => {
  test.each([
    ['Latin-1', latin1(CCCD), 'mojibake-undone'],
    ['Latin-1 twice', latin1(latin1(CCCD)), 'mojibake-undone'],
    ['Windows-1252', inPage(CCCD, 'windows-1252'), 'mojibake-undone'],
    ['Windows-1258', inPage(CCCD, 'windows-1258'), 'mojibake-undone'],
    ['decomposed marks', CCCD.normalize('NFD'), 'marks-composed'],
    [
      'HTML entities',
      CCCD.replace(/[^\x00-\x7f]/g, (letter) => `&#${letter.charCodeAt(0)};`),
      'escapes-undone',
    ],
    ['percent codes', encodeURIComponent(CCCD), 'escapes-undone'],
    ['percent codes between plain bars', encodeURI(CCCD).replaceAll('%7C', '|'), 'escapes-undone'],
    [
      'a hex dump',
      Array.from(latin1(CCCD), (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join(''),
      'escapes-undone',
    ],
    ['twice', CCCD + CCCD, 'doubled-scan'],
    ['three times', CCCD.repeat(3), 'doubled-scan'],
    ['twice with Enter', `${CCCD}\r\n${CCCD}\r\n`, 'doubled-scan'],
    ['cut, then whole', CCCD.slice(0, 25) + CCCD, 'doubled-scan'],
    ['number, then whole', CCCD.slice(0, 12) + CCCD, 'doubled-scan'],
    ['whole, then cut', CCCD + CCCD.slice(0, 40), 'doubled-scan'],
    ['every key twice', CCCD.replace(/./gu, '$&$&'), 'doubled-scan'],
    [
      'Caps Lock',
      CCCD.replace(/\p{L}/gu, (letter) =>
        letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
      ),
      'caps-lock',
    ],
    ['another separator', CCCD.replaceAll('|', '~'), 'keyboard-layout'],
    ['no separators', CCCD.replaceAll('|', ''), 'keyboard-layout'],
  ])('%s is read whole', (_, text, warning) => {
    expect(card(text)).toEqual({ kind: 'qr-cccd', ...whole, warnings: [{ code: warning }] });
  });

  test.each([
    ['letters replaced by ?', CCCD.replace(/[^\x00-\x7f]/g, '?'), 'letters-lost'],
    ['letters replaced by U+FFFD', CCCD.replace(/[^\x00-\x7f]/g, '\ufffd'), 'letters-lost'],
    ['letters dropped', CCCD.replace(/[^\x00-\x7f]/g, ''), 'letters-lost'],
    ['letters beyond Latin-1 dropped', CCCD.replace(/[^\x00-\xff]/g, ''), 'letters-lost'],
    ['mojibake with swallowed bytes', latin1(CCCD).replace(/[\x80-\x9f]/g, ''), 'mojibake'],
    [
      'Telex keys',
      '079190123456||Nguyeexn Thij An|15011990|Nuwx|12 DDuwowngf Vis Duj, Phuwowngf Beesn|10052021',
      'telex',
    ],
    ['VNI keys', '079190123456||Nguye64n Thi5 An|15011990|Nu74|12 D9u7o7ng2 Vi1 Du5|10052021', 'vni'],
    [
      'Alt codes as numbers',
      '079190123456||Nguy7877n Th7883 An|15011990|N7919|12 272432417ng V237 D7909|10052021',
      'alt-codes',
    ],
    [
      'AZERTY',
      CCCD.replace(/\d/g, (digit) => 'à&é"\'(-è_ç'.charAt(Number(digit))).replaceAll('|', 'µ'),
      'keyboard-layout',
    ],
    [
      'the Vietnamese layout',
      CCCD.replace(/\d/g, (digit) => 'đăâêô\u0300\u0309\u0303\u0301\u0323'.charAt(Number(digit))),
      'keyboard-layout',
    ],
    ['Shift held', CCCD.replace(/\d/g, (digit) => ')!@#$%^&*('.charAt(Number(digit))), 'keyboard-layout'],
  ])('%s keeps number and dates and asks for the name', (_, text, cause) => {
    const read = card(text);
    expect(read).toMatchObject({
      idNumber: whole.idNumber,
      birthDate: whole.birthDate,
      issuedOn: whole.issuedOn,
    });
    expect(read).not.toHaveProperty('fullName');
    expect(read.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining([cause, 'retype-name']));
  });

  test('the own number in the place of the old one is no second scan, and no old number', () => {
    expect(card(CCCD.replace('||', '|079190123456|'))).toEqual({ kind: 'qr-cccd', ...whole, warnings: [] });
  });

  test('a scan without marks gives the plain name and says so', () => {
    const read = card(CCCD.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D'));
    expect(read.fullName).toBe('Nguyen Thi An');
    expect(codes(CCCD.normalize('NFD').replace(/\p{M}/gu, ''))).toContain('name-without-marks');
  });

  test('names without marks and names of other peoples are not taken for damage', () => {
    for (const name of [
      'Cao Minh Quang',
      'An Lan Anh',
      'Y Bhăm Niê',
      "H'Hen Niê",
      'Ksor Phước',
      'Rơ Châm H’Lan',
      'Siu Black',
      'A Lăng Thớ',
      'Nay Der',
      'Lê A',
    ]) {
      expect(card(CCCD.replace('Nguyễn Thị An', name)), name).toMatchObject({ fullName: name, warnings: [] });
    }
  });

  test('no prefix of a scan gives a value that is not on the card', () => {
    for (const text of [
      CCCD,
      CCCD.replace('||', '|012345678|'),
      CCCD.replace('15011990', '20011990').replace('Nữ', 'Nam'),
      CCCD.replace('15011990', '1990'),
    ]) {
      const truth: Record<string, unknown> = card(text);
      for (let length = 12; length < text.length; length++) {
        const reading = readCard(text.slice(0, length));
        if (!reading.ok) continue;
        for (const [field, value] of Object.entries(reading.card)) {
          if (field !== 'kind' && field !== 'warnings')
            expect([length, field, value]).toEqual([length, field, truth[field]]);
        }
        if (length > 12) expect(reading.card.warnings.length, text.slice(0, length)).toBeGreaterThan(0);
      }
    }
  });

  test('a scan that ends within the address asks for it; the address before a day that is cut is whole', () => {
    const asks = (text: string) => codes(text).includes('retype-address');
    const address = CCCD.indexOf(whole.address);
    const end = address + whole.address.length;
    for (let length = address + 1; length <= end; length += 1) {
      expect(card(CCCD.slice(0, length)), `${length}`).not.toHaveProperty('address');
      expect(asks(CCCD.slice(0, length)), `${length}`).toBe(true);
    }
    for (let length = end + 1; length <= CCCD.length; length += 1) {
      expect(card(CCCD.slice(0, length)), `${length}`).toHaveProperty('address', whole.address);
      expect(asks(CCCD.slice(0, length)), `${length}`).toBe(false);
    }
    expect(asks(CCCD.slice(0, address - 1))).toBe(false);
  });

  test('a letter replaced anywhere in the name never comes back as part of a name', () => {
    const replaced = fc.tuple(
      fc.integer({ min: 0, max: CARDS - 1 }),
      fc.nat(),
      fc.constantFrom('?', '\ufffd', '□', '¿', '7', '\u0083'),
    );
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
