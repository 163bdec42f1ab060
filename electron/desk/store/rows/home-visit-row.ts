import { foldName } from '#shared/domain/identity/fold-name.ts';
import type { HomeEndReason, HomeReason } from '#shared/domain/visit/home-visit.ts';
import type { Outcome } from '#shared/domain/procedure/vocabulary.ts';
import type { ReadableStore, WritableStore } from '../store.ts';

export type HomeVisitRow = {
  readonly id: string;
  readonly asked_on: string;
  readonly full_name: string;
  readonly id_number: string | null;
  readonly birth_date: string | null;
  readonly address: string;
  readonly why: HomeReason;
  readonly contact: string;
  readonly phone: string;
  readonly wanted_on: string | null;
  readonly visit_id: string | null;
  readonly ended_on: string | null;
  readonly end_reason: HomeEndReason | null;
};

const columns =
  'id, asked_on, full_name, id_number, birth_date, address, why, contact, phone, wanted_on, visit_id, ended_on, end_reason';
const ofHome = columns.replaceAll(/(\w+)/g, 'h.$1');

/** Everything that says who it was. */
const anonymous = `full_name = '', folded_name = '', id_number = NULL, birth_date = NULL, address = '', contact = '', phone = ''`;

/** Somebody to be visited whose name is kept. */
export function homeVisitRow(store: ReadableStore, id: string): HomeVisitRow | undefined {
  return store
    .prepare<[string], HomeVisitRow>(`SELECT ${columns} FROM home_visit WHERE id = ? AND full_name <> ''`)
    .get(id);
}

/** With the day of the visit, unless that was called off. */
type PlannedHomeVisit = HomeVisitRow & { readonly planned_on: string | null };

/** Everybody whose name is kept, in the order in which they asked; of one visit, those who are still to be visited there or were. */
export function homeVisitRows(store: ReadableStore, office: string, visitId?: string): PlannedHomeVisit[] {
  return store
    .prepare<[{ office: string; visit: string | null }], PlannedHomeVisit>(
      `SELECT ${ofHome}, v.day AS planned_on FROM home_visit h
       LEFT JOIN visit v ON v.id = h.visit_id AND v.called_off_on IS NULL
       WHERE h.office_id = @office AND h.full_name <> '' AND (@visit IS NULL OR h.visit_id = @visit)
       ORDER BY h.asked_on, h.id`,
    )
    .all({ office, visit: visitId ?? null });
}

/** A request on a ticket that was given for a visit at home. */
type HomeOutcome = {
  readonly home_visit_id: string;
  readonly outcome: Outcome | null;
  readonly letter: string;
  readonly number: number;
};

/** What came of visits at home, oldest first. */
export function homeOutcomes(store: ReadableStore, office: string): HomeOutcome[] {
  return store
    .prepare<[string], HomeOutcome>(
      `SELECT r.home_visit_id, CASE k.state WHEN 'cancelled' THEN 'cancelled' ELSE r.outcome END AS outcome, k.letter, k.number
       FROM home_visit h CROSS JOIN request r ON r.home_visit_id = h.id CROSS JOIN ticket k ON k.id = r.ticket_id
       WHERE h.office_id = ? AND h.full_name <> '' AND k.version <> 0 ORDER BY k.business_day, k.place, r.position`,
    )
    .all(office);
}

/** Writes who is to be visited, a new one where its `id` is not known yet. */
export function saveHomeVisit(store: WritableStore, office: string, row: HomeVisitRow): void {
  store
    .prepare<(string | null)[]>(
      `INSERT INTO home_visit (office_id, folded_name, ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET folded_name = excluded.folded_name, ${columns
         .split(', ')
         .slice(1)
         .map((column) => `${column} = excluded.${column}`)
         .join(', ')}`,
    )
    .run(
      office,
      foldName(row.full_name),
      row.id,
      row.asked_on,
      row.full_name,
      row.id_number,
      row.birth_date,
      row.address,
      row.why,
      row.contact,
      row.phone,
      row.wanted_on,
      row.visit_id,
      row.ended_on,
      row.end_reason,
    );
}

/** Puts somebody into a visit, or out of it. */
export function planHomeVisit(store: WritableStore, id: string, visitId: string | null): void {
  store.prepare<[string | null, string]>('UPDATE home_visit SET visit_id = ? WHERE id = ?').run(visitId, id);
}

/** Visits asked for this person of the desk: by the number and name, or a request that was made at one. */
export function homeVisitsOfPerson(store: ReadableStore, personId: string): HomeVisitRow[] {
  return store
    .prepare<[{ id: string }], HomeVisitRow>(
      `SELECT ${ofHome} FROM person p JOIN home_visit h
         ON h.office_id = p.office_id AND h.id_number = p.id_number AND h.folded_name = p.folded_name WHERE p.id = @id
       UNION SELECT ${ofHome} FROM request r JOIN home_visit h ON h.id = r.home_visit_id WHERE r.person_id = @id AND h.full_name <> ''`,
    )
    .all({ id: personId });
}

/**
 * Some of those whose names go after a day, until which what was asked for was done or ended. What is neither waits, but no longer
 * than 400 days.
 */
export function homeVisitsToPurge(
  store: ReadableStore,
  office: string,
  upTo: string,
  limit: number,
): string[] {
  return store
    .prepare<[{ office: string; upTo: string; limit: number }], { id: string }>(
      `SELECT h.id FROM home_visit h WHERE h.office_id = @office AND h.full_name <> '' AND (
         date(h.asked_on, '+400 days') <= @upTo OR h.ended_on <= @upTo OR
         (SELECT max(k.business_day) FROM request r JOIN ticket k ON k.id = r.ticket_id
           WHERE r.home_visit_id = h.id AND r.outcome IN ('taken', 'guided', 'referred')) <= @upTo)
       LIMIT @limit`,
    )
    .all({ office, upTo, limit })
    .map(({ id }) => id);
}

/** Nothing of somebody stays but that a visit was asked for. */
export function forgetHomeVisit(store: WritableStore, id: string): void {
  store.prepare<[string]>(`UPDATE home_visit SET ${anonymous} WHERE id = ?`).run(id);
}

/** On the road: whoever was visited up to a day that home has. */
export function forgetVisitedHomes(store: WritableStore, office: string, upTo: string): void {
  store
    .prepare<[string, string]>(
      `UPDATE home_visit SET ${anonymous} WHERE office_id = ? AND full_name <> ''
         AND id IN (SELECT r.home_visit_id FROM request r JOIN ticket k ON k.id = r.ticket_id WHERE k.business_day <= ?)`,
    )
    .run(office, upTo);
}

/** Whether a request for a visit is here, also without its name. */
export function hasHomeVisit(store: ReadableStore, id: string): boolean {
  return store.prepare<[string]>('SELECT 1 FROM home_visit WHERE id = ?').get(id) !== undefined;
}

/** Nobody goes any more, as the road says; an end that home knows stays. */
export function endHomeVisit(store: WritableStore, id: string, endedOn: string, reason: string | null): void {
  store
    .prepare<[string, string | null, string]>(
      'UPDATE home_visit SET ended_on = ?, end_reason = ? WHERE id = ? AND ended_on IS NULL',
    )
    .run(endedOn, reason, id);
}
