import type { ActivationSource } from '#shared/domain/account/follow-up.ts';
import type { ReadableStore } from '../store.ts';

/** People of the tickets that arrive on a day who have more than one taken request: what is alone settles nothing. */
export function arrivingPeople(store: ReadableStore, office: string, day: string): string[] {
  return store
    .prepare<[string, string], { id: string }>(
      `SELECT DISTINCT r.person_id AS id FROM ticket t JOIN request r ON r.ticket_id = t.id
       WHERE t.office_id = ? AND t.business_day = ? AND t.version = 0 AND r.person_id IS NOT NULL
         AND (SELECT count(*) FROM follow_up f WHERE f.person_id = r.person_id) > 1`,
    )
    .all(office, day)
    .map(({ id }) => id);
}

/** A taken request of a person with what is known of its account. */
export type AccountRow = {
  readonly request_id: string;
  readonly procedure: string;
  readonly level: string;
  readonly person_id: string | null;
  readonly business_day: string;
  readonly taken_at: string;
  /** Said activated in the visit itself, by the newest correction of it. */
  readonly in_visit: number;
  readonly arriving: number;
  readonly settled_by: string | null;
  readonly counted_on: string | null;
  readonly activated_on: string | null;
  readonly source: ActivationSource | null;
};

const accountColumns = `f.request_id, f.procedure, f.level, f.person_id, f.business_day,
  coalesce(p.started_at, f.business_day || 'T16:59:00.000Z') AS taken_at,
  coalesce((SELECT c.activated FROM request_correction c WHERE c.request_id = f.request_id ORDER BY c.version DESC LIMIT 1), r.activated, 0) AS in_visit,
  t.version IS 0 AS arriving, f.settled_by, a.counted_on, f.activated_on, f.source
  FROM follow_up f LEFT JOIN request r ON r.id = f.request_id LEFT JOIN ticket t ON t.id = r.ticket_id
  LEFT JOIN ticket_period p ON p.id = r.outcome_period
  LEFT JOIN activation a ON a.request_id = f.request_id AND a.until_version IS NULL`;

/** Every taken request of a person. */
export function accountsOfPerson(store: ReadableStore, personId: string): AccountRow[] {
  return store
    .prepare<[string], AccountRow>(`SELECT ${accountColumns} WHERE f.person_id = ? AND f.dropped = 0`)
    .all(personId);
}

/** One taken request; undefined where it is not here. */
export function accountOfRequest(store: ReadableStore, requestId: string): AccountRow | undefined {
  return store
    .prepare<[string], AccountRow>(`SELECT ${accountColumns} WHERE f.request_id = ?`)
    .get(requestId);
}

/** Whether a person has more than one taken request. */
export function hasOthers(store: ReadableStore, personId: string): boolean {
  const row = store
    .prepare<[string], { many: number }>('SELECT count(*) > 1 AS many FROM follow_up WHERE person_id = ?')
    .get(personId);
  return row?.many === 1;
}
