import type { VisitSite } from '#shared/domain/visit/visit.ts';
import type { ReadableStore, WritableStore } from '../store.ts';

export type VisitRow = {
  readonly id: string;
  readonly day: string;
  readonly starts: string;
  readonly ends: string;
  readonly place: string;
  readonly site: VisitSite;
  readonly expected: number;
  readonly team_id: string | null;
  readonly goers: string;
  readonly materials: string;
  readonly contact: string;
  readonly phone: string;
  readonly roster_id: string | null;
  readonly called_off_on: string | null;
};

const visitColumns =
  'id, day, starts, ends, place, site, expected, team_id, goers, materials, contact, phone, roster_id, called_off_on';

export function visitRow(store: ReadableStore, id: string): VisitRow | undefined {
  return store.prepare<[string], VisitRow>(`SELECT ${visitColumns} FROM visit WHERE id = ?`).get(id);
}

/** A visit as a list shows it. */
export type ListedVisit = VisitRow & {
  readonly team: string | null;
  readonly roster: string | null;
  readonly homes: number;
  readonly tickets: number;
};

/** Visits from a day on, by day and hour. */
export function visitRows(store: ReadableStore, office: string, from: string): ListedVisit[] {
  return store
    .prepare<[string, string], ListedVisit>(
      `SELECT ${visitColumns.replaceAll(/(\w+)/g, 'v.$1')}, t.name AS team, r.name AS roster,
         (SELECT count(*) FROM home_visit h WHERE h.visit_id = v.id AND h.ended_on IS NULL) AS homes,
         (SELECT count(*) FROM ticket k WHERE k.visit_id = v.id AND k.version <> 0) AS tickets
       FROM visit v LEFT JOIN team t ON t.id = v.team_id LEFT JOIN roster r ON r.id = v.roster_id
       WHERE v.office_id = ? AND v.day >= ? ORDER BY v.day, v.starts, v.id`,
    )
    .all(office, from);
}

/** Visits of a day that nobody called off. */
export function visitsOfDay(store: ReadableStore, office: string, day: string): VisitRow[] {
  return store
    .prepare<[string, string], VisitRow>(
      `SELECT ${visitColumns} FROM visit WHERE office_id = ? AND day = ? AND called_off_on IS NULL ORDER BY starts, id`,
    )
    .all(office, day);
}

/** Writes a visit, a new one where its `id` is not known yet. */
export function saveVisit(store: WritableStore, office: string, row: VisitRow): void {
  store
    .prepare<(string | number | null)[]>(
      `INSERT INTO visit (office_id, ${visitColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET ${visitColumns
         .split(', ')
         .slice(1)
         .map((column) => `${column} = excluded.${column}`)
         .join(', ')}`,
    )
    .run(
      office,
      row.id,
      row.day,
      row.starts,
      row.ends,
      row.place,
      row.site,
      row.expected,
      row.team_id,
      row.goers,
      row.materials,
      row.contact,
      row.phone,
      row.roster_id,
      row.called_off_on,
    );
}

/** Days on which tickets of these visits were given, as the tickets say. */
export function daysOfVisits(store: ReadableStore, office: string, from: string): string[] {
  return store
    .prepare<[string, string], { day: string }>(
      `SELECT DISTINCT k.business_day AS day FROM visit v JOIN ticket k ON k.visit_id = v.id
       WHERE v.office_id = ? AND v.day >= ? ORDER BY day`,
    )
    .all(office, from)
    .map(({ day }) => day);
}

/** The numbers given at a visit, by the person who stands on each. */
export function numbersOfVisit(
  store: ReadableStore,
  visitId: string,
): { person_id: string | null; home_visit_id: string | null; letter: string; number: number }[] {
  return store
    .prepare<
      [string],
      { person_id: string | null; home_visit_id: string | null; letter: string; number: number }
    >(
      `SELECT r.person_id, r.home_visit_id, k.letter, k.number FROM ticket k JOIN request r ON r.ticket_id = k.id
       WHERE k.visit_id = ? AND k.state <> 'cancelled' ORDER BY k.place, r.position`,
    )
    .all(visitId);
}

const hosts = "office_id = ? AND day <= ? AND (contact <> '' OR phone <> '')";

/** Whether somebody is named who expected a team at a visit up to a day. */
export function hasHosts(store: ReadableStore, office: string, upTo: string): boolean {
  return (
    store.prepare<[string, string]>(`SELECT 1 FROM visit WHERE ${hosts} LIMIT 1`).get(office, upTo) !==
    undefined
  );
}

/** Whoever expected a team at visits up to a day is no longer named; answers how many were. */
export function forgetHosts(store: WritableStore, office: string, upTo: string): number {
  return store
    .prepare<[string, string]>(`UPDATE visit SET contact = '', phone = '' WHERE ${hosts}`)
    .run(office, upTo).changes;
}
