import type { Counter, Series } from '#shared/contract/office.ts';
import { PROCEDURES, type Procedure } from '#shared/domain/procedure/vocabulary.ts';

/** Letters that no active counter calls from; empty also while no counter is active, which is a fault of its own. */
export function uncalledSeries(counters: readonly Counter[], series: readonly Series[]): readonly string[] {
  const active = counters.filter((counter) => counter.active);
  if (active.length === 0 || active.some((counter) => counter.series.length === 0)) return [];
  const called = new Set(active.flatMap((counter) => counter.series));
  return series.map(({ letter }) => letter).filter((letter) => !called.has(letter));
}

/** Procedures that no series means to take; their numbers come from the first series. */
export function uncoveredProcedures(series: readonly Series[]): readonly Procedure[] {
  if (series.some(({ procedures }) => procedures.length === 0)) return [];
  return PROCEDURES.filter((procedure) => series.every(({ procedures }) => !procedures.includes(procedure)));
}

/** Series that would take the rest if an earlier one did not take it already. */
export function idleSeries(
  series: readonly Series[],
): { readonly used: string; readonly idle: readonly string[] } | null {
  const [used, ...idle] = series
    .filter(({ procedures }) => procedures.length === 0)
    .map(({ letter }) => letter);
  return used === undefined || idle.length === 0 ? null : { used, idle };
}

/** The series that already names a procedure, other than the one asked for. */
export function otherSeriesOf(
  procedure: Procedure,
  letter: string,
  series: readonly Series[],
): string | undefined {
  return series.find((one) => one.letter !== letter && one.procedures.includes(procedure))?.letter;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Letters that no series has yet, in order. */
export function freeLetters(series: readonly Series[]): readonly string[] {
  return [...LETTERS].filter((letter) => series.every((one) => one.letter !== letter));
}
