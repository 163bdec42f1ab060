import type { DeskEvent } from '#shared/contract/event.ts';
import type { Ticket } from '#shared/contract/ticket.ts';
import { UNDO_SECONDS } from '#shared/domain/queue/undo.ts';

/** Whether an event is the undoing of an issue: the desk cancels a number that was given, it never takes it out of the day. */
export function takesBack(
  event: Pick<DeskEvent, 'name' | 'ticketId' | 'at'>,
  ticket: Pick<Ticket, 'id' | 'issuedAt'>,
): boolean {
  return (
    event.name === 'ticket.cancelled' &&
    event.ticketId === ticket.id &&
    Date.parse(event.at) - Date.parse(ticket.issuedAt) <= UNDO_SECONDS * 1000
  );
}
