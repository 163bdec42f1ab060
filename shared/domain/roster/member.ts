import { ageOn, type IsoDate } from '../calendar/business-date.ts';
import { ACCOUNT_LEVELS, type AccountLevel } from '../account/follow-up.ts';
import type { Outcome } from '../procedure/vocabulary.ts';

/**
 * Where a person of a roster stands, from the beginning to the end: not come yet, came and was sent home for papers, file taken,
 * account issued and not activated, activated and signed in (R11); or not asked of this person.
 */
export const MEMBER_STATES = ['not-yet', 'sent-home', 'taken', 'issued', 'activated', 'not-needed'] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

/** What is known of a person's account without a file of this desk. */
export type KnownState = 'taken' | 'issued' | 'activated';

/** How it is known: from files of this desk whose person was purged since, the extract, or a telephone an officer looked at. */
export const KNOWN_SOURCES = ['desk', 'extract', 'shown'] as const;
export type KnownSource = (typeof KNOWN_SOURCES)[number];

/** Why nothing is asked of a person who stands on a roster. */
export const EXEMPT_REASONS = ['moved-away', 'long-leave', 'foreigner', 'deceased', 'other'] as const;
export type ExemptReason = (typeof EXEMPT_REASONS)[number];

/** What of a line was doubtful and left out, to be asked when the person comes. */
export const MEMBER_DOUBTS = [
  'number',
  'birth-date',
  'number-against-birth',
  'number-against-sex',
  'name',
] as const;
export type MemberDoubt = (typeof MEMBER_DOUBTS)[number];

/** An account of a person that is followed up, as the desk has it. */
type MemberAccount = {
  readonly level: AccountLevel;
  readonly noticedOn: string | null;
  readonly activatedOn: string | null;
};

/** What the desk has of a person of a roster. */
export type MemberFacts = {
  readonly accounts: readonly MemberAccount[];
  /** Of the person's latest request for an account that has one. */
  readonly lastOutcome: Outcome | null;
  readonly known: KnownState | null;
  readonly exempt: ExemptReason | null;
};

function stateOf({ noticedOn, activatedOn }: MemberAccount): KnownState {
  if (activatedOn !== null) return 'activated';
  return noticedOn === null ? 'taken' : 'issued';
}

/** The state that is nearer to the end. */
export const further = <S extends MemberState>(a: S, b: S): S =>
  MEMBER_STATES.indexOf(b) > MEMBER_STATES.indexOf(a) ? b : a;

/** Where a person stands against the level that is asked: a level above it serves as well. */
export function memberState(asked: AccountLevel, facts: MemberFacts): MemberState {
  const serving = facts.accounts.filter(
    ({ level }) => ACCOUNT_LEVELS.indexOf(level) >= ACCOUNT_LEVELS.indexOf(asked),
  );
  const came: MemberState = facts.lastOutcome === 'papers-missing' ? 'sent-home' : 'not-yet';
  const reached = [
    ...serving.map(stateOf),
    ...(facts.known === null ? [] : [facts.known]),
  ].reduce<MemberState>(further, came);
  return facts.exempt !== null && reached !== 'activated' ? 'not-needed' : reached;
}

/** The highest account of a person that is filed, issued or activated; null where none is. */
export function memberLevel(asked: AccountLevel, facts: MemberFacts): AccountLevel | null {
  const levels = [...facts.accounts.map(({ level }) => level), ...(facts.known === null ? [] : [asked])];
  return levels.reduce<AccountLevel | null>(
    (highest, level) => (highest === 'level-2' || level === 'level-2' ? 'level-2' : level),
    null,
  );
}

/** Whether nothing is left to do for a person: such people leave the list that goes back to the agency. */
export function isDone(state: MemberState): boolean {
  return state === 'activated' || state === 'not-needed';
}

/** From this age on somebody on a roster is of the agency's staff; the list of a school names pupils as well. */
const STAFF_AGE = 18;

/** Whether somebody on a roster counts as staff on a day; without a birth date they do. */
export function countsAsStaff(birthDate: string | null, on: IsoDate): boolean {
  return birthDate === null || ageOn(birthDate, on).most >= STAFF_AGE;
}
