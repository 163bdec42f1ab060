import type { DayBreakdowns } from '#shared/domain/report/day-report.ts';

/** Tickets served in each local hour over all counters, from the first hour with one to the last. */
export function servedByHour(
  lines: DayBreakdowns['byCounter'],
): readonly (readonly [hour: number, served: number])[] {
  const byHour = new Map<number, number>();
  for (const { hour, served } of lines) byHour.set(hour, (byHour.get(hour) ?? 0) + served);
  const hours = [...byHour.keys()];
  if (hours.length === 0) return [];
  const first = Math.min(...hours);
  return Array.from(
    { length: Math.max(...hours) - first + 1 },
    (_, index) => [first + index, byHour.get(first + index) ?? 0] as const,
  );
}
