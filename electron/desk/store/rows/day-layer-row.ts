import type { WritableStore } from '../store.ts';

/** A day and the version of its report that first counts a layer. */
type Layer = { readonly office: string; readonly day: string; readonly version: number };

/** Lays another outcome over a request of a closed day. */
export function addCorrection(
  store: WritableStore,
  { office, day, version }: Layer,
  request: { readonly id: string; readonly outcome: string; readonly activated: boolean },
): void {
  store
    .prepare<(string | number)[]>(
      'INSERT INTO request_correction (office_id, day, version, request_id, outcome, activated) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(office, day, version, request.id, request.outcome, request.activated ? 1 : 0);
}

/** Adds a request that was entered after the closing. */
export function addLateRequest(
  store: WritableStore,
  { office, day, version }: Layer,
  late: {
    readonly id: string;
    readonly position: number;
    readonly procedure: string;
    readonly outcome: string;
    readonly activated: boolean;
    readonly site: string;
    readonly staff: boolean;
    readonly residence: string | null;
    readonly personId: string | null;
  },
): void {
  store
    .prepare<(string | number | null)[]>(
      `INSERT INTO late_request (id, office_id, day, version, position, procedure, outcome, activated, site, staff, residence, person_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      late.id,
      office,
      day,
      version,
      late.position,
      late.procedure,
      late.outcome,
      late.activated ? 1 : 0,
      late.site,
      late.staff ? 1 : 0,
      late.residence,
      late.personId,
    );
}

/** Keeps difficulties and proposals as a version has them. */
export function setDayNote(
  store: WritableStore,
  { office, day, version }: Layer,
  note: { readonly difficulties: string; readonly proposals: string },
): void {
  store
    .prepare<(string | number)[]>(
      `INSERT INTO day_note (office_id, day, version, difficulties, proposals) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET difficulties = excluded.difficulties, proposals = excluded.proposals`,
    )
    .run(office, day, version, note.difficulties, note.proposals);
}

/** Removes the notes of an open day that is withdrawn. */
export function removeDayNotes(store: WritableStore, office: string, day: string): void {
  store.prepare<[string, string]>('DELETE FROM day_note WHERE office_id = ? AND day = ?').run(office, day);
}
