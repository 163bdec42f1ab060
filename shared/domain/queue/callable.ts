/** A counter that is switched on. `series` are the letters of the queues it calls from; none means every queue. */
export type ServingCounter = { readonly id: string; readonly series: readonly string[] };

/** Where a waiting ticket stands: the letter of its queue, and the counter it was sent to. */
export type Standing = { readonly queue: string; readonly targetCounterId: string | null };

/**
 * Which waiting tickets a counter may call: those sent to it, and those of its queues that were sent nowhere. A counter that is
 * off holds nobody back: people sent to it, and people of a queue that no counter serves, belong to everybody. `counters` are
 * all that are switched on; for one that is not among them no queue is barred.
 */
export function callableBy(
  counterId: string,
  counters: readonly ServingCounter[],
): (ticket: Standing) => boolean {
  const serves = ({ series }: ServingCounter, queue: string) => series.length === 0 || series.includes(queue);
  const mine = counters.find(({ id }) => id === counterId) ?? { id: counterId, series: [] };
  return ({ queue, targetCounterId }) => {
    if (targetCounterId === counterId) return true;
    if (counters.some(({ id }) => id === targetCounterId)) return false;
    return serves(mine, queue) || !counters.some((counter) => serves(counter, queue));
  };
}
