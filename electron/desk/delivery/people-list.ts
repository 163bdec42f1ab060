import { setImmediate as letOthersWork } from 'node:timers/promises';
import type { ExportSubject } from '#shared/contract/export.ts';
import { compareNames } from '#shared/domain/identity/compare-names.ts';
import { maskIdNumber, maskPhone } from '#shared/domain/identity/id-number.ts';
import { CASES_OF, type SpecialCase } from '#shared/domain/procedure/vocabulary.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import type { PeopleList } from '../../books/people-sheet.ts';
import { officeLines } from '../day/report.ts';
import type { QueryCall } from '../desk-call.ts';
import { dayActivations, dayRequests } from '../store/rows/day-requests.ts';
import { daysBetween, knownDay } from '../store/rows/day-row.ts';
import { officeId } from '../store/rows/office-row.ts';
import { toldCases } from '../store/rows/told-case.ts';

type PeopleSubject = Omit<Extract<ExportSubject, { kind: 'people' }>, 'kind'>;

type NamedRow = {
  readonly full_name: string;
  readonly id_number: string | null;
  readonly phone: string | null;
};
type NumberRow = { readonly letter: string; readonly number: number };

/** Refuses with `unknown-day` where a single day is none of the desk. */
export function checkPeople({ store }: QueryCall, { businessDay, to = businessDay }: PeopleSubject): void {
  if (to === businessDay) knownDay(store, officeId(store), businessDay);
}

/**
 * The people of a day, or of the days from `businessDay` to `to`, as the newest figures count them: day by day, in the order of their
 * names; late people have no number. Between two days the desk serves whoever waits.
 */
export async function peopleList(call: QueryCall, subject: PeopleSubject): Promise<PeopleList> {
  const { businessDay, to = businessDay, unmasked, receiver } = subject;
  const { store } = call;
  const rows: PeopleList['rows'][number][] = [];
  for (const day of daysBetween(store, officeId(store), businessDay, to)) {
    rows.push(...peopleOfDay(call, day, subject));
    await letOthersWork();
  }
  return { office: officeLines(store), from: businessDay, to, masked: !unmasked, receiver, rows };
}

function peopleOfDay(
  { store }: QueryCall,
  businessDay: string,
  { unmasked, receiver }: PeopleSubject,
): PeopleList['rows'][number][] {
  const office = officeId(store);
  const cases: readonly (SpecialCase | null)[] | undefined = receiver && CASES_OF[receiver];
  const named = store.prepare<[string], NamedRow>(
    'SELECT full_name, id_number, phone FROM person WHERE id = ?',
  );
  const numbered = store.prepare<[string], NumberRow>('SELECT letter, number FROM ticket WHERE id = ?');
  const requests = dayRequests(store, office, businessDay).filter(
    ({ specialCase }) => cases?.includes(specialCase) ?? true,
  );
  if (requests.length === 0) return [];
  const told = receiver === undefined ? undefined : toldCases(store, office, businessDay);
  const activated = new Set(dayActivations(store, office, businessDay).map(({ requestId }) => requestId));
  const shown = (text: string | null, mask: (text: string) => string): string | null =>
    text === null || unmasked ? text : mask(text);
  return requests
    .flatMap((request) => {
      const person = request.personId === null ? undefined : named.get(request.personId);
      if (person === undefined) return [];
      const ticket = request.ticketId === null ? undefined : numbered.get(request.ticketId);
      return {
        businessDay,
        number: ticket === undefined ? '' : ticketNumber(ticket.letter, ticket.number),
        fullName: person.full_name,
        idNumber: shown(person.id_number, maskIdNumber),
        phone: shown(person.phone, maskPhone),
        procedure: request.procedure,
        outcome: request.outcome,
        specialCase: request.specialCase,
        told: told?.get(request.id) ?? null,
        activated: request.activated || activated.has(request.id),
      };
    })
    .toSorted((a, b) => compareNames(a.fullName, b.fullName));
}
