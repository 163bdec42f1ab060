import { setPaperState } from '../store/rows/request-row.ts';
import type { Period, TicketDetail } from '#shared/contract/ticket.ts';
import type { PaperState } from '#shared/domain/procedure/vocabulary.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import type { Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import type { ReadableStore } from '../store/store.ts';
import { checklistRows } from '../store/rows/checklist-row.ts';
import { officeId } from '../store/rows/office-row.ts';
import { setPersonPaper, type PersonRow } from '../store/rows/person-row.ts';
import { asPerson } from '../person/person.ts';
import { packOf } from '../law/rule-packs.ts';
import {
  asTicket,
  requestRows,
  ticketRow,
  type RequestRow,
  type TicketRow,
} from '../store/rows/ticket-row.ts';
import { refuseElsewhere } from './whose-ticket.ts';

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
  return asTicket(ticket, requestRows(store, ticket.id)).requests.map((request) => {
    const person = people.find((row) => row.request_id === request.id);
    return {
      ...request,
      person: person === undefined ? null : asPerson(person),
      papers: papers
        .filter((row) => row.request_id === request.id)
        .map(({ request_id: _, ...row }) => ({
          ...row,
          required: row.required === 1,
          wished: row.wished === 1,
        })),
    };
  });
}

function periods(store: ReadableStore, ticketId: string): Period[] {
  return store
    .prepare<[string], PeriodRow>(
      `SELECT state, started_at, ended_at, duration_ms, counter_id, reason FROM ticket_period
       WHERE ticket_id = ? AND undone = 0 ORDER BY event`,
    )
    .all(ticketId)
    .map((row) => ({
      state: row.state,
      startedAt: row.started_at,
      endedAt: row.ended_at,
      durationMs: row.duration_ms,
      counterId: row.counter_id,
      reason: row.reason,
    }));
}

/** A ticket with its people, papers and periods. */
function readDetail(store: ReadableStore, ticketId: string): TicketDetail {
  const ticket = ticketRow(store, ticketId);
  return {
    ...asTicket(ticket, []),
    requests: detailedRequests(store, ticket),
    periods: periods(store, ticket.id),
  };
}

function requestRow(store: ReadableStore, id: string): RequestRow {
  const row = store
    .prepare<[string], RequestRow>(
      'SELECT id, ticket_id, procedure, subject, card, person_id, outcome, activated, outcome_period FROM request WHERE id = ?',
    )
    .get(id);
  if (row === undefined) throw new Refusal({ code: 'unknown-request' });
  return row;
}

export const detailServices = {
  'ticket.get': (call, input) => readDetail(call.store, input.ticketId),
  'request.set-paper'(call, input) {
    const { store } = call;
    const request = requestRow(store, input.requestId);
    const ticket = ticketRow(store, request.ticket_id);
    const closed = store
      .prepare<[string], { closed_at: string | null }>('SELECT closed_at FROM business_day WHERE day = ?')
      .get(ticket.business_day);
    if (closed?.closed_at != null)
      throw new Refusal({ code: 'day-already-closed', businessDay: ticket.business_day });
    if (ticket.state === 'left' || ticket.state === 'cancelled') {
      throw new Refusal({
        code: 'ticket-state',
        state: ticket.state,
        number: ticketNumber(ticket.letter, ticket.number),
      });
    }
    refuseElsewhere(call, ticket, input.counterId);
    const listed = checklistRows(store, request.id).some(({ paper }) => paper === input.paper);
    if (!listed && packOf(store, officeId(store), ticket.business_day).papers[input.paper] === undefined) {
      throw new Refusal({ code: 'invalid-input', path: 'paper', reason: 'unknown-paper' });
    }
    const personal = Boolean(input.number) || Boolean(input.note);
    if (personal && request.person_id === null) throw new Refusal({ code: 'unknown-person' });
    setPaperState(store, request.id, input.paper, input.state);
    if (request.person_id !== null && (input.number !== undefined || input.note !== undefined)) {
      const paper = { personId: request.person_id, requestId: request.id, paper: input.paper };
      setPersonPaper(store, paper, input.number ?? null, input.note ?? null);
    }
    call.append({
      name: 'request.paper-set',
      businessDay: ticket.business_day,
      ticketId: ticket.id,
      requestId: request.id,
      data: { paper: input.paper, state: input.state },
    });
    return { requestId: request.id, paper: input.paper, state: input.state };
  },
} satisfies Partial<Services>;
