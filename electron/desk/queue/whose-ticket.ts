import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import { isElsewhere } from '#shared/domain/queue/ticket-state.ts';
import type { CommandCall } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import { deviceCounter } from '../store/rows/device-row.ts';
import type { TicketRow } from '../store/rows/ticket-row.ts';
import type { ReadableStore } from '../store/store.ts';

/** The counter that a move is made at: the one it names, else this device's; null where there is neither. */
export function moverCounter(call: CommandCall, named: string | undefined): string | null {
  return named ?? deviceCounter(call.store, call.caller.device);
}

/** Refuses with `ticket-elsewhere` what another counter has in hand. */
export function refuseElsewhere(call: CommandCall, ticket: TicketRow, named: string | undefined): void {
  const mover = { counterId: moverCounter(call, named), isLeader: call.caller.role === 'leader' };
  if (isElsewhere({ state: ticket.state, counterId: ticket.counter_id }, mover))
    throw elsewhere(call.store, ticket);
}

/** The refusal that names the counter where the ticket is. */
export function elsewhere(store: ReadableStore, ticket: TicketRow): Refusal {
  const there = store
    .prepare<[string | null], { name: string }>('SELECT name FROM counter WHERE id = ?')
    .get(ticket.counter_id);
  return new Refusal({
    code: 'ticket-elsewhere',
    number: ticketNumber(ticket.letter, ticket.number),
    counter: there?.name ?? '',
  });
}
