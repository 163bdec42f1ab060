import type { DayBreakdowns } from '#shared/domain/report/day-report.ts';

export type CounterHours = {
  readonly hours: readonly number[];
  readonly rows: readonly { readonly counter: string | null; readonly served: readonly number[] }[];
};

/** Tickets served as a table: counters down, hours across, an hour in which nobody was served left out. */
export function counterHours(lines: DayBreakdowns['byCounter']): CounterHours {
  const hours = [...new Set(lines.map((line) => line.hour))].toSorted((a, b) => a - b);
  const counters = [...new Set(lines.map((line) => line.counter))].toSorted((a, b) =>
    (a ?? '').localeCompare(b ?? '', 'vi', { numeric: true }),
  );
  return {
    hours,
    rows: counters.map((counter) => ({
      counter,
      served: hours.map((hour) =>
        lines
          .filter((line) => line.counter === counter && line.hour === hour)
          .reduce((sum, line) => sum + line.served, 0),
      ),
    })),
  };
}
