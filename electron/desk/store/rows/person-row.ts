import { foldName } from '#shared/domain/identity/fold-name.ts';
import type { ReadableStore, WritableStore } from '../store.ts';

export type PersonRow = {
  id: string;
  full_name: string;
  id_number: string | null;
  birth_date: string | null;
  sex: 'male' | 'female' | null;
  phone: string | null;
  last_day: string | null;
};

export const personColumns = 'id, full_name, id_number, birth_date, sex, phone, last_day';

/** The person's row, or undefined where it was purged. */
export function personRow(store: ReadableStore, id: string): PersonRow | undefined {
  return store.prepare<[string], PersonRow>(`SELECT ${personColumns} FROM person WHERE id = ?`).get(id);
}

/** Adds a person, seen on its last day. */
export function addPerson(store: WritableStore, office: string, person: PersonRow, at: string): void {
  store
    .prepare<(string | null)[]>(
      `INSERT INTO person (id, office_id, created_at, full_name, folded_name, id_number, birth_date, sex, phone, last_day)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      person.id,
      office,
      at,
      person.full_name,
      foldName(person.full_name),
      person.id_number,
      person.birth_date,
      person.sex,
      person.phone,
      person.last_day,
    );
}

/** Writes a person as it is now. */
export function changePerson(store: WritableStore, person: PersonRow): void {
  store
    .prepare<(string | null)[]>(
      `UPDATE person SET full_name = ?, folded_name = ?, id_number = ?, birth_date = ?, sex = ?, phone = ?, last_day = ?
       WHERE id = ?`,
    )
    .run(
      person.full_name,
      foldName(person.full_name),
      person.id_number,
      person.birth_date,
      person.sex,
      person.phone,
      person.last_day,
      person.id,
    );
}

/** A paper of a request, as its person has it. */
type PersonPaper = { readonly personId: string | null; readonly requestId: string; readonly paper: string };

/** Adds number and note of a paper of a new request. */
export function addPersonPaper(
  store: WritableStore,
  { personId, requestId, paper }: PersonPaper,
  number: string | null,
  note: string | null,
): void {
  store
    .prepare<(string | null)[]>(
      'INSERT INTO person_paper (person_id, request_id, paper, number, note) VALUES (?, ?, ?, ?, ?)',
    )
    .run(personId, requestId, paper, number, note);
}

/** Sets number and note of a paper: an absent one stays, an empty one is taken away. */
export function setPersonPaper(
  store: WritableStore,
  { personId, requestId, paper }: PersonPaper,
  number: string | null,
  note: string | null,
): void {
  store
    .prepare<(string | null)[]>(
      `INSERT INTO person_paper (person_id, request_id, paper, number, note) VALUES (?, ?, ?, nullif(?, ''), nullif(?, ''))
       ON CONFLICT DO UPDATE SET number = CASE WHEN ? IS NULL THEN number ELSE excluded.number END,
                                 note = CASE WHEN ? IS NULL THEN note ELSE excluded.note END`,
    )
    .run(personId, requestId, paper, number, note, number, note);
}
