const usualRestMs = 10_000;

type Revival = {
  /** Milliseconds until what has just died may be started again. */
  waitMs(): number;
  revived(): void;
};

/** What died is started again at once; what dies again within `restMs` of that only after as long: it would die for ever. */
export function revival(monotonic: () => number, restMs = usualRestMs): Revival {
  let revivedAt = -Infinity;
  return {
    waitMs: () => (monotonic() - revivedAt >= restMs ? 0 : restMs),
    revived: () => (revivedAt = monotonic()),
  };
}
