import {
  addActivationRow,
  addFollowUp,
  dropFollowUpRow,
  removeActivationRow,
  reopenFollowUp,
  settleFollowUp,
  settleOthers,
  unsettle,
} from '../store/rows/account-row.ts';
import type { EventData } from '#shared/contract/event.ts';
import type { AccountLevel, ActivationSource } from '#shared/domain/account/follow-up.ts';
import { accountLevel } from '#shared/domain/account/level.ts';
import type { Procedure } from '#shared/domain/procedure/vocabulary.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';

/** A request as its follow-up begins. */
type FollowedRequest = {
  readonly id: string;
  readonly procedure: Procedure;
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
  request: FollowedRequest & { readonly dueOn: string | null },
  activated: boolean,
  version = 1,
): boolean {
  const { id, procedure, person_id } = request;
  addFollowUp(
    store,
    office,
    day,
    { request_id: id, procedure, level: levelOf(store, request), person_id },
    request.dueOn,
  );
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
  settleFollowUp(store, row.request_id, counted.request_id, {
    activatedOn: counted.activated_on,
    source: counted.source,
  });
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
  addActivationRow(store, office, row, { ...how, version: how.version ?? 1 });
  const { person_id } = row;
  if (person_id !== null) settleOthers(store, { ...row, person_id }, how);
  return true;
}

/** Takes an activation back that the open day counts. */
export function removeActivation(store: WritableStore, requestId: string): void {
  removeActivationRow(store, requestId);
  reopenFollowUp(store, requestId);
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
  dropFollowUpRow(store, requestId);
  unsettle(store, requestId);
}
