import type { Procedure } from '../procedure/vocabulary.ts';
import type { AccountLevel } from './follow-up.ts';
import { accountLevel } from './level.ts';

/** A taken request of one person from which an account comes, wherever it was taken. Instants are UTC text. */
type AccountCase = {
  readonly requestId: string;
  readonly procedure: Procedure;
  readonly businessDay: string;
  readonly takenAt: string;
  /** When somebody saw the account activated; null: nobody did. */
  readonly activatedAt: string | null;
};

/** What becomes of a case: `counts` where its activation is the one that counts, `settledBy` the request whose activation counts instead. */
type SettledCase = {
  readonly level: AccountLevel;
  readonly counts: boolean;
  readonly settledBy: string | null;
};

type Live = AccountCase & { level: AccountLevel; counts: boolean; settledBy: string | null };

const isOpen = (one: Live): boolean => !one.counts && one.settledBy === null;

/**
 * Which requests of one person count an account when what several desks did is laid together in the order in which it happened, as one
 * desk would have written it: an account of a level counts once, by whoever saw it first, and settles every other open request for it.
 */
export function settleAccounts(cases: readonly AccountCase[]): ReadonlyMap<string, SettledCase> {
  const taken: Live[] = [];
  const steps = cases
    .flatMap((one) => {
      const live: Live = { ...one, level: accountLevel(one.procedure), counts: false, settledBy: null };
      const begins = { at: one.takenAt, id: one.requestId, live, activates: false };
      return one.activatedAt === null
        ? [begins]
        : [begins, { ...begins, at: one.activatedAt, activates: true }];
    })
    .sort(
      (a, b) =>
        a.at.localeCompare(b.at) || a.id.localeCompare(b.id) || Number(a.activates) - Number(b.activates),
    );
  for (const { live, activates } of steps) {
    if (!activates) {
      if (live.procedure === 'activate') live.level = levelOfVisit(taken);
      taken.push(live);
    }
    const standing = taken.find((one) => one.level === live.level && one.counts);
    if (standing !== undefined) {
      if (standing !== live) live.settledBy = standing.requestId;
    } else if (activates) {
      for (const one of taken) if (one.level === live.level && isOpen(one)) one.settledBy = live.requestId;
      live.settledBy = null;
      live.counts = true;
    }
  }
  return new Map(
    taken.map(({ requestId, level, counts, settledBy }) => [requestId, { level, counts, settledBy }]),
  );
}

/** A visit to activate is for the person's latest open file, or the latest one when none is open. */
function levelOfVisit(taken: readonly Live[]): AccountLevel {
  const [latest] = taken
    .filter(({ procedure }) => procedure !== 'activate')
    .sort(
      (a, b) =>
        Number(isOpen(b)) - Number(isOpen(a)) ||
        b.businessDay.localeCompare(a.businessDay) ||
        b.requestId.localeCompare(a.requestId),
    );
  return latest?.level ?? accountLevel('activate');
}
