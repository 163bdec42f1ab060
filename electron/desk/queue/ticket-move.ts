import { setOutcomes } from '../store/rows/request-row.ts';
import type { Parsed } from '#shared/contract/desk-contract.ts';
import type { EventData } from '#shared/contract/event.ts';
import type { TicketDetail } from '#shared/contract/ticket.ts';
import { countsAsActivated, mayActivate } from '#shared/domain/account/activation.ts';
import type { Outcome } from '#shared/domain/procedure/vocabulary.ts';
import { endState } from '#shared/domain/queue/end-state.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import type { TicketState } from '#shared/domain/queue/ticket-state.ts';
import type { CommandCall, QueryCall, Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import { dayRow } from '../store/rows/day-row.ts';
import { beginFollowUp, dropFollowUp, foreseeActivations } from '../account/follow-up-record.ts';
import { unseenRequired, wasLookedAt } from '#shared/domain/checklist/checklist.ts';
import { needsDecision } from '#shared/domain/procedure/verdict.ts';
import { checklistRows } from '../store/rows/checklist-row.ts';
import { dueOf, verdictOf } from '../law/verdict.ts';
import { officeId, readSettings } from '../store/rows/office-row.ts';
import type { ReadableStore } from '../store/store.ts';
import { knownPlace } from '../store/rows/request-words.ts';
import { detailedRequests } from './ticket-detail.ts';
import { seriesFor } from './ticket-plan.ts';
import { counterFor, counterRow, movable, takeCounter } from './ticket-call.ts';
import { enterState } from './enter-state.ts';
import type { PeriodCause } from '../store/rows/ticket-period.ts';
import { readTicket, requestRows, type TicketRow } from '../store/rows/ticket-row.ts';

type EndName = 'ticket.finished' | 'ticket.left' | 'ticket.cancelled' | 'ticket.settled';
export type GivenOutcome = EventData<EndName>['outcomes'][number];
/** What is stored of an outcome; the words of an excuse stay out of the journal. */
type PlannedOutcome = GivenOutcome & { readonly excuse?: string };

/** Ends a ticket: its state, its event and the outcome of each request named, in one transaction. */
export function endTicket(
  call: CommandCall,
  ticket: TicketRow,
  state: TicketState,
  name: EndName,
  outcomes: readonly PlannedOutcome[],
  why: { reason?: string | null; cause?: PeriodCause } = {},
): void {
  refuseTaken(call.store, ticket, outcomes);
  const told = outcomes.map(({ excuse, ...given }) =>
    excuse ? { ...given, excused: true as const } : given,
  );
  const counted = followOutcomes(call, ticket, told);
  const period = enterState(call, ticket, { state, returnsAt: null, ...why }, name, {
    number: ticketNumber(ticket.letter, ticket.number),
    outcomes: counted,
  });
  setOutcomes(
    call.store,
    counted.map((given, index) => ({ ...given, excuse: outcomes[index]?.excuse })),
    period,
  );
}

/** Begins what is followed up from outcomes; answers them as they count: an account counted already is not activated again. */
export function followOutcomes(
  call: CommandCall,
  ticket: Pick<TicketRow, 'id' | 'business_day'>,
  outcomes: readonly GivenOutcome[],
): GivenOutcome[] {
  const { store } = call;
  const requests = requestRows(store, ticket.id);
  const office = officeId(store);
  return outcomes.map((given) => {
    dropFollowUp(store, given.requestId);
    const request = requests.find(({ id }) => id === given.requestId);
    if (request === undefined || !mayActivate(request.procedure, given.outcome))
      return { ...given, activated: false };
    const day = ticket.business_day;
    const dueOn = dueOf(store, office, day, verdictOf(store, office, day, request))?.dueOn ?? null;
    const followed = { ...request, dueOn };
    const activated = beginFollowUp(store, office, ticket.business_day, followed, given.activated);
    return { ...given, activated };
  });
}

/** One outcome for every request of the ticket that has none yet. */
function sameOutcome(call: QueryCall, ticketId: string, outcome: Outcome): GivenOutcome[] {
  return requestRows(call.store, ticketId)
    .filter((request) => request.outcome === null)
    .map((request) => ({
      requestId: request.id,
      outcome,
      activated: countsAsActivated(request.procedure, outcome, undefined),
    }));
}

/** Gives every open request of an open ticket one outcome and ends the ticket; used at the end of the day. */
export function settleTicket(call: CommandCall, ticket: TicketRow, outcome: Outcome): void {
  endTicket(call, ticket, endState([outcome]), 'ticket.settled', sameOutcome(call, ticket.id, outcome), {
    cause: 'settled',
  });
}

/** Outcomes as they are given for requests of a ticket, in the order of the requests; refuses with `unknown-request`. */
function givenOutcomes(
  store: ReadableStore,
  ticketId: string,
  given: Parsed<'ticket.finish'>['outcomes'],
): PlannedOutcome[] {
  const office = officeId(store);
  const requests = requestRows(store, ticketId);
  if (given.some((one) => !requests.some((request) => request.id === one.requestId))) {
    throw new Refusal({ code: 'unknown-request' });
  }
  return requests.flatMap((request) => {
    const one = given.findLast((candidate) => candidate.requestId === request.id);
    if (one === undefined) return [];
    const activated = countsAsActivated(request.procedure, one.outcome, one.activated);
    const place = one.outcome === 'referred' ? knownPlace(store, office, one.referredTo) : null;
    const reason = one.outcome === 'referred' ? one.referralReason : undefined;
    return {
      requestId: request.id,
      outcome: one.outcome,
      activated,
      ...(place === null ? {} : { referredTo: place }),
      ...(reason === undefined ? {} : { referralReason: reason }),
      ...(one.outcome === 'taken' && one.excuse ? { excuse: one.excuse } : {}),
    };
  });
}

/**
 * Refuses to take what may not be taken: with `not-done-here` a request that the verdict leaves to another office and no officer
 * decided about, with `papers-unseen` one whose checklist was begun and of which a required paper was not seen, and nobody said why.
 */
function refuseTaken(
  store: ReadableStore,
  ticket: TicketRow,
  outcomes: readonly Pick<PlannedOutcome, 'requestId' | 'outcome' | 'excuse'>[],
): void {
  const office = officeId(store);
  for (const request of requestRows(store, ticket.id)) {
    const given = outcomes.find(({ requestId }) => requestId === request.id);
    if (given?.outcome !== 'taken') continue;
    const requestId = request.id;
    if (needsDecision(verdictOf(store, office, ticket.business_day, request)))
      throw new Refusal({ code: 'not-done-here', requestId });
    // A caller that keeps no checklist is not asked for one; the counter's screen always is.
    const checklist = checklistRows(store, requestId);
    const papers = checklist.some(wasLookedAt) ? unseenRequired(checklist) : [];
    if (papers.length > 0 && !given.excuse && request.excuse === null)
      throw new Refusal({ code: 'papers-unseen', requestId, papers: [...papers] });
  }
}

/** The requests of a ticket as finishing it with these outcomes would leave them. */
export function finishedRequests(
  store: ReadableStore,
  ticket: TicketRow,
  outcomes: Parsed<'ticket.finish'>['outcomes'],
): TicketDetail['requests'] {
  const given = givenOutcomes(store, ticket.id, outcomes);
  const rows = requestRows(store, ticket.id).flatMap((row) => {
    const one = given.find(({ requestId }) => requestId === row.id);
    return one !== undefined && mayActivate(row.procedure, one.outcome)
      ? [{ ...row, activated: one.activated }]
      : [];
  });
  const counts = foreseeActivations(store, rows);
  return detailedRequests(store, ticket).map((request) => {
    const one = given.find(({ requestId }) => requestId === request.id);
    if (one === undefined) return request;
    const activated = counts[rows.findIndex(({ id }) => id === request.id)] ?? false;
    const { outcome, referredTo = null, referralReason = null } = one;
    return { ...request, outcome, activated, referredTo, referralReason };
  });
}

export const moveServices = {
  'ticket.not-here'(call, input) {
    const ticket = movable(call, input, 'not-here');
    const office = officeId(call.store);
    const settings = readSettings(call.store, office);
    const times = ticket.not_here_count + 1;
    const calls = dayRow(call.store, office, ticket.business_day)?.calls ?? 0;
    const returnsAt = times <= settings.notHereMaxReturns ? calls + settings.notHereReturnsAfter : null;
    enterState(
      call,
      ticket,
      { state: 'not-here', counterId: null, notHereCount: times, returnsAt },
      'ticket.not-here',
      {
        times,
        byItself: returnsAt !== null,
      },
    );
    return readTicket(call.store, ticket.id);
  },
  'ticket.return'(call, input) {
    const ticket = movable(call, input, 'return');
    enterState(call, ticket, { state: 'waiting', counterId: null, returnsAt: null }, 'ticket.returned', {
      byItself: false,
    });
    return readTicket(call.store, ticket.id);
  },
  'ticket.hold'(call, input) {
    const ticket = movable(call, input, 'hold');
    enterState(call, ticket, { state: 'on-hold', reason: input.reason ?? null }, 'ticket.held', {});
    return readTicket(call.store, ticket.id);
  },
  'ticket.resume'(call, input) {
    const ticket = movable(call, input, 'resume');
    const counter = counterFor(call, input.counterId);
    takeCounter(call, counter.id);
    enterState(call, ticket, { state: 'serving', counterId: counter.id }, 'ticket.resumed', {});
    return readTicket(call.store, ticket.id);
  },
  'ticket.transfer'(call, input) {
    const ticket = movable(call, { ticketId: input.ticketId, counterId: input.fromCounterId }, 'transfer');
    const target = input.counterId === undefined ? null : counterRow(call.store, input.counterId).id;
    const queueId =
      input.series === undefined
        ? ticket.queue_id
        : seriesFor(call.store, officeId(call.store), input.series, 'guidance').id;
    enterState(
      call,
      ticket,
      { state: 'waiting', counterId: null, targetCounterId: target, queueId, returnsAt: null },
      'ticket.transferred',
      { toCounter: target, toSeries: input.series ?? null },
    );
    return readTicket(call.store, ticket.id);
  },
  'ticket.finish'(call, input) {
    const ticket = movable(call, input, 'finish');
    const outcomes = givenOutcomes(call.store, ticket.id, input.outcomes);
    const missing = requestRows(call.store, ticket.id).find(
      ({ id }) => !outcomes.some(({ requestId }) => requestId === id),
    );
    if (missing !== undefined) throw new Refusal({ code: 'outcome-missing', requestId: missing.id });
    endTicket(call, ticket, endState(outcomes.map((given) => given.outcome)), 'ticket.finished', outcomes);
    return readTicket(call.store, ticket.id);
  },
  'ticket.leave'(call, input) {
    const ticket = movable(call, input, 'leave');
    endTicket(call, ticket, 'left', 'ticket.left', sameOutcome(call, ticket.id, 'left'));
    return readTicket(call.store, ticket.id);
  },
  'ticket.cancel'(call, input) {
    const ticket = movable(call, input, 'cancel');
    endTicket(call, ticket, 'cancelled', 'ticket.cancelled', sameOutcome(call, ticket.id, 'cancelled'), {
      reason: input.reason ?? null,
    });
    return readTicket(call.store, ticket.id);
  },
  'ticket.settle'(call, input) {
    const ticket = movable(call, input, 'settle');
    settleTicket(call, ticket, input.outcome);
    return readTicket(call.store, ticket.id);
  },
} satisfies Partial<Services>;
