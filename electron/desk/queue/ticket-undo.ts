import { setPriorityRun } from '../store/rows/counter-row.ts';
import { clearOutcomeRows, setOutcomes } from '../store/rows/request-row.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import { isActive, isOpen } from '#shared/domain/queue/ticket-state.ts';
import { UNDO_SECONDS } from '#shared/domain/queue/undo.ts';
import type { CommandCall, QueryCall, Services } from '../desk-call.ts';
import { eventAt } from '../store/rows/event-row.ts';
import { Refusal } from '../refusal.ts';
import { dayRow } from '../store/rows/day-row.ts';
import { officeId } from '../store/rows/office-row.ts';
import { counterFor, counterRow, movable, takeCounter } from './ticket-call.ts';
import {
  accountsOf,
  dropFollowUp,
  recordActivation,
  type TakenAccount,
} from '../account/follow-up-record.ts';
import { followedRow } from '../store/rows/follow-up-row.ts';
import { endTicket, followOutcomes, type GivenOutcome } from './ticket-move.ts';
import { elapsed } from './elapsed.ts';
import { enterState } from './enter-state.ts';
import { latestPeriods, takeBackPeriod, type PeriodRow } from '../store/rows/ticket-period.ts';
import { moveTicket, readTicket, requestRows, ticketRow, type TicketRow } from '../store/rows/ticket-row.ts';
import { refuseElsewhere } from './whose-ticket.ts';

/** The outcomes an ending event gave, as its data says. */
function outcomesOf(call: QueryCall, { event }: PeriodRow): GivenOutcome[] {
  const data = eventAt(call.store, event)?.data ?? {};
  return 'outcomes' in data ? data.outcomes : [];
}

function clearOutcomes(call: CommandCall, ticketId: string): void {
  clearOutcomeRows(call.store, ticketId);
  for (const request of requestRows(call.store, ticketId)) dropFollowUp(call.store, request.id);
}

/**
 * Gives back the outcomes of an ending whose reopening is undone, and the accounts that the reopening took; answers those
 * that count again. Not an account that was counted in another way in between.
 */
function giveBack(
  call: CommandCall,
  ticket: TicketRow,
  reopening: PeriodRow,
  ending: PeriodRow,
): TakenAccount[] {
  const { store } = call;
  const reopened = eventAt(store, reopening.event);
  const took = reopened?.name === 'ticket.reopened' ? reopened.data.took : [];
  const outcomes = outcomesOf(call, ending).map((given) => ({ ...given, activated: false }));
  followOutcomes(call, ticket, outcomes);
  const office = officeId(store);
  const accounts = took.filter(({ requestId, activatedOn, source }) =>
    recordActivation(store, office, followedRow(store, requestId), {
      activatedOn,
      source,
      countedOn: ticket.business_day,
    }),
  );
  const inVisit = new Set(accounts.flatMap((one) => (one.inVisit ? [one.requestId] : [])));
  const given = outcomes.map((one) => ({ ...one, activated: inVisit.has(one.requestId) }));
  setOutcomes(store, given, ending.id);
  return accounts;
}

/** Puts the ticket back where `before` had it and marks `last` as undone; both periods stay on record. Answers the accounts that count again. */
function restore(call: CommandCall, ticket: TicketRow, last: PeriodRow, before: PeriodRow): TakenAccount[] {
  const { store } = call;
  takeBackPeriod(store, { id: last.id, durationMs: elapsed(call, last) }, before.id, call.at);
  moveTicket(store, {
    ...ticket,
    state: before.state,
    counter_id: before.counter_id,
    target_counter_id: before.target_counter_id,
    queue_id: before.queue_id,
    returns_at: before.returns_at,
    not_here_count: before.not_here_count,
    since: before.started_at,
  });
  if (last.run_before !== null && last.counter_id !== null) {
    setPriorityRun(store, last.counter_id, last.run_before);
  }
  const gaveOutcomes = requestRows(store, ticket.id).some((request) => request.outcome_period === last.id);
  if (gaveOutcomes) clearOutcomes(call, ticket.id);
  const accounts = gaveOutcomes ? [] : giveBack(call, ticket, last, before);
  // A request added after the reopening has nothing to go back to.
  const ended = !isOpen(before.state);
  if (ended && requestRows(store, ticket.id).some((request) => request.outcome === null)) {
    throw new Refusal({ code: 'nothing-to-undo' });
  }
  return accounts;
}

export const undoServices = {
  'ticket.undo'(call, input) {
    const { store } = call;
    const ticket = ticketRow(store, input.ticketId);
    if (dayRow(store, officeId(store), ticket.business_day)?.closed_at !== null) {
      throw new Refusal({ code: 'day-already-closed', businessDay: ticket.business_day });
    }
    const [last, before] = latestPeriods(store, ticket.id, 2);
    if (last === undefined || last.cause === 'by-itself') throw new Refusal({ code: 'nothing-to-undo' });
    if (elapsed(call, last) > UNDO_SECONDS * 1000)
      throw new Refusal({ code: 'undo-too-late', seconds: UNDO_SECONDS });
    refuseElsewhere(call, ticket, input.counterId);
    if (before === undefined) {
      // A number that was given stays given: taking back an issue cancels the ticket.
      const cancelled = requestRows(store, ticket.id).map((request) => ({
        requestId: request.id,
        outcome: 'cancelled' as const,
        activated: false,
      }));
      endTicket(call, ticket, 'cancelled', 'ticket.cancelled', cancelled, { cause: 'undo' });
      return readTicket(store, ticket.id);
    }
    refuseElsewhere(call, { ...ticket, ...before }, input.counterId);
    if (isActive(before.state) && before.counter_id !== null && !isActive(ticket.state)) {
      takeCounter(call, counterRow(store, before.counter_id).id);
    }
    const accounts = restore(call, ticket, last, before);
    call.append({
      name: 'ticket.undone',
      businessDay: ticket.business_day,
      ticketId: ticket.id,
      counterId: last.counter_id,
      data: {
        number: ticketNumber(ticket.letter, ticket.number),
        undoes: last.event,
        to: before.state,
        accounts,
      },
    });
    return readTicket(store, ticket.id);
  },
  'ticket.reopen'(call, input) {
    const { store } = call;
    const office = officeId(store);
    const ticket = movable(call, input, 'reopen');
    if (dayRow(store, office, ticket.business_day)?.closed_at !== null) {
      throw new Refusal({ code: 'day-already-closed', businessDay: ticket.business_day });
    }
    const counter = counterFor(call, input.counterId);
    takeCounter(call, counter.id);
    enterState(
      call,
      ticket,
      { state: 'serving', counterId: counter.id, reason: input.reason },
      'ticket.reopened',
      // With what an undo of this puts back.
      { took: accountsOf(store, ticket.id) },
    );
    clearOutcomes(call, ticket.id);
    return readTicket(store, ticket.id);
  },
} satisfies Partial<Services>;
