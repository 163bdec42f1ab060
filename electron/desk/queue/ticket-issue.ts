import { nextPlace, setLastNumber } from '../store/rows/day-row.ts';
import { setRemark } from '../store/rows/remark-row.ts';
import {
  addTicket,
  asTicket,
  readTicket,
  requestRows,
  ticketRow,
  type TicketRow,
} from '../store/rows/ticket-row.ts';
import { newId } from '../new-id.ts';
import type { Ticket } from '#shared/contract/ticket.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import { isOpen } from '#shared/domain/queue/ticket-state.ts';
import type { CommandCall, Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import { officeId } from '../store/rows/office-row.ts';
import { addRequest, tellCarriedPapers } from './request-add.ts';
import { planRequest, planTicket, type VisitDraft } from './ticket-plan.ts';
import { beginPeriod } from '../store/rows/ticket-period.ts';
import { refuseElsewhere } from './whose-ticket.ts';

/** A ticket that nobody else has in hand; refuses one that is over. */
function openTicket(
  call: CommandCall,
  { ticketId, counterId }: { ticketId: string; counterId?: string | undefined },
): TicketRow {
  const ticket = ticketRow(call.store, ticketId);
  if (!isOpen(ticket.state)) {
    const number = ticketNumber(ticket.letter, ticket.number);
    throw new Refusal({ code: 'ticket-state', state: ticket.state, number });
  }
  refuseElsewhere(call, ticket, counterId);
  return ticket;
}

/** Gives the next number: for good, also where nobody comes to be served. */
export function issueTicket(call: CommandCall, draft: VisitDraft): Ticket {
  const { store } = call;
  const planned = planTicket(store, draft, call.at);
  const { office, day, series, number, visit } = planned;
  setLastNumber(store, office, day, series.id, number);
  const place = nextPlace(store, office, day);
  const ticketId = newId();
  addTicket(store, {
    id: ticketId,
    office,
    day,
    series,
    number,
    place,
    priority: planned.priority,
    visit,
    at: call.at,
  });
  const added = planned.requests.map((request, index) =>
    addRequest(call, office, ticketId, day, index, request),
  );
  const event = call.append({
    name: 'ticket.issued',
    businessDay: day,
    ticketId,
    data: {
      number: ticketNumber(series.letter, number),
      priority: planned.priority,
      requests: added.map(({ told }) => told),
      ...(visit === null ? {} : { visitId: visit }),
    },
  });
  const ticket = ticketRow(store, ticketId);
  beginPeriod(store, ticket, call, { event: event.number });
  for (const request of added) tellCarriedPapers(call, day, ticketId, request);
  return asTicket(ticket, requestRows(store, ticketId));
}

export const issueServices = {
  'ticket.issue': (call, input) => issueTicket(call, input),
  'ticket.add-request'(call, input) {
    const { store } = call;
    const ticket = openTicket(call, input);
    const position = requestRows(store, ticket.id).length;
    const office = officeId(store);
    const planned = planRequest(store, office, ticket.business_day, input.request, []);
    const added = addRequest(call, office, ticket.id, ticket.business_day, position, planned);
    call.append({
      name: 'ticket.request-added',
      businessDay: ticket.business_day,
      ticketId: ticket.id,
      requestId: added.told.requestId,
      data: { requests: [added.told] },
    });
    tellCarriedPapers(call, ticket.business_day, ticket.id, added);
    return readTicket(store, ticket.id);
  },
  'ticket.set-remark'(call, input) {
    const ticket = openTicket(call, input);
    setRemark(call.store, ticket.id, input.remark);
    call.append({
      name: 'ticket.remark-set',
      businessDay: ticket.business_day,
      ticketId: ticket.id,
      data: { number: ticketNumber(ticket.letter, ticket.number), removed: input.remark === '' },
    });
    return readTicket(call.store, ticket.id);
  },
} satisfies Partial<Services>;
