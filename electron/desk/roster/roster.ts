import type { Member, Roster } from '#shared/contract/roster.ts';
import { addDays, localDay } from '#shared/domain/calendar/business-date.ts';
import { workingDays, type OfficeCalendar } from '#shared/domain/calendar/office-calendar.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import { maskIdNumber } from '#shared/domain/identity/id-number.ts';
import { further, isDone } from '#shared/domain/roster/member.ts';
import { rosterFigures } from '#shared/domain/roster/progress.ts';
import type { RosterList } from '../../books/roster-list.ts';
import type { QueryCall, Services } from '../desk-call.ts';
import { calendarOf } from '../law/calendar.ts';
import { reportingOf } from '../law/rule-packs.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { officeId } from '../store/rows/office-row.ts';
import { personRow } from '../store/rows/person-row.ts';
import {
  addMembers,
  endRoster,
  markMember,
  forgetRefusals,
  matchMember,
  maybePeople,
  memberRow,
  memberRows,
  membersLike,
  refuseMatch,
  removeMember,
  rosterNamed,
  rosterRow,
  rosterRows,
  saveRoster,
  type MemberRow,
  type RosterRow,
} from '../store/rows/roster-row.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { forgetRoster } from './forget.ts';
import { applyReview, reviewRoster } from './review.ts';
import { lastImport, settleImport, takeBackImport } from './take-back.ts';
import { standings, type Standing } from './standing.ts';

/** A roster that has not ended; refuses with `unknown-roster`. */
export function findRoster(store: ReadableStore, id: string): RosterRow {
  const row = rosterRow(store, id);
  if (row === undefined) throw new Refusal({ code: 'unknown-roster' });
  return row;
}

function findMember(store: ReadableStore, id: string): MemberRow {
  const row = memberRow(store, id);
  if (row === undefined) throw new Refusal({ code: 'unknown-member' });
  return row;
}

/** Days of work from today to the due date, both counted; null without one. */
function daysLeft(dueOn: string | null, today: string, calendar: OfficeCalendar): number | null {
  // Nobody is given longer than a year; a slip of the finger must not count days for ever.
  const last = addDays(today, 400);
  return dueOn === null ? null : workingDays(today, dueOn < last ? dueOn : last, calendar).length;
}

/** Some rosters with the figures of their people. */
function withFigures(call: QueryCall, office: string, rows: readonly RosterRow[]): Roster[] {
  const { store } = call;
  const today = localDay(call.at);
  const calendar = calendarOf(store, office);
  const rounding = reportingOf(store, office, today).rounding.value;
  const [only] = rows;
  const members = memberRows(store, office, rows.length === 1 ? only?.id : undefined);
  const level = new Map(rows.map((row) => [row.id, row.level]));
  const standing = standings(
    store,
    office,
    members,
    (id) => level.get(id) ?? 'level-2',
    only !== undefined && rows.length === 1 ? { rosterId: only.id } : null,
  );
  // Once for each due date: many agencies have the same.
  const daysTo = new Map(
    [...new Set(rows.map((row) => row.due_on))].map((due) => [due, daysLeft(due, today, calendar)]),
  );
  const byRoster = Map.groupBy(members, ({ roster_id }) => roster_id);
  return rows.map((row) => {
    const left = daysTo.get(row.due_on) ?? null;
    const people = (byRoster.get(row.id) ?? [])
      .map(({ id }) => standing.get(id))
      .filter((one) => one !== undefined);
    return {
      rosterId: row.id,
      name: row.name,
      contact: row.contact,
      phone: row.phone,
      dueOn: row.due_on,
      level: row.level,
      fileName: row.file_name,
      importedOn: row.imported_on,
      purged: row.purged === 1,
      takesBack: lastImport(store, office, row.id) !== undefined,
      workingDaysLeft: left,
      figures: rosterFigures(people, left, rounding),
    };
  });
}

/** Who of a roster is not done, in its order, for a file. Nobody whose name is gone. Refuses with `unknown-roster`. */
export function rosterList(
  call: QueryCall,
  { rosterId, unmasked }: { readonly rosterId: string; readonly unmasked: boolean },
): Omit<RosterList, 'office'> {
  const { store } = call;
  const { name, level, due_on } = findRoster(store, rosterId);
  const numbers = new Map(memberRows(store, officeId(store), rosterId).map((row) => [row.id, row.id_number]));
  const all = members(call, rosterId);
  return {
    rosterId,
    agency: name,
    level,
    dueOn: due_on,
    on: localDay(call.at),
    masked: !unmasked,
    people: all.length,
    rows: all
      .filter(({ fullName, state }) => fullName !== '' && !isDone(state))
      .map(({ memberId, fullName, birthDate, idNumberMasked, unit, state, dueOn, exempt, doubt }) => ({
        fullName,
        birthDate,
        idNumber: unmasked ? (numbers.get(memberId) ?? null) : idNumberMasked,
        unit,
        state,
        dueOn,
        exempt,
        doubt,
      })),
  };
}

function asMember(row: MemberRow, { state, level, facts }: Standing, maybe: Member['maybe']): Member {
  const last = facts.at(-1);
  return {
    memberId: row.id,
    fullName: row.full_name,
    idNumberMasked: row.id_number === null ? null : maskIdNumber(row.id_number),
    birthDate: row.birth_date,
    unit: row.unit,
    doubt: row.doubt,
    state,
    level,
    cameOn: last?.business_day ?? null,
    dueOn: facts.findLast(({ due_on }) => due_on !== null)?.due_on ?? null,
    lastOutcome: facts.findLast(({ outcome }) => outcome !== null)?.outcome ?? null,
    known: row.known_by,
    exempt: row.exempt,
    maybe,
  };
}

function members({ store }: QueryCall, rosterId: string): Member[] {
  const office = officeId(store);
  const roster = findRoster(store, rosterId);
  const rows = memberRows(store, office, rosterId);
  const standing = standings(store, office, rows, () => roster.level, { rosterId });
  const maybe = new Map(maybePeople(store, office, rosterId).map((row) => [row.member_id, row]));
  return rows.flatMap((row) => {
    const at = standing.get(row.id);
    const like = maybe.get(row.id);
    return at === undefined
      ? []
      : [
          asMember(
            row,
            at,
            like === undefined
              ? null
              : { personId: like.person_id, fullName: like.full_name, lastDay: like.last_day },
          ),
        ];
  });
}

/** Refuses with `roster-name-taken` where another roster is of this agency. */
function nameIsFree(store: ReadableStore, office: string, name: string, own: string | null): void {
  const other = rosterNamed(store, office, name);
  if (other !== undefined && other.id !== own)
    throw new Refusal({ code: 'roster-name-taken', name: other.name });
}

/** Somebody worked with the roster of this person today. */
function used(store: WritableStore, office: string, rosterId: string, at: string): void {
  settleImport(store, rosterId);
  saveRoster(store, office, { ...findRoster(store, rosterId), used_on: localDay(at) });
}

export const rosterServices = {
  'roster.review': reviewRoster,
  'roster.apply': applyReview,
  'roster.take-back': takeBackImport,
  'roster.save'({ store, at, append }, { rosterId, name, contact, phone, dueOn, level }) {
    const office = officeId(store);
    const before = rosterId === undefined ? undefined : findRoster(store, rosterId);
    nameIsFree(store, office, name, before?.id ?? null);
    const id = before?.id ?? newId();
    saveRoster(store, office, {
      id,
      name,
      contact: contact ?? before?.contact ?? '',
      phone: phone ?? before?.phone ?? '',
      due_on: dueOn,
      level,
      file_name: before?.file_name ?? null,
      imported_on: before?.imported_on ?? null,
      used_on: localDay(at),
    });
    append({ name: 'roster.saved', data: { rosterId: id } });
    return { rosterId: id };
  },
  'roster.end'({ store, at, append }, { rosterId }) {
    const row = findRoster(store, rosterId);
    forgetRoster(store, officeId(store), row);
    endRoster(store, rosterId, localDay(at));
    append({ name: 'roster.ended', data: { rosterId } });
    return { rosterId };
  },
  'roster.add-member'({ store, at, append }, { rosterId, person }) {
    const office = officeId(store);
    findRoster(store, rosterId);
    const idNumber = person.idNumber ?? null;
    const twin = memberRows(store, office, rosterId).find((row) =>
      idNumber === null
        ? row.folded_name === foldName(person.fullName) && row.birth_date === (person.birthDate ?? null)
        : row.id_number === idNumber,
    );
    if (twin !== undefined) throw new Refusal({ code: 'member-there' });
    const [memberId = ''] = addMembers(store, office, rosterId, [
      {
        full_name: person.fullName,
        id_number: idNumber,
        birth_date: person.birthDate ?? null,
        sex: person.sex ?? null,
        unit: person.unit === undefined || person.unit === '' ? null : person.unit,
        doubt: null,
      },
    ]);
    used(store, office, rosterId, at);
    append({ name: 'roster.applied', data: { rosterId, added: 1, changed: 0, left: 0 } });
    return { memberId };
  },
  'roster.mark'({ store, at, append }, { memberId, mark }) {
    const row = findMember(store, memberId);
    if (mark !== null && 'left' in mark) {
      removeMember(store, memberId, localDay(at));
      append({ name: 'roster.applied', data: { rosterId: row.roster_id, added: 0, changed: 0, left: 1 } });
    } else {
      // What files of the desk or the extract say is not taken back by a mark.
      const { known, known_by } = row.known_by === 'shown' ? { known: null, known_by: null } : row;
      const shown = mark !== null && 'known' in mark ? mark.known : null;
      markMember(store, memberId, {
        ...(shown !== null && (known === null || further(known, shown) !== known)
          ? { known: shown, known_by: 'shown' }
          : { known, known_by }),
        exempt: mark !== null && 'exempt' in mark ? mark.exempt : null,
      });
      append({ name: 'roster.marked', data: { memberId } });
    }
    used(store, officeId(store), row.roster_id, at);
    return { memberId };
  },
  'roster.match'({ store, at, append }, { memberId, personId, isThem = true }) {
    const row = findMember(store, memberId);
    if (personId !== null && personRow(store, personId) === undefined)
      throw new Refusal({ code: 'unknown-person' });
    if (personId !== null && !isThem) refuseMatch(store, memberId, personId);
    else {
      forgetRefusals(store, memberId);
      matchMember(store, memberId, personId);
    }
    used(store, officeId(store), row.roster_id, at);
    append({ name: 'roster.marked', data: { memberId } });
    return { memberId };
  },
  'roster.list'(call) {
    const office = officeId(call.store);
    return withFigures(call, office, rosterRows(call.store, office));
  },
  'roster.progress'(call, { rosterId }) {
    const [roster] = withFigures(call, officeId(call.store), [findRoster(call.store, rosterId)]);
    if (roster === undefined) throw new Refusal({ code: 'unknown-roster' });
    const { name, dueOn, workingDaysLeft, figures } = roster;
    return { rosterId, name, dueOn, workingDaysLeft, ...figures };
  },
  'roster.members': (call, { rosterId }) => members(call, rosterId),
  'roster.of-person'({ store }, { fullName, idNumber = null, birthDate }) {
    const office = officeId(store);
    const folded = foldName(fullName);
    const found = membersLike(store, office, { idNumber, fullName }).filter(
      ({ id_number, birth_date }) =>
        id_number !== null ||
        birth_date === null ||
        birthDate === undefined ||
        birth_date.slice(0, 4) === birthDate.slice(0, 4),
    );
    return found.map((row) => ({
      rosterId: row.roster_id,
      memberId: row.id,
      name: row.roster_name,
      level: row.level,
      dueOn: row.due_on,
      state:
        standings(store, office, [row], () => row.level, { memberId: row.id }).get(row.id)?.state ??
        'not-yet',
      sure: row.id_number !== null && row.folded_name === folded,
    }));
  },
} satisfies Partial<Services>;
