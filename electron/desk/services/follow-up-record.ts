import type { AccountLevel, ActivationSource } from '#shared/domain/account/follow-up.ts';
import { accountLevel } from '#shared/domain/account/level.ts';
import type { CardState, Procedure, Subject } from '#shared/domain/procedure/vocabulary.ts';
import type { Store } from '../store/store.ts';
import { personRow } from './person.ts';
import { dueDayOf } from './request-due.ts';

/** A request as its follow-up begins. */
export type FollowedRequest = {
  readonly id: string;
  readonly procedure: Procedure;
  readonly subject: Subject;
  readonly card: CardState;
  readonly person_id: string | null;
};

type Accountable = {
  readonly request_id: string;
  readonly procedure: Procedure;
  readonly level: AccountLevel;
  readonly person_id: string | null;
};

/** A visit to activate leads to the account that the person's latest open file is for. */
function levelOf(store: Store, request: FollowedRequest): AccountLevel {
  if (request.procedure !== 'activate' || request.person_id === null) return accountLevel(request.procedure);
  const row = store
    .prepare<[string], { level: AccountLevel }>(
      `SELECT level FROM follow_up WHERE person_id = ? AND procedure <> 'activate' AND activated_on IS NULL AND dropped = 0
       ORDER BY business_day DESC, request_id DESC LIMIT 1`,
    )
    .get(request.person_id);
  return row?.level ?? accountLevel(request.procedure);
}

/** Begins the follow-up of a taken request, and counts its account at once where it was activated at the desk. */
export function beginFollowUp(
  store: Store,
  office: string,
  day: string,
  request: FollowedRequest,
  activated: boolean,
  version = 1,
): void {
  const birthDate =
    request.person_id === null ? null : (personRow(store, request.person_id)?.birth_date ?? null);
  const { id, procedure, subject, card, person_id } = request;
  const level = levelOf(store, request);
  const dueOn = dueDayOf(store, office, day, { procedure, subject, card, person: { birthDate } });
  store
    .prepare<(string | null)[]>(
      `INSERT INTO follow_up (request_id, office_id, business_day, procedure, level, person_id, due_on) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (request_id) DO UPDATE SET dropped = 0`,
    )
    .run(id, office, day, procedure, level, person_id, dueOn);
  if (activated) {
    const row = { request_id: id, procedure, level, person_id };
    recordActivation(store, office, row, { activatedOn: day, source: 'desk', countedOn: day, version });
  }
}

/** Counts an account as activated and signed in, once: other open requests for the same account are settled by it. */
export function recordActivation(
  store: Store,
  office: string,
  row: Accountable,
  how: { activatedOn: string; source: ActivationSource; countedOn: string; version?: number },
): void {
  store
    .prepare<(string | number)[]>(
      'INSERT INTO activation (request_id, office_id, counted_on, since_version, source, procedure, level) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(row.request_id, office, how.countedOn, how.version ?? 1, how.source, row.procedure, row.level);
  store
    .prepare<string[]>(
      'UPDATE follow_up SET activated_on = ?, source = ?, counted_on = ? WHERE request_id = ?',
    )
    .run(how.activatedOn, how.source, how.countedOn, row.request_id);
  if (row.person_id === null) return;
  store
    .prepare<string[]>(
      `UPDATE follow_up SET activated_on = ?, source = ?, settled_by = ?
       WHERE person_id = ? AND level = ? AND activated_on IS NULL AND dropped = 0 AND (procedure = 'activate') <> (? = 'activate')`,
    )
    .run(how.activatedOn, how.source, row.request_id, row.person_id, row.level, row.procedure);
}

/** Puts the account back among those not activated, with everything it had settled. The counted row is the caller's. */
export function reopenAccount(store: Store, requestId: string): void {
  store
    .prepare<[string]>(
      'UPDATE follow_up SET activated_on = NULL, source = NULL, counted_on = NULL WHERE request_id = ?',
    )
    .run(requestId);
  store
    .prepare<[string]>(
      'UPDATE follow_up SET activated_on = NULL, source = NULL, settled_by = NULL WHERE settled_by = ?',
    )
    .run(requestId);
}

/** Takes an activation back that the open day counts. */
export function removeActivation(store: Store, requestId: string): void {
  store
    .prepare<[string]>('DELETE FROM activation WHERE request_id = ? AND until_version IS NULL')
    .run(requestId);
  reopenAccount(store, requestId);
}

/** Ends the follow-up of a request of the open day whose outcome was taken back, with all that was recorded on it. */
export function endFollowUp(store: Store, requestId: string): void {
  const followed = store
    .prepare<[string], { request_id: string }>('SELECT request_id FROM follow_up WHERE request_id = ?')
    .get(requestId);
  if (followed === undefined) return;
  removeActivation(store, requestId);
  store.prepare<[string]>('DELETE FROM inactive WHERE request_id = ?').run(requestId);
  store.prepare<[string]>('DELETE FROM follow_up WHERE request_id = ?').run(requestId);
}
