/** Why a counter rests; for the leader and the report alone, the wall shows none of it. */
export const PAUSE_REASONS = ['rest', 'lunch', 'meeting', 'road', 'fault', 'other'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** So many minutes after the time it gave, a counter that still rests is late. */
const LATE_MINUTES = 5;

/** Whether a counter rests longer than it said, at an instant in UTC. */
export function isPauseLate({ returnsAt }: { readonly returnsAt: string | null }, now: string): boolean {
  return returnsAt !== null && Date.parse(now) - Date.parse(returnsAt) >= LATE_MINUTES * 60_000;
}
