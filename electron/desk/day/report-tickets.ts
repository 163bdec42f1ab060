import type { Output, Parsed } from '#shared/contract/desk-contract.ts';
import { TELEPHONE, type PaperState } from '#shared/domain/procedure/vocabulary.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import { countedBy } from '#shared/domain/report/counted.ts';
import type { Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import type { ReadableStore } from '../store/store.ts';
import { dayActivations, dayInactive, dayRequests } from '../store/rows/day-requests.ts';
import { dayRow } from '../store/rows/day-row.ts';
import { officeId } from '../store/rows/office-row.ts';
import { searchPeople } from '../person/person.ts';

type Figure = Parsed<'report.tickets'>['figure'];
type Ask = {
  readonly store: ReadableStore;
  readonly office: string;
  readonly day: string;
  readonly figure: Figure;
};
type OpenedRow = Output<'report.tickets'>['rows'][number];

const mostRows = 500;
/** People a search looks at, newest first. */
const mostPeople = 500;

/** The ids of the requests a figure counts, in the order of the day. */
function countedIds(ask: Ask): string[] {
  const { store, office, day, figure } = ask;
  const requests = dayRequests(store, office, day);
  const activations = dayActivations(store, office, day);
  switch (figure.section) {
    case 'all':
      return [
        ...new Set([...requests.map(({ id }) => id), ...activations.map(({ requestId }) => requestId)]),
      ];
    case 'papers':
      return paperIds(ask);
    case 'inactive':
      return dayInactive(store, office, day, { requests, activations })
        .filter(({ reason }) => figure.row === undefined || figure.row === reason)
        .map(({ requestId }) => requestId);
    default: {
      const counted = countedBy(figure);
      return [
        ...requests.filter(counted.request).map(({ id }) => id),
        ...activations.filter(counted.activation).map(({ requestId }) => requestId),
      ];
    }
  }
}

function paperIds({ store, office, day, figure: { row, column } }: Ask): string[] {
  return store
    .prepare<[string, string, string], { id: string; paper: string; state: PaperState }>(
      `SELECT r.id, p.paper, p.state FROM ticket t JOIN request r ON r.ticket_id = t.id JOIN request_paper p ON p.request_id = r.id
       WHERE t.office_id = ? AND t.business_day = ? AND p.state IS NOT NULL AND p.paper <> ? ORDER BY t.place, r.position, p.position`,
    )
    .all(office, day, TELEPHONE)
    .filter(
      (one) => (row === undefined || row === one.paper) && (column === undefined || column === one.state),
    )
    .map(({ id }) => id);
}

type ShownRow = {
  ticket_id: string | null;
  letter: string | null;
  number: number | null;
  procedure: OpenedRow['procedure'];
  outcome: OpenedRow['outcome'];
  full_name: string | null;
  taken_on: string;
  late: number;
  counted_on: string | null;
  settled: number;
};

/** One request as it stands now, with the number and the person it was for. */
function show(ask: Ask, requestId: string): OpenedRow | undefined {
  const row = ask.store
    .prepare<[string, string], ShownRow>(
      `SELECT q.ticket_id, t.letter, t.number, q.procedure, p.full_name, q.day AS taken_on, q.late,
         coalesce((SELECT c.outcome FROM request_correction c WHERE c.office_id = q.office_id AND c.day = q.day AND c.request_id = q.id
                   ORDER BY c.version DESC LIMIT 1), q.outcome) AS outcome,
         (SELECT a.counted_on FROM activation a WHERE a.request_id = q.id AND a.until_version IS NULL) AS counted_on,
         EXISTS (SELECT 1 FROM follow_up f WHERE f.request_id = q.id AND f.dropped = 0 AND f.settled_by IS NOT NULL) AS settled
       FROM (SELECT r.id, r.office_id, t.business_day AS day, r.ticket_id, r.procedure, r.outcome, r.person_id, 0 AS late
               FROM request r JOIN ticket t ON t.id = r.ticket_id WHERE r.id = ?
             UNION ALL SELECT id, office_id, day, NULL, procedure, outcome, person_id, 1 FROM late_request WHERE id = ?) q
       LEFT JOIN ticket t ON t.id = q.ticket_id LEFT JOIN person p ON p.id = q.person_id`,
    )
    .get(requestId, requestId);
  if (row === undefined) return undefined;
  return {
    requestId,
    ticketId: row.ticket_id,
    number: row.letter === null || row.number === null ? null : ticketNumber(row.letter, row.number),
    procedure: row.procedure,
    outcome: row.outcome,
    activated: row.counted_on !== null,
    fullName: row.full_name,
    takenOn: row.taken_on,
    late: row.late === 1,
    counted: row.counted_on === ask.day,
    countedOn: row.counted_on,
    settled: row.settled === 1,
  };
}

/** Those of some requests that bear a ticket number or are for somebody whom a search finds. */
function searched({ store, office }: Ask, ids: readonly string[], search: string): string[] {
  const people = searchPeople(store, office, search, mostPeople).map(({ id }) => id);
  const found = store
    .prepare<Record<string, string>, { id: string }>(
      `SELECT q.id FROM (SELECT id, ticket_id, person_id FROM request UNION ALL SELECT id, NULL, person_id FROM late_request) q
       LEFT JOIN ticket t ON t.id = q.ticket_id
       WHERE q.id IN (SELECT value FROM json_each(:ids)) AND (q.person_id IN (SELECT value FROM json_each(:people))
         OR t.letter || printf('%03d', t.number) = :number OR printf('%03d', t.number) = :number)`,
    )
    .all({
      ids: JSON.stringify(ids),
      people: JSON.stringify(people),
      number: search.replaceAll(/[^\p{L}\d]/gu, '').toUpperCase(),
    });
  const wanted = new Set(found.map(({ id }) => id));
  return ids.filter((id) => wanted.has(id));
}

export const reportTicketServices = {
  'report.tickets'(call, input) {
    const { store } = call;
    const office = officeId(store);
    if (dayRow(store, office, input.businessDay) === undefined)
      throw new Refusal({ code: 'unknown-day', businessDay: input.businessDay });
    const ask: Ask = { store, office, day: input.businessDay, figure: input.figure };
    const search = input.search?.trim() ?? '';
    const counted = countedIds(ask);
    const ids = search === '' ? counted : searched(ask, counted, search);
    return { total: ids.length, rows: ids.slice(0, mostRows).flatMap((id) => show(ask, id) ?? []) };
  },
} satisfies Partial<Services>;
