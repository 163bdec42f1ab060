import { PROCEDURES, type Procedure } from '#shared/domain/procedure/vocabulary.ts';

type WaitLine = {
  readonly procedure: Procedure;
  readonly hour: number;
  readonly count: number;
  readonly medianMs: number;
};

export type WaitCell = { readonly minutes: number; readonly count: number };
export type WaitGrid = {
  readonly hours: readonly number[];
  readonly rows: readonly { readonly procedure: Procedure; readonly cells: readonly (WaitCell | null)[] }[];
};

const MS_PER_MINUTE = 60_000;

/** Waiting times as a table: procedures down, hours across; an hour or procedure without a wait is left out. */
export function waitGrid(lines: readonly WaitLine[]): WaitGrid {
  const hours = [...new Set(lines.map((line) => line.hour))].toSorted((a, b) => a - b);
  const procedures = PROCEDURES.filter((procedure) => lines.some((line) => line.procedure === procedure));
  return {
    hours,
    rows: procedures.map((procedure) => ({
      procedure,
      cells: hours.map((hour) => {
        const line = lines.find((one) => one.procedure === procedure && one.hour === hour);
        return line === undefined
          ? null
          : { minutes: Math.round(line.medianMs / MS_PER_MINUTE), count: line.count };
      }),
    })),
  };
}
