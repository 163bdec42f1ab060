import { foldName } from './fold-name.ts';

/** The words of a search as they are compared: folded, and without whatever stands between letters inside a word. */
export function searchWords(search: string): readonly string[] {
  return foldName(search)
    .split(' ')
    .map(squeezed)
    .filter((word) => word !== '');
}

/**
 * Whether a search finds a name: each of its words begins somewhere at the beginning of a part of the name, whatever stands
 * between the parts. `hbia`, `h bia`, `h'bia` and `bia` find H'Bia, and `jisung` finds Ji-sung, Ji Sung and Jisung.
 * {@link nameQuery} asks the same of the store, for words that join three parts at most.
 */
export function matchesName(search: string, name: string): boolean {
  const words = searchWords(search);
  const parts = nameParts(name);
  const tails = parts.map((_, at) => parts.slice(at).join(''));
  const begins = (word: string) => tails.some((tail) => tail.startsWith(word));
  return words.every(begins) || (words.length > 1 && begins(words.join('')));
}

/**
 * The same as a query of SQLite's full text over folded names cut into parts, or null where nothing can be searched. A word
 * is looked for as the beginning of a part, and cut in two or three for the beginning of parts that follow one another.
 */
export function nameQuery(search: string): string | null {
  const words = searchWords(search);
  if (words.length === 0) return null;
  const all = words.map(wordQuery).join(' AND ');
  return words.length === 1 ? all : `(${all}) OR ${wordQuery(words.join(''))}`;
}

/** Longer words are cut in two only: three parts of a name are rarely written as one. */
const THRICE_CUT = 12;
/** No name has a word as long as this; what is longer is not cut. */
const ONCE_CUT = 40;

function wordQuery(word: string): string {
  const letters = Array.from(word);
  const cut = (from: number, to?: number) => letters.slice(from, to).join('');
  const ways = [word];
  if (letters.length <= ONCE_CUT)
    for (let first = 1; first < letters.length; first += 1) {
      ways.push(`${cut(0, first)} ${cut(first)}`);
      if (letters.length <= THRICE_CUT)
        for (let second = first + 1; second < letters.length; second += 1)
          ways.push(`${cut(0, first)} ${cut(first, second)} ${cut(second)}`);
    }
  return `(${ways.map((way) => `"${way}"*`).join(' OR ')})`;
}

function nameParts(name: string): readonly string[] {
  return foldName(name).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function squeezed(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, '');
}
