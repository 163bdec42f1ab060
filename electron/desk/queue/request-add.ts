import { addPersonPaper } from '../store/rows/person-row.ts';
import { addRequestRow } from '../store/rows/request-row.ts';
import { newId } from '../new-id.ts';
import type { EventData } from '#shared/contract/event.ts';
import { TELEPHONE } from '#shared/domain/procedure/vocabulary.ts';
import type { CommandCall } from '../desk-call.ts';
import { savePerson } from '../person/person.ts';
import type { PlannedRequest } from './ticket-plan.ts';

type AddedRequest = {
  /** What the event says of it. */
  readonly told: EventData<'ticket.issued'>['requests'][number];
  readonly papers: PlannedRequest['papers'];
};

/** Stores a planned request of a ticket with its checklist and its person. */
export function addRequest(
  call: CommandCall,
  office: string,
  ticketId: string,
  day: string,
  position: number,
  planned: PlannedRequest,
): AddedRequest {
  const { store } = call;
  const { procedure, subject, card, site, staff, residence, continues, person, papers, notes } = planned;
  const { verdict, decision, organisation, specialCase, homeVisit } = planned;
  const requestId = newId();
  if (person !== null) savePerson(call, office, day, person);
  addRequestRow(
    store,
    {
      id: requestId,
      office,
      ticketId,
      position,
      procedure,
      subject,
      card,
      personId: person?.id ?? null,
      continues,
      site,
      staff,
      residence,
      verdict,
      decision,
      organisation: organisation?.name ?? null,
      organisationTaxNumber: organisation?.taxNumber ?? null,
      specialCase,
      homeVisit,
    },
    papers,
  );
  for (const { paper, number, note } of notes)
    addPersonPaper(store, { personId: person?.id ?? null, requestId, paper }, number, note);
  const told = { requestId, procedure, subject, site, staff, residence };
  return {
    told: {
      ...told,
      ...(verdict.byOfficer ? { byOfficer: true as const } : {}),
      ...(specialCase === null ? {} : { specialCase }),
    },
    papers,
  };
}

/** Says each carried paper in the log, so that the log alone can be recounted. */
export function tellCarriedPapers(
  call: CommandCall,
  day: string,
  ticketId: string,
  request: AddedRequest,
): void {
  for (const { paper, state } of request.papers) {
    if (state === null || paper === TELEPHONE) continue;
    call.append({
      name: 'request.paper-set',
      businessDay: day,
      ticketId,
      requestId: request.told.requestId,
      data: { paper, state },
    });
  }
}
