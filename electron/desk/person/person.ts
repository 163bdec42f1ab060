import { v7 as uuid } from 'uuid';
import type { Person, PersonChange, PersonInput, RequestInput } from '#shared/contract/ticket.ts';
import { stillMissing } from '#shared/domain/checklist/checklist.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import type { Procedure } from '#shared/domain/procedure/vocabulary.ts';
import type { TicketState } from '#shared/domain/queue/ticket-state.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import type { CommandCall, Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import type { ReadableStore } from '../store/store.ts';
import { checklistRows } from '../store/rows/checklist-row.ts';
import { officeId } from '../store/rows/office-row.ts';

export type PersonRow = {
  id: string;
  full_name: string;
  id_number: string | null;
  birth_date: string | null;
  sex: 'male' | 'female' | null;
  phone: string | null;
  last_day: string | null;
};

const columns = 'id, full_name, id_number, birth_date, sex, phone, last_day';

export function asPerson(row: PersonRow): Person {
  return {
    id: row.id,
    fullName: row.full_name,
    idNumber: row.id_number,
    birthDate: row.birth_date,
    sex: row.sex,
    phone: row.phone,
  };
}

/** The person's row, or undefined where it was purged. */
export function personRow(store: ReadableStore, id: string): PersonRow | undefined {
  return store.prepare<[string], PersonRow>(`SELECT ${columns} FROM person WHERE id = ?`).get(id);
}

function updatePerson(call: CommandCall, id: string, input: PersonInput): void {
  call.store
    .prepare<(string | null)[]>(
      `UPDATE person SET full_name = ?, folded_name = ?, id_number = coalesce(?, id_number), birth_date = coalesce(?, birth_date),
         sex = coalesce(?, sex), phone = coalesce(?, phone) WHERE id = ?`,
    )
    .run(
      input.fullName,
      foldName(input.fullName),
      input.idNumber ?? null,
      input.birthDate ?? null,
      input.sex ?? null,
      input.phone ?? null,
      id,
    );
}

/** Writes a correction: an absent field stays, null clears it. */
function correctPerson(call: CommandCall, before: PersonRow, change: PersonChange): void {
  const { fullName, idNumber = before.id_number, birthDate = before.birth_date } = change;
  const { sex = before.sex, phone = before.phone } = change;
  call.store
    .prepare<(string | null)[]>(
      `UPDATE person SET full_name = ?, folded_name = ?, id_number = ?, birth_date = ?, sex = ?, phone = ? WHERE id = ?`,
    )
    .run(fullName, foldName(fullName), idNumber, birthDate, sex, phone, before.id);
}

function addPerson(call: CommandCall, office: string, input: PersonInput, day: string): string {
  const id = uuid();
  call.store
    .prepare<(string | null)[]>(
      `INSERT INTO person (id, office_id, full_name, folded_name, id_number, birth_date, sex, phone, created_at, last_day)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      id,
      office,
      input.fullName,
      foldName(input.fullName),
      input.idNumber ?? null,
      input.birthDate ?? null,
      input.sex ?? null,
      input.phone ?? null,
      call.at,
      day,
    );
  return id;
}

/**
 * The person a request is for: a known one, one with the same number and name, or a new row. Numbers are re-issued and
 * shared by mistake, so the number alone never decides who somebody is.
 */
export function personFor(
  call: CommandCall,
  office: string,
  request: RequestInput,
  day: string,
): string | null {
  if (request.personId !== undefined) {
    const known = personRow(call.store, request.personId);
    if (known === undefined) throw new Refusal({ code: 'unknown-person' });
    call.store.prepare<[string, string]>('UPDATE person SET last_day = ? WHERE id = ?').run(day, known.id);
    if (request.person !== undefined) updatePerson(call, known.id, request.person);
    return known.id;
  }
  const input = request.person;
  if (input === undefined) return null;
  if (input.idNumber !== undefined) {
    const same = call.store
      .prepare<[string, string, string], PersonRow>(
        `SELECT ${columns} FROM person WHERE office_id = ? AND id_number = ? AND folded_name = ? LIMIT 1`,
      )
      .get(office, input.idNumber, foldName(input.fullName));
    if (same !== undefined) {
      call.store.prepare<[string, string]>('UPDATE person SET last_day = ? WHERE id = ?').run(day, same.id);
      updatePerson(call, same.id, input);
      return same.id;
    }
  }
  return addPerson(call, office, input, day);
}

/** The full-text query for a typed name: every word a prefix, in any order; null when nothing can be searched. */
function nameQuery(search: string): string | null {
  const words = foldName(search).match(/[\p{L}\p{N}]+/gu);
  return words === null ? null : words.map((word) => `"${word}"*`).join(' ');
}

/** People by a name, typed in part, by the first digits of a number, or by its last four. */
export function searchPeople(
  store: ReadableStore,
  office: string,
  search: string,
  limit: number,
): PersonRow[] {
  const digits = search.replace(/\s/g, '');
  if (/^\d{4,12}$/.test(digits)) {
    const byEnd = digits.length === 4 ? peopleByLastFour(store, office, digits, limit) : [];
    const byStart = store
      .prepare<[string, string, string, number], PersonRow>(
        `SELECT ${columns} FROM person WHERE office_id = ? AND id_number >= ? AND id_number < ? LIMIT ?`,
      )
      .all(office, digits, `${digits}:`, limit);
    const known = new Set(byEnd.map(({ id }) => id));
    return [...byEnd, ...byStart.filter(({ id }) => !known.has(id))].slice(0, limit);
  }
  const query = nameQuery(search);
  if (query === null) return [];
  return store
    .prepare<[string, string, number], PersonRow>(
      `SELECT ${columns.replaceAll(/(\w+)/g, 'p.$1')} FROM person_name n JOIN person p ON p.rowid = n.rowid
       WHERE person_name MATCH ? AND p.office_id = ? ORDER BY n.rowid DESC LIMIT ?`,
    )
    .all(query, office, limit);
}

/** The digits that a masked number shows, so that somebody read from the screen can be found. */
function peopleByLastFour(store: ReadableStore, office: string, digits: string, limit: number): PersonRow[] {
  return store
    .prepare<[string, string, number], PersonRow>(
      `SELECT ${columns} FROM person WHERE office_id = ? AND id_last_four = ? LIMIT ?`,
    )
    .all(office, digits, limit);
}

type LiveRow = { id: string; letter: string; number: number; state: TicketState };

function liveTicket(store: ReadableStore, personId: string): LiveRow | undefined {
  return store
    .prepare<[string], LiveRow>(
      `SELECT t.id, t.letter, t.number, t.state FROM request r JOIN ticket t ON t.id = r.ticket_id
       JOIN business_day d ON d.office_id = t.office_id AND d.day = t.business_day
       WHERE r.person_id = ? AND d.closed_at IS NULL AND t.state IN ('waiting', 'called', 'serving', 'on-hold', 'not-here')
       ORDER BY t.place DESC LIMIT 1`,
    )
    .get(personId);
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
    return searchPeople(call.store, office, input.search, input.limit ?? 8).map((row) => {
      const live = liveTicket(call.store, row.id);
      return {
        ...asPerson(row),
        lastDay: row.last_day,
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
    correctPerson(call, before, input.person);
    call.append({ name: 'person.updated', data: { personId: input.personId } });
    return { personId: input.personId };
  },
} satisfies Partial<Services>;
