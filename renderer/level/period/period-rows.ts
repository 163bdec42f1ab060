import type { LevelPeriod, LevelTarget, PeriodOffice } from '#shared/contract/level-shapes.ts';
import type { LevelOutput } from '#shared/contract/level.ts';
import { daysBetween } from '#shared/domain/calendar/business-date.ts';
import { byName } from '../client/office-order.ts';

export const PERIOD_ORDERS = ['late', 'name', 'missing', 'group'] as const;
export type PeriodOrder = (typeof PERIOD_ORDERS)[number];

export type TargetLine = LevelOutput<'target.list'>[number];
export type OfficeRow = PeriodOffice & { readonly row: 'office'; readonly target: TargetLine | undefined };
export type PeriodRow = OfficeRow | (LevelPeriod['groups'][number] & { readonly row: 'group' });

/** The target that a line shows: level 2 before level 1, the one that is due last. */
export function targetsByOffice(lines: readonly TargetLine[]): ReadonlyMap<string, TargetLine> {
  const found = new Map<string, TargetLine>();
  for (const line of lines) {
    const before = found.get(line.officeCode);
    const isBetter =
      before === undefined ||
      (line.level === before.level ? line.dueOn > before.dueOn : line.level === 'level-2');
    if (isBetter) found.set(line.officeCode, line);
  }
  return found;
}

/** The offices in the order that was chosen; by group each group stands under its own sums. */
export function periodRows(
  { offices, groups }: LevelPeriod,
  targets: ReadonlyMap<string, TargetLine>,
  order: PeriodOrder,
): PeriodRow[] {
  const rows = offices.map((office): OfficeRow => ({
    ...office,
    row: 'office',
    target: targets.get(office.code),
  }));
  switch (order) {
    case 'name':
      return rows.toSorted(byName);
    case 'missing':
      return rows.toSorted((a, b) => b.missing.length - a.missing.length || byName(a, b));
    case 'late':
      return rows.toSorted((a, b) => lateness(a) - lateness(b) || byName(a, b));
    case 'group':
      return groups
        .toSorted((a, b) => byName({ name: a.group }, { name: b.group }))
        .flatMap((group): PeriodRow[] => [
          { ...group, row: 'group' },
          ...rows.filter((office) => office.group === group.group).toSorted(byName),
        ]);
  }
}

/** Late ones first, the least of their target first among them; who has none stands last. */
function lateness({ target }: OfficeRow): number {
  if (target === undefined) return 3_000_000;
  return (target.late ? 0 : 1_000_000) + (target.percent ?? 0);
}

/** Which share of a target an even pace has reached by a day, between 0 and 1. */
export function paceOn({ from, dueOn }: Pick<LevelTarget, 'from' | 'dueOn'>, day: string): number {
  const all = daysBetween(from, dueOn) + 1;
  return Math.min(1, Math.max(0, (daysBetween(from, day) + 1) / all));
}
