import { INACTIVE_REASONS, SITES } from '../account/follow-up.ts';
import type { DayReport } from './day-report.ts';
import type { MonthReport } from './month-report.ts';

/** What a day, a month and a year divide alike. */
export type Parts = Pick<
  MonthReport,
  | 'byProcedure'
  | 'papers'
  | 'referrals'
  | 'inactive'
  | 'byGroup'
  | 'bySite'
  | 'byResidence'
  | 'byVisit'
  | 'byCase'
>;

/** The parts of a day where a month has them. */
export function dayParts({ requests, papers, breakdowns }: DayReport): Parts {
  return { byProcedure: requests.byProcedure, papers, ...breakdowns };
}

const nothing = { total: 0, taken: 0, activated: 0 };

/** Parts added up, in the order in which their rows first came; every reason, place and group has its row, if of nothing. */
export function sumOfParts(all: readonly Parts[]): Parts {
  const rows = <K extends keyof Parts>(key: K) => all.flatMap((parts) => parts[key] as Parts[K][number][]);
  return {
    byProcedure: gathered(rows('byProcedure'), (row) => row.procedure),
    papers: gathered(rows('papers'), (row) => row.paper),
    referrals: gathered(rows('referrals'), referralKey),
    inactive: gathered(
      [...INACTIVE_REASONS.map((reason) => ({ reason, count: 0 })), ...rows('inactive')],
      (row) => row.reason,
    ),
    bySite: gathered([...SITES.map((site) => ({ site, ...nothing })), ...rows('bySite')], (row) => row.site),
    byResidence: gathered(rows('byResidence'), (row) => JSON.stringify(row.residence)),
    byVisit: gathered(rows('byVisit'), (row) => row.visit),
    byCase: gathered(rows('byCase'), (row) => row.specialCase),
    byGroup: gathered(
      [...(['staff', 'citizen'] as const).map((group) => ({ group, ...nothing })), ...rows('byGroup')],
      (row) => row.group,
    ),
  };
}

export function referralKey({ place, reason }: Parts['referrals'][number]): string {
  return JSON.stringify([place, reason]);
}

/** Rows of one key added up, in the order in which the keys first came; the rows handed in stay as they are. */
export function gathered<Row extends object>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const sum = sums.get(keyOf(row));
    if (sum === undefined) sums.set(keyOf(row), JSON.parse(JSON.stringify(row)) as Row);
    else addTo(sum, row);
  }
  return [...sums.values()];
}

/** Adds the numbers of `more` into `sum`, those of nested records too; names stay. */
export function addTo(sum: object, more: object): void {
  for (const [key, value] of Object.entries(more) as [string, unknown][]) {
    const before = (sum as Record<string, unknown>)[key];
    if (typeof value === 'number' && typeof before === 'number')
      (sum as Record<string, unknown>)[key] = before + value;
    else if (typeof value === 'object' && value !== null && typeof before === 'object' && before !== null)
      addTo(before, value);
  }
}
