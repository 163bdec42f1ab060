import { setPriorityRun } from '../store/rows/counter-row.ts';
import { countDayCall, openDay } from '../store/rows/day-row.ts';
import { callableBy, type Standing } from '#shared/domain/queue/callable.ts';
import { nextQueue, runAfter } from '#shared/domain/queue/call-order.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import { mayMove, type TicketMove } from '#shared/domain/queue/ticket-state.ts';
import type { CommandCall, Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import type { ReadableStore } from '../store/store.ts';
import { callingCounters, officeId, readSettings } from '../store/rows/office-row.ts';
import { enterState } from './enter-state.ts';
import { endPause } from './pause-end.ts';
import {
  readTicket,
  ticketColumns,
  ticketRow,
  waitingTickets,
  type TicketRow,
} from '../store/rows/ticket-row.ts';
import { elsewhere, moverCounter, refuseElsewhere } from './whose-ticket.ts';

type CounterRow = { id: string; name: string; active: number; priority_run: number };

/** A counter that is in use; refuses with `unknown-counter`. */
export function counterRow(store: ReadableStore, id: string): CounterRow {
  const row = store
    .prepare<[string], CounterRow>('SELECT id, name, active, priority_run FROM counter WHERE id = ?')
    .get(id);
  if (row === undefined || row.active === 0) throw new Refusal({ code: 'unknown-counter' });
  return row;
}

/** The counter in use that a command is given at: the one it names, else this device's; refuses with `invalid-input`. */
export function counterFor(call: CommandCall, named: string | undefined): CounterRow {
  const id = moverCounter(call, named);
  if (id === null) throw new Refusal({ code: 'invalid-input', path: 'counterId', reason: 'no-counter' });
  return counterRow(call.store, id);
}

/** Refuses with `counter-busy` while the counter has a ticket called or in service. */
export function counterIsFree(store: ReadableStore, counterId: string): void {
  const busy = store
    .prepare<[string], { id: string; letter: string; number: number }>(
      "SELECT id, letter, number FROM ticket WHERE counter_id = ? AND state IN ('called', 'serving')",
    )
    .get(counterId);
  if (busy !== undefined) {
    throw new Refusal({
      code: 'counter-busy',
      ticketId: busy.id,
      number: ticketNumber(busy.letter, busy.number),
    });
  }
}

/** Takes a counter for somebody: refuses with `counter-busy`, and ends its pause. */
export function takeCounter(call: CommandCall, counterId: string): void {
  counterIsFree(call.store, counterId);
  endPause(call, counterId);
}

type Moving = { readonly ticketId: string; readonly counterId?: string | undefined };

/** The ticket, if `move` is one it can make now, from here; refuses with `ticket-state` and `ticket-elsewhere`. */
export function movable(call: CommandCall, { ticketId, counterId }: Moving, move: TicketMove): TicketRow {
  const ticket = ticketRow(call.store, ticketId);
  if (!mayMove(move, ticket.state)) {
    throw new Refusal({
      code: 'ticket-state',
      state: ticket.state,
      number: ticketNumber(ticket.letter, ticket.number),
    });
  }
  refuseElsewhere(call, ticket, counterId);
  return ticket;
}

/** The first waiting ticket of one class that the counter may call. */
function headOfQueue(
  store: ReadableStore,
  office: string,
  day: string,
  priority: 0 | 1,
  mayCall: (ticket: Standing) => boolean,
): string | undefined {
  for (const ticket of waitingTickets(store, office, day, priority)) if (mayCall(ticket)) return ticket.id;
  return undefined;
}

function countCall(call: CommandCall, office: string, day: string): void {
  const calls = countDayCall(call.store, office, day);
  const back = call.store
    .prepare<[string, string, number], TicketRow>(
      // The second condition on the state is word for word that of the index ticket_open, which is not used without it.
      `SELECT ${ticketColumns} FROM ticket
       WHERE office_id = ? AND business_day = ? AND state = 'not-here' AND returns_at <= ?
         AND state IN ('called', 'serving', 'on-hold', 'not-here') ORDER BY place`,
    )
    .all(office, day, calls);
  for (const ticket of back) {
    enterState(
      call,
      ticket,
      { state: 'waiting', counterId: null, returnsAt: null, cause: 'by-itself' },
      'ticket.returned',
      {
        byItself: true,
      },
    );
  }
}

function callTo(
  call: CommandCall,
  office: string,
  ticket: TicketRow,
  counter: CounterRow,
  byRule: boolean,
): void {
  if (byRule) {
    const run = runAfter(counter.priority_run, ticket.priority === 1 ? 'priority' : 'ordinary');
    setPriorityRun(call.store, counter.id, run);
  }
  enterState(
    call,
    ticket,
    {
      state: 'called',
      counterId: counter.id,
      returnsAt: null,
      runBefore: byRule ? counter.priority_run : null,
    },
    'ticket.called',
    { number: ticketNumber(ticket.letter, ticket.number), priority: ticket.priority === 1, byRule },
  );
  countCall(call, office, ticket.business_day);
}

export const callServices = {
  'ticket.call-next'(call, input) {
    const { store } = call;
    const office = officeId(store);
    const { day } = openDay(store, office);
    const counter = counterFor(call, input.counterId);
    takeCounter(call, counter.id);
    const mayCall = callableBy(counter.id, callingCounters(store, office));
    const priority = headOfQueue(store, office, day, 1, mayCall);
    const ordinary = headOfQueue(store, office, day, 0, mayCall);
    const queue = nextQueue(
      { priority: priority !== undefined, ordinary: ordinary !== undefined },
      counter.priority_run,
      readSettings(store, office),
    );
    const id = queue === 'priority' ? priority : ordinary;
    if (id === undefined) return null;
    callTo(call, office, ticketRow(store, id), counter, true);
    return readTicket(store, id);
  },
  'ticket.call'(call, input) {
    const { store } = call;
    const office = officeId(store);
    openDay(store, office);
    const counter = counterFor(call, input.counterId);
    const ticket = movable(call, input, 'call');
    takeCounter(call, counter.id);
    callTo(call, office, ticket, counter, false);
    return readTicket(store, ticket.id);
  },
  'ticket.recall'(call, input) {
    const { store } = call;
    const ticket = atCounter(call, input, 'recall');
    call.append({
      name: 'ticket.recalled',
      businessDay: ticket.business_day,
      ticketId: ticket.id,
      counterId: ticket.counter_id,
      data: { number: ticketNumber(ticket.letter, ticket.number) },
    });
    return readTicket(store, ticket.id);
  },
  'ticket.start'(call, input) {
    const ticket = atCounter(call, input, 'start');
    enterState(call, ticket, { state: 'serving' }, 'ticket.started', {});
    return readTicket(call.store, ticket.id);
  },
} satisfies Partial<Services>;

/** A ticket that `move` fits and that stands at this counter; refuses with `ticket-elsewhere`, a leader too. */
function atCounter(call: CommandCall, input: Moving, move: TicketMove): TicketRow {
  const counter = counterFor(call, input.counterId);
  const ticket = movable(call, input, move);
  if (ticket.counter_id !== counter.id) throw elsewhere(call.store, ticket);
  return ticket;
}
