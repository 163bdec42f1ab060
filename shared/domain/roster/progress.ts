import type { AccountLevel } from '../account/follow-up.ts';
import type { Rounding } from '../procedure/vocabulary.ts';
import { paceNeeded, percentHundredths } from '../report/progress.ts';
import type { MemberState } from './member.ts';

/** How far a roster has come: people who left it are not in it. */
type RosterFigures = {
  readonly people: number;
  /** A file was taken, or more. */
  readonly registered: number;
  /** The account was issued, or activated. */
  readonly issued: number;
  readonly activated: number;
  readonly sentHome: number;
  readonly notYet: number;
  readonly notNeeded: number;
  /** People whose highest account is of the level. */
  readonly level1: number;
  readonly level2: number;
  /** Hundredths of a percent of activated over those of whom it is asked, by the pack's rounding; null where it is asked of nobody. */
  readonly percent: number | null;
  /** People to be activated on each working day that is left, rounded up; null where nobody is left, or no day, or no due date. */
  readonly pace: number | null;
};

/** Counts where the people of a roster stand. `workingDaysLeft` is null without a due date. */
export function rosterFigures(
  members: readonly { readonly state: MemberState; readonly level: AccountLevel | null }[],
  workingDaysLeft: number | null,
  rounding: Rounding,
): RosterFigures {
  const of = (...states: readonly MemberState[]): number =>
    members.filter(({ state }) => states.includes(state)).length;
  const people = members.length;
  const activated = of('activated');
  const notNeeded = of('not-needed');
  const asked = people - notNeeded;
  return {
    people,
    registered: of('taken', 'issued', 'activated'),
    issued: of('issued', 'activated'),
    activated,
    sentHome: of('sent-home'),
    notYet: of('not-yet'),
    notNeeded,
    level1: members.filter(({ level }) => level === 'level-1').length,
    level2: members.filter(({ level }) => level === 'level-2').length,
    percent: percentHundredths(activated, asked, rounding),
    pace: workingDaysLeft === null ? null : paceNeeded(asked - activated, workingDaysLeft),
  };
}
