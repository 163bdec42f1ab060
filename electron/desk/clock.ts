/** Time is handed in: tests move it, the program takes it from the machine. */
export type Clock = {
  /** The present instant, UTC, `2026-11-20T07:30:00.000Z`. */
  now(): string;
  /** Milliseconds that only grow, whatever is done to the wall clock. */
  monotonic(): number;
};

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  monotonic: () => Math.floor(performance.now()),
};
