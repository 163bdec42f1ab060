import type { IsoDate } from '../calendar/business-date.ts';
import type { Outcome } from '../procedure/vocabulary.ts';

/** Why somebody is visited at home, in the words of the letter: "già yếu, bệnh tật, khó khăn trong việc đi lại…" (S4 III.6.2). */
export const HOME_REASONS = ['old', 'ill', 'hard-to-travel', 'other'] as const;
export type HomeReason = (typeof HOME_REASONS)[number];

/** Why nobody goes any more. */
export const HOME_END_REASONS = ['came', 'not-wanted', 'moved-away', 'deceased', 'other'] as const;
export type HomeEndReason = (typeof HOME_END_REASONS)[number];

/** Asked for, put into a visit, a number given there, done, or ended without. */
export const HOME_STATES = ['asked', 'planned', 'under-way', 'done', 'ended'] as const;
export type HomeState = (typeof HOME_STATES)[number];

/** What the desk has of a request for a visit at home. */
export type HomeFacts = {
  readonly wantedOn: IsoDate | null;
  readonly endedOn: IsoDate | null;
  /** The day of the visit it is put into, unless that was called off. */
  readonly plannedOn: IsoDate | null;
  /** Of the requests on tickets that were given for it, oldest first; null while one is open. */
  readonly outcomes: readonly (Outcome | null)[];
};

/** Outcomes after which somebody has to go there again. */
const AGAIN: readonly (Outcome | null)[] = ['papers-missing', 'left', 'cancelled'];

/** Where a request for a visit at home stands on a day. One that was sent for papers waits again until it is put into another visit. */
export function homeState({ endedOn, plannedOn, outcomes }: HomeFacts, today: IsoDate): HomeState {
  const last = outcomes.at(-1);
  if (last !== undefined && last !== null && !AGAIN.includes(last)) return 'done';
  if (endedOn !== null) return 'ended';
  if (last === null) return 'under-way';
  return plannedOn !== null && plannedOn >= today ? 'planned' : 'asked';
}

/** Whether the wanted day, or that of a visit on which nothing came of it, is past and nobody is to go. */
export function isOverdue(facts: HomeFacts, today: IsoDate): boolean {
  return (
    homeState(facts, today) === 'asked' &&
    [facts.plannedOn, facts.wantedOn].some((due) => due !== null && due < today)
  );
}

const byAddress = new Intl.Collator('vi', { numeric: true });

/** People to be visited in the order of a walk, as far as their addresses tell it: `Hẻm 4` before `Hẻm 12`. */
export function routeOrder<H extends { readonly address: string }>(homes: readonly H[]): H[] {
  return homes.toSorted((a, b) => byAddress.compare(a.address, b.address));
}
