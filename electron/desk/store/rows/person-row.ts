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

/** The personal number was corrected: papers that bear it, as the desk had filled it in, bear the right one. */
export function renumberPapers(
  store: WritableStore,
  personId: string,
  before: string,
  idNumber: string | null,
): void {
  store
    .prepare<(string | null)[]>('UPDATE person_paper SET number = ? WHERE person_id = ? AND number = ?')
    .run(idNumber, personId, before);
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

/**
 * The last day on which the data of a person `p` was used: a visit, the days of an account that is waited for, a call, and
 * once it is activated the day that counts it.
 */
const usedOn = `max(coalesce(p.last_day, ''),
  coalesce((SELECT max(t.business_day) FROM request r JOIN ticket t ON t.id = r.ticket_id WHERE r.person_id = p.id), ''),
  coalesce((SELECT max(CASE WHEN f.activated_on IS NULL THEN max(coalesce(f.due_on, ''), coalesce(f.noticed_on, ''), coalesce(f.activate_by, ''))
    ELSE max(f.activated_on, coalesce(f.counted_on, '')) END) FROM follow_up f WHERE f.person_id = p.id AND f.dropped = 0), ''),
  coalesce((SELECT max(substr(datetime(c.at, '+7 hours'), 1, 10)) FROM follow_up f JOIN follow_up_contact c ON c.request_id = f.request_id
    WHERE f.person_id = p.id), ''))`;

/** A person with the last day on which their data was used. */
export type UsedPerson = { readonly id: string; readonly last_day: string; readonly used_on: string };

/** People last seen until a day, those seen longest ago first, after another one of them; when their data was last used. */
export function usedPeople(
  store: ReadableStore,
  office: string,
  seenUpTo: string,
  after: Pick<UsedPerson, 'last_day' | 'id'>,
  limit: number,
): UsedPerson[] {
  return store
    .prepare<(string | number)[], UsedPerson>(
      `SELECT p.id, p.last_day, ${usedOn} AS used_on FROM person p
       WHERE p.office_id = ? AND (p.last_day, p.id) > (?, ?) AND p.last_day <= ? ORDER BY p.last_day, p.id LIMIT ?`,
    )
    .all(office, after.last_day, after.id, seenUpTo, limit);
}

/** Some of the people who were last seen up to a day. */
export function peopleSeenUpTo(store: ReadableStore, office: string, day: string, limit: number): string[] {
  return store
    .prepare<[string, string, number], { id: string }>(
      "SELECT id FROM person WHERE office_id = ? AND coalesce(last_day, '') <= ? LIMIT ?",
    )
    .all(office, day, limit)
    .map(({ id }) => id);
}

/** When the data of a person was first and last used; undefined where there is no such person. */
export function personUse(
  store: ReadableStore,
  id: string,
): { readonly created_at: string; readonly used_on: string } | undefined {
  return store
    .prepare<[string], { created_at: string; used_on: string }>(
      `SELECT p.created_at, ${usedOn} AS used_on FROM person p WHERE p.id = ?`,
    )
    .get(id);
}

/** Papers of a person that have a number or a note. */
export function papersOfPerson(
  store: ReadableStore,
  id: string,
): { readonly paper: string; readonly number: string | null; readonly note: string | null }[] {
  return store
    .prepare<[string], { paper: string; number: string | null; note: string | null }>(
      'SELECT paper, number, note FROM person_paper WHERE person_id = ? ORDER BY request_id, paper',
    )
    .all(id);
}

/** How many people are known, and the day on which the one seen longest ago was seen. */
export function knownPeople(store: ReadableStore, office: string): { people: number; oldest: string | null } {
  return (
    store
      .prepare<[string], { people: number; oldest: string | null }>(
        "SELECT count(*) AS people, min(last_day) AS oldest FROM person WHERE office_id = ? AND last_day >= ''",
      )
      .get(office) ?? { people: 0, oldest: null }
  );
}

/**
 * Deletes a person with numbers and notes of their papers and the notes of their follow-up. Their requests and follow-ups
 * stay, of nobody.
 */
export function removePerson(store: WritableStore, id: string): void {
  store.prepare<[string]>('DELETE FROM person WHERE id = ?').run(id);
}

/** The newest name and number of whom this desk knows by a number. */
export function peopleOfNumber(
  store: ReadableStore,
  office: string,
  idNumber: string,
): { readonly id: string; readonly full_name: string; readonly folded_name: string }[] {
  return store
    .prepare<[string, string], { id: string; full_name: string; folded_name: string }>(
      'SELECT id, full_name, folded_name FROM person WHERE office_id = ? AND id_number = ? ORDER BY created_at, id',
    )
    .all(office, idNumber);
}

/** What a visit of a team adds to a person that this desk knows: what it did not know, and that they came. */
export function seenOnRoad(
  store: WritableStore,
  id: string,
  person: {
    readonly birthDate: string | null;
    readonly sex: string | null;
    readonly phone: string | null;
    readonly lastDay: string | null;
  },
): void {
  store
    .prepare<(string | null)[]>(
      `UPDATE person SET birth_date = coalesce(birth_date, ?), sex = coalesce(sex, ?), phone = coalesce(phone, ?),
         last_day = max(coalesce(last_day, ''), coalesce(?, '')) WHERE id = ?`,
    )
    .run(person.birthDate, person.sex, person.phone, person.lastDay, id);
}
