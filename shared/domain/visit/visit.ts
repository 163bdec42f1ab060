import { ageOn, type IsoDate } from '../calendar/business-date.ts';
import type { AccountLevel } from '../account/follow-up.ts';
import type { Procedure, Subject } from '../procedure/vocabulary.ts';
import type { MemberState } from '../roster/member.ts';

/** Where a team goes: to people who gather somewhere, or from house to house (S4 III.6.2). */
export const VISIT_SITES = ['mobile', 'home'] as const;
export type VisitSite = (typeof VISIT_SITES)[number];

/** How a visit stands: called off, not there yet, on its day, or over. */
export const VISIT_STATES = ['called-off', 'to-come', 'today', 'over'] as const;
export type VisitState = (typeof VISIT_STATES)[number];

export function visitState(
  { day, calledOffOn }: { readonly day: IsoDate; readonly calledOffOn: IsoDate | null },
  today: IsoDate,
): VisitState {
  if (calledOffOn !== null) return 'called-off';
  return day > today ? 'to-come' : day === today ? 'today' : 'over';
}

/** The visit of a day that goes on at a local time `HH:MM`: the one begun last, else the first; undefined where there is none. */
export function visitAt<V extends { readonly starts: string }>(
  visits: readonly V[],
  time: string,
): V | undefined {
  const inOrder = visits.toSorted((a, b) => (a.starts < b.starts ? -1 : 1));
  return inOrder.findLast(({ starts }) => starts <= time) ?? inOrder[0];
}

/** Below this age a citizen comes with a parent (both packs). */
const GROWN_UP = 14;

/** For whom a request at a visit is: a child where the birth date says so. */
export function intakeSubject(birthDate: string | null, on: IsoDate): Extract<Subject, 'citizen' | 'child'> {
  return birthDate !== null && ageOn(birthDate, on).most < GROWN_UP ? 'child' : 'citizen';
}

/** What somebody of a roster needs: the account that is asked, or, once its file was taken, to activate it. */
export function intakeProcedure(asked: AccountLevel, state: MemberState): Procedure {
  return state === 'taken' || state === 'issued' ? 'activate' : asked;
}

/** A family on one ticket: grown-ups before children, whose telephone is theirs. */
export function familyOrder<P extends { readonly birthDate: string | null }>(
  people: readonly P[],
  on: IsoDate,
): P[] {
  const isChild = ({ birthDate }: P): boolean => intakeSubject(birthDate, on) === 'child';
  return [...people.filter((one) => !isChild(one)), ...people.filter(isChild)];
}
