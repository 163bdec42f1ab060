import type { Spread } from '#shared/domain/report/day-report.ts';

/** How durations in milliseconds spread: their number, median and 90th percentile (nearest rank); nulls for none. */
export function spreadOf(durations: readonly number[]): Spread {
  if (durations.length === 0) return { count: 0, medianMs: null, p90Ms: null };
  const sorted = [...durations].sort((a, b) => a - b);
  return { count: sorted.length, medianMs: quantile(sorted, 0.5), p90Ms: quantile(sorted, 0.9) };
}

/** The nearest-rank quantile of values sorted upwards; 0 for no values. `q` is between 0 and 1. */
export function quantile(sorted: readonly number[], q: number): number {
  if (sorted.length === 0) return 0;
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? 0;
}
