import { callOrder } from '#shared/domain/queue/call-order.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';

export type ExampleTicket = { readonly number: string; readonly priority: boolean };

/** A small waiting room and the order in which one counter would call it. */
type CallExample = {
  readonly taken: readonly ExampleTicket[];
  readonly called: readonly ExampleTicket[];
};

const ORDINARY = 3;

/**
 * An example long enough to show the rule: one full run of priority tickets, the ordinary one it makes room for,
 * and a second beginning. The order is made by the rule that the desk calls by.
 */
export function callExample(letter: string, priorityRun: number): CallExample {
  const priority = priorityRun + 2;
  const classes: boolean[] = [];
  for (let place = 0; place < Math.max(ORDINARY, priority); place += 1) {
    if (place < ORDINARY) classes.push(false);
    if (place < priority) classes.push(true);
  }
  const taken = classes.map((isPriority, place) => ({
    number: ticketNumber(letter, place + 1),
    priority: isPriority,
  }));
  return { taken, called: callOrder(taken, 0, { priorityRun }) };
}
