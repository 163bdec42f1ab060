import type { DayCounts } from '#shared/domain/report/day-report.ts';
import { OUTCOMES, PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';

type Counted = Omit<DayCounts, 'breakdowns'>;

export type ProcedureLine = DayCounts['requests']['byProcedure'][number];

/** The lines of the counts table, in the order of the procedures. */
export function procedureLines(counts: Counted): ProcedureLine[] {
  return counts.requests.byProcedure.toSorted(
    (a, b) => PROCEDURES.indexOf(a.procedure) - PROCEDURES.indexOf(b.procedure),
  );
}

/** Whether every total shown is the sum of what stands above or beside it. Totals are counted by the desk, never typed. */
export function sumsAgree(counts: Counted): boolean {
  const { byProcedure, byOutcome, total, open } = counts.requests;
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const rowsAgree = byProcedure.every(
    (line) => sum(OUTCOMES.map((outcome) => line.byOutcome[outcome])) + line.open === line.total,
  );
  const columnsAgree = OUTCOMES.every(
    (outcome) => sum(byProcedure.map((line) => line.byOutcome[outcome])) === byOutcome[outcome],
  );
  const { issued, served, left, cancelled, open: openTickets } = counts.tickets;
  return (
    rowsAgree &&
    columnsAgree &&
    sum(byProcedure.map((line) => line.total)) === total &&
    sum(byProcedure.map((line) => line.open)) === open &&
    sum(byProcedure.map((line) => line.activated)) === counts.activated &&
    served + left + cancelled + openTickets === issued
  );
}

/** Upper ends of the tints, in minutes; what is longer has the strongest. */
export const HEAT_ENDS = [7, 14, 21, 30] as const;

/** 0 for a short wait to 4 for a long one. */
export function heatLevel(minutes: number): number {
  const level = HEAT_ENDS.findIndex((end) => minutes <= end);
  return level < 0 ? HEAT_ENDS.length : level;
}
