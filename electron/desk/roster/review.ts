import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { ROSTER_LINE_STATES, type RosterLine, type RosterReview } from '#shared/contract/roster.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import { maskIdNumber } from '#shared/domain/identity/id-number.ts';
import { normaliseName } from '#shared/domain/identity/name.ts';
import { text } from '#shared/domain/values.ts';
import type { CommandCall, QueryCall } from '../desk-call.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { officeId } from '../store/rows/office-row.ts';
import {
  addMembers,
  changeMember,
  memberRows,
  membersLike,
  removeMember,
  rosterNamed,
  rosterRow,
  saveRoster,
  type MemberRow,
  type MemberValues,
  type RosterRow,
} from '../store/rows/roster-row.ts';
import type { ReadableStore } from '../store/store.ts';
import { readTableFile } from '../worker/read-table-file.ts';
import type { ListedLine, ListedPerson } from './read-roster.ts';
import { keepImport } from './take-back.ts';

/** What one line does when its review is applied. */
type Planned = { readonly line: number; readonly memberId: string | null; readonly values: MemberValues };
type Review = {
  readonly rosterId: string | null;
  readonly name: string;
  readonly fileName: string;
  /** Who stood on the roster when it was looked at. */
  readonly seen: string;
  readonly plan: readonly Planned[];
  readonly leaving: readonly string[];
};

/** Reviews live in memory alone, with the people they name; only so many are kept. */
const mostReviews = 3;
const mostLinesShown = 2_000;
/** So many lines are looked at before others have their turn. */
const linesAtOnce = 100;

const kept = new WeakMap<ReadableStore, Map<string, Review>>();

function reviewsOf(store: ReadableStore): Map<string, Review> {
  const reviews = kept.get(store.reader) ?? new Map<string, Review>();
  kept.set(store.reader, reviews);
  return reviews;
}

const valuesOf = (person: ListedPerson): MemberValues => ({
  full_name: person.fullName,
  id_number: person.idNumber,
  birth_date: person.birthDate,
  sex: person.sex,
  unit: person.unit,
  doubt: person.doubt,
});

/** Tells people of a roster, as lists give them, from others. */
function seenOf(members: readonly MemberRow[]): string {
  const said = members.map(({ id, full_name, id_number, birth_date, sex, unit, doubt }) => [
    id,
    full_name,
    id_number,
    birth_date,
    sex,
    unit,
    doubt,
  ]);
  return hash('sha256', JSON.stringify(said));
}

/** What a list would do to a roster, line by line (`roster.review`). */
export async function reviewRoster(
  { store, at }: QueryCall,
  input: { fileName: string; base64: string; rosterId?: string | undefined },
): Promise<RosterReview> {
  const office = officeId(store);
  const file = await readTableFile('read-roster', { ...input, today: localDay(at) });
  // A name that says nothing names no roster: it is asked for.
  const ownName = text(120).safeParse(
    normaliseName(file.agency ?? input.fileName.replace(/\.\w+$/, '')).slice(0, 120),
  );
  const name = ownName.success ? ownName.data : '';
  const roster = rosterOf(store, office, input.rosterId, name);
  const members = roster === undefined ? [] : memberRows(store, office, roster.id);
  const { lines, plan, stays } = await planOf(store, office, roster, members, file.lines);
  // Whose name was purged or erased can be on no list, and stays counted.
  const leaving = members.filter(({ id, full_name }) => full_name !== '' && !stays.has(id));
  const reviewId = newId();
  const reviews = reviewsOf(store);
  reviews.set(reviewId, {
    rosterId: roster?.id ?? null,
    name: roster?.name ?? name,
    fileName: input.fileName,
    seen: seenOf(members),
    plan,
    leaving: leaving.map(({ id }) => id),
  });
  for (const old of [...reviews.keys()].slice(0, -mostReviews)) reviews.delete(old);
  const byState = Map.groupBy(lines, ({ state }) => state);
  return {
    reviewId,
    fileName: input.fileName,
    format: file.format,
    rosterId: roster?.id ?? null,
    name: roster?.name ?? name,
    total: lines.length,
    counts: Object.fromEntries(
      ROSTER_LINE_STATES.map((state) => [state, byState.get(state)?.length ?? 0]),
    ) as RosterReview['counts'],
    lines: ROSTER_LINE_STATES.flatMap((state) => byState.get(state) ?? []).slice(0, mostLinesShown),
    leaving: leaving.map(({ id, full_name, unit }) => ({ memberId: id, fullName: full_name, unit })),
  };
}

function rosterOf(
  store: ReadableStore,
  office: string,
  id: string | undefined,
  name: string,
): RosterRow | undefined {
  if (id === undefined) return rosterNamed(store, office, name);
  const row = rosterRow(store, id);
  if (row === undefined) throw new Refusal({ code: 'unknown-roster' });
  return row;
}

/** Lines as they are shown and as they will be applied, with the members that the list still has. */
async function planOf(
  store: ReadableStore,
  office: string,
  roster: RosterRow | undefined,
  members: readonly MemberRow[],
  listed: readonly ListedLine[],
): Promise<{ lines: RosterLine[]; plan: Planned[]; stays: ReadonlySet<string> }> {
  const byNumber = new Map(
    members.flatMap((row) => (row.id_number === null ? [] : [[row.id_number, row] as const])),
  );
  const byName = Map.groupBy(members, ({ folded_name }) => folded_name);
  const numbers = new Set(listed.map(({ person }) => person?.idNumber ?? null));
  const stays = new Set<string>();
  /** By the number, else the one of that name whose number or birth date says nothing against it and who is on no line by the number. */
  const memberOf = ({ fullName, idNumber, birthDate }: ListedPerson): MemberRow | undefined => {
    const numbered = idNumber === null ? undefined : byNumber.get(idNumber);
    if (numbered !== undefined && !stays.has(numbered.id)) return numbered;
    const alike = (byName.get(foldName(fullName)) ?? []).filter(
      (row) =>
        !stays.has(row.id) &&
        (row.id_number === null || (idNumber === null && !numbers.has(row.id_number))) &&
        (row.birth_date === null ||
          birthDate === null ||
          row.birth_date.slice(0, 4) === birthDate.slice(0, 4)),
    );
    // Those whom nothing tells apart stand for one another, in their order.
    const [first] = alike;
    const isSure = alike.every(
      (row) => row.id_number === first?.id_number && row.birth_date === first.birth_date,
    );
    return isSure ? first : undefined;
  };
  const plan: Planned[] = [];
  const lineOf = ({ line, person, found, sameAs }: ListedLine): RosterLine => {
    const answer = (state: RosterLine['state'], others: string[] = []): RosterLine => ({
      line,
      state,
      fullName: person?.fullName ?? null,
      idNumberMasked: person === null || person.idNumber === null ? null : maskIdNumber(person.idNumber),
      birthDate: person?.birthDate ?? null,
      unit: person?.unit ?? null,
      doubt: person?.doubt ?? null,
      found,
      sameAs,
      others,
    });
    if (person === null) return answer('unreadable');
    if (sameAs !== null) return answer('doubled');
    const member = memberOf(person);
    const values = valuesOf(person);
    if (member !== undefined) {
      stays.add(member.id);
      // A list that leaves something out takes nothing away of what is known.
      const merged: MemberValues = {
        ...values,
        // Nor does it spoil a name with letters of an old font.
        full_name: values.doubt === 'name' ? member.full_name : values.full_name,
        id_number: values.id_number ?? member.id_number,
        birth_date: values.birth_date ?? member.birth_date,
        sex: values.sex ?? member.sex,
        unit: values.unit ?? member.unit,
        doubt: values.doubt === 'number' || values.doubt === 'name' ? member.doubt : values.doubt,
      };
      const isChanged = (Object.keys(merged) as (keyof MemberValues)[]).some(
        (key) => merged[key] !== member[key],
      );
      if (!isChanged) return answer('there');
      plan.push({ line, memberId: member.id, values: merged });
      return answer('changed');
    }
    plan.push({ line, memberId: null, values });
    if (person.doubt !== null) return answer('doubtful');
    const others =
      person.idNumber === null
        ? []
        : membersLike(store, office, { idNumber: person.idNumber, fullName: '' }).filter(
            ({ roster_id }) => roster_id !== roster?.id,
          );
    if (others.length > 0)
      return answer('elsewhere', [...new Set(others.map(({ roster_name }) => roster_name))]);
    return answer(person.idNumber === null ? 'no-number' : 'new');
  };
  const lines: RosterLine[] = [];
  for (const [at, one] of listed.entries()) {
    lines.push(lineOf(one));
    if (at % linesAtOnce === linesAtOnce - 1) await setImmediate();
  }
  return { lines, plan, stays };
}

/** Writes a review (`roster.apply`): all of it or, where it refuses, nothing. */
export function applyReview(
  call: CommandCall,
  input: {
    reviewId: string;
    skip?: number[] | undefined;
    keep?: string[] | undefined;
    agency?:
      | (Partial<Record<'name' | 'contact' | 'phone', string | undefined>> & {
          dueOn?: string | null | undefined;
          level?: RosterRow['level'] | undefined;
        })
      | undefined;
  },
): { rosterId: string; added: number; changed: number; left: number } {
  const { store } = call;
  const office = officeId(store);
  const review = reviewsOf(store).get(input.reviewId);
  if (review === undefined) throw new Refusal({ code: 'unknown-review' });
  const before = review.rosterId === null ? undefined : rosterRow(store, review.rosterId);
  if (review.rosterId !== null && before === undefined) throw new Refusal({ code: 'unknown-roster' });
  const members = before === undefined ? [] : memberRows(store, office, before.id);
  // Somebody changed the roster since: another window applied its list, or people left, were erased or purged.
  if (before !== undefined && seenOf(members) !== review.seen) throw new Refusal({ code: 'unknown-review' });
  const { agency } = input;
  const name = agency?.name ?? before?.name ?? review.name;
  if (name === '') throw new Refusal({ code: 'invalid-input', path: 'agency.name', reason: 'empty' });
  const other = rosterNamed(store, office, name);
  // A roster of that name was made since the review: what its people are was not looked at.
  if (other !== undefined && other.id !== before?.id)
    throw new Refusal({ code: 'roster-name-taken', name: other.name });
  const today = localDay(call.at);
  const rosterId = before?.id ?? newId();
  saveRoster(store, office, {
    id: rosterId,
    name,
    contact: agency?.contact ?? before?.contact ?? '',
    phone: agency?.phone ?? before?.phone ?? '',
    due_on: agency?.dueOn === undefined ? (before?.due_on ?? null) : agency.dueOn,
    level: agency?.level ?? before?.level ?? 'level-2',
    file_name: review.fileName,
    imported_on: today,
    used_on: today,
  });
  const skip = new Set(input.skip);
  const taken = review.plan.filter(({ line }) => !skip.has(line));
  const added = addMembers(
    store,
    office,
    rosterId,
    taken.filter(({ memberId }) => memberId === null).map(({ values }) => values),
  );
  const changed = taken.filter(({ memberId }) => memberId !== null);
  for (const { memberId, values } of changed) if (memberId !== null) changeMember(store, memberId, values);
  const keep = new Set(input.keep);
  const leaving = review.leaving.filter((id) => !keep.has(id));
  for (const id of leaving) removeMember(store, id, today);
  reviewsOf(store).delete(input.reviewId);
  const was = new Map(members.map((row) => [row.id, row]));
  const rowsOf = (ids: readonly (string | null)[]) => ids.flatMap((id) => was.get(id ?? '') ?? []);
  keepImport(store, office, rosterId, {
    before,
    added,
    changed: rowsOf(changed.map(({ memberId }) => memberId)),
    left: rowsOf(leaving),
  });
  const figures = { added: added.length, changed: changed.length, left: leaving.length };
  call.append({ name: 'roster.applied', data: { rosterId, ...figures } });
  return { rosterId, ...figures };
}
