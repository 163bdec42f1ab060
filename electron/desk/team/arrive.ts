import { countsAsStaff } from '#shared/domain/roster/member.ts';
import { counterName, addAwayCounter } from '../store/rows/counter-row.ts';
import { insertPacked, type Cell, type Packed } from '../store/rows/packed-row.ts';
import { peopleOfNumber, personRow, seenOnRoad } from '../store/rows/person-row.ts';
import { addArrivingDay } from '../store/rows/day-row.ts';
import { isOnRoster } from '../store/rows/roster-row.ts';
import { arrivalOf } from '../store/rows/ticket-row.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import type { PackedTicket, PackHead } from './packed-day.ts';

/** Periods of a team lie before every event of this desk, in their order. */
const BEFORE_ALL = 2 ** 40;

const textOf = (value: Cell | undefined): string => (typeof value === 'string' ? value : '');
const orNull = (value: Cell | undefined): string | null => (typeof value === 'string' ? value : null);

/** Whom this desk knows as this person: by the id they travelled with, else by number and name together. */
export function knownAs(store: ReadableStore, office: string, person: Packed): string | undefined {
  const id = textOf(person['id']);
  if (personRow(store, id) !== undefined) return id;
  const number = orNull(person['id_number']);
  if (number === null) return undefined;
  return peopleOfNumber(store, office, number).find(
    ({ folded_name }) => folded_name === person['folded_name'],
  )?.id;
}

/** Somebody of another name to whom this desk has given the same number. */
export function doubtedAs(store: ReadableStore, office: string, person: Packed): string | undefined {
  const number = orNull(person['id_number']);
  if (number === null || knownAs(store, office, person) !== undefined) return undefined;
  return peopleOfNumber(store, office, number)[0]?.full_name;
}

/** The laptop had not every roster. */
function isStaffHere(store: ReadableStore, office: string, personId: string | null, ticket: Packed): boolean {
  const person = personId === null ? undefined : personRow(store, personId);
  return (
    person !== undefined &&
    countsAsStaff(person.birth_date, textOf(ticket['business_day'])) &&
    isOnRoster(store, office, person)
  );
}

function arrivePerson(store: WritableStore, office: string, person: Packed): string {
  const known = knownAs(store, office, person);
  if (known === undefined) {
    insertPacked(store, 'person', person, { office_id: office });
    return textOf(person['id']);
  }
  seenOnRoad(store, known, {
    birthDate: orNull(person['birth_date']),
    sex: orNull(person['sex']),
    phone: orNull(person['phone']),
    lastDay: orNull(person['last_day']),
  });
  return known;
}

/** Writes a ticket with everything of it, of a day that is here, so that no report counts it yet. One that came before stays. */
export function arriveTicket(
  store: WritableStore,
  office: string,
  teamId: string,
  packed: PackedTicket,
): void {
  const ticketId = textOf(packed.ticket['id']);
  const own = { office_id: office };
  if (arrivalOf(store, ticketId) === null) {
    const people = new Map(
      packed.people.map((person) => [textOf(person['id']), arrivePerson(store, office, person)]),
    );
    const personOf = (row: Packed): { person_id: string | null } => ({
      person_id: people.get(textOf(row['person_id'])) ?? null,
    });
    insertPacked(store, 'ticket', packed.ticket, { ...own, team_id: teamId, version: 0 });
    for (const row of packed.ticket_period)
      insertPacked(store, 'ticket_period', row, { ...own, event: Number(row['event']) - BEFORE_ALL });
    for (const row of packed.ticket_remark) insertPacked(store, 'ticket_remark', row, own);
    for (const row of packed.request) {
      const { person_id: personId } = personOf(row);
      const staff = row['staff'] === 1 || isStaffHere(store, office, personId, packed.ticket) ? 1 : 0;
      insertPacked(store, 'request', row, { ...own, person_id: personId, staff });
    }
    for (const row of packed.told_case ?? []) insertPacked(store, 'told_case', row);
    for (const row of packed.request_paper) insertPacked(store, 'request_paper', row);
    for (const row of packed.person_paper) insertPacked(store, 'person_paper', row, personOf(row));
    for (const row of packed.follow_up) insertPacked(store, 'follow_up', row, { ...own, ...personOf(row) });
  }
  for (const row of packed.follow_up_contact) insertPacked(store, 'follow_up_contact', row, {}, true);
}

/** Writes a day that this desk never opened, and the pauses and counters of the team's desk. */
export function arriveDay(
  store: WritableStore,
  office: string,
  head: PackHead,
  day: PackHead['days'][number],
  isNew: boolean,
): void {
  if (isNew) addArrivingDay(store, office, day);
  for (const row of head.counter_pause)
    if (row['business_day'] === day.day)
      insertPacked(store, 'counter_pause', row, { office_id: office }, true);
}

/** Counters that were added on the road stand among those switched off here. */
export function arriveCounters(store: WritableStore, office: string, head: PackHead, team: string): void {
  for (const { id, name } of head.counters)
    if (counterName(store, id) === undefined) addAwayCounter(store, office, { id, name }, team);
}
