import type { KeptOfPerson } from '#shared/contract/data.ts';
import type { DeskEvent } from '#shared/contract/event.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { lastCopyGoesOn } from '#shared/domain/backup/keep-copies.ts';
import { goesOn } from '#shared/domain/person/keeping.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import type { Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import { addGoneIds, goneIds } from '../store/gone-list.ts';
import { appendEvent } from '../store/rows/event-row.ts';
import { followUpsOfPerson } from '../store/rows/follow-up-row.ts';
import { officeId, readSettings } from '../store/rows/office-row.ts';
import type { Actor } from '../store/rows/officer-row.ts';
import { papersOfPerson, personRow, personUse } from '../store/rows/person-row.ts';
import { remarkOf } from '../store/rows/remark-row.ts';
import { requestsKeptOf } from '../store/rows/request-row.ts';
import { homeVisitsOfPerson } from '../store/rows/home-visit-row.ts';
import { membersOfPerson, rosterRow } from '../store/rows/roster-row.ts';
import { reasonsOf } from '../store/rows/ticket-period.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { asPerson, liveTicket } from './person.ts';
import { forgetPerson } from './purge.ts';

/** Everything that is kept about a person; refuses with `unknown-person`. */
function keptOf(store: ReadableStore, personId: string): KeptOfPerson {
  const row = personRow(store, personId);
  const use = personUse(store, personId);
  if (row === undefined || use === undefined) throw new Refusal({ code: 'unknown-person' });
  const { keepDays } = readSettings(store, officeId(store));
  return {
    person: { ...asPerson(row), firstDay: localDay(use.created_at), lastDay: row.last_day },
    usedOn: use.used_on,
    goesOn: goesOn(use.used_on, keepDays),
    requests: requestsKeptOf(store, personId).map((request) => ({
      number:
        request.letter === null || request.number === null
          ? null
          : ticketNumber(request.letter, request.number),
      businessDay: request.day,
      procedure: request.procedure,
      outcome: request.outcome,
      organisation: request.organisation,
      organisationTaxNumber: request.organisation_tax_number,
      words: [
        ...[request.decision, request.excuse].filter((said) => said !== null),
        ...(request.ticket_id === null
          ? []
          : [...reasonsOf(store, request.ticket_id), remarkOf(store, request.ticket_id) ?? []].flat()),
      ],
      wordsGoOn: goesOn(request.day, keepDays),
    })),
    papers: papersOfPerson(store, personId).filter(({ number, note }) => number !== null || note !== null),
    accounts: followUpsOfPerson(store, personId),
    rosters: membersOfPerson(store, personId).flatMap(({ roster_id, unit, full_name }) =>
      full_name === '' ? [] : { name: rosterRow(store, roster_id)?.name ?? '', unit },
    ),
    homeVisits: homeVisitsOfPerson(store, personId).map(({ asked_on, address, why, contact, phone }) => ({
      askedOn: asked_on,
      address,
      why,
      contact,
      phone,
    })),
  };
}

/**
 * Erases again who was erased before and came back with a copy that was put in place; to be called at each open. Answers the
 * event that tells of it, null where nobody came back.
 */
export function eraseAgain(store: WritableStore, at: string, by: Actor): DeskEvent | null {
  const back = goneIds(store.folder).filter((id) => personRow(store, id) !== undefined);
  if (back.length === 0) return null;
  const event = store.write(() => {
    for (const id of back) forgetPerson(store, id, 'nameless');
    return appendEvent(store, at, by, {
      name: 'person.erased',
      data: { people: back.length, reason: null },
    });
  });
  store.scrub();
  return event;
}

export const eraseServices = {
  'person.kept': ({ store }, { personId }) => keptOf(store, personId),
  'person.erase'({ store, at, append }, { personId, reason }) {
    const { requests, papers, accounts } = keptOf(store, personId);
    const live = liveTicket(store, personId);
    if (live !== undefined)
      throw new Refusal({ code: 'person-in-queue', number: ticketNumber(live.letter, live.number) });
    forgetPerson(store, personId, 'nameless');
    append({ name: 'person.erased', data: { people: 1, reason } });
    // Before the commit: where that fails, the next open does what the leader asked for.
    addGoneIds(store.folder, [personId]);
    return {
      at,
      reason,
      requests: requests.length,
      papers: papers.length,
      accounts: accounts.length,
      copiesUntil: lastCopyGoesOn(localDay(at)),
    };
  },
} satisfies Partial<Services>;
