import { newId } from '../../new-id.ts';
import type { TicketState } from '#shared/domain/queue/ticket-state.ts';
import type { ReadableStore, WritableStore } from '../store.ts';
import type { TicketRow } from './ticket-row.ts';

/** Why the desk began a period without an officer asking for it, or in closing the day. */
export type PeriodCause = 'by-itself' | 'undo' | 'settled';

export type PeriodRow = {
  id: string;
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

const columns = `id, event, state, started_at, ended_at, started_mono, run, duration_ms, counter_id, target_counter_id,
  queue_id, returns_at, not_here_count, run_before, reason, cause`;

/** The ticket's periods that count, newest first. */
export function latestPeriods(store: ReadableStore, ticketId: string, limit: number): PeriodRow[] {
  return store
    .prepare<[string, number], PeriodRow>(
      `SELECT ${columns} FROM ticket_period WHERE ticket_id = ? AND undone = 0 ORDER BY event DESC LIMIT ?`,
    )
    .all(ticketId, limit);
}

/** What a new period has besides the ticket it is of. */
type NewPeriod = {
  readonly event: number;
  readonly runBefore?: number | null;
  readonly reason?: string | null;
  readonly cause?: PeriodCause;
};

/** Opens the period that an event began, of a ticket as it stands now; answers its id. */
export function beginPeriod(
  store: WritableStore,
  ticket: TicketRow,
  now: { readonly at: string; readonly mono: number; readonly run: string },
  begun: NewPeriod,
): string {
  const id = newId();
  store
    .prepare<(string | number | null)[]>(
      `INSERT INTO ticket_period (id, office_id, event, ticket_id, state, started_at, started_mono, run, counter_id,
         target_counter_id, queue_id, returns_at, not_here_count, run_before, reason, cause)
       VALUES (?, (SELECT office_id FROM ticket WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      id,
      ticket.id,
      begun.event,
      ticket.id,
      ticket.state,
      now.at,
      now.mono,
      now.run,
      ticket.counter_id,
      ticket.target_counter_id,
      ticket.queue_id,
      ticket.returns_at,
      ticket.not_here_count,
      begun.runBefore ?? null,
      begun.reason ?? null,
      begun.cause ?? null,
    );
  return id;
}

/** Ends a period that counts. */
export function endPeriod(store: WritableStore, id: string, at: string, durationMs: number): void {
  store
    .prepare<[string, number, string]>('UPDATE ticket_period SET ended_at = ?, duration_ms = ? WHERE id = ?')
    .run(at, durationMs, id);
}

/** Marks a period as taken back and opens the one before it again; both stay on record. */
export function takeBackPeriod(
  store: WritableStore,
  last: { readonly id: string; readonly durationMs: number },
  before: string,
  at: string,
): void {
  endPeriod(store, last.id, at, last.durationMs);
  store.prepare<[string]>('UPDATE ticket_period SET undone = 1 WHERE id = ?').run(last.id);
  store
    .prepare<[string]>('UPDATE ticket_period SET ended_at = NULL, duration_ms = NULL WHERE id = ?')
    .run(before);
}

/** Periods with a typed reason, the oldest first, with the business day of their ticket. */
export function reasonedPeriods(
  store: ReadableStore,
  limit: number,
): { readonly id: string; readonly day: string }[] {
  return store
    .prepare<[number], { id: string; day: string }>(
      `SELECT p.id, t.business_day AS day FROM ticket_period p INDEXED BY ticket_period_words JOIN ticket t ON t.id = p.ticket_id
       WHERE p.id > '' AND p.reason IS NOT NULL ORDER BY p.id LIMIT ?`,
    )
    .all(limit);
}

/** The typed reasons of a ticket, in their order. */
export function reasonsOf(store: ReadableStore, ticketId: string): string[] {
  return store
    .prepare<[string], { reason: string }>(
      'SELECT reason FROM ticket_period WHERE ticket_id = ? AND reason IS NOT NULL ORDER BY event',
    )
    .all(ticketId)
    .map(({ reason }) => reason);
}

/** Takes the typed reason of a period away, of a closed day too. */
export function clearReason(store: WritableStore, id: string): void {
  store.prepare<[string]>('UPDATE ticket_period SET reason = NULL WHERE id = ?').run(id);
}

/** The same for every period of a ticket. */
export function clearReasonsOf(store: WritableStore, ticketId: string): void {
  store
    .prepare<[string]>('UPDATE ticket_period SET reason = NULL WHERE ticket_id = ? AND reason IS NOT NULL')
    .run(ticketId);
}

/** The tickets that counters have in hand, with the officer of their latest step; the latest last. */
export function ticketsInHand(
  store: ReadableStore,
  office: string,
  day: string,
): { officer: string; letter: string; number: number; counter_id: string }[] {
  return store
    .prepare<[string, string], { officer: string; letter: string; number: number; counter_id: string }>(
      `SELECT e.officer, t.letter, t.number, t.counter_id
       FROM ticket t JOIN ticket_period p ON p.ticket_id = t.id AND p.undone = 0 AND p.ended_at IS NULL
       JOIN event e ON e.number = p.event
       WHERE t.office_id = ? AND t.business_day = ? AND t.state IN ('called', 'serving') AND t.counter_id IS NOT NULL
       ORDER BY p.event`,
    )
    .all(office, day);
}

/** By name who issued a ticket, and who ended it where it is ended as served. */
export function officersOf(
  store: ReadableStore,
  ticketId: string,
): { readonly issued: string; readonly ended: string | undefined } {
  const steps = store
    .prepare<[string], { state: TicketState; name: string }>(
      `SELECT p.state, o.name FROM ticket_period p JOIN event e ON e.number = p.event JOIN officer o ON o.id = e.officer
       WHERE p.ticket_id = ? AND p.undone = 0 ORDER BY p.event`,
    )
    .all(ticketId);
  return { issued: steps[0]?.name ?? '', ended: steps.findLast(({ state }) => state === 'done')?.name };
}
