import { setCounterActive } from '../store/rows/counter-row.ts';
import type { CommandCall } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import { enterState } from './enter-state.ts';
import { endPause } from './pause-end.ts';
import { ticketColumns, type TicketRow } from '../store/rows/ticket-row.ts';

/**
 * Switches a counter off. Refused with `in-use` while somebody stands at it; people who were sent to it and still wait go
 * back to everybody's queue, at their old place.
 */
export function switchCounterOff(call: CommandCall, counter: { id: string; name: string }): void {
  const { store } = call;
  const busy = store
    .prepare<[string], { id: string }>(
      "SELECT id FROM ticket WHERE counter_id = ? AND state IN ('called', 'serving')",
    )
    .get(counter.id);
  if (busy !== undefined) throw new Refusal({ code: 'in-use', what: counter.name });
  const sentHere = store
    .prepare<[string], TicketRow>(
      `SELECT ${ticketColumns} FROM ticket WHERE target_counter_id = ? AND state = 'waiting' ORDER BY place`,
    )
    .all(counter.id);
  for (const ticket of sentHere) {
    enterState(
      call,
      ticket,
      { state: 'waiting', targetCounterId: null, cause: 'by-itself' },
      'ticket.transferred',
      {
        toCounter: null,
        toSeries: null,
      },
    );
  }
  endPause(call, counter.id);
  setCounterActive(store, counter.id, false);
}
