import type { Period, TicketDetail } from '#shared/contract/ticket.ts';
import { TELEPHONE, type PaperState } from '#shared/domain/procedure/vocabulary.ts';
import type { Services } from '../desk-call.ts';
import type { ReadableStore } from '../store/store.ts';
import type { PersonRow } from '../store/rows/person-row.ts';
import { officeId } from '../store/rows/office-row.ts';
import { tellVerdict, verdictOf } from '../law/verdict.ts';
import { asPerson } from '../person/person.ts';
import { remarkOf } from '../store/rows/remark-row.ts';
import { asTicket, requestRows, ticketRow, type TicketRow } from '../store/rows/ticket-row.ts';

type PersonOfRequestRow = { request_id: string } & PersonRow;
type RequestPaperRow = {
  request_id: string;
  paper: string;
  required: number;
  wished: number;
  state: PaperState | null;
  number: string | null;
  note: string | null;
};
type PeriodRow = {
  state: Period['state'];
  started_at: string;
  ended_at: string | null;
  duration_ms: number | null;
  counter_id: string | null;
  reason: string | null;
  officer: string;
};

/** The requests of a ticket in their order, each with its person and its checklist; read at once for all of them. */
export function detailedRequests(store: ReadableStore, ticket: TicketRow): TicketDetail['requests'] {
  const people = store
    .prepare<[string], PersonOfRequestRow>(
      `SELECT r.id AS request_id, p.id, p.full_name, p.id_number, p.birth_date, p.sex, p.phone, p.last_day
       FROM request r JOIN person p ON p.id = r.person_id WHERE r.ticket_id = ?`,
    )
    .all(ticket.id);
  const papers = store
    .prepare<[string], RequestPaperRow>(
      `SELECT p.request_id, p.paper, p.required, p.wished, p.state, q.number, q.note
       FROM request r JOIN request_paper p ON p.request_id = r.id
       LEFT JOIN person_paper q ON q.request_id = r.id AND q.paper = p.paper AND q.person_id = r.person_id
       WHERE r.ticket_id = ? ORDER BY r.position, p.position`,
    )
    .all(ticket.id);
  const office = officeId(store);
  const day = ticket.business_day;
  const rows = requestRows(store, ticket.id);
  return asTicket(ticket, rows).requests.flatMap((request, index) => {
    const person = people.find((row) => row.request_id === request.id);
    const row = rows[index];
    if (row === undefined) return [];
    return {
      ...request,
      verdict: tellVerdict(store, office, day, verdictOf(store, office, day, row)),
      decision: row.decision,
      excuse: row.excuse,
      organisation:
        row.organisation === null ? null : { name: row.organisation, taxNumber: row.organisation_tax_number },
      referredTo: row.referred_to,
      referralReason: row.referral_reason,
      person: person === undefined ? null : asPerson(person),
      papers: papers
        .filter((row) => row.request_id === request.id)
        .map(({ request_id: _, ...row }) => ({
          ...row,
          number: row.paper === TELEPHONE ? (person?.phone ?? null) : row.number,
          required: row.required === 1,
          wished: row.wished === 1,
        })),
    };
  });
}

function periods(store: ReadableStore, ticketId: string): Period[] {
  return store
    .prepare<[string], PeriodRow>(
      `SELECT p.state, p.started_at, p.ended_at, p.duration_ms, p.counter_id, p.reason, coalesce(o.name, '') AS officer
       FROM ticket_period p JOIN event e ON e.number = p.event LEFT JOIN officer o ON o.id = e.officer
       WHERE p.ticket_id = ? AND p.undone = 0 ORDER BY p.event`,
    )
    .all(ticketId)
    .map((row) => ({
      state: row.state,
      startedAt: row.started_at,
      endedAt: row.ended_at,
      durationMs: row.duration_ms,
      counterId: row.counter_id,
      reason: row.reason,
      officer: row.officer,
    }));
}

/** A ticket with its people, papers and periods. */
function readDetail(store: ReadableStore, ticketId: string): TicketDetail {
  const ticket = ticketRow(store, ticketId);
  return {
    ...asTicket(ticket, []),
    requests: detailedRequests(store, ticket),
    periods: periods(store, ticket.id),
    remark: remarkOf(store, ticket.id),
  };
}

export const detailServices = {
  'ticket.get': (call, input) => readDetail(call.store, input.ticketId),
} satisfies Partial<Services>;
