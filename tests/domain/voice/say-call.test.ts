import { expect, test } from 'vitest';
import {
  canSayCounter,
  sayCall,
  sayCallInEnglish,
  writtenOut,
  type Said,
} from '#shared/domain/voice/say-call.ts';
import { englishUnits, vietnameseUnits } from '../../../build/voice-units.mjs';

const north = vietnameseUnits('north');
const south = vietnameseUnits('south');
const english = englishUnits();
const plain = { voice: 'north', numbers: 'digits', sentence: 'plain' } as const;
const hasNorth = (unit: string) => north.has(unit);
const words = (said: readonly Said[]): string => said.map(({ unit }) => unit).join(' ');
const call = (number: string, counter = 'Quầy 2') => ({ number, counter });

test('a call is said as it stands on the wall, digit by digit', () => {
  expect(words(sayCall(call('A007'), plain, hasNorth))).toBe('A không không bảy mời đến quầy số hai');
  expect(words(sayCall(call('A1000'), plain, hasNorth))).toContain('A một không không không mời');
});

test('the number may be read as a number, and the sentence begun otherwise', () => {
  const asNumber = { ...plain, numbers: 'number' } as const;
  expect(words(sayCall(call('A047'), asNumber, hasNorth))).toBe('A bốn mươi bảy mời đến quầy số hai');
  expect(words(sayCall(call('B1005'), { ...asNumber, voice: 'south' }, (unit) => south.has(unit)))).toBe(
    'B một ngàn không trăm lẻ năm mời đến quầy số hai',
  );
  expect(words(sayCall(call('A047'), { ...plain, sentence: 'citizen' }, hasNorth))).toBe(
    'mời công dân có số A không bốn bảy đến quầy số hai',
  );
  expect(words(sayCall(call('A10000'), asNumber, hasNorth))).toContain('A một không không không không');
});

test('the longest silence stands after the number, a longer one after the letter than between digits', () => {
  const said = sayCall(call('A007'), plain, hasNorth);
  expect(said.map(({ gap }) => gap)).toEqual([60, 20, 20, 350, 30, 700]);
});

test('written out it is a sentence, with a comma where the voice rests', () => {
  expect(writtenOut(sayCall(call('A047'), plain, hasNorth))).toBe('A không bốn bảy, mời đến quầy số hai');
  expect(writtenOut(sayCall(call('A047'), plain, hasNorth, true))).toBe(
    'xin nhắc lại, A không bốn bảy, mời đến quầy số hai',
  );
  expect(writtenOut([])).toBe('');
});

test('said again it begins with its own words, and the rest is the same', () => {
  const once = sayCall(call('A007'), plain, hasNorth);
  expect(sayCall(call('A007'), plain, hasNorth, true)).toEqual([{ unit: 'xin nhắc lại', gap: 350 }, ...once]);
});

test.each([
  ['Quầy 12', 'mời đến quầy số mười hai'],
  ['Bàn 3', 'mời đến bàn số ba'],
  ['Phòng 101', 'mời đến phòng số một trăm linh một'],
  ['Hộ tịch – Cư trú', 'mời đến hộ tịch cư trú'],
  ['Quầy 2, Bộ phận tiếp nhận và trả kết quả', 'mời đến quầy số hai bộ phận tiếp nhận và trả kết quả'],
  ['Cửa A', 'mời đến cửa A'],
  ['Phòng 007', 'mời đến phòng số không không bảy'],
])('the office’s own name of a counter: %s', (counter, said) => {
  expect(words(sayCall(call('A007', counter), plain, hasNorth))).toBe(`A không không bảy ${said}`);
});

test('a name with a syllable that the voice lacks is not half read', () => {
  expect(canSayCounter('Quầy Xoài', 'north', hasNorth)).toBe(false);
  expect(canSayCounter('–', 'north', hasNorth)).toBe(false);
  expect(words(sayCall(call('A007', 'Quầy Xoài'), plain, hasNorth))).toBe(
    'A không không bảy mời xem màn hình',
  );
});

test('in English', () => {
  const has = (unit: string) => english.has(unit);
  expect(words(sayCallInEnglish(call('A007'), plain, has))).toBe(
    'number A zero zero seven please go to counter two',
  );
  expect(words(sayCallInEnglish(call('A047', 'Bàn 12'), { numbers: 'number' }, has))).toBe(
    'number A forty seven please go to desk twelve',
  );
  expect(words(sayCallInEnglish(call('A007', 'Hộ tịch'), plain, has))).toContain('please see the screen');
});

test('every unit that any number and every shipped phrase needs is in the voice', () => {
  for (const [voice, units] of [
    ['north', north],
    ['south', south],
  ] as const)
    for (const numbers of ['digits', 'number'] as const)
      for (const sentence of ['plain', 'number', 'citizen'] as const)
        for (let value = 0; value <= 9999; value += 37) {
          const name = `${String.fromCodePoint(65 + (value % 26))}${String(value).padStart(3, '0')}`;
          const manner = { voice, numbers, sentence };
          const said = [
            ...sayCall(call(name, `Quầy ${(value % 30) + 1}`), manner, (unit) => units.has(unit), true),
            ...sayCall(call(name, 'Xoài'), manner, (unit) => units.has(unit)),
          ];
          expect(said.filter(({ unit }) => !units.has(unit))).toEqual([]);
          const inEnglish = sayCallInEnglish(call(name), manner, (unit) => english.has(unit));
          expect(inEnglish.filter(({ unit }) => !english.has(unit))).toEqual([]);
        }
});
