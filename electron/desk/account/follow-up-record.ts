import type { EventData } from '#shared/contract/event.ts';
import type { AccountLevel, ActivationSource } from '#shared/domain/account/follow-up.ts';
import { accountLevel } from '#shared/domain/account/level.ts';
import type { CardState, Procedure, Subject } from '#shared/domain/procedure/vocabulary.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { personRow } from '../person/person.ts';
import { dueDayOf } from '../law/request-due.ts';

/** A request as its follow-up begins. */
type FollowedRequest = {
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

/** A visit to activate leads to the account of the person's latest open file, or of the latest one when none is open. */
function levelOf(store: ReadableStore, request: FollowedRequest): AccountLevel {
  if (request.procedure !== 'activate' || request.person_id === null) return accountLevel(request.procedure);
  const row = store
    .prepare<[string], { level: AccountLevel }>(
      `SELECT level FROM follow_up WHERE person_id = ? AND procedure <> 'activate' AND dropped = 0
       ORDER BY activated_on IS NULL DESC, business_day DESC, request_id DESC LIMIT 1`,
    )
    .get(request.person_id);
  return row?.level ?? accountLevel(request.procedure);
}

/**
 * Begins the follow-up of a taken request, or takes it up again, and counts its account at once where it was activated at the
 * desk. True when it counts: an account of that person and level that is counted already settles the request instead.
 */
export function beginFollowUp(
  store: WritableStore,
  office: string,
  day: string,
  request: FollowedRequest,
  activated: boolean,
  version = 1,
): boolean {
  const birthDate =
    request.person_id === null ? null : (personRow(store, request.person_id)?.birth_date ?? null);
  const { id, procedure, subject, card, person_id } = request;
  const dueOn = dueDayOf(store, office, day, { procedure, subject, card, birthDate });
  store
    .prepare<(string | null)[]>(
      `INSERT INTO follow_up (request_id, office_id, business_day, procedure, level, person_id, due_on) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (request_id) DO UPDATE SET dropped = 0`,
    )
    .run(id, office, day, procedure, levelOf(store, request), person_id, dueOn);
  const row = store
    .prepare<[string], Accountable>(
      'SELECT request_id, procedure, level, person_id FROM follow_up WHERE request_id = ?',
    )
    .get(id);
  if (row === undefined || settledAlready(store, row)) return false;
  return (
    activated &&
    recordActivation(store, office, row, { activatedOn: day, source: 'desk', countedOn: day, version })
  );
}

/**
 * Which of the requests that are said to be activated would count, were they stored now in this order: an account of the same person
 * and level counts once.
 */
export function foreseeActivations(
  store: ReadableStore,
  requests: readonly (FollowedRequest & { readonly activated: boolean })[],
): boolean[] {
  const begun: { person: string | null; level: AccountLevel; settled: boolean }[] = [];
  return requests.map((request) => {
    const mine = begun.filter(({ person }) => person !== null && person === request.person_id);
    const level =
      (request.procedure === 'activate' ? mine.findLast(({ settled }) => !settled)?.level : undefined) ??
      levelOf(store, request);
    const standing = standingAccount(store, { person_id: request.person_id, level });
    const counted =
      (standing !== undefined && standing.request_id !== request.id) ||
      mine.some((one) => one.level === level && one.settled);
    begun.push({ person: request.person_id, level, settled: counted || request.activated });
    return request.activated && !counted;
  });
}

type StandingAccount = {
  request_id: string;
  counted_on: string;
  activated_on: string;
  source: ActivationSource;
};

/** The activation that counts the account of a person and level now, by whichever of their requests. */
function standingAccount(
  store: ReadableStore,
  row: Pick<Accountable, 'person_id' | 'level'>,
): StandingAccount | undefined {
  if (row.person_id === null) return undefined;
  return store
    .prepare<[string, string], StandingAccount>(
      `SELECT a.request_id, a.counted_on, f.activated_on, f.source
       FROM follow_up f JOIN activation a ON a.request_id = f.request_id AND a.until_version IS NULL
       WHERE f.person_id = ? AND f.level = ? LIMIT 1`,
    )
    .get(row.person_id, row.level);
}

/** Settles a request whose account is counted already by another one; true when it is. */
function settledAlready(store: WritableStore, row: Accountable): boolean {
  const counted = standingAccount(store, row);
  if (counted === undefined || counted.request_id === row.request_id) return false;
  store
    .prepare<string[]>(
      'UPDATE follow_up SET activated_on = ?, source = ?, settled_by = ? WHERE request_id = ? AND activated_on IS NULL',
    )
    .run(counted.activated_on, counted.source, counted.request_id, row.request_id);
  return true;
}

/**
 * Counts an account as activated and signed in, once: every other open request for the same account is settled by it. False
 * when the account is counted already; the request is settled by that.
 */
export function recordActivation(
  store: WritableStore,
  office: string,
  row: Accountable,
  how: { activatedOn: string; source: ActivationSource; countedOn: string; version?: number },
): boolean {
  if (settledAlready(store, row)) return false;
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
  if (row.person_id === null) return true;
  store
    .prepare<string[]>(
      `UPDATE follow_up SET activated_on = ?, source = ?, settled_by = ?
       WHERE person_id = ? AND level = ? AND activated_on IS NULL AND dropped = 0`,
    )
    .run(how.activatedOn, how.source, row.request_id, row.person_id, row.level);
  return true;
}

/** Puts the account back among those not activated, with everything it had settled. The counted row is the caller's. */
export function reopenAccount(store: WritableStore, requestId: string): void {
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
export function removeActivation(store: WritableStore, requestId: string): void {
  store
    .prepare<[string]>('DELETE FROM activation WHERE request_id = ? AND until_version IS NULL')
    .run(requestId);
  reopenAccount(store, requestId);
}

export type TakenAccount = EventData<'ticket.undone'>['accounts'][number];

/** The accounts that the requests of a ticket of the open day count. */
export function accountsOf(store: ReadableStore, ticketId: string): TakenAccount[] {
  return store
    .prepare<[string], Omit<TakenAccount, 'inVisit'> & { activated: number }>(
      `SELECT r.id AS requestId, f.activated_on AS activatedOn, f.source, r.activated
       FROM request r JOIN activation a ON a.request_id = r.id AND a.until_version IS NULL
       JOIN follow_up f ON f.request_id = r.id WHERE r.ticket_id = ? ORDER BY r.position`,
    )
    .all(ticketId)
    .map(({ activated, ...row }) => ({ ...row, inVisit: activated === 1 }));
}

/**
 * Takes a request of the open day, whose outcome was taken back, out of those that are followed up. Its account is no longer
 * counted; notice, reason, note and calls stay with the row, for the moment it is taken again.
 */
export function dropFollowUp(store: WritableStore, requestId: string): void {
  removeActivation(store, requestId);
  store
    .prepare<[string]>('UPDATE follow_up SET dropped = 1, settled_by = NULL WHERE request_id = ?')
    .run(requestId);
}
