import type { Input } from '#shared/contract/desk-contract.ts';
import { checkDocumentNumber } from '#shared/domain/identity/document-number.ts';
import { TELEPHONE } from '#shared/domain/procedure/vocabulary.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import type { CommandCall, Services } from '../desk-call.ts';
import { packOf } from '../law/rule-packs.ts';
import { judgeAgain } from '../law/verdict.ts';
import { dayRow } from '../store/rows/day-row.ts';
import { Refusal } from '../refusal.ts';
import { checklistRows } from '../store/rows/checklist-row.ts';
import { officeId } from '../store/rows/office-row.ts';
import { changePerson, personRow, setPersonPaper } from '../store/rows/person-row.ts';
import { setPaperState, setSpecialCase } from '../store/rows/request-row.ts';
import { requestRow, ticketRow, type TicketRow } from '../store/rows/ticket-row.ts';
import { refuseElsewhere } from './whose-ticket.ts';

/** Refuses to change what belongs to a ticket that is over, of a closed day, or in another counter's hand. */
function refuseChange(call: CommandCall, ticket: TicketRow, counterId: string | undefined): void {
  const { store } = call;
  if (dayRow(store, officeId(store), ticket.business_day)?.closed_at != null)
    throw new Refusal({ code: 'day-already-closed', businessDay: ticket.business_day });
  if (ticket.state === 'left' || ticket.state === 'cancelled') {
    throw new Refusal({
      code: 'ticket-state',
      state: ticket.state,
      number: ticketNumber(ticket.letter, ticket.number),
    });
  }
  refuseElsewhere(call, ticket, counterId);
}

/** The number as it is kept; an empty one takes the kept one away. Refuses one that the paper's numbers do not look like. */
function numberOf(input: Input<'request.set-paper'>): string | undefined {
  const { number, paper, unusual = false } = input;
  if (number === undefined || number.trim() === '') return number;
  const checked = checkDocumentNumber(paper, number);
  if (checked.ok) return checked.value;
  if (!unusual) throw new Refusal({ code: 'invalid-input', path: 'number', reason: checked.problem });
  return number;
}

/** A telephone belongs to the person, whichever request asked for it. */
function savePhone(call: CommandCall, personId: string, phone: string | null): void {
  const person = personRow(call.store, personId);
  if (person === undefined) throw new Refusal({ code: 'unknown-person' });
  changePerson(call.store, { ...person, phone });
  call.append({ name: 'person.updated', data: { personId } });
}

export const requestServices = {
  'request.set-paper'(call, input) {
    const { store } = call;
    const request = requestRow(store, input.requestId);
    const ticket = ticketRow(store, request.ticket_id);
    refuseChange(call, ticket, input.counterId);
    const listed = checklistRows(store, request.id).some(({ paper }) => paper === input.paper);
    if (!listed && packOf(store, officeId(store), ticket.business_day).papers[input.paper] === undefined) {
      throw new Refusal({ code: 'invalid-input', path: 'paper', reason: 'unknown-paper' });
    }
    const number = numberOf(input);
    const personal = Boolean(number) || Boolean(input.note);
    if (personal && request.person_id === null) throw new Refusal({ code: 'unknown-person' });
    setPaperState(store, request.id, input.paper, input.state);
    if (input.paper === TELEPHONE && number !== undefined && request.person_id !== null)
      savePhone(call, request.person_id, number || null);
    else if (request.person_id !== null && (number !== undefined || input.note !== undefined)) {
      const paper = { personId: request.person_id, requestId: request.id, paper: input.paper };
      setPersonPaper(store, paper, number ?? null, input.note ?? null);
    }
    call.append({
      name: 'request.paper-set',
      businessDay: ticket.business_day,
      ticketId: ticket.id,
      requestId: request.id,
      data: { paper: input.paper, state: input.state },
    });
    return { requestId: request.id, paper: input.paper, state: input.state };
  },
  'request.set-case'(call, input) {
    const { requestId, specialCase } = input;
    const request = requestRow(call.store, requestId);
    const ticket = ticketRow(call.store, request.ticket_id);
    refuseChange(call, ticket, input.counterId);
    setSpecialCase(call.store, requestId, specialCase);
    call.append({
      name: 'request.case-set',
      businessDay: ticket.business_day,
      ticketId: ticket.id,
      requestId,
      data: { specialCase },
    });
    return { requestId, specialCase };
  },
  'request.decide'(call, input) {
    const { store } = call;
    const request = requestRow(store, input.requestId);
    const ticket = ticketRow(store, request.ticket_id);
    refuseChange(call, ticket, input.counterId);
    const decision = input.reason || null;
    const { byOfficer } = judgeAgain(store, officeId(store), ticket.business_day, request, decision);
    call.append({
      name: 'request.decided',
      businessDay: ticket.business_day,
      ticketId: ticket.id,
      requestId: request.id,
      data: { byOfficer },
    });
    return { requestId: request.id, byOfficer };
  },
} satisfies Partial<Services>;
