import type { ActivationSource } from '#shared/domain/account/follow-up.ts';
import type { WritableStore } from '../store.ts';

/** The account of a person at a level, as the request that leads to it names it. */
type AccountRow = {
  readonly request_id: string;
  readonly procedure: string;
  readonly level: string;
  readonly person_id: string | null;
};

type Activated = { readonly activatedOn: string; readonly source: ActivationSource };

/** Begins the follow-up of a request; one that was dropped is taken up again as it was. */
export function addFollowUp(
  store: WritableStore,
  office: string,
  day: string,
  row: AccountRow,
  dueOn: string | null,
): void {
  store
    .prepare<(string | null)[]>(
      `INSERT INTO follow_up (request_id, office_id, business_day, procedure, level, person_id, due_on) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (request_id) DO UPDATE SET dropped = 0`,
    )
    .run(row.request_id, office, day, row.procedure, row.level, row.person_id, dueOn);
}

/** Takes a request out of those that are followed up; what was noted of it stays. */
export function dropFollowUpRow(store: WritableStore, requestId: string): void {
  store.prepare<[string]>('UPDATE follow_up SET dropped = 1 WHERE request_id = ?').run(requestId);
}

/** Counts an account on a business day, under the version of its report that first counts it. */
export function addActivationRow(
  store: WritableStore,
  office: string,
  row: AccountRow,
  how: Activated & { readonly countedOn: string; readonly version: number },
): void {
  store
    .prepare<(string | number)[]>(
      'INSERT INTO activation (request_id, office_id, counted_on, since_version, source, procedure, level) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(row.request_id, office, how.countedOn, how.version, how.source, row.procedure, row.level);
  store
    .prepare<string[]>(
      'UPDATE follow_up SET activated_on = ?, source = ?, counted_on = ? WHERE request_id = ?',
    )
    .run(how.activatedOn, how.source, how.countedOn, row.request_id);
}

/** A correction of a closed day ends the activation that counts; it stays with the versions before. */
export function endActivationRow(store: WritableStore, requestId: string, version: number): void {
  store
    .prepare<[number, string]>(
      'UPDATE activation SET until_version = ? WHERE request_id = ? AND until_version IS NULL',
    )
    .run(version, requestId);
}

/** Removes the activation that the open day counts. */
export function removeActivationRow(store: WritableStore, requestId: string): void {
  store
    .prepare<[string]>('DELETE FROM activation WHERE request_id = ? AND until_version IS NULL')
    .run(requestId);
}

/** Settles an open request by another one whose account counts. */
export function settleFollowUp(
  store: WritableStore,
  requestId: string,
  by: string,
  { activatedOn, source }: Activated,
): void {
  store
    .prepare<string[]>(
      'UPDATE follow_up SET activated_on = ?, source = ?, settled_by = ? WHERE request_id = ? AND activated_on IS NULL',
    )
    .run(activatedOn, source, by, requestId);
}

/** Settles every other open request of a person for an account that counts now. */
export function settleOthers(
  store: WritableStore,
  row: AccountRow & { readonly person_id: string },
  { activatedOn, source }: Activated,
): void {
  store
    .prepare<string[]>(
      `UPDATE follow_up SET activated_on = ?, source = ?, settled_by = ?
       WHERE person_id = ? AND level = ? AND activated_on IS NULL AND dropped = 0`,
    )
    .run(activatedOn, source, row.request_id, row.person_id, row.level);
}

/** Puts the account of a request back among those not activated, with everything it had settled. */
export function reopenFollowUp(store: WritableStore, requestId: string): void {
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

/** Forgets which request settled this one. */
export function unsettle(store: WritableStore, requestId: string): void {
  store.prepare<[string]>('UPDATE follow_up SET settled_by = NULL WHERE request_id = ?').run(requestId);
}

/** The day on which the notice came, and the last day of activation by it. */
export function setNotice(
  store: WritableStore,
  requestId: string,
  noticedOn: string | null,
  activateBy: string | null,
): void {
  store
    .prepare<(string | null)[]>('UPDATE follow_up SET noticed_on = ?, activate_by = ? WHERE request_id = ?')
    .run(noticedOn, activateBy, requestId);
}

/** Why an account is not activated, as the open day records it, with what was noted of the person; null takes it back. */
export function setInactive(
  store: WritableStore,
  office: string,
  day: string,
  requestId: string,
  { reason, note }: { readonly reason: string | null; readonly note: string | null },
): void {
  store
    .prepare<(string | null)[]>('UPDATE follow_up SET reason = ?, note = ? WHERE request_id = ?')
    .run(reason, note, requestId);
  if (reason === null) {
    store
      .prepare<string[]>('DELETE FROM inactive WHERE office_id = ? AND day = ? AND request_id = ?')
      .run(office, day, requestId);
    return;
  }
  store
    .prepare<string[]>(
      `INSERT INTO inactive (office_id, day, request_id, reason) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET reason = excluded.reason`,
    )
    .run(office, day, requestId, reason);
}

/** Adds a call to the person of a request. */
export function addContact(
  store: WritableStore,
  requestId: string,
  contact: {
    readonly id: string;
    readonly at: string;
    readonly result: string;
    readonly note: string | null;
  },
): void {
  store
    .prepare<(string | null)[]>(
      'INSERT INTO follow_up_contact (id, request_id, at, result, note) VALUES (?, ?, ?, ?, ?)',
    )
    .run(contact.id, requestId, contact.at, contact.result, contact.note);
}

/** Writes which account a visit to activate was for. */
export function setAccountLevel(store: WritableStore, requestId: string, level: string): void {
  store
    .prepare<[string, string]>('UPDATE follow_up SET level = ? WHERE request_id = ?')
    .run(level, requestId);
  store
    .prepare<[string, string]>('UPDATE activation SET level = ? WHERE request_id = ?')
    .run(level, requestId);
}

/** Which request settles another, with when and how its account was activated. */
export function setSettledBy(store: WritableStore, requestId: string, by: string): void {
  store
    .prepare<string[]>(
      `UPDATE follow_up SET counted_on = NULL, settled_by = ?,
         activated_on = (SELECT o.activated_on FROM follow_up o WHERE o.request_id = ?),
         source = (SELECT o.source FROM follow_up o WHERE o.request_id = ?) WHERE request_id = ?`,
    )
    .run(by, by, by, requestId);
}
