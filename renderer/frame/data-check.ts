import type { Health } from '#shared/contract/system.ts';

/** A comparison of fewer pages is over before anybody has read that it goes on. */
const LONG_PAGES = 5_000;

/** Whether the desk is comparing a large database just now. */
export function isLongCheck({ checks }: Health): boolean {
  return checks?.pages.state === 'checking' && checks.pages.total > LONG_PAGES;
}

/** How much of the database has been compared. */
export function checkedPercent({ checks }: Health): number {
  return checks === null ? 0 : Math.floor((100 * checks.pages.checked) / Math.max(checks.pages.total, 1));
}

/** Whether the desk found something in its own data that is not as it was written. */
export function isDataWrong({ store, checks }: Health): boolean {
  return store.integrity !== 'ok' || checks?.events.firstBroken != null;
}
