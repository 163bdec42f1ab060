import { callableBy, type ServingCounter, type Standing } from './callable.ts';
import { callOrder, type CallRule } from './call-order.ts';

/** A counter that is switched on, with its priority calls since its last ordinary one. */
export type CallingCounter = ServingCounter & { readonly run: number };

export type QueuedTicket = Standing & { readonly priority: boolean };

/**
 * How many people are called before a ticket if nobody else comes: its place in the call order of the counter that comes to
 * it first. `waiting` holds the ticket itself and stands in the order of places. While no counter is switched on, one
 * that begins with everybody is taken.
 */
export function peopleAhead(
  ticket: QueuedTicket,
  waiting: readonly QueuedTicket[],
  counters: readonly CallingCounter[],
  rule: CallRule,
): number {
  const places = counters.flatMap(({ id, run }) => {
    const mayCall = callableBy(id, counters);
    return mayCall(ticket) ? [callOrder(waiting.filter(mayCall), run, rule).indexOf(ticket)] : [];
  });
  return places.length === 0 ? callOrder(waiting, 0, rule).indexOf(ticket) : Math.min(...places);
}
