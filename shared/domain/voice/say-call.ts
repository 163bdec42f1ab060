import { z } from 'zod';
import { COUNTER_WORDS, ENGLISH_COUNTER } from '../office/counter-word.ts';
import {
  DIGITS,
  ENGLISH_DIGITS,
  READ_UP_TO,
  readEnglishNumber,
  readNumber,
  type Dialect,
} from './read-number.ts';

/** What a counter's name may begin with to be said in English: a word of the office, or the English one itself. */
const ENGLISH_PLACES: Readonly<Record<string, string>> = {
  ...ENGLISH_COUNTER,
  ...Object.fromEntries(Object.values(ENGLISH_COUNTER).map((word) => [word, word])),
};

/** How the number is read: digit by digit, or as a number. */
export const numberReading = z.enum(['digits', 'number']);
/** What stands before the number: nothing, "mời số", or "mời công dân có số". */
export const callSentence = z.enum(['plain', 'number', 'citizen']);

/** A call as the wall knows it. That somebody has priority is no part of it, and so it can never be said. */
export type SpokenCall = { readonly number: string; readonly counter: string };

type Manner = {
  readonly voice: Dialect;
  readonly numbers: z.infer<typeof numberReading>;
  readonly sentence: z.infer<typeof callSentence>;
};

/** One clip and the silence after it, in milliseconds. */
export type Said = { readonly unit: string; readonly gap: number };

/** Whether a voice has a unit. */
type HasUnit = (unit: string) => boolean;

/** What decides gets the longest silence after it: the letter within the number, the number before the counter. */
const GAP = { digit: 20, word: 30, letter: 60, clause: 350, end: 700 } as const;

const NUMBER = /^([A-Z]?)(\d+)$/;
/** After one of these "số" is said before the number. */
const COUNTED = new Set<string>([...COUNTER_WORDS, 'ô']);

/** "A không không bảy, mời đến quầy số hai": the units of one call in Vietnamese, and again after "xin nhắc lại". */
export function sayCall(call: SpokenCall, manner: Manner, has: HasUnit, again = false): Said[] {
  const { letter, digits } = parts(call.number);
  const name = counterWords(call.counter, manner.voice, has);
  const lead = { plain: '', number: 'mời số', citizen: 'mời công dân có số' }[manner.sentence];
  const to = manner.sentence === 'plain' ? 'mời đến' : 'đến';
  const read = readsWhole(digits, manner.numbers)
    ? readNumber(Number(digits), manner.voice)
    : [...digits].map((one) => DIGITS[Number(one)] ?? '');
  return [
    ...phrase(again ? 'xin nhắc lại' : '', has, GAP.clause),
    ...phrase(lead, has, GAP.letter),
    ...spokenNumber(letter, read),
    ...(name === null
      ? phrase('mời xem màn hình', has, GAP.end)
      : inUnits([...to.split(' '), ...name], has, GAP.end)),
  ];
}

/** "Number A zero zero seven, please go to counter two". A counter with a Vietnamese name is read from the screen. */
export function sayCallInEnglish(
  call: SpokenCall,
  { numbers }: Pick<Manner, 'numbers'>,
  has: HasUnit,
): Said[] {
  const { letter, digits } = parts(call.number);
  const read = readsWhole(digits, numbers)
    ? readEnglishNumber(Number(digits))
    : [...digits].map((one) => ENGLISH_DIGITS[Number(one)] ?? '');
  const name = englishCounter(call.counter);
  return [
    ...phrase('number', has, GAP.word),
    ...spokenNumber(letter, read),
    ...(name === null
      ? phrase('please see the screen', has, GAP.end)
      : inUnits(['please', 'go', 'to', ...name], has, GAP.end)),
  ];
}

/** Whether the voice can say the name of a counter; where it cannot, it says to look at the screen. */
export function canSayCounter(counter: string, spoken: Dialect, has: HasUnit): boolean {
  return counterWords(counter, spoken, has) !== null;
}

/** What is said, as it is written: "A không bốn bảy, mời đến quầy số hai". */
export function writtenOut(said: readonly Said[]): string {
  return said
    .map(({ unit, gap }, at) => (at === said.length - 1 ? unit : `${unit}${gap >= GAP.clause ? ',' : ''} `))
    .join('');
}

function parts(number: string): { letter: string; digits: string } {
  const [, letter = '', digits = ''] = NUMBER.exec(number) ?? [];
  return { letter, digits };
}

function readsWhole(digits: string, numbers: Manner['numbers']): boolean {
  return numbers === 'number' && Number(digits) <= READ_UP_TO;
}

function spokenNumber(letter: string, read: readonly string[]): Said[] {
  const said: Said[] = read.map((unit, at) => ({
    unit,
    gap: at === read.length - 1 ? GAP.clause : GAP.digit,
  }));
  return letter === '' ? said : [{ unit: letter, gap: GAP.letter }, ...said];
}

function phrase(words: string, has: HasUnit, end: number): Said[] {
  return words === '' ? [] : inUnits(words.split(' '), has, end);
}

/** Words as the longest units that the voice has: a phrase rendered whole sounds better than its words. */
function inUnits(words: readonly string[], has: HasUnit, end: number): Said[] {
  const said: Said[] = [];
  for (let at = 0; at < words.length;) {
    let length = words.length - at;
    while (length > 1 && !has(words.slice(at, at + length).join(' '))) length -= 1;
    at += length;
    said.push({ unit: words.slice(at - length, at).join(' '), gap: at === words.length ? end : GAP.word });
  }
  return said;
}

/** The words of a counter's name, or null where one of them is no unit of the voice. */
function counterWords(counter: string, spoken: Dialect, has: HasUnit): string[] | null {
  const words: string[] = [];
  for (const token of tokensOf(counter)) {
    const lower = token.toLowerCase();
    if (/^\d/.test(token)) {
      if (COUNTED.has(words.at(-1) ?? '')) words.push('số');
      const whole = Number(token) <= READ_UP_TO && !token.startsWith('0');
      words.push(
        ...(whole ? readNumber(Number(token), spoken) : [...token].map((one) => DIGITS[Number(one)] ?? '')),
      );
    } else if (token.length > 1 && has(lower)) words.push(lower);
    else if (/^[A-Z]+$/.test(token)) words.push(...token);
    else if (has(lower)) words.push(lower);
    else return null;
  }
  return words.length === 0 ? null : words;
}

function englishCounter(counter: string): string[] | null {
  const [place = '', which = '', ...more] = tokensOf(counter);
  const word = ENGLISH_PLACES[place.toLowerCase()];
  if (word === undefined || more.length > 0) return null;
  if (/^[A-Z]$/.test(which)) return [word, which];
  if (!/^\d+$/.test(which)) return null;
  return [word, ...(Number(which) <= READ_UP_TO ? readEnglishNumber(Number(which)) : [])];
}

/** Runs of letters and runs of digits, in composed form; everything else only parts them. */
function tokensOf(name: string): string[] {
  return name.normalize('NFC').match(/\p{L}+|\d+/gu) ?? [];
}
