import {
  further,
  type ExemptReason,
  type KnownSource,
  type KnownState,
} from '#shared/domain/roster/member.ts';
import { endHomeVisit, hasHomeVisit } from '../store/rows/home-visit-row.ts';
import { insertPacked, type Packed } from '../store/rows/packed-row.ts';
import { markMember, matchMember, memberRow, rosterRow, type MemberRow } from '../store/rows/roster-row.ts';
import { personOfRequest } from '../store/rows/request-row.ts';
import { visitRow } from '../store/rows/visit-row.ts';
import type { WritableStore } from '../store/store.ts';
import type { PackHead } from './packed-day.ts';

function textOf(row: Packed, column: string): string | null {
  const value = row[column];
  return typeof value === 'string' ? value : null;
}

/** Visits that began on the road, and what was learned there of people to be visited. Plans of home stay as home has them. */
export function arriveVisits(store: WritableStore, office: string, head: PackHead): void {
  const own = { office_id: office };
  for (const row of head.visit) {
    if (visitRow(store, textOf(row, 'id') ?? '') !== undefined) continue;
    const roster = textOf(row, 'roster_id');
    const isHere = roster !== null && rosterRow(store, roster) !== undefined;
    insertPacked(store, 'visit', row, { ...own, roster_id: isHere ? roster : null });
  }
  for (const row of head.home_visit) {
    const id = textOf(row, 'id') ?? '';
    const endedOn = textOf(row, 'ended_on');
    if (!hasHomeVisit(store, id)) insertPacked(store, 'home_visit', row, own);
    else if (endedOn !== null) endHomeVisit(store, id, endedOn, textOf(row, 'end_reason'));
  }
}

/** What was seen on the road of people on rosters that home still has. To be called when the tickets are here. */
export function arriveMembers(store: WritableStore, office: string, head: PackHead): void {
  for (const row of head.roster_member) {
    const id = textOf(row, 'id') ?? '';
    if (rosterRow(store, textOf(row, 'roster_id') ?? '')?.purged !== 0) continue;
    if (memberRow(store, id) === undefined)
      insertPacked(store, 'roster_member', row, { office_id: office }, true);
    const member = memberRow(store, id);
    // Who left the roster meanwhile stays away.
    if (member === undefined) continue;
    markMember(store, id, {
      ...furtherOf(member, row),
      exempt: member.exempt ?? (textOf(row, 'exempt') as ExemptReason | null),
    });
    if (member.person_id === null) matchMember(store, id, personOfRequest(store, textOf(row, 'request_id')));
  }
}

/** What is known of an account: the state that is nearer to the end, with its source. */
function furtherOf(member: MemberRow, row: Packed): Pick<MemberRow, 'known' | 'known_by'> {
  const known = textOf(row, 'known') as KnownState | null;
  if (known === null || (member.known !== null && further(member.known, known) === member.known))
    return member;
  return { known, known_by: textOf(row, 'known_by') as KnownSource | null };
}
