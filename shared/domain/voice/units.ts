import { COUNTING, DIALECTS, DIGITS, type Dialect } from './read-number.ts';
import { sayCall, type Said } from './say-call.ts';

/** How the letters of series and counters are called in Vietnamese, written as they sound. */
export const SPOKEN_LETTERS = {
  A: 'a',
  B: 'bê',
  C: 'xê',
  D: 'dê',
  E: 'e',
  F: 'ép phờ',
  G: 'giê',
  H: 'hát',
  I: 'i ngắn',
  J: 'di',
  K: 'ca',
  L: 'e lờ',
  M: 'em mờ',
  N: 'en nờ',
  O: 'o',
  P: 'pê',
  Q: 'quy',
  R: 'e rờ',
  S: 'ét sì',
  T: 'tê',
  U: 'u',
  V: 'vê',
  W: 'vê kép',
  X: 'ích xì',
  Y: 'i dài',
  Z: 'dét',
} as const;

/** What is said around the number and the counter; said as wholes, because a phrase in one breath sounds better. */
const PHRASES = [
  'mời số',
  'mời công dân có số',
  'mời đến quầy số',
  'đến quầy số',
  'mời đến',
  'đến',
  'mời xem màn hình',
  'xin nhắc lại',
] as const;

const TENS = ['mười', 'mươi', 'mốt', 'tư', 'lăm', 'trăm'] as const;
const PLACES = ['quầy', 'bàn', 'phòng', 'cửa', 'ô', 'số'] as const;

/**
 * The units of a Vietnamese voice without the syllables of free names, by their keys, and the words of each: 58 that say
 * any number, letter and numbered counter.
 */
export function coreUnits(spoken: Dialect): ReadonlyMap<string, string> {
  return new Map([...Object.entries(SPOKEN_LETTERS), ...words(spoken).map((word) => [word, word] as const)]);
}

/** The core units in the order in which an office records them: what every call needs first, the letters last. */
export function unitsToRecord(spoken: Dialect): string[] {
  return [...words(spoken), ...Object.keys(SPOKEN_LETTERS)];
}

function words(spoken: Dialect): string[] {
  return [...DIGITS, ...TENS, ...Object.values(COUNTING[spoken]), ...PHRASES, ...PLACES];
}

/** A call of core units alone, said once as calls are by default: by it a voice is heard while it is recorded. */
export function sampleCall(spoken: Dialect): Said[] {
  const core = coreUnits(spoken);
  return sayCall(
    { number: 'A047', counter: 'Quầy 2' },
    { voice: spoken, numbers: 'digits', sentence: 'plain' },
    (unit) => core.has(unit),
  );
}

/** In whose manner of counting a voice can say everything: `preferred` before the other; null while units are missing. */
export function wholeDialect(has: (unit: string) => boolean, preferred: Dialect): Dialect | null {
  const other: Dialect = preferred === 'north' ? 'south' : 'north';
  return [preferred, other].find((spoken) => [...coreUnits(spoken).keys()].every(has)) ?? null;
}

/** The core units of both manners of counting. */
export const CORE_UNITS = [...new Set([...unitsToRecord('north'), ...unitsToRecord('south')])];

/** How many units a voice lacks to be whole. */
export function missingUnits(has: (unit: string) => boolean): number {
  return Math.min(...DIALECTS.map((spoken) => unitsToRecord(spoken).filter((unit) => !has(unit)).length));
}
