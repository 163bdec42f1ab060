import { foldName } from '#shared/domain/identity/fold-name.ts';

export type Findable = { readonly label: string; readonly keywords?: string | undefined };

/** Keeps what holds every word of the query, marks and case aside: `dang` finds Đặng. Beginnings of words come first. */
export function filterFolded<T extends Findable>(
  items: readonly T[],
  query: string,
  limit: number,
): readonly T[] {
  const words = foldName(query).split(' ').filter(Boolean);
  if (words.length === 0) return items.slice(0, limit);
  const ranked: { readonly item: T; readonly rank: number }[] = [];
  for (const item of items) {
    const text = ` ${foldName(`${item.label} ${item.keywords ?? ''}`)}`;
    if (words.every((word) => text.includes(word))) {
      ranked.push({ item, rank: words.filter((word) => text.includes(` ${word}`)).length });
    }
  }
  return ranked
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, limit)
    .map(({ item }) => item);
}
