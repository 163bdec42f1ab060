import type { MonthReport } from './month-report.ts';
import { addTo, sumOfParts, type Parts } from './parts.ts';

type Total = MonthReport['total'];

/** A calendar year as the sum of its months that have figures. */
export type YearReport = Parts & {
  readonly office: MonthReport['office'];
  readonly total: Total;
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
    ...sumOfParts(months),
  };
}
