import { wantsAll } from './sizes.ts';

const drawsAll = wantsAll('SHEETS') || process.env['GOLDEN'] === 'renew';

/**
 * The cases that bring a trait none before them had, in their order: every trait is seen at least once, not every pair of
 * them. `SHEETS=all` keeps every case.
 */
export function covering<T>(cases: readonly T[], traitsOf: (one: T) => readonly string[]): readonly T[] {
  if (drawsAll) return cases;
  const seen = new Set<string>();
  return cases.filter((one) => {
    const fresh = traitsOf(one).filter((trait) => !seen.has(trait));
    for (const trait of fresh) seen.add(trait);
    return fresh.length > 0;
  });
}
