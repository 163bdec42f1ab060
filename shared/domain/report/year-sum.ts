import type { MonthReport } from '#shared/domain/report/month-report.ts';

type Total = MonthReport['total'];

/** A calendar year as the sum of its months that have figures. */
export type YearReport = Omit<
  MonthReport,
  'month' | 'days' | 'openDays' | 'before' | 'campaigns' | 'difficulties' | 'proposals'
> & {
  readonly year: number;
  readonly months: readonly {
    readonly month: string;
    readonly days: number;
    readonly openDays: number;
    readonly total: Total;
  }[];
};

/** Adds months of one year; a month without days is left out. The office is as its latest month names it. */
export function yearOf(year: number, office: MonthReport['office'], all: readonly MonthReport[]): YearReport {
  const months = all.filter(({ days }) => days.length > 0);
  const total = { issued: 0, requests: 0, taken: 0, activated: 0, referred: 0 };
  for (const month of months) addTo(total, month.total);
  return {
    year,
    office: months.at(-1)?.office ?? office,
    months: months.map(({ month, days, openDays, total: own }) => ({
      month,
      days: days.length,
      openDays: openDays.length,
      total: own,
    })),
    total,
    byProcedure: gathered(
      months.flatMap(({ byProcedure }) => byProcedure),
      (row) => row.procedure,
    ),
    papers: gathered(
      months.flatMap(({ papers }) => papers),
      (row) => row.paper,
    ),
    referrals: gathered(
      months.flatMap(({ referrals }) => referrals),
      (row) => JSON.stringify([row.place, row.reason]),
    ),
    inactive: gathered(
      months.flatMap(({ inactive }) => inactive),
      (row) => row.reason,
    ),
    bySite: gathered(
      months.flatMap(({ bySite }) => bySite),
      (row) => row.site,
    ),
    byResidence: gathered(
      months.flatMap(({ byResidence }) => byResidence),
      (row) => row.residence ?? '',
    ),
    byGroup: gathered(
      months.flatMap(({ byGroup }) => byGroup),
      (row) => row.group,
    ),
  };
}

/** Rows of one key added up, in the order in which the keys first came. */
function gathered<Row extends object>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const sum = sums.get(keyOf(row));
    if (sum === undefined) sums.set(keyOf(row), JSON.parse(JSON.stringify(row)) as Row);
    else addTo(sum, row);
  }
  return [...sums.values()];
}

/** Adds the numbers of `more` into `sum`, those of nested records too; names stay. */
function addTo(sum: object, more: object): void {
  for (const [key, value] of Object.entries(more) as [string, unknown][]) {
    const before = (sum as Record<string, unknown>)[key];
    if (typeof value === 'number' && typeof before === 'number')
      (sum as Record<string, unknown>)[key] = before + value;
    else if (typeof value === 'object' && value !== null && typeof before === 'object' && before !== null)
      addTo(before, value);
  }
}
