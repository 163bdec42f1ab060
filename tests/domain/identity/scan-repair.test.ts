import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import { readCardDate } from '#shared/domain/identity/card-date.ts';
import { bytesInPage, CODE_PAGES, characterInPage } from '#shared/domain/identity/code-pages.ts';
import { looksLikeMojibake, undoEscapes, undoMojibake } from '#shared/domain/identity/mojibake.ts';
import { mrzCheckDigit } from '#shared/domain/identity/mrz.ts';
import { judgeScannerTest, SCANNER_TEST_TEXT } from '#shared/domain/identity/scanner-test.ts';
import { decodeHexUtf8, decodeUtf8 } from '#shared/domain/identity/utf8.ts';
import { inventPerson, seededRandom } from '#tests/support/invented-cards.ts';

const utf8 = (text: string) => Array.from(new TextEncoder().encode(text));

describe('undoMojibake', () => {
  test.each([
    ['Nguyá»\u0085n', 'Nguyễn'],
    ['Nguyá»…n', 'Nguyễn'],
    ['Nguyß╗àn', 'Nguyễn'],
    ['TrÆ°Æ¡ng', 'Trương'],
    ['Ä\u0090áº·ng', 'Đặng'],
    ['HÃ ', undefined],
    ['H\u00c3\u00a0', 'Hà'],
    ['H├á', 'Hà'],
    ['LÃª', 'Lê'],
    ['LĂª', 'Lê'],
    ['VÅ©', 'Vũ'],
    ['Ãƒâ€žÃ‚Âá', undefined],
    ['Nguyễn', undefined],
    ['Hà Thành', undefined],
    ['Võ Thị Sáu', undefined],
    ['Ân', undefined],
    ['Ý', undefined],
    ['plain', undefined],
    ['', undefined],
    ['Nguyá»n', undefined],
    ['TrÆng', undefined],
  ])('%j → %j', (broken, whole) => {
    expect(undoMojibake(broken)).toBe(whole);
  });

  test('every misreading of a Vietnamese text in a known code page comes back exactly, or not at all', () => {
    const random = seededRandom(11);
    let undone = 0;
    let misreadings = 0;
    for (let each = 0; each < 100; each++) {
      const { fullName, address } = inventPerson(random);
      for (const text of [fullName, address]) {
        for (const page of CODE_PAGES) {
          const upper = new Map(
            Array.from({ length: 256 }, (_, byte) => [
              byte,
              byte < 128 ? String.fromCharCode(byte) : undefined,
            ]),
          );
          for (let code = 0x80; code < 0x2600; code++) {
            const byte = bytesInPage(String.fromCharCode(code), page)?.[0];
            if (byte !== undefined) upper.set(byte, String.fromCharCode(code));
          }
          const misread = utf8(text)
            .map((byte) => upper.get(byte) ?? '\ufffd')
            .join('');
          if (misread === text) continue;
          const whole = undoMojibake(misread);
          misreadings += 1;
          if (whole === undefined) continue;
          undone += 1;
          expect([page, whole]).toEqual([page, text]);
        }
      }
    }
    expect(undone / misreadings).toBeGreaterThan(0.95);
  });

  test('leaves every whole Vietnamese text alone, and none of them looks broken', () => {
    const random = seededRandom(12);
    for (let each = 0; each < 500; each++) {
      const { fullName, address } = inventPerson(random);
      for (const text of [fullName, address, fullName.toUpperCase(), address.normalize('NFD')]) {
        expect(undoMojibake(text)).toBeUndefined();
        expect(looksLikeMojibake(text.normalize('NFC')), text).toBe(false);
      }
    }
  });
});

describe('strict UTF-8', () => {
  test('agrees with the platform decoder on any bytes', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.array(fc.nat(255), { maxLength: 12 }), fc.string({ unit: 'binary' }).map(utf8)),
        (bytes) => {
          let expected: string | undefined;
          try {
            expected = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
              Uint8Array.from(bytes),
            );
          } catch {
            expected = undefined;
          }
          expect(decodeUtf8(bytes)).toBe(expected);
          expect(decodeHexUtf8(bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(''))).toBe(
            bytes.length === 0 ? undefined : expected,
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('code pages agree with the platform where it has them', () => {
    for (const page of ['windows-1252', 'windows-1258'] as const) {
      for (let byte = 0; byte < 256; byte++)
        expect([byte, bytesInPage(new TextDecoder(page).decode(Uint8Array.of(byte)), page)]).toEqual([
          byte,
          [byte],
        ]);
    }
    // Only Windows shows a byte without a letter as a control character.
    for (const page of ['oem-437', 'oem-850'] as const) expect(bytesInPage('\u0085', page)).toBeUndefined();
    expect(characterInPage(0x85, 'oem-437')).toBe('à');
    expect(characterInPage(0x85, 'windows-1252')).toBe('…');
  });
});

test.each([
  ['Nguy&#7877;n', 'Nguyễn'],
  ['Nguy&#x1EC5;n', 'Nguyễn'],
  ['Nguy%E1%BB%85n', 'Nguyễn'],
  ['Nguyễn', undefined],
  ['50%', undefined],
  ['%E1%BB', undefined],
  ['%zz', undefined],
  ['&amp;', undefined],
  ['&#5;', undefined],
  ['%00', undefined],
])('escapes %j → %j', (text, whole) => expect(undoEscapes(text)).toBe(whole));

test.each([
  ['15011990', '1990-01-15'],
  ['15/01/1990', '1990-01-15'],
  ['15-01-1990', '1990-01-15'],
  ['15.01.1990', '1990-01-15'],
  ['5/9/1950', '1950-09-05'],
  ['5-12-1950', '1950-12-05'],
  ['0/0/1950', '1950'],
  ['31/9/1950', undefined],
  ['591950', undefined],
  ['1990', '1990'],
  ['00001990', '1990'],
  ['00011990', '1990'],
  ['00/00/1990', '1990'],
  ['29022000', '2000-02-29'],
  ['29022024', '2024-02-29'],
  ['31121999', '1999-12-31'],
  ['29021900', undefined],
  ['29022023', undefined],
  ['30022000', undefined],
  ['31042020', undefined],
  ['15131990', undefined],
  ['15001990', undefined],
  ['32011990', undefined],
  ['15011890', undefined],
  ['15012190', undefined],
  ['1501199', undefined],
  ['150119900', undefined],
  ['', undefined],
  ['19900115', undefined],
  ['1990-01-15', undefined],
  ['1850', undefined],
  ['15 01 1990', undefined],
  ['abcd1990', undefined],
])('card date %j → %j', (text, date) => expect(readCardDate(text)).toBe(date));

test.each([
  ['190123456', '9'],
  ['079190123456', '9'],
  ['900115', '8'],
  ['300115', '6'],
  ['L898902C3', '6'],
  ['740812', '2'],
  ['120415', '9'],
  ['D23145890', '7'],
  ['<<<<<<', '0'],
  ['', '0'],
])('MRZ check digit of %s is %s', (text, digit) => expect(mrzCheckDigit(text)).toBe(digit));

describe('the scanner test page', () => {
  test('says yes only to the whole text', () => {
    expect(judgeScannerTest(`${SCANNER_TEST_TEXT}\r\n`)).toEqual({ ok: true, faults: [], advice: [] });
    expect(judgeScannerTest(SCANNER_TEST_TEXT.replace('Ước', 'Uớc')).ok).toBe(false);
  });

  test.each([
    ['decomposed', SCANNER_TEST_TEXT.normalize('NFD'), 'marks-composed', []],
    ['misread', String.fromCharCode(...utf8(SCANNER_TEST_TEXT)), 'mojibake-undone', ['scanner-utf8']],
    [
      'without marks',
      SCANNER_TEST_TEXT.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D'),
      'name-without-marks',
      ['retype-from-card'],
    ],
    [
      'letters lost',
      SCANNER_TEST_TEXT.replace(/[^\x00-\x7f]/g, ''),
      'letters-lost',
      ['scanner-utf8', 'retype-from-card'],
    ],
    ['twice', SCANNER_TEST_TEXT.repeat(2), 'doubled-scan', []],
    ['VNI', SCANNER_TEST_TEXT.replace('Nguyễn', 'Nguye64n'), 'vni', ['input-method-off', 'retype-from-card']],
    ['nothing', '', 'empty', ['scan-again']],
    [
      'digits of the Vietnamese layout',
      SCANNER_TEST_TEXT.replace(/\d/g, (digit) =>
        'đăâêô\u0300\u0309\u0303\u0301\u0323'.charAt(Number(digit)),
      ),
      'keyboard-layout',
      ['keyboard-us', 'retype-from-card'],
    ],
  ])('names the fault: %s', (_, text, fault, advice) => {
    const judged = judgeScannerTest(text);
    expect(judged.ok).toBe(false);
    expect(judged.faults).toContain(fault);
    expect(judged.advice).toEqual(advice);
  });
});
