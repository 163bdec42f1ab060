import type { Ticket } from '#shared/contract/ticket.ts';
import type { ReferralReason } from '#shared/domain/account/follow-up.ts';
import type {
  CardState,
  Outcome,
  Procedure,
  SpecialCase,
  Subject,
} from '#shared/domain/procedure/vocabulary.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import type { QueuedTicket } from '#shared/domain/queue/people-ahead.ts';
import type { TicketState } from '#shared/domain/queue/ticket-state.ts';
import { Refusal } from '../../refusal.ts';
import type { ReadableStore, WritableStore } from '../store.ts';

export type TicketRow = {
  id: string;
  business_day: string;
  series_id: string;
  queue_id: string;
  letter: string;
  number: number;
  place: number;
  priority: number;
  state: TicketState;
  counter_id: string | null;
  target_counter_id: string | null;
  issued_at: string;
  since: string;
  not_here_count: number;
  returns_at: number | null;
};

export type RequestRow = {
  id: string;
  ticket_id: string;
  procedure: Procedure;
  subject: Subject;
  card: CardState;
  person_id: string | null;
  outcome: Outcome | null;
  activated: number;
  outcome_period: string | null;
  referred_to: string | null;
  referral_reason: ReferralReason | null;
  /** JSON of a verdict; null on requests taken before verdicts were kept. */
  verdict: string | null;
  decision: string | null;
  excuse: string | null;
  organisation: string | null;
  organisation_tax_number: string | null;
  special_case: SpecialCase | null;
};

const requestColumns = `id, ticket_id, procedure, subject, card, person_id, outcome, activated, outcome_period,
  referred_to, referral_reason, verdict, decision, excuse, organisation, organisation_tax_number, special_case`;

export const ticketColumns = `id, business_day, series_id, queue_id, letter, number, place, priority, state, counter_id,
  target_counter_id, issued_at, since, not_here_count, returns_at`;

/** The ticket's row; refuses with `unknown-ticket`. */
export function ticketRow(store: ReadableStore, id: string): TicketRow {
  const row = store.prepare<[string], TicketRow>(`SELECT ${ticketColumns} FROM ticket WHERE id = ?`).get(id);
  if (row === undefined) throw new Refusal({ code: 'unknown-ticket' });
  return row;
}

/** A waiting ticket as the rules of the queue see it. */
export type WaitingTicket = QueuedTicket & { readonly id: string };

type WaitingRow = { id: string; queue: string; target: string | null; priority: number };

/** The waiting tickets of a day in the order of their places, read one by one; those of one class where `priority` names it. */
export function* waitingTickets(
  store: ReadableStore,
  office: string,
  day: string,
  priority?: 0 | 1,
): Generator<WaitingTicket> {
  const rows = store
    .prepare<[string, string, ...number[]], WaitingRow>(
      `SELECT t.id, s.letter AS queue, t.target_counter_id AS target, t.priority
       FROM ticket t JOIN series s ON s.id = t.queue_id
       WHERE t.office_id = ? AND t.business_day = ? AND t.state = 'waiting' ${priority === undefined ? '' : 'AND t.priority = ?'}
       ORDER BY t.place`,
    )
    .iterate(office, day, ...(priority === undefined ? [] : [priority]));
  for (const row of rows)
    yield { id: row.id, queue: row.queue, targetCounterId: row.target, priority: row.priority === 1 };
}

/** The requests of one ticket in their order. */
export function requestRows(store: ReadableStore, ticketId: string): RequestRow[] {
  return store
    .prepare<[string], RequestRow>(
      `SELECT ${requestColumns} FROM request WHERE ticket_id = ? ORDER BY position`,
    )
    .all(ticketId);
}

/** One request; refuses with `unknown-request`. */
export function requestRow(store: ReadableStore, id: string): RequestRow {
  const row = store
    .prepare<[string], RequestRow>(`SELECT ${requestColumns} FROM request WHERE id = ?`)
    .get(id);
  if (row === undefined) throw new Refusal({ code: 'unknown-request' });
  return row;
}

/** The requests of a person that have no outcome yet, each with its business day; those of open days alone. */
export function openRequestsOf(
  store: ReadableStore,
  personId: string,
): (RequestRow & { business_day: string })[] {
  return store
    .prepare<[string], RequestRow & { business_day: string }>(
      `SELECT ${requestColumns.replaceAll(/(\w+)/g, 'r.$1')}, t.business_day
       FROM request r JOIN ticket t ON t.id = r.ticket_id
       JOIN business_day d ON d.office_id = t.office_id AND d.day = t.business_day
       WHERE r.person_id = ? AND r.outcome IS NULL AND d.closed_at IS NULL`,
    )
    .all(personId);
}

/** What a list of tickets reads of a request: no verdict, no words. */
export type ListedRequestRow = Pick<
  RequestRow,
  | 'id'
  | 'ticket_id'
  | 'procedure'
  | 'subject'
  | 'card'
  | 'outcome'
  | 'activated'
  | 'special_case'
  | 'referred_to'
  | 'referral_reason'
>;

export const listedRequestColumns =
  'r.id, r.ticket_id, r.procedure, r.subject, r.card, r.outcome, r.activated, r.special_case, r.referred_to, r.referral_reason';

/** A ticket as the contract gives it, from its rows. */
export function asTicket(row: TicketRow, requests: readonly ListedRequestRow[]): Ticket {
  return {
    id: row.id,
    number: ticketNumber(row.letter, row.number),
    series: row.letter,
    businessDay: row.business_day,
    state: row.state,
    priority: row.priority === 1,
    counterId: row.counter_id,
    targetCounterId: row.target_counter_id,
    issuedAt: row.issued_at,
    since: row.since,
    notHereCount: row.not_here_count,
    requests: requests.map((request) => ({
      id: request.id,
      procedure: request.procedure,
      subject: request.subject,
      card: request.card,
      outcome: request.outcome,
      activated: request.activated === 1,
      specialCase: request.special_case,
      referredTo: request.referred_to,
      referralReason: request.referral_reason,
    })),
  };
}

/** The ticket as it stands now. */
export function readTicket(store: ReadableStore, id: string): Ticket {
  return asTicket(ticketRow(store, id), requestRows(store, id));
}

/** Writes the movable columns of the ticket; its number, day and place never change. */
export function moveTicket(store: WritableStore, ticket: TicketRow): void {
  store
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

/** Adds a ticket that waits in the queue of its own series. */
export function addTicket(
  store: WritableStore,
  ticket: {
    readonly id: string;
    readonly office: string;
    readonly day: string;
    readonly series: { readonly id: string; readonly letter: string };
    readonly number: number;
    readonly place: number;
    readonly priority: boolean;
    readonly visit: string | null;
    readonly at: string;
  },
): void {
  store
    .prepare<(string | number | null)[]>(
      `INSERT INTO ticket (id, office_id, business_day, series_id, queue_id, letter, number, place, priority, visit_id, state, issued_at, since)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?)`,
    )
    .run(
      ticket.id,
      ticket.office,
      ticket.day,
      ticket.series.id,
      ticket.series.id,
      ticket.series.letter,
      ticket.number,
      ticket.place,
      ticket.priority ? 1 : 0,
      ticket.visit,
      ticket.at,
      ticket.at,
    );
}

/** A ticket of a pack: null where it is not here, else whether its day counts it. */
export function arrivalOf(store: ReadableStore, ticketId: string): 'arriving' | 'here' | null {
  const row = store
    .prepare<[string], { version: number }>('SELECT version FROM ticket WHERE id = ?')
    .get(ticketId);
  return row === undefined ? null : row.version === 0 ? 'arriving' : 'here';
}

/** The ticket that has a number on a day, if any. */
export function ticketOfNumber(
  store: ReadableStore,
  office: string,
  day: string,
  series: string,
  number: number,
): string | undefined {
  return store
    .prepare<[string, string, string, number], { id: string }>(
      'SELECT id FROM ticket WHERE office_id = ? AND business_day = ? AND series_id = ? AND number = ?',
    )
    .get(office, day, series, number)?.id;
}

/** The tickets that arrive on a day count from a version on; answers how many they are. */
export function countArrivedTickets(
  store: WritableStore,
  office: string,
  day: string,
  version: number,
): number {
  return store
    .prepare<[number, string, string]>(
      'UPDATE ticket SET version = ? WHERE office_id = ? AND business_day = ? AND version = 0',
    )
    .run(version, office, day).changes;
}
