import type { AccountLevel } from '#shared/domain/account/follow-up.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import type { Sex } from '#shared/domain/identity/id-number.ts';
import type { Outcome } from '#shared/domain/procedure/vocabulary.ts';
import type { ExemptReason, KnownSource, KnownState, MemberDoubt } from '#shared/domain/roster/member.ts';
import { newId } from '../../new-id.ts';
import type { ReadableStore, WritableStore } from '../store.ts';

/** A roster that has not ended. */
export type RosterRow = {
  id: string;
  name: string;
  contact: string;
  phone: string;
  due_on: string | null;
  level: AccountLevel;
  file_name: string | null;
  imported_on: string | null;
  used_on: string;
  purged: 0 | 1;
};

/** A person on a roster. */
export type MemberRow = {
  id: string;
  roster_id: string;
  full_name: string;
  folded_name: string;
  id_number: string | null;
  birth_date: string | null;
  sex: Sex | null;
  unit: string | null;
  doubt: MemberDoubt | null;
  person_id: string | null;
  known: KnownState | null;
  known_by: KnownSource | null;
  exempt: ExemptReason | null;
};

/** What a list says of a person. */
export type MemberValues = Pick<
  MemberRow,
  'full_name' | 'id_number' | 'birth_date' | 'sex' | 'unit' | 'doubt'
>;

const rosterColumns = 'id, name, contact, phone, due_on, level, file_name, imported_on, used_on, purged';
const memberColumns =
  'id, roster_id, full_name, folded_name, id_number, birth_date, sex, unit, doubt, person_id, known, known_by, exempt';

const anonymous =
  "full_name = '', folded_name = '', id_number = NULL, birth_date = NULL, unit = NULL, person_id = NULL";

/** Every roster that has not ended: those due first before others. */
export function rosterRows(store: ReadableStore, office: string): RosterRow[] {
  return store
    .prepare<[string], RosterRow>(
      `SELECT ${rosterColumns} FROM roster WHERE office_id = ? AND ended_on IS NULL
       ORDER BY due_on IS NULL, due_on, folded_name`,
    )
    .all(office);
}

/** A roster that has not ended, by its id; undefined where there is none. */
export function rosterRow(store: ReadableStore, id: string): RosterRow | undefined {
  return store
    .prepare<[string], RosterRow>(`SELECT ${rosterColumns} FROM roster WHERE id = ? AND ended_on IS NULL`)
    .get(id);
}

/** The same by the name of its agency, however it is written. */
export function rosterNamed(store: ReadableStore, office: string, name: string): RosterRow | undefined {
  return store
    .prepare<[string, string], RosterRow>(
      `SELECT ${rosterColumns} FROM roster WHERE office_id = ? AND folded_name = ? AND ended_on IS NULL`,
    )
    .get(office, foldName(name));
}

/** The people of a roster, or of all that have not ended; who left is not among them. */
export function memberRows(store: ReadableStore, office: string, rosterId?: string): MemberRow[] {
  return rosterId === undefined
    ? store
        .prepare<[string], MemberRow>(
          `SELECT ${memberColumns.replaceAll(/(\w+)/g, 'm.$1')} FROM roster r JOIN roster_member m ON m.roster_id = r.id
           WHERE r.office_id = ? AND r.ended_on IS NULL AND m.left_on IS NULL ORDER BY m.roster_id, m.place`,
        )
        .all(office)
    : store
        .prepare<[string], MemberRow>(
          `SELECT ${memberColumns} FROM roster_member WHERE roster_id = ? AND left_on IS NULL ORDER BY place`,
        )
        .all(rosterId);
}

/** A person of a roster that has not ended; undefined where there is none. */
export function memberRow(store: ReadableStore, id: string): MemberRow | undefined {
  return store
    .prepare<[string], MemberRow>(
      `SELECT ${memberColumns.replaceAll(/(\w+)/g, 'm.$1')} FROM roster_member m JOIN roster r ON r.id = m.roster_id
       WHERE m.id = ? AND r.ended_on IS NULL AND m.left_on IS NULL`,
    )
    .get(id);
}

/** People of rosters with a number; people of this name without one. */
export function membersLike(
  store: ReadableStore,
  office: string,
  who: { readonly idNumber: string | null; readonly fullName: string },
): (MemberRow & { roster_name: string; level: AccountLevel; due_on: string | null })[] {
  const columns = `${memberColumns.replaceAll(/(\w+)/g, 'm.$1')}, r.name AS roster_name, r.level, r.due_on`;
  return store
    .prepare<
      [{ office: string; number: string | null; name: string }],
      MemberRow & { roster_name: string; level: AccountLevel; due_on: string | null }
    >(
      `SELECT ${columns} FROM roster_member m JOIN roster r ON r.id = m.roster_id
         WHERE m.office_id = @office AND m.id_number = @number AND m.left_on IS NULL AND r.ended_on IS NULL
       UNION ALL
       SELECT ${columns} FROM roster_member m JOIN roster r ON r.id = m.roster_id
         WHERE m.office_id = @office AND m.id_number IS NULL AND m.folded_name = nullif(@name, '') AND m.left_on IS NULL AND r.ended_on IS NULL
       LIMIT 20`,
    )
    .all({ office, number: who.idNumber, name: foldName(who.fullName) });
}

/** Whether somebody stands on a roster that has not ended: by the number and name, or by an officer's yes. */
export function isOnRoster(
  store: ReadableStore,
  office: string,
  person: { readonly id: string; readonly id_number: string | null; readonly full_name: string },
): boolean {
  const found = store
    .prepare<[{ office: string; id: string; number: string | null; name: string }]>(
      `SELECT 1 FROM roster_member m JOIN roster r ON r.id = m.roster_id
         WHERE m.office_id = @office AND m.id_number = @number AND m.folded_name = @name AND m.left_on IS NULL AND r.ended_on IS NULL
       UNION ALL
       SELECT 1 FROM roster_member m JOIN roster r ON r.id = m.roster_id
         WHERE m.person_id = @id AND m.left_on IS NULL AND r.ended_on IS NULL LIMIT 1`,
    )
    .get({ office, id: person.id, number: person.id_number, name: foldName(person.full_name) });
  return found !== undefined;
}

/** What the desk has of the people of one roster, or of all: a row for each account and each outcome. */
export type FactRow = {
  member_id: string;
  level: AccountLevel | null;
  noticed_on: string | null;
  activated_on: string | null;
  outcome: Outcome | null;
  business_day: string;
  due_on: string | null;
};

/** People of all rosters, of one, or one of them. */
export type MemberScope = { readonly rosterId: string } | { readonly memberId: string } | null;

/**
 * Accounts of the people of rosters, oldest first: of the person an officer said yes to, else of one with the same number and name.
 * Of those without an account of the asked level what their requests came to.
 */
export function memberFacts(store: ReadableStore, office: string, scope: MemberScope): FactRow[] {
  const one = scope === null ? '' : 'rosterId' in scope ? 'AND m.roster_id = @id' : 'AND m.id = @id';
  const id = scope === null ? undefined : 'rosterId' in scope ? scope.rosterId : scope.memberId;
  const from = `FROM roster_member m CROSS JOIN roster a ON a.id = m.roster_id`;
  const where = `WHERE m.office_id = @office AND m.left_on IS NULL AND a.ended_on IS NULL ${one}`;
  const sql = `WITH who AS MATERIALIZED (
      SELECT m.id AS member_id, a.level AS asked, p.id AS person_id ${from} CROSS JOIN person p
        ON p.office_id = m.office_id AND p.id_number = m.id_number AND p.folded_name = m.folded_name
        ${where} AND m.id_number IS NOT NULL
      UNION ALL SELECT m.id, a.level, m.person_id ${from} ${where} AND m.person_id IS NOT NULL)
    SELECT who.member_id, f.level, f.noticed_on, f.activated_on, NULL AS outcome, f.business_day, coalesce(f.activate_by, f.due_on) AS due_on
      FROM who CROSS JOIN follow_up f ON f.person_id = who.person_id WHERE f.dropped = 0
    UNION ALL
    SELECT who.member_id, NULL, NULL, NULL, r.outcome, t.business_day, NULL
      FROM who CROSS JOIN request r ON r.person_id = who.person_id CROSS JOIN ticket t ON t.id = r.ticket_id
      WHERE r.outcome IS NOT NULL AND r.procedure IN ('level-1', 'level-2', 'level-2-with-card')
        AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.person_id = who.person_id AND f.dropped = 0 AND f.level >= who.asked)`;
  return store
    .prepare<[{ office: string; id?: string }], FactRow>(sql)
    .all({ office, ...(id !== undefined && { id }) })
    .toSorted((a, b) => (a.business_day < b.business_day ? -1 : a.business_day > b.business_day ? 1 : 0));
}

/** Somebody of the desk who may be a person of a roster without being it surely. */
type MaybeRow = { member_id: string; person_id: string; full_name: string; last_day: string | null };

/** People with the number of one on the roster and another name, or its name and birth date where it has no number; nobody who was refused. */
export function maybePeople(store: ReadableStore, office: string, rosterId: string): MaybeRow[] {
  const notRefused =
    'NOT EXISTS (SELECT 1 FROM roster_member_not n WHERE n.member_id = m.id AND n.person_id = p.id)';
  return store
    .prepare<[{ office: string; roster: string }], MaybeRow>(
      `SELECT m.id AS member_id, p.id AS person_id, p.full_name, p.last_day FROM roster_member m JOIN person p
         ON p.office_id = m.office_id AND p.id_number = m.id_number AND p.folded_name <> m.folded_name
         WHERE m.office_id = @office AND m.roster_id = @roster AND m.left_on IS NULL AND m.person_id IS NULL AND ${notRefused}
       UNION ALL
       SELECT m.id, p.id, p.full_name, p.last_day FROM roster_member m JOIN person p
         ON p.office_id = m.office_id AND p.folded_name = m.folded_name
           AND (p.birth_date = m.birth_date OR substr(p.birth_date, 1, 4) = m.birth_date OR p.birth_date = substr(m.birth_date, 1, 4))
         WHERE m.office_id = @office AND m.roster_id = @roster AND m.left_on IS NULL AND m.person_id IS NULL AND m.id_number IS NULL AND ${notRefused}`,
    )
    .all({ office, roster: rosterId });
}

/** Writes the agency of a roster, a new one where `id` is not known yet. */
export function saveRoster(store: WritableStore, office: string, row: Omit<RosterRow, 'purged'>): void {
  store
    .prepare<(string | null)[]>(
      `INSERT INTO roster (id, office_id, name, folded_name, contact, phone, due_on, level, file_name, imported_on, used_on)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, folded_name = excluded.folded_name, contact = excluded.contact,
         phone = excluded.phone, due_on = excluded.due_on, level = excluded.level, file_name = excluded.file_name,
         imported_on = excluded.imported_on, used_on = excluded.used_on`,
    )
    .run(
      row.id,
      office,
      row.name,
      foldName(row.name),
      row.contact,
      row.phone,
      row.due_on,
      row.level,
      row.file_name,
      row.imported_on,
      row.used_on,
    );
}

/** Adds people at the end of a roster, in their order; answers their ids. Their names are to be purged, whatever was before. */
export function addMembers(
  store: WritableStore,
  office: string,
  rosterId: string,
  people: readonly MemberValues[],
): string[] {
  const last =
    store
      .prepare<[string], { place: number | null }>(
        'SELECT max(place) AS place FROM roster_member WHERE roster_id = ?',
      )
      .get(rosterId)?.place ?? 0;
  const add = store.prepare<(string | number | null)[]>(
    `INSERT INTO roster_member (id, office_id, roster_id, place, full_name, folded_name, id_number, birth_date, sex, unit, doubt)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  if (people.length > 0) store.prepare<[string]>('UPDATE roster SET purged = 0 WHERE id = ?').run(rosterId);
  return people.map((person, at) => {
    const id = newId();
    add.run(
      id,
      office,
      rosterId,
      last + at + 1,
      person.full_name,
      foldName(person.full_name),
      person.id_number,
      person.birth_date,
      person.sex,
      person.unit,
      person.doubt,
    );
    return id;
  });
}

/** Writes what a list says of somebody who is on the roster. */
export function changeMember(store: WritableStore, id: string, person: MemberValues): void {
  store
    .prepare<(string | null)[]>(
      `UPDATE roster_member SET full_name = ?, folded_name = ?, id_number = ?, birth_date = ?, sex = ?, unit = ?, doubt = ? WHERE id = ?`,
    )
    .run(
      person.full_name,
      foldName(person.full_name),
      person.id_number,
      person.birth_date,
      person.sex,
      person.unit,
      person.doubt,
      id,
    );
}

/** Takes somebody off a roster on a day, with everything that says who it was. */
export function removeMember(store: WritableStore, id: string, leftOn: string): void {
  store
    .prepare<[string, string]>(`UPDATE roster_member SET left_on = ?, ${anonymous} WHERE id = ?`)
    .run(leftOn, id);
}

/** Takes back that somebody was ever added. */
export function dropMember(store: WritableStore, id: string): void {
  store.prepare<[string]>('DELETE FROM roster_member WHERE id = ?').run(id);
}

/** Somebody who was taken off a roster stands on it again, as they were. */
export function putBackMember(store: WritableStore, row: MemberRow): void {
  changeMember(store, row.id, row);
  markMember(store, row.id, row);
  store
    .prepare<[string | null, string]>(
      'UPDATE roster_member SET left_on = NULL, person_id = (SELECT id FROM person WHERE id = ?) WHERE id = ?',
    )
    .run(row.person_id, row.id);
}

/** What an officer says of somebody on a roster. */
export function markMember(
  store: WritableStore,
  id: string,
  mark: Pick<MemberRow, 'known' | 'known_by' | 'exempt'>,
): void {
  store
    .prepare<(string | null)[]>('UPDATE roster_member SET known = ?, known_by = ?, exempt = ? WHERE id = ?')
    .run(mark.known, mark.known_by, mark.exempt, id);
}

/** The officer's yes that a person of the desk is this one; null takes it back. */
export function matchMember(store: WritableStore, id: string, personId: string | null): void {
  store
    .prepare<[string | null, string]>('UPDATE roster_member SET person_id = ? WHERE id = ?')
    .run(personId, id);
}

/** The officer's no: a person of the desk is not this one, and is not proposed again. */
export function refuseMatch(store: WritableStore, id: string, personId: string): void {
  store
    .prepare<[string, string]>('UPDATE roster_member SET person_id = NULL WHERE id = ? AND person_id = ?')
    .run(id, personId);
  store
    .prepare<[string, string]>(
      'INSERT INTO roster_member_not (member_id, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
    )
    .run(id, personId);
}

/** Takes back every no that was said of somebody on a roster. */
export function forgetRefusals(store: WritableStore, id: string): void {
  store.prepare<[string]>('DELETE FROM roster_member_not WHERE member_id = ?').run(id);
}

/** Ends a roster on a day. */
export function endRoster(store: WritableStore, id: string, endedOn: string): void {
  store.prepare<[string, string]>('UPDATE roster SET ended_on = ? WHERE id = ?').run(endedOn, id);
}

/** Keeps what the desk knows of somebody's account, and with `nameless` nothing else of them. */
export function keepKnown(
  store: WritableStore,
  id: string,
  known: KnownState | null,
  nameless: boolean,
): void {
  store
    .prepare<[{ known: string | null; id: string }]>(
      `UPDATE roster_member SET ${nameless ? anonymous : 'person_id = NULL'},
         known_by = CASE WHEN @known IS NULL THEN known_by ELSE 'desk' END, known = coalesce(@known, known) WHERE id = @id`,
    )
    .run({ known, id });
}

/** Where the person of the desk stands on rosters, ended ones included: by the number and name, or an officer's yes. */
export function membersOfPerson(store: ReadableStore, personId: string): MemberRow[] {
  return store
    .prepare<[{ id: string }], MemberRow>(
      `SELECT ${memberColumns} FROM roster_member WHERE person_id = @id
       UNION SELECT ${memberColumns.replaceAll(/(\w+)/g, 'm.$1')} FROM person p JOIN roster_member m
         ON m.office_id = p.office_id AND m.id_number = p.id_number AND m.folded_name = p.folded_name WHERE p.id = @id`,
    )
    .all({ id: personId });
}

/**
 * The roster used longest ago whose people have names, when it was last used and due up to a day; undefined where there is none. A due
 * date far beyond the last use is a slip of the finger and keeps no names.
 */
export function rosterToPurge(store: ReadableStore, office: string, upTo: string): RosterRow | undefined {
  return store
    .prepare<[{ office: string; upTo: string }], RosterRow>(
      `SELECT ${rosterColumns} FROM roster WHERE office_id = @office AND purged = 0 AND max(used_on, coalesce(ended_on, min(due_on, date(used_on, '+400 days')), '')) <= @upTo
       ORDER BY used_on LIMIT 1`,
    )
    .get({ office, upTo });
}

/** Marks a roster whose people have no names any more; nor has it whoever answered for them, nor the name of the file. */
export function setPurged(store: WritableStore, id: string): void {
  store
    .prepare<[string]>(
      "UPDATE roster SET purged = 1, contact = '', phone = '', file_name = NULL WHERE id = ?",
    )
    .run(id);
}
