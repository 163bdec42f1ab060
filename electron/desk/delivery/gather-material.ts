import { CASES_OF, type SpecialCase } from '#shared/domain/procedure/vocabulary.ts';
import { setImmediate as letOthersWork } from 'node:timers/promises';
import type { ExportSubject } from '#shared/contract/export.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { compareNames } from '#shared/domain/identity/compare-names.ts';
import { maskIdNumber, maskPhone } from '#shared/domain/identity/id-number.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import type { QueryCall } from '../desk-call.ts';
import type { ExportMaterial } from '../../books/export-material.ts';
import type { PeopleList } from '../../books/people-sheet.ts';
import { Refusal } from '../refusal.ts';
import { campaignProgressOf } from '../account/campaign.ts';
import { dayActivations, dayRequests } from '../store/rows/day-requests.ts';
import { knownDay } from '../store/rows/day-row.ts';
import { toldCases } from '../store/rows/event-row.ts';
import { findRoster, rosterList } from '../roster/roster.ts';
import { officeId } from '../store/rows/office-row.ts';
import { endOfMonth, monthReport } from '../day/report-period.ts';
import { dayReport, officeLines } from '../day/report.ts';

/**
 * The figures that a file is made of, read piece by piece: between two days or months of them the desk serves whoever waits.
 * Refuses like the reports themselves.
 */
export async function gatherMaterial(call: QueryCall, subject: ExportSubject): Promise<ExportMaterial> {
  switch (subject.kind) {
    case 'day':
      return { kind: 'day', report: dayReport(call, subject.businessDay, subject.version) };
    case 'month': {
      const month = monthReport(call, subject.month);
      const days = [];
      for (const { day, version } of month.days) {
        await letOthersWork();
        days.push(dayReport(call, day, version ?? undefined));
      }
      return { kind: 'month', month, days, over: isOver(call, endOfMonth(subject.month)) };
    }
    case 'year': {
      const months = [];
      for (let number = 1; number <= 12; number += 1) {
        await letOthersWork();
        const month = `${subject.year}-${String(number).padStart(2, '0')}`;
        months.push(monthReport(call, month));
      }
      const over = isOver(call, `${subject.year}-12-31`);
      return { kind: 'year', year: subject.year, office: officeLines(call.store), months, over };
    }
    case 'campaign':
      return {
        kind: 'campaign',
        progress: campaignProgressOf(call, subject.campaignId),
        office: officeLines(call.store),
      };
    case 'people':
      return { kind: 'people', list: peopleOf(call, subject) };
    case 'roster':
      return { kind: 'roster', list: { office: officeLines(call.store), ...rosterList(call, subject) } };
  }
}

function isOver(call: QueryCall, lastDay: string): boolean {
  return localDay(call.at) > lastDay;
}

/** Refuses at once where nothing could come of the export later. */
export function checkSubject(call: QueryCall, subject: ExportSubject): void {
  officeId(call.store);
  if (subject.kind === 'day' && dayReport(call, subject.businessDay, subject.version).voidedAt !== undefined)
    throw new Refusal({ code: 'day-voided', businessDay: subject.businessDay });
  if (subject.kind === 'campaign') campaignProgressOf(call, subject.campaignId);
  if (subject.kind === 'roster') findRoster(call.store, subject.rosterId);
  if (subject.kind === 'people') knownDay(call.store, officeId(call.store), subject.businessDay);
}

type NamedRow = {
  readonly full_name: string;
  readonly id_number: string | null;
  readonly phone: string | null;
};
type NumberRow = { readonly letter: string; readonly number: number };

/** The people of a day as its newest figures count them, in the order of their names; late people have no number. */
function peopleOf(
  call: QueryCall,
  { businessDay, unmasked, receiver }: Extract<ExportSubject, { kind: 'people' }>,
): PeopleList {
  const { store } = call;
  const masked = !unmasked;
  const cases: readonly (SpecialCase | null)[] | undefined = receiver && CASES_OF[receiver];
  const office = officeId(store);
  knownDay(store, office, businessDay);
  const named = store.prepare<[string], NamedRow>(
    'SELECT full_name, id_number, phone FROM person WHERE id = ?',
  );
  const numbered = store.prepare<[string], NumberRow>('SELECT letter, number FROM ticket WHERE id = ?');
  const told = receiver === undefined ? undefined : toldCases(store, businessDay);
  const activated = new Set(dayActivations(store, office, businessDay).map(({ requestId }) => requestId));
  const shown = (text: string | null, mask: (text: string) => string): string | null =>
    text === null || !masked ? text : mask(text);
  return {
    office: officeLines(call.store),
    businessDay,
    masked,
    receiver,
    rows: dayRequests(store, office, businessDay)
      .filter(({ specialCase }) => cases?.includes(specialCase) ?? true)
      .flatMap((request) => {
        const person = request.personId === null ? undefined : named.get(request.personId);
        if (person === undefined) return [];
        const ticket = request.ticketId === null ? undefined : numbered.get(request.ticketId);
        return {
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
      .toSorted((a, b) => compareNames(a.fullName, b.fullName)),
  };
}
