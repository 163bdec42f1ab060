import { setImmediate as letOthersWork } from 'node:timers/promises';
import { settleAccounts } from '#shared/domain/account/settle-accounts.ts';
import type { ActivationSource } from '#shared/domain/account/follow-up.ts';
import type { Procedure } from '#shared/domain/procedure/vocabulary.ts';
import {
  addActivationRow,
  endActivationRow,
  removeActivationRow,
  setAccountLevel,
  setSettledBy,
} from '../store/rows/account-row.ts';
import { accountOfRequest, accountsOfPerson, hasOthers, type AccountRow } from '../store/rows/arrival-row.ts';
import { chainHead, happenedBeside } from '../store/rows/event-row.ts';
import { addCorrection } from '../store/rows/day-layer-row.ts';
import { dayRow } from '../store/rows/day-row.ts';
import { setRequestActivated } from '../store/rows/request-row.ts';
import { reportVersion } from '../store/rows/report-row.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';

/** An account that a desk on the road counted on one of its days. */
type ArrivingActivation = {
  readonly requestId: string;
  readonly countedOn: string;
  readonly activatedOn: string;
  readonly source: ActivationSource;
};

/** The version of the report of a day that counts what is written of it now: 1 while it is open. */
export function countingVersion(store: ReadableStore, office: string, day: string): number {
  return dayRow(store, office, day)?.closed_at === null ? 1 : (reportVersion(store, office, day) ?? 0) + 1;
}

/** The version of a day that counts what is written now, asked of the store once for each day. */
type VersionOf = (day: string) => number;

type ReadAccount = { readonly row: AccountRow | undefined; readonly isAlone: boolean };

/** Accounts as they were after an event of this desk. */
export type ReadAccounts = { readonly after: number; readonly of: ReadonlyMap<string, ReadAccount> };

/** One step in milliseconds: a call that comes meanwhile waits for no more than the step. */
const STEP_MS = 12;
/** What may happen meanwhile without touching an account. */
const HARMLESS = [
  'ticket.issued',
  'ticket.called',
  'ticket.recalled',
  'ticket.started',
  'request.paper-set',
  'print.queued',
  'print.marked',
  'reads.counted',
] as const;

function readAccount(store: ReadableStore, requestId: string): ReadAccount {
  const row = accountOfRequest(store, requestId);
  return { row, isAlone: row !== undefined && (row.person_id === null || !hasOthers(store, row.person_id)) };
}

/** Reads accounts that a pack activates, in steps, before the transaction that counts them. */
export async function readAccounts(
  store: ReadableStore,
  requestIds: readonly string[],
): Promise<ReadAccounts> {
  const after = chainHead(store).number;
  const of = new Map<string, ReadAccount>();
  let until = performance.now() + STEP_MS;
  for (const requestId of requestIds) {
    of.set(requestId, readAccount(store, requestId));
    if (performance.now() < until) continue;
    await letOthersWork();
    until = performance.now() + STEP_MS;
  }
  return { after, of };
}

/** The same, or nothing where anything has happened since that may touch an account. */
export function stillRead(store: ReadableStore, { after, of }: ReadAccounts): ReadAccounts['of'] {
  return happenedBeside(store, after, HARMLESS) ? new Map<string, ReadAccount>() : of;
}

/**
 * Lays the accounts of people together that this desk and a team had to do with, and the accounts that nobody is known of. Answers the
 * closed days whose figures change by it. What was `read` before is not read again. In the caller's transaction.
 */
export function settlePeople(
  store: WritableStore,
  office: string,
  people: Iterable<string>,
  arriving: ReadonlyMap<string, ArrivingActivation>,
  read: ReadAccounts['of'],
): Set<string> {
  const changed = new Set<string>();
  const cases = new Set(people);
  const versions = new Map<string, number>();
  const versionOf: VersionOf = (day) => {
    const version = versions.get(day) ?? countingVersion(store, office, day);
    versions.set(day, version);
    return version;
  };
  for (const [requestId, activation] of arriving) {
    const { row, isAlone } = read.get(requestId) ?? readAccount(store, requestId);
    if (row === undefined) continue;
    if (row.person_id !== null && !isAlone) cases.add(row.person_id);
    else count(store, office, row, activation, versionOf);
  }
  for (const person of cases) settlePerson(store, office, person, arriving, changed, versionOf);
  return changed;
}

const endOf = (day: string): string => `${day}T16:59:59.000Z`;

function settlePerson(
  store: WritableStore,
  office: string,
  person: string,
  arriving: ReadonlyMap<string, ArrivingActivation>,
  changed: Set<string>,
  versionOf: VersionOf,
): void {
  const rows = accountsOfPerson(store, person);
  const settled = settleAccounts(
    rows.map((row) => {
      const countedOn = row.counted_on ?? arriving.get(row.request_id)?.countedOn ?? null;
      return {
        requestId: row.request_id,
        procedure: row.procedure as Procedure,
        businessDay: row.business_day,
        takenAt: row.taken_at,
        activatedAt: countedOn === null ? null : row.in_visit === 1 ? row.taken_at : endOf(countedOn),
      };
    }),
  );
  const laid = rows.flatMap((row) => {
    const found = settled.get(row.request_id);
    return found === undefined ? [] : [{ row, ...found }];
  });
  for (const { row, level } of laid) if (level !== row.level) setAccountLevel(store, row.request_id, level);
  for (const { row, counts } of laid) {
    if (counts) continue;
    if (row.counted_on !== null) uncount(store, office, row, row.counted_on, changed);
    else if (row.arriving === 1 && row.in_visit === 1) setRequestActivated(store, row.request_id, false);
  }
  for (const { row, level, counts } of laid) {
    const activation = arriving.get(row.request_id);
    if (counts && row.counted_on === null && activation !== undefined)
      count(store, office, { ...row, level }, activation, versionOf);
  }
  for (const { row, settledBy } of laid)
    if (settledBy !== null) setSettledBy(store, row.request_id, settledBy);
}

function count(
  store: WritableStore,
  office: string,
  row: AccountRow,
  how: ArrivingActivation,
  versionOf: VersionOf,
): void {
  if (row.counted_on !== null) return;
  addActivationRow(store, office, row, { ...how, version: versionOf(how.countedOn) });
}

/** Somebody else saw the account before: it counts there. */
function uncount(
  store: WritableStore,
  office: string,
  row: AccountRow,
  countedOn: string,
  changed: Set<string>,
): void {
  const isOpen = (day: string): boolean => dayRow(store, office, day)?.closed_at === null;
  if (isOpen(countedOn)) removeActivationRow(store, row.request_id);
  else {
    endActivationRow(store, row.request_id, countingVersion(store, office, countedOn));
    changed.add(countedOn);
  }
  if (row.in_visit === 0) return;
  if (row.arriving === 1 || isOpen(row.business_day)) {
    setRequestActivated(store, row.request_id, false);
    return;
  }
  const version = countingVersion(store, office, row.business_day);
  addCorrection(
    store,
    { office, day: row.business_day, version },
    { id: row.request_id, outcome: 'taken', activated: false },
  );
  changed.add(row.business_day);
}
