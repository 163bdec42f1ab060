import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import { CUT_MARK, printable } from '#shared/domain/slip/printable.ts';

describe('a text as it can go to paper', () => {
  test.each([
    ['Nguyễn Thị Bưởi', 'Nguyễn Thị Bưởi'],
    ['Ỳ Ỵ Ỷ Ỹ ẵ ẳ ợ ữ ₫', 'Ỳ Ỵ Ỷ Ỹ ẵ ẳ ợ ữ ₫'],
    ['Nguye\u0302\u0303n', 'Nguyễn'],
    ['<b>Ẩn</b> & "Ổn"', '<b>Ẩn</b> & "Ổn"'],
    ['một\nhai\tba\u2028bốn', 'một hai ba bốn'],
    ['Lê\u0000\u0007 Ẩn\u202e\ufeff', 'Lê Ẩn'],
    ['nửa \ud83d chữ', 'nửa □ chữ'],
    ['\ue000', '□'],
    ['阮氏 👩‍👩‍👧', '阮氏 👩‍👩‍👧'],
    ['  ', ''],
  ])('%j becomes %j', (text, printed) => {
    expect(printable(text, 60)).toBe(printed);
  });

  test('what is cut ends with a mark, between letters, and is never longer than asked', () => {
    expect(printable('Bưởi '.repeat(1000), 12)).toBe(`Bưởi Bưởi B${CUT_MARK}`);
    expect(printable('👩‍👩‍👧'.repeat(9), 3)).toBe(`👩‍👩‍👧👩‍👩‍👧${CUT_MARK}`);
    expect(printable(`a${'\u0301'.repeat(5000)}`, 60)).toMatch(/^á.{0,4}…?$/u);
  });

  test('any text at all is well-formed, on one line and short enough, and printing it again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.integer({ min: 2, max: 80 }),
        (text, most) => {
          const printed = printable(text, most);
          expect(printed.isWellFormed()).toBe(true);
          expect(printed).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
          expect([...new Intl.Segmenter('vi').segment(printed)].length).toBeLessThanOrEqual(most);
          expect(printable(printed, most)).toBe(printed);
        },
      ),
    );
  });
});
