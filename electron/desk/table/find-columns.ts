import { foldName } from '#shared/domain/identity/fold-name.ts';

/** What a column may mean, by its heading as it is folded; the first meaning that fits a heading is its own. */
export type Headings<M extends string> = readonly (readonly [M, RegExp])[];

function meaningOf<M extends string>(heading: string, headings: Headings<M>): M | undefined {
  const folded = foldName(heading)
    .replaceAll(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim();
  return headings.find(([, pattern]) => pattern.test(folded))?.[0];
}

export type FoundColumns<M extends string> = {
  /** Row of the heading, 0 for the first. */
  readonly row: number;
  readonly places: Readonly<Partial<Record<M, number>>>;
  readonly names: Readonly<Partial<Record<M, string>>>;
  /** A heading that means the same as another. */
  readonly doubled: string | undefined;
};

/** Titles stand above the heading in official tables, so the first rows are looked through for it. */
const headingWithin = 20;

/**
 * The columns of a table by their headings; undefined where no row names the column of `key`. A title may speak of that too: a
 * heading has a second column that means something.
 */
export function findColumns<M extends string>(
  rows: readonly (readonly unknown[])[],
  headings: Headings<M>,
  key: M,
): FoundColumns<M> | undefined {
  for (const [row, cells] of rows.slice(0, headingWithin).entries()) {
    const places: Partial<Record<M, number>> = {};
    const names: Partial<Record<M, string>> = {};
    let doubled: string | undefined;
    cells.forEach((cell, column) => {
      if (typeof cell !== 'string') return;
      const meaning = meaningOf(cell, headings);
      if (meaning === undefined) return;
      if (places[meaning] === undefined) {
        places[meaning] = column;
        names[meaning] = cell.trim().slice(0, 80);
      } else doubled ??= cell.trim().slice(0, 80);
    });
    if (places[key] !== undefined && Object.keys(places).length > 1) return { row, places, names, doubled };
  }
  return undefined;
}
