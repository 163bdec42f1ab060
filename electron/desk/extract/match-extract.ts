import { setImmediate } from 'node:timers/promises';
import type { ExtractLine } from '#shared/contract/follow-up.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import { maskIdNumber } from '#shared/domain/identity/id-number.ts';
import type { Store } from '../store/store.ts';
import type { ReadLine } from './read-extract.ts';

type CandidateRow = {
  request_id: string;
  person_id: string;
  folded_name: string;
  business_day: string;
  activated_on: string | null;
};

/** Lines matched before the desk gets its turn again. */
const atOnce = 200;

/**
 * What each line would do here. A number alone decides nothing where the file names the person: the name must agree when
 * folded. Of several open requests the newest is meant; two of one day are unclear.
 */
export async function matchLines(
  store: Store,
  office: string,
  lines: readonly ReadLine[],
  today: string,
): Promise<ExtractLine[]> {
  const doubled = doubledLines(lines);
  const matched: ExtractLine[] = [];
  for (const [index, line] of lines.entries()) {
    if (index % atOnce === atOnce - 1) await setImmediate();
    matched.push(matchLine(store, office, line, today, doubled.has(line.line)));
  }
  return matched;
}

/** The later lines of a person who stands there twice, and all of them where they say different things. */
function doubledLines(lines: readonly ReadLine[]): ReadonlySet<number> {
  const byNumber = new Map<string, ReadLine[]>();
  for (const line of lines) {
    if (line.idNumber === null) continue;
    const same = byNumber.get(line.idNumber);
    if (same === undefined) byNumber.set(line.idNumber, [line]);
    else same.push(line);
  }
  const doubled = new Set<number>();
  for (const same of byNumber.values()) {
    if (same.length < 2) continue;
    const says = ({ name, activated, activatedOn, trouble }: ReadLine): string =>
      JSON.stringify([foldName(name ?? ''), activated, activatedOn, trouble]);
    const agree = new Set(same.map(says)).size === 1;
    for (const line of agree ? same.slice(1) : same) doubled.add(line.line);
  }
  return doubled;
}

function matchLine(
  store: Store,
  office: string,
  line: ReadLine,
  today: string,
  isDoubled: boolean,
): ExtractLine {
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
  const unclear = (code: string, requestId: string | null = null): ExtractLine =>
    answer('unclear', requestId, { code, column: '' });
  if (line.trouble !== null || line.idNumber === null) return answer('unreadable', null, line.trouble);
  if (isDoubled) return answer('doubled');
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
  if (newest === undefined) return answer('already', own[0]?.request_id ?? null);
  if (next?.business_day === newest.business_day) return unclear('several-requests');
  if (line.activatedOn !== null && line.activatedOn < newest.business_day)
    return unclear('before-request', newest.request_id);
  return answer('new', newest.request_id);
}

/** The follow-ups of everybody who bears a number, newest first. */
function candidates(store: Store, office: string, idNumber: string): CandidateRow[] {
  return store
    .prepare<[string, string], CandidateRow>(
      `SELECT f.request_id, f.person_id, p.folded_name, f.business_day, f.activated_on
       FROM person p JOIN follow_up f ON f.person_id = p.id
       WHERE p.office_id = ? AND p.id_number = ? AND f.dropped = 0 ORDER BY f.business_day DESC, f.request_id DESC LIMIT 50`,
    )
    .all(office, idNumber);
}
