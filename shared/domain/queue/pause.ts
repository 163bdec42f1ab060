/** Why a counter rests; for the leader and the report alone, the wall shows none of it. */
export const PAUSE_REASONS = ['rest', 'lunch', 'meeting', 'road', 'fault', 'other'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];
