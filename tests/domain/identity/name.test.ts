import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import { nameProblem, normaliseName } from '#shared/domain/identity/name.ts';

describe('normaliseName', () => {
  test.each([
    ['Nguyễn Thị An', 'Nguyễn Thị An'],
    ['Nguye\u0302\u0303n', 'Nguyễn'],
    ['Nguyê\u0303n', 'Nguyễn'],
    ['  Trần   Văn\tBình \n', 'Trần Văn Bình'],
    ['Lê\u00a0Văn\u2003Cường', 'Lê Văn Cường'],
    ['Đỗ\u200bMinh', 'ĐỗMinh'],
    ['Đỗ\u200d Minh', 'Đỗ Minh'],
    ['\ufeffHà', 'Hà'],
    ['\u202eHà\u202c', 'Hà'],
    ['\u2066Hà\u2069', 'Hà'],
    ['Hà\u00ad', 'Hà'],
    ['Hà\u0000Nội', 'Hà Nội'],
    ['Hà\u0085Nội', 'Hà Nội'],
    ['Hà\u2028Nội', 'Hà Nội'],
    ['Hà\u2029', 'Hà'],
    ['Hà\ufe0f', 'Hà'],
    ['\ud800Hà', 'Hà'],
    ['Hà\udc00', 'Hà'],
    ['Hoà', 'Hoà'],
    ['Hòa', 'Hòa'],
    ['LÊ THỊ ÁNH', 'LÊ THỊ ÁNH'],
    ["H'Hen Niê", "H'Hen Niê"],
    ['Y Bhăm', 'Y Bhăm'],
    ['Anne-Marie', 'Anne-Marie'],
    ['', ''],
    [' \u200b ', ''],
    ['\u034f\u3164', ''],
    ['O\u031b\u0301c', 'Ớc'],
    ['U\u031b\u0323c', 'Ực'],
    ['A\u0323\u0306n', 'Ặn'],
    ['A\u0306\u0323n', 'Ặn'],
  ])('%j becomes %j', (typed, stored) => {
    expect(normaliseName(typed)).toBe(stored);
  });

  test('is stable and composed for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const name = normaliseName(text);
        expect(normaliseName(name)).toBe(name);
        expect(name.normalize('NFC')).toBe(name);
        expect(name.isWellFormed()).toBe(true);
        expect(name).not.toMatch(/^\s|\s$|\s\s/);
      }),
    );
  });
});

describe('foldName', () => {
  test.each([
    ['Đặng', 'dang'],
    ['đức', 'duc'],
    ['Đỗ', 'do'],
    ['Thuý', 'thuy'],
    ['Thúy', 'thuy'],
    ['Ước', 'uoc'],
    ['Nguyễn', 'nguyen'],
    ['Hoà', 'hoa'],
    ['Hòa', 'hoa'],
    ['Ỷ Lan', 'y lan'],
    ['Huỳnh', 'huynh'],
    ['Quỳnh', 'quynh'],
    ['Ơn', 'on'],
    ['Ăn Ân An', 'an an an'],
    ['Kpă Y Bhăm', 'kpa y bham'],
    ["H'Hen", "h'hen"],
    ['H’Hen', "h'hen"],
    ['  TRẦN\t\tVĂN  A ', 'tran van a'],
    ['Ðào', 'dao'],
    ['Đ', 'd'],
    ['đ', 'd'],
    ['D\u0323', 'd'],
    ['Nguye\u0302\u0303n', 'nguyen'],
    ['Phượng', 'phuong'],
    ['Khuê', 'khue'],
    ['Vỹ', 'vy'],
    ['Ý', 'y'],
    ['', ''],
    ['123', '123'],
    ['Lê\u200b', 'le'],
    ['Rơ Châm', 'ro cham'],
    ['Čư', 'cu'],
  ])('%j folds to %j', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  test('every Vietnamese letter folds to plain a–z, composed or not', () => {
    const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
    const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
    for (const letter of [...vowels.flatMap((vowel) => tones.map((tone) => vowel + tone)), 'đ']) {
      for (const form of [
        letter,
        letter.toUpperCase(),
        letter.normalize('NFC'),
        letter.normalize('NFD').toUpperCase(),
      ])
        expect(foldName(form)).toMatch(/^[a-z]$/);
    }
  });

  test('is stable, and equal for composed and decomposed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldName(foldName(text))).toBe(foldName(text));
        expect(foldName(text.normalize('NFD'))).toBe(foldName(text.normalize('NFC')));
      }),
    );
  });
});

describe('nameProblem', () => {
  test.each([
    ['Nguyễn Thị An', undefined],
    ['Y', undefined],
    ["H'Hen Niê", undefined],
    ['H’Lan', undefined],
    ['Anne-Marie O’Neil', undefined],
    ['John Smith Jr.', undefined],
    ['Nguyễn, An', undefined],
    ['김민수', undefined],
    ['Иван', undefined],
    ['สมชาย', undefined],
    ['Nguye\u0302\u0303n', undefined],
    ['An'.repeat(100), undefined],
    ['', 'empty'],
    ['   ', 'empty'],
    ['\u200b', 'empty'],
    ['?', 'letters-lost'],
    ['Nguy?n', 'letters-lost'],
    ['Nguy\ufffdn', 'letters-lost'],
    ['Nguy□n', 'letters-lost'],
    ['????', 'letters-lost'],
    ['Nguye64n', 'digits'],
    ['079190123456', 'digits'],
    ['An 2', 'digits'],
    ['An ²', 'digits'],
    ['Nguyễn|An', 'symbols'],
    ['<An>', 'symbols'],
    ['An;', 'symbols'],
    ['Ng=An', 'symbols'],
    ['@an', 'symbols'],
    ['---', 'symbols'],
    ['áº§n', 'symbols'],
    ['Tr»n', 'symbols'],
    ['An😀', 'symbols'],
    ['An'.repeat(101), 'too-long'],
  ])('%j: %s', (name, problem) => {
    expect(nameProblem(name)).toBe(problem);
  });
});
