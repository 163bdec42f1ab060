import type { LevelCauses } from '#shared/contract/level-shapes.ts';

type Counted = { readonly office: string; readonly name: string; readonly count: number };

/** One reason or place over all offices: how often, and by whom, the most first. */
export type CauseGroup = {
  readonly key: string;
  readonly label: string;
  readonly total: number;
  readonly offices: readonly Counted[];
};

/** Brings the same reason of many offices together, the most frequent first. */
export function causeGroups<T extends Counted>(
  rows: readonly T[],
  labelOf: (row: T) => string,
): CauseGroup[] {
  const found = new Map<string, Map<string, Counted>>();
  for (const row of rows) {
    const label = labelOf(row);
    const offices = found.get(label) ?? new Map<string, Counted>();
    const before = offices.get(row.office)?.count ?? 0;
    found.set(
      label,
      offices.set(row.office, { office: row.office, name: row.name, count: before + row.count }),
    );
  }
  return [...found]
    .map(([label, offices]) => ({
      key: label,
      label,
      total: [...offices.values()].reduce((sum, { count }) => sum + count, 0),
      offices: [...offices.values()].toSorted((a, b) => b.count - a.count),
    }))
    .toSorted((a, b) => b.total - a.total);
}

/** The same note of several days stands once, with its days. */
export function noteGroups(
  notes: LevelCauses['notes'],
  kind: LevelCauses['notes'][number]['kind'],
): readonly {
  readonly office: string;
  readonly name: string;
  readonly text: string;
  readonly days: readonly string[];
}[] {
  const found = new Map<string, { office: string; name: string; text: string; days: string[] }>();
  for (const { kind: its, office, name, text, businessDay } of notes) {
    if (its !== kind) continue;
    const key = `${office}\n${text}`;
    const note = found.get(key) ?? { office, name, text, days: [] };
    note.days.push(businessDay);
    found.set(key, note);
  }
  return [...found.values()];
}
