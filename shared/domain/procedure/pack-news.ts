import type { PackPlace, RulePack } from '../../rules/pack-schema.ts';
import { comparePacks } from '../../rules/packs.ts';
import { whoMayWhat, type WhoRow } from './handbook.ts';

/** What one pack changed against the one before it, in the order of the newer. */
type News = {
  readonly documents: readonly RulePack['documents'][string][];
  /** Paths of values that are new, gone or other than before; the days of the pack itself left out. */
  readonly values: readonly string[];
  /** Words both packs know, with the bands of people who hear them from now on, or no longer. */
  readonly told: readonly {
    readonly path: string;
    readonly bands: readonly string[];
    readonly now: boolean;
  }[];
  readonly places: readonly { readonly place: PackPlace; readonly now: boolean }[];
  readonly who: readonly { readonly before: WhoRow | null; readonly after: WhoRow | null }[];
};

/** What `after` changed against `before`, from the packs themselves. */
export function packNews(before: RulePack, after: RulePack): News {
  const differences = comparePacks(before, after);
  const isOf = (section: string) => (path: string) => path.startsWith(`${section}.`);
  const known = new Set(Object.values(before.documents).map(({ number }) => number));
  const places = differences.filter(({ path }) => isOf('places')(path));
  return {
    documents: Object.values(after.documents).filter(({ number }) => !known.has(number)),
    values: differences
      .map(({ path }) => path)
      .filter((path) => !/^(?:routes|places|documents|validFrom|validTo)(?:\.|$)/u.test(path)),
    told: toldNews(before, after),
    places: places.map((difference) =>
      difference.kind === 'removed'
        ? { place: difference.before as PackPlace, now: false }
        : { place: difference.after as PackPlace, now: true },
    ),
    who: whoNews(before, after),
  };
}

function toldNews(before: RulePack, after: RulePack): News['told'] {
  const [old, now] = [toldTo(before), toldTo(after)];
  const bands = Object.keys(after.bands).filter((band) => before.bands[band] !== undefined);
  return [...now.keys()]
    .filter((path) => old.has(path))
    .flatMap((path) => {
      const hears = (told: typeof old, band: string) => told.get(path)?.has(band) === true;
      const more = bands.filter((band) => hears(now, band) && !hears(old, band));
      const fewer = bands.filter((band) => !hears(now, band) && hears(old, band));
      return [
        { path, bands: more, now: true },
        { path, bands: fewer, now: false },
      ];
    })
    .filter((one) => one.bands.length > 0);
}

/** The bands of people who hear each reason and note of the routes. */
function toldTo(pack: RulePack): ReadonlyMap<string, ReadonlySet<string>> {
  const told = new Map<string, Set<string>>();
  for (const { when, then } of Object.values(pack.routes))
    for (const path of [
      ...then.reasons.map((code) => `reasons.${code}`),
      ...(then.notes ?? []).map((code) => `notes.${code}`),
    ]) {
      const bands = told.get(path) ?? new Set();
      for (const band of when.bands) bands.add(band);
      told.set(path, bands);
    }
  return told;
}

function whoNews(before: RulePack, after: RulePack): News['who'] {
  const [old, now] = [whoMayWhat(before), whoMayWhat(after)];
  const same = (a: WhoRow, b: WhoRow | undefined) => JSON.stringify(a.cells) === JSON.stringify(b?.cells);
  const named = (rows: readonly WhoRow[], { title }: WhoRow) => rows.find((row) => row.title.vi === title.vi);
  return [
    ...now
      .filter((row) => !same(row, named(old, row)))
      .map((row) => ({ before: named(old, row) ?? null, after: row })),
    ...old.filter((row) => named(now, row) === undefined).map((row) => ({ before: row, after: null })),
  ];
}
