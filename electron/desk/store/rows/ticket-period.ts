import type { DeskEvent, DeskEventName } from '#shared/contract/event.ts';
import type { TicketState } from '#shared/domain/queue/ticket-state.ts';
import type { CommandCall, QueryCall } from '../../desk-call.ts';
import type { TicketRow } from './ticket-row.ts';

/** Why the desk began a period without an officer asking for it, or in closing the day. */
export type PeriodCause = 'by-itself' | 'undo' | 'settled';

export type PeriodRow = {
  event: number;
  state: TicketState;
  started_at: string;
  ended_at: string | null;
  started_mono: number;
  run: string;
  duration_ms: number | null;
  counter_id: string | null;
  target_counter_id: string | null;
  queue_id: string;
  returns_at: number | null;
  not_here_count: number;
  run_before: number | null;
  reason: string | null;
  cause: PeriodCause | null;
};

const columns = `event, state, started_at, ended_at, started_mono, run, duration_ms, counter_id, target_counter_id,
  queue_id, returns_at, not_here_count, run_before, reason, cause`;

/** The ticket's periods that count, newest first. */
export function latestPeriods(call: QueryCall, ticketId: string, limit: number): PeriodRow[] {
  return call.store
    .prepare<[string, number], PeriodRow>(
      `SELECT ${columns} FROM ticket_period WHERE ticket_id = ? AND undone = 0 ORDER BY event DESC LIMIT ?`,
    )
    .all(ticketId, limit);
}

/** Milliseconds since the period began: by the monotonic clock within one run, by the wall clock across a restart. */
export function elapsed(call: CommandCall, period: PeriodRow): number {
  return period.run === call.run
    ? Math.max(0, call.mono - period.started_mono)
    : Math.max(0, Date.parse(call.at) - Date.parse(period.started_at));
}

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

/**
 * Ends the period the ticket is in and begins the next, with its event, in the caller's transaction. The event says
 * how long the ended period was, so that the log alone can be recounted.
 */
export function enterState(
  call: CommandCall,
  ticket: TicketRow,
  next: NextState,
  name: DeskEventName,
  data: DeskEvent['data'],
): DeskEvent {
  const current = latestPeriods(call, ticket.id, 1)[0];
  const durationMs = current === undefined ? 0 : elapsed(call, current);
  const counterId = next.counterId === undefined ? ticket.counter_id : next.counterId;
  const event = call.append({
    name,
    businessDay: ticket.business_day,
    ticketId: ticket.id,
    counterId: counterId ?? ticket.counter_id,
    data: { ...data, from: ticket.state, durationMs },
  });
  if (current !== undefined) {
    call.store
      .prepare<[string, number, number]>(
        'UPDATE ticket_period SET ended_at = ?, duration_ms = ? WHERE event = ?',
      )
      .run(call.at, durationMs, current.event);
  }
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
  saveState(call, row);
  beginPeriod(call, row, event.number, next);
  return event;
}

/** Opens the period that `event` began. */
export function beginPeriod(call: CommandCall, ticket: TicketRow, event: number, next: NextState): void {
  call.store
    .prepare<(string | number | null)[]>(
      `INSERT INTO ticket_period (event, ticket_id, state, started_at, started_mono, run, counter_id, target_counter_id,
         queue_id, returns_at, not_here_count, run_before, officer, reason, cause)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      event,
      ticket.id,
      ticket.state,
      call.at,
      call.mono,
      call.run,
      ticket.counter_id,
      ticket.target_counter_id,
      ticket.queue_id,
      ticket.returns_at,
      ticket.not_here_count,
      next.runBefore ?? null,
      call.caller.device,
      next.reason ?? null,
      next.cause ?? null,
    );
}

/** Writes the movable columns of the ticket; its number, day and place never change. */
export function saveState(call: CommandCall, ticket: TicketRow): void {
  call.store
    .prepare<(string | number | null)[]>(
      `UPDATE ticket SET state = ?, counter_id = ?, target_counter_id = ?, queue_id = ?, returns_at = ?, not_here_count = ?, since = ?
       WHERE id = ?`,
    )
    .run(
      ticket.state,
      ticket.counter_id,
      ticket.target_counter_id,
      ticket.queue_id,
      ticket.returns_at,
      ticket.not_here_count,
      ticket.since,
      ticket.id,
    );
}
