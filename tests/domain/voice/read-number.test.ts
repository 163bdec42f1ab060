import { expect, test } from 'vitest';
import { readEnglishNumber, readNumber } from '#shared/domain/voice/read-number.ts';

/** What each word is worth, written down apart from the rules that choose it. */
const WORTH: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
};

/** Counts what was said: the words of a place stand before it, the last digit alone. */
function recount(words: readonly string[]): number {
  let total = 0;
  let held = 0;
  for (const word of words) {
    if (word === 'linh' || word === 'lẻ') continue;
    const place = { nghìn: 1000, ngàn: 1000, trăm: 100, mươi: 10 }[word];
    if (place !== undefined) {
      total += held * place;
      held = 0;
    } else if (word === 'mười') total += 10;
    else held = WORTH[word] ?? Number.NaN;
  }
  return total + held;
}

test('every number from 0 to 9999 counts back to itself, in the North and in the South', () => {
  const wrong: string[] = [];
  for (let value = 0; value <= 9999; value += 1) {
    const north = readNumber(value, 'north');
    if (recount(north) !== value) wrong.push(`${value}: ${north.join(' ')}`);
    const words = { linh: 'lẻ', nghìn: 'ngàn' } as Record<string, string>;
    const south = north.map((word) => words[word] ?? word);
    if (readNumber(value, 'south').join(' ') !== south.join(' ')) wrong.push(`${value}, South`);
  }
  expect(wrong).toEqual([]);
});

test.each([
  [4, 'bốn'],
  [5, 'năm'],
  [10, 'mười'],
  [14, 'mười bốn'],
  [15, 'mười lăm'],
  [21, 'hai mươi mốt'],
  [24, 'hai mươi tư'],
  [40, 'bốn mươi'],
  [101, 'một trăm linh một'],
  [111, 'một trăm mười một'],
  [1000, 'một nghìn'],
  [1005, 'một nghìn không trăm linh năm'],
  [2030, 'hai nghìn không trăm ba mươi'],
])('%i is said as people say it', (value, said) => {
  expect(readNumber(value, 'north').join(' ')).toBe(said);
});

test('no number is said with words that belong to another place', () => {
  for (let value = 0; value <= 1200; value += 1) {
    const said = readNumber(value, 'north').join(' ');
    expect(said, said).not.toMatch(
      /mươi (một|năm|bốn)|mười (mốt|tư|năm)|trăm (mốt|lăm|tư)\b|linh (mốt|lăm|tư)|^không ./u,
    );
  }
});

const PLACES: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );

test('English numbers count back to themselves', () => {
  const wrong: string[] = [];
  for (let value = 0; value <= 9999; value += 1) {
    let total = 0;
    let held = 0;
    const words = readEnglishNumber(value);
    for (const word of words) {
      if (word === 'and') continue;
      if (word === 'thousand' || word === 'hundred') {
        total += held * (word === 'hundred' ? 100 : 1000);
        held = 0;
      } else held += PLACES[word] ?? ONES.indexOf(word);
    }
    if (total + held !== value) wrong.push(words.join(' '));
  }
  expect(wrong).toEqual([]);
  expect(readEnglishNumber(1005).join(' ')).toBe('one thousand and five');
});
