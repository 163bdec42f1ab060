const vietnamese = new Intl.Collator('vi');

/**
 * The order of a Vietnamese list of names: by the given name, which is the last word, then by family and middle names.
 * Letters and tones stand as in the Vietnamese alphabet.
 */
export function compareNames(a: string, b: string): number {
  const [givenA, restA] = parts(a);
  const [givenB, restB] = parts(b);
  return vietnamese.compare(givenA, givenB) || vietnamese.compare(restA, restB);
}

function parts(name: string): readonly [given: string, rest: string] {
  const words = name.normalize('NFC').trim().split(/\s+/u);
  return [words.at(-1) ?? '', words.slice(0, -1).join(' ')];
}
