import type { Spread } from '#shared/domain/report/day-report.ts';
import { quantile } from './quantile.ts';

/** How durations in milliseconds spread: their number, median and 90th percentile (nearest rank); nulls for none. */
export function spreadOf(durations: readonly number[]): Spread {
  if (durations.length === 0) return { count: 0, medianMs: null, p90Ms: null };
  const sorted = [...durations].sort((a, b) => a - b);
  return { count: sorted.length, medianMs: quantile(sorted, 0.5), p90Ms: quantile(sorted, 0.9) };
}
