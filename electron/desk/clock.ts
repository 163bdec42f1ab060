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

/**
 * Compares the wall clock with the monotonic one. `jumpMinutes` is how far they are apart since the start, null while they
 * agree to ten minutes; `look` tells of a new jump of more than that, once.
 */
export function watchClock(clock: Clock): { readonly jumpMinutes: number | null; look(): number | null } {
  const offset = () => Date.parse(clock.now()) - clock.monotonic();
  const start = offset();
  let last = start;
  return {
    get jumpMinutes() {
      const apart = offset() - start;
      return Math.abs(apart) <= CLOCK_TOLERANCE_MS ? null : Math.round(apart / 60_000);
    },
    look() {
      const moved = offset() - last;
      if (Math.abs(moved) <= CLOCK_TOLERANCE_MS) return null;
      last = offset();
      return Math.round(moved / 60_000);
    },
  };
}
