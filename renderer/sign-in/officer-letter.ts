import { foldName } from '#shared/domain/identity/fold-name.ts';

type Named = { readonly id: string; readonly name: string };

/** The letter of a key, without its marks; null for every other key. */
export function letterOf(key: string): string | null {
  return /^\p{L}$/u.test(key) ? foldName(key).toUpperCase() : null;
}

/** The first letter of the name by which people call each other, the last of its words. */
export function ownLetter(name: string): string {
  return foldName(name.trim().split(/\s+/).at(-1) ?? '')
    .slice(0, 1)
    .toUpperCase();
}

/** Whom a letter means: the first of those whose name begins so, and with each further press the next of them. */
export function nextByLetter<O extends Named>(
  officers: readonly O[],
  letter: string | null,
  chosenId: string | null,
): O | undefined {
  const meant = officers.filter(({ name }) => letter !== null && ownLetter(name) === letter);
  const at = meant.findIndex(({ id }) => id === chosenId);
  return meant[(at + 1) % Math.max(1, meant.length)];
}
