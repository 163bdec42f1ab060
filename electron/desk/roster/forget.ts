import type { KnownState } from '#shared/domain/roster/member.ts';
import {
  keepKnown,
  memberRows,
  membersOfPerson,
  rosterRow,
  setPurged,
  type MemberRow,
  type MemberScope,
  type RosterRow,
} from '../store/rows/roster-row.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { standings } from './standing.ts';
import { settleImport, settleImports } from './take-back.ts';

/** What the desk knows of each of these people's accounts, as far as it will be known without their files. */
function knownOf(
  store: ReadableStore,
  office: string,
  members: readonly MemberRow[],
  scope: MemberScope,
): ReadonlyMap<string, KnownState | null> {
  const standing = standings(
    store,
    office,
    members.map((member) => ({ ...member, exempt: null })),
    (id) => rosterRow(store, id)?.level ?? 'level-2',
    scope,
  );
  return new Map(
    members.map(({ id }) => {
      const state = standing.get(id)?.state;
      return [id, state === 'taken' || state === 'issued' || state === 'activated' ? state : null];
    }),
  );
}

/** Keeps the figures of a roster without the names of its people, in the caller's transaction; answers how many they were. */
export function forgetRoster(store: WritableStore, office: string, row: Pick<RosterRow, 'id'>): number {
  settleImport(store, row.id);
  const members = memberRows(store, office, row.id);
  const known = knownOf(store, office, members, { rosterId: row.id });
  for (const { id } of members) keepKnown(store, id, known.get(id) ?? null, true);
  setPurged(store, row.id);
  return members.length;
}

/** Before a person goes: rosters keep how far they came, and with `nameless` nothing else of them. */
export function forgetOnRosters(
  store: WritableStore,
  office: string,
  personId: string,
  nameless: boolean,
): void {
  if (nameless) settleImports(store);
  for (const member of membersOfPerson(store, personId)) {
    settleImport(store, member.roster_id);
    const known = knownOf(store, office, [member], { memberId: member.id });
    keepKnown(store, member.id, known.get(member.id) ?? null, nameless);
  }
}
