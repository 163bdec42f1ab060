/**
 * The written rule of the queue: people are called in the order of their numbers, and after `priorityRun`
 * priority calls in a row the longest-waiting ordinary ticket is called, so that nobody is starved. Each counter keeps
 * its own run. An ordinary ticket with k ordinary tickets before it is overtaken at one counter by at most
 * (k + 1) × priorityRun priority tickets.
 */
export type CallRule = { readonly priorityRun: number };

/** Which of the two queues a counter calls from next; null when both are empty. `run` is its priority calls since its last ordinary one. */
export function nextQueue(
  waiting: { readonly priority: boolean; readonly ordinary: boolean },
  run: number,
  rule: CallRule,
): 'priority' | 'ordinary' | null {
  if (!waiting.priority) return waiting.ordinary ? 'ordinary' : null;
  if (!waiting.ordinary) return 'priority';
  return run < rule.priorityRun ? 'priority' : 'ordinary';
}

/** The run of a counter after it has called from one of the queues. */
export function runAfter(run: number, called: 'priority' | 'ordinary'): number {
  return called === 'priority' ? run + 1 : 0;
}

/** The run by which a line is shown that belongs to no one counter: where several call, none has begun a run. */
export function sharedRun(counters: readonly { readonly run: number }[]): number {
  const [only, ...others] = counters;
  return only === undefined || others.length > 0 ? 0 : only.run;
}

/** The order in which one counter would call these tickets if nobody else came; both inputs stand in the order of their places. */
export function callOrder<T extends { readonly priority: boolean }>(
  waiting: readonly T[],
  run: number,
  rule: CallRule,
): T[] {
  const priority = waiting.filter((ticket) => ticket.priority);
  const ordinary = waiting.filter((ticket) => !ticket.priority);
  const order: T[] = [];
  let p = 0;
  let o = 0;
  let current = run;
  for (;;) {
    const queue = nextQueue({ priority: p < priority.length, ordinary: o < ordinary.length }, current, rule);
    if (queue === null) return order;
    const ticket = queue === 'priority' ? priority[p++] : ordinary[o++];
    if (ticket !== undefined) order.push(ticket);
    current = runAfter(current, queue);
  }
}
