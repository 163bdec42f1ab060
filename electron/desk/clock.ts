/** Time is handed in: tests move it, the program takes it from the machine. */
export type Clock = {
  /** The present instant, UTC, `2026-11-20T07:30:00.000Z`. */
  now(): string;
  /** Milliseconds that only grow, whatever is done to the wall clock. */
  monotonic(): number;
};

/** A clock that moved by no more than this is set right, not wrong. */
export const CLOCK_TOLERANCE_MS = 10 * 60_000;

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  monotonic: () => Math.floor(performance.now()),
};
