import { newId } from '../new-id.ts';
import type { Person, RequestInput } from '#shared/contract/ticket.ts';
import { stillMissing } from '#shared/domain/checklist/checklist.ts';
import { compareNames } from '#shared/domain/identity/compare-names.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import { searchedPhone } from '#shared/domain/identity/match-phone.ts';
import { nameQuery } from '#shared/domain/identity/search-name.ts';
import type { Outcome, Procedure } from '#shared/domain/procedure/vocabulary.ts';
import type { TicketState } from '#shared/domain/queue/ticket-state.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import type { CommandCall, Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import type { ReadableStore } from '../store/store.ts';
import { checklistRows } from '../store/rows/checklist-row.ts';
import { judgeAgain } from '../law/verdict.ts';
import { officeId } from '../store/rows/office-row.ts';
import { seePhone } from '../store/rows/request-row.ts';
import { openRequestsOf } from '../store/rows/ticket-row.ts';
import {
  addPerson,
  changePerson,
  personColumns,
  personRow,
  renumberPapers,
  type PersonRow,
} from '../store/rows/person-row.ts';

export function asPerson(row: Omit<PersonRow, 'last_day'>): Person {
  return {
    id: row.id,
    fullName: row.full_name,
    idNumber: row.id_number,
    birthDate: row.birth_date,
    sex: row.sex,
    phone: row.phone,
  };
}

/** A person as a request will leave them; `isNew` until somebody saves them. */
export type PlannedPerson = Omit<PersonRow, 'last_day'> & { readonly isNew: boolean };

type AskedPerson = Pick<RequestInput, 'person' | 'personId'>;

/**
 * The person a request is for: a known one, one with the same number and name, or a new one. Numbers are re-issued and
 * shared by mistake, so the number alone never decides who somebody is. `earlier` are people of the same ticket that may not be saved yet.
 */
export function planPerson(
  store: ReadableStore,
  office: string,
  request: AskedPerson,
  earlier: readonly PlannedPerson[] = [],
): PlannedPerson | null {
  const { person: input, personId } = request;
  const known = knownPerson(store, office, request, earlier);
  if (personId !== undefined && known === undefined) throw new Refusal({ code: 'unknown-person' });
  if (known === undefined && input === undefined) return null;
  return {
    id: known?.id ?? newId(),
    isNew: known === undefined,
    full_name: input?.fullName || (known?.full_name ?? ''),
    id_number: input?.idNumber ?? known?.id_number ?? null,
    birth_date: input?.birthDate ?? known?.birth_date ?? null,
    sex: input?.sex ?? known?.sex ?? null,
    phone: input?.phone ?? known?.phone ?? null,
  };
}

function knownPerson(
  store: ReadableStore,
  office: string,
  { person, personId }: AskedPerson,
  earlier: readonly PlannedPerson[],
): Omit<PersonRow, 'last_day'> | undefined {
  if (personId !== undefined)
    return earlier.findLast(({ id }) => id === personId) ?? personRow(store, personId);
  if (person?.idNumber === undefined) return undefined;
  const name = foldName(person.fullName);
  const planned = earlier.findLast(
    (one) => one.id_number === person.idNumber && foldName(one.full_name) === name,
  );
  if (planned !== undefined) return planned;
  const stored = store
    .prepare<[string, string, string], PersonRow>(
      `SELECT ${personColumns} FROM person WHERE office_id = ? AND id_number = ? AND folded_name = ? LIMIT 1`,
    )
    .get(office, person.idNumber, name);
  return earlier.some(({ id }) => id === stored?.id) ? undefined : stored;
}

/** Writes a planned person, seen on this day. */
export function savePerson(
  call: CommandCall,
  office: string,
  day: string,
  { isNew, ...person }: PlannedPerson,
): void {
  const row = { ...person, last_day: day };
  if (isNew) addPerson(call.store, office, row, call.at);
  else changePerson(call.store, row);
}

/** People by a name, typed in part, by the first digits of a number or its last four, or by a telephone in the same way. */
export function searchPeople(
  store: ReadableStore,
  office: string,
  search: string,
  limit: number,
): PersonRow[] {
  const digits = search.replace(/[\s.-]/gu, '');
  const query = /^\+?\d+$/.test(digits) ? null : nameQuery(search);
  const found = [
    ...(/^\d{4}$/.test(digits) ? peopleBy(store, office, 'id_last_four = ?', [digits], limit) : []),
    ...peopleByPhone(store, office, search, limit),
    ...(/^\d{4,12}$/.test(digits)
      ? peopleBy(store, office, 'id_number >= ? AND id_number < ?', [digits, `${digits}:`], limit)
      : []),
    ...(query === null ? [] : peopleByName(store, office, query, limit)),
  ];
  return [...new Map(found.map((row) => [row.id, row])).values()].slice(0, limit);
}

function peopleBy(
  store: ReadableStore,
  office: string,
  condition: string,
  values: readonly string[],
  limit: number,
): PersonRow[] {
  return store
    .prepare<(string | number)[], PersonRow>(
      `SELECT ${personColumns} FROM person WHERE office_id = ? AND ${condition} LIMIT ?`,
    )
    .all(office, ...values, limit);
}

function peopleByPhone(store: ReadableStore, office: string, search: string, limit: number): PersonRow[] {
  const asked = searchedPhone(search);
  if (asked === null) return [];
  return 'whole' in asked
    ? peopleBy(store, office, 'phone = ?', [asked.whole], limit)
    : peopleBy(store, office, 'substr(phone, -4) = ?', [asked.lastFour], limit);
}

function peopleByName(store: ReadableStore, office: string, query: string, limit: number): PersonRow[] {
  return store
    .prepare<[string, string, number], PersonRow>(
      `SELECT ${personColumns.replaceAll(/(\w+)/g, 'p.$1')} FROM person_name n JOIN person p ON p.rowid = n.rowid
       WHERE person_name MATCH ? AND p.office_id = ? ORDER BY n.rowid DESC LIMIT ?`,
    )
    .all(query, office, limit);
}

type LiveRow = { id: string; letter: string; number: number; state: TicketState };

/** The ticket of the open day that is not finished and is this person's; undefined where there is none. */
export function liveTicket(store: ReadableStore, personId: string): LiveRow | undefined {
  return store
    .prepare<[string], LiveRow>(
      `SELECT t.id, t.letter, t.number, t.state FROM request r JOIN ticket t ON t.id = r.ticket_id
       JOIN business_day d ON d.office_id = t.office_id AND d.day = t.business_day
       WHERE r.person_id = ? AND d.closed_at IS NULL AND t.state IN ('waiting', 'called', 'serving', 'on-hold', 'not-here')
       ORDER BY t.place DESC LIMIT 1`,
    )
    .get(personId);
}

type ServedRow = { id: string; letter: string; number: number; procedure: Procedure; outcome: Outcome };

/** The latest finished ticket of the open day that was this person's, with the outcomes of their requests on it. */
function servedTicket(store: ReadableStore, personId: string) {
  const rows = store
    .prepare<[string], ServedRow>(
      `SELECT t.id, t.letter, t.number, r.procedure, r.outcome FROM request r JOIN ticket t ON t.id = r.ticket_id
       JOIN business_day d ON d.office_id = t.office_id AND d.day = t.business_day
       WHERE r.person_id = ? AND d.closed_at IS NULL AND t.state = 'done' AND r.outcome IS NOT NULL
       ORDER BY t.place DESC, r.position`,
    )
    .all(personId);
  const [first] = rows;
  if (first === undefined) return null;
  return {
    ticketId: first.id,
    number: ticketNumber(first.letter, first.number),
    requests: rows
      .filter(({ id }) => id === first.id)
      .map(({ procedure, outcome }) => ({ procedure, outcome })),
  };
}

type UnfinishedRow = { id: string; procedure: Procedure; business_day: string };

/** The person's latest request that was sent home for papers and that no later request goes on with. */
function unfinishedRequest(store: ReadableStore, personId: string) {
  const row = store
    .prepare<[string], UnfinishedRow>(
      `SELECT r.id, r.procedure, t.business_day FROM request r JOIN ticket t ON t.id = r.ticket_id
       WHERE r.person_id = ? AND r.outcome = 'papers-missing' AND NOT EXISTS (
         SELECT 1 FROM request n WHERE n.continues = r.id AND (n.outcome IS NULL OR n.outcome NOT IN ('cancelled', 'left')))
       ORDER BY t.business_day DESC, t.place DESC LIMIT 1`,
    )
    .get(personId);
  if (row === undefined) return null;
  return {
    requestId: row.id,
    procedure: row.procedure,
    businessDay: row.business_day,
    missing: [...stillMissing(checklistRows(store, row.id))],
  };
}

export const personServices = {
  'person.search'(call, input) {
    const office = officeId(call.store);
    const found = searchPeople(call.store, office, input.search, input.limit ?? 8);
    return found
      .toSorted((a, b) => compareNames(a.full_name, b.full_name))
      .map((row) => {
        const live = liveTicket(call.store, row.id);
        return {
          ...asPerson(row),
          lastDay: row.last_day,
          servedToday: servedTicket(call.store, row.id),
          unfinished: unfinishedRequest(call.store, row.id),
          today:
            live === undefined
              ? null
              : { ticketId: live.id, number: ticketNumber(live.letter, live.number), state: live.state },
        };
      });
  },
  'person.update'(call, input) {
    const before = personRow(call.store, input.personId);
    if (before === undefined) throw new Refusal({ code: 'unknown-person' });
    // An absent field stays, null clears it.
    const { fullName, idNumber = before.id_number, birthDate = before.birth_date } = input.person;
    const { sex = before.sex, phone = before.phone } = input.person;
    changePerson(call.store, {
      ...before,
      full_name: fullName,
      id_number: idNumber,
      birth_date: birthDate,
      sex,
      phone,
    });
    if (before.id_number !== null) renumberPapers(call.store, input.personId, before.id_number, idNumber);
    if (phone != null) seePhone(call.store, input.personId);
    const office = officeId(call.store);
    for (const { business_day, ...request } of openRequestsOf(call.store, input.personId))
      judgeAgain(call.store, office, business_day, request, request.decision);
    call.append({ name: 'person.updated', data: { personId: input.personId } });
    return { personId: input.personId };
  },
} satisfies Partial<Services>;
