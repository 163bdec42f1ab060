import type { DeskEventName, EventData } from '#shared/contract/event.ts';
import type { TicketState } from '#shared/domain/queue/ticket-state.ts';
import type { CommandCall } from '../desk-call.ts';
import type { NewEvent } from '../store/rows/event-row.ts';
import { elapsed } from './elapsed.ts';
import { beginPeriod, endPeriod, latestPeriods, type PeriodCause } from '../store/rows/ticket-period.ts';
import { moveTicket, type TicketRow } from '../store/rows/ticket-row.ts';

/** What a ticket moves into. What is left out stays as it is. */
type NextState = {
  state: TicketState;
  counterId?: string | null;
  targetCounterId?: string | null;
  queueId?: string;
  returnsAt?: number | null;
  notHereCount?: number;
  runBefore?: number | null;
  reason?: string | null;
  cause?: PeriodCause;
};

type Moved = { from: TicketState; durationMs: number };
/** Events that say what a ticket moved from. */
type MoveName = {
  [N in DeskEventName]: EventData<N> extends Moved ? N : never;
}[DeskEventName];

/**
 * Ends the period the ticket is in and begins the next, with its event, in the caller's transaction; answers the id of the new
 * period. The event says how long the ended period was, so that the log alone can be recounted.
 */
export function enterState<N extends MoveName>(
  call: CommandCall,
  ticket: TicketRow,
  next: NextState,
  name: N,
  data: Omit<EventData<N>, keyof Moved>,
): string {
  const { store } = call;
  const current = latestPeriods(store, ticket.id, 1)[0];
  const durationMs = current === undefined ? 0 : elapsed(call, current);
  const counterId = next.counterId === undefined ? ticket.counter_id : next.counterId;
  const { number } = call.append({
    name,
    businessDay: ticket.business_day,
    ticketId: ticket.id,
    counterId: counterId ?? ticket.counter_id,
    data: { ...data, from: ticket.state, durationMs },
  } as unknown as NewEvent);
  if (current !== undefined) endPeriod(store, current.id, call.at, durationMs);
  const row: TicketRow = {
    ...ticket,
    state: next.state,
    counter_id: counterId,
    target_counter_id: next.targetCounterId === undefined ? ticket.target_counter_id : next.targetCounterId,
    queue_id: next.queueId ?? ticket.queue_id,
    returns_at: next.returnsAt === undefined ? ticket.returns_at : next.returnsAt,
    not_here_count: next.notHereCount ?? ticket.not_here_count,
    since: call.at,
  };
  moveTicket(store, row);
  return beginPeriod(store, row, call, { ...next, event: number });
}
