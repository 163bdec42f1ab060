import { z } from 'zod';
import { quantile } from '#shared/domain/report/spread.ts';
import { count } from '../values.ts';

/** Minutes from now until a new ticket would be called; absent when the day has too little to go on. */
export const waitRange = z.object({ fromMinutes: count, toMinutes: count });
type WaitRange = z.infer<typeof waitRange>;

/** Fewer finished services than this say nothing about the next one. */
const enoughServices = 5;
/** Services older than the latest twenty speak of another hour of the day. */
const recentServices = 20;

/**
 * Minutes until somebody with `ahead` people before them would be called, as a range from the quarter-quick to the
 * three-quarter-slow service of the day; null rather than wrong when fewer than five services are finished or no counter is at work.
 */
export function estimateWait(day: {
  /** Durations of finished services in milliseconds, oldest first. */
  readonly services: readonly number[];
  readonly ahead: number;
  readonly countersAtWork: number;
}): WaitRange | null {
  if (day.services.length < enoughServices || day.countersAtWork < 1) return null;
  const sorted = day.services.slice(-recentServices).sort((a, b) => a - b);
  const rounds = day.ahead / day.countersAtWork;
  const fromMinutes = Math.floor((rounds * quantile(sorted, 0.25)) / 60_000);
  const toMinutes = Math.max(Math.ceil((rounds * quantile(sorted, 0.75)) / 60_000), fromMinutes);
  return { fromMinutes, toMinutes };
}
