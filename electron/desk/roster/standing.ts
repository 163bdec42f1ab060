import type { AccountLevel } from '#shared/domain/account/follow-up.ts';
import {
  memberLevel,
  memberState,
  type MemberFacts,
  type MemberState,
} from '#shared/domain/roster/member.ts';
import type { ReadableStore } from '../store/store.ts';
import { memberFacts, type FactRow, type MemberRow, type MemberScope } from '../store/rows/roster-row.ts';

/** Where a person of a roster stands. */
export type Standing = {
  readonly state: MemberState;
  readonly level: AccountLevel | null;
  /** The desk's rows of the person, oldest first. */
  readonly facts: readonly FactRow[];
};

/** Tells where each of these people of a scope stands, from the desk's rows as they are now. */
export function standings(
  store: ReadableStore,
  office: string,
  members: readonly MemberRow[],
  askedOf: (rosterId: string) => AccountLevel,
  scope: MemberScope,
): ReadonlyMap<string, Standing> {
  const byMember = new Map<string, FactRow[]>();
  for (const row of memberFacts(store, office, scope)) {
    const rows = byMember.get(row.member_id);
    if (rows === undefined) byMember.set(row.member_id, [row]);
    else rows.push(row);
  }
  return new Map(
    members.map((member) => {
      const facts = byMember.get(member.id) ?? [];
      const asked = askedOf(member.roster_id);
      const known = factsOf(member, facts);
      return [member.id, { state: memberState(asked, known), level: memberLevel(asked, known), facts }];
    }),
  );
}

/** How many rows the desk has of some people of a roster: one more for each account and each outcome. */
export function countFacts(
  store: ReadableStore,
  office: string,
  rosterId: string,
  members: ReadonlySet<string>,
): number {
  return memberFacts(store, office, { rosterId }).filter(({ member_id }) => members.has(member_id)).length;
}

function factsOf(member: MemberRow, facts: readonly FactRow[]): MemberFacts {
  return {
    accounts: facts.flatMap(({ level, noticed_on, activated_on }) =>
      level === null ? [] : [{ level, noticedOn: noticed_on, activatedOn: activated_on }],
    ),
    lastOutcome: facts.findLast(({ outcome }) => outcome !== null)?.outcome ?? null,
    known: member.known,
    exempt: member.exempt,
  };
}
