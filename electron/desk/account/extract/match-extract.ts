import { setImmediate } from 'node:timers/promises';
import type { ExtractLine, ExtractTrouble } from '#shared/contract/follow-up.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import { maskIdNumber } from '#shared/domain/identity/id-number.ts';
import { membersLike, rosterRows } from '../../store/rows/roster-row.ts';
import type { ReadableStore } from '../../store/store.ts';
import { unpackLines, type PackedLines, type ReadLine } from './packed-lines.ts';

type CandidateRow = {
  request_id: string;
  person_id: string;
  folded_name: string;
  business_day: string;
  activated_on: string | null;
};

/**
 * Tells what each line would do here, in the order of the file; the desk gets its turn between the portions. A number alone
 * decides nothing where the file names the person: the name must agree when folded. Of several open requests the newest is
 * meant; two of one day are unclear. A line says of one account that it is activated: where one was activated since, it is
 * that one, and a line without a date does not say of which it speaks.
 */
export async function matchLines(
  store: ReadableStore,
  office: string,
  file: PackedLines,
  today: string,
  take: (line: ExtractLine, members: readonly string[]) => void,
): Promise<void> {
  const hasRosters = rosterRows(store, office).length > 0;
  for (const portion of unpackLines(file)) {
    for (const line of portion) {
      const matched = matchLine(store, office, line, today);
      const isListed =
        hasRosters && matched.state === 'unknown' && line.idNumber !== null && line.name !== null;
      const members = isListed ? membersListed(store, office, line.idNumber, line.name) : [];
      take(members.length === 0 ? matched : { ...matched, state: 'on-roster' }, members);
    }
    await setImmediate();
  }
}

function matchLine(store: ReadableStore, office: string, line: ReadLine, today: string): ExtractLine {
  const answer = (
    state: ExtractLine['state'],
    requestId: string | null = null,
    trouble: ExtractLine['trouble'] = null,
  ): ExtractLine => ({
    line: line.line,
    state,
    idNumberMasked: line.idNumber === null ? null : maskIdNumber(line.idNumber),
    nameInFile: line.name,
    activatedOn: line.activatedOn,
    requestId,
    trouble,
  });
  const unclear = (code: ExtractTrouble, requestId: string | null = null): ExtractLine =>
    answer('unclear', requestId, { code, column: '' });
  if (line.trouble !== null || line.idNumber === null) return answer('unreadable', null, line.trouble);
  if (line.doubled) return answer('doubled');
  if (!line.activated) return answer('not-activated');
  if (line.activatedOn !== null && line.activatedOn > today)
    return answer('unreadable', null, { code: 'in-future', column: '' });
  const sameNumber = candidates(store, office, line.idNumber);
  if (sameNumber.length === 0) return answer('unknown');
  const name = line.name === null ? null : foldName(line.name);
  const own = name === null ? sameNumber : sameNumber.filter((row) => row.folded_name === name);
  if (own.length === 0) return unclear('another-name');
  if (new Set(own.map((row) => row.folded_name)).size > 1) return unclear('several-people');
  const open = own.filter((row) => row.activated_on === null);
  const [newest, next] = open;
  const done = own.find((row) => row.activated_on !== null);
  if (newest === undefined) return answer('already', done?.request_id ?? null);
  if (done !== undefined && line.activatedOn === null) return unclear('which-account', newest.request_id);
  const since = own.find(
    ({ activated_on }) =>
      activated_on !== null && line.activatedOn !== null && activated_on >= line.activatedOn,
  );
  if (since !== undefined) return answer('already', since.request_id);
  if (next?.business_day === newest.business_day) return unclear('several-requests');
  if (line.activatedOn !== null && line.activatedOn < newest.business_day)
    return unclear('before-request', newest.request_id);
  return answer('new', newest.request_id);
}

/** People of rosters who bear a number and a name, and are not known to be activated. */
function membersListed(store: ReadableStore, office: string, idNumber: string, name: string): string[] {
  return membersLike(store, office, { idNumber, fullName: '' })
    .filter((row) => row.known !== 'activated' && row.folded_name === foldName(name))
    .map(({ id }) => id);
}

/** The follow-ups of everybody who bears a number, newest first. */
function candidates(store: ReadableStore, office: string, idNumber: string): CandidateRow[] {
  return store
    .prepare<[string, string], CandidateRow>(
      `SELECT f.request_id, f.person_id, p.folded_name, f.business_day, f.activated_on
       FROM person p JOIN follow_up f ON f.person_id = p.id
       WHERE p.office_id = ? AND p.id_number = ? AND f.dropped = 0 ORDER BY f.business_day DESC, f.request_id DESC LIMIT 50`,
    )
    .all(office, idNumber);
}
