import { describe, expect, test } from 'vitest';
import type { DeskReply } from '#shared/contract/problem.ts';
import type { Ticket } from '#shared/contract/ticket.ts';
import {
  isActive,
  TICKET_STATES,
  type TicketMove,
  type TicketState,
} from '#shared/domain/queue/ticket-state.ts';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

type Move = {
  /** The states a ticket may be in; in every other one the move is refused with `ticket-state`. */
  readonly from: readonly TicketState[];
  readonly to: TicketState;
  readonly make: (desk: TestDesk, ticket: Ticket, counterId: string) => DeskReply<Ticket>;
};

const open = ['waiting', 'called', 'serving', 'on-hold', 'not-here'] as const;
const ended = ['done', 'left', 'cancelled'] as const;

/** A call of the counter's own role whose input is the ticket and, where the move has one, the counter. */
const reply =
  (name: 'call' | 'recall' | 'start' | 'resume' | 'not-here' | 'return' | 'hold' | 'leave' | 'cancel') =>
  (desk: TestDesk, { id }: Ticket, counterId: string) =>
    desk.reply(`ticket.${name}`, { ticketId: id, counterId }, 'counter');

const MOVES: Record<TicketMove, Move> = {
  call: { from: ['waiting', 'on-hold', 'not-here'], to: 'called', make: reply('call') },
  recall: { from: ['called'], to: 'called', make: reply('recall') },
  start: { from: ['called'], to: 'serving', make: reply('start') },
  'not-here': { from: ['called'], to: 'not-here', make: reply('not-here') },
  return: { from: ['called', 'on-hold', 'not-here'], to: 'waiting', make: reply('return') },
  hold: { from: ['called', 'serving'], to: 'on-hold', make: reply('hold') },
  resume: { from: ['on-hold'], to: 'serving', make: reply('resume') },
  transfer: {
    from: open,
    to: 'waiting',
    make: (desk, { id }, counterId) =>
      desk.reply('ticket.transfer', { ticketId: id, series: 'A', fromCounterId: counterId }, 'counter'),
  },
  finish: {
    from: ['called', 'serving'],
    to: 'done',
    make: (desk, { id, requests }, counterId) =>
      desk.reply(
        'ticket.finish',
        {
          ticketId: id,
          counterId,
          outcomes: requests.map((request) => ({ requestId: request.id, outcome: 'taken' as const })),
        },
        'counter',
      ),
  },
  leave: { from: open, to: 'left', make: reply('leave') },
  cancel: { from: open, to: 'cancelled', make: reply('cancel') },
  settle: {
    from: open,
    to: 'done',
    make: (desk, { id }, counterId) =>
      desk.reply('ticket.settle', { ticketId: id, counterId, outcome: 'taken' }, 'counter'),
  },
  reopen: {
    from: ended,
    to: 'serving',
    make: (desk, { id }, counterId) =>
      desk.reply('ticket.reopen', { ticketId: id, counterId, reason: 'Ghi nhầm' }, 'counter'),
  },
};

/** A new ticket brought into a state by the first counter. */
function ticketIn(desk: TestDesk, state: TicketState): Ticket {
  const ticket = desk.issue();
  const ticketId = ticket.id;
  const counterId = desk.counters[0] ?? '';
  if (state === 'waiting') return ticket;
  if (state === 'cancelled') return desk.call('ticket.cancel', { ticketId });
  if (state === 'left') return desk.call('ticket.leave', { ticketId });
  desk.call('ticket.call', { ticketId, counterId });
  if (state === 'not-here') return desk.call('ticket.not-here', { ticketId });
  if (state === 'serving') return desk.call('ticket.start', { ticketId, counterId });
  if (state === 'on-hold') return desk.call('ticket.hold', { ticketId });
  if (state === 'done') return desk.finish(ticket);
  return ticket;
}

const answer = (made: DeskReply<Ticket>): string => (made.ok ? made.value.state : made.problem.code);

describe.each(Object.entries(MOVES))('%s', (_name, { from, to, make }) => {
  test.each(['its own', 'another'] as const)('asked by %s counter, in every state of a ticket', (whose) => {
    const desk = openTestDesk();
    const counterId = desk.counters[whose === 'its own' ? 0 : 1] ?? '';
    const answers = TICKET_STATES.map((state) => {
      const ticket = ticketIn(desk, state);
      const made = answer(make(desk, ticket, counterId));
      desk.reply('ticket.cancel', { ticketId: ticket.id });
      return [state, made];
    });
    expect(answers).toEqual(
      TICKET_STATES.map((state) => {
        const isElsewhere = whose === 'another' && isActive(state);
        return [state, !from.includes(state) ? 'ticket-state' : isElsewhere ? 'ticket-elsewhere' : to];
      }),
    );
  });
});

test.each(['call', 'resume', 'reopen'] as const)('%s waits for a counter that has somebody', (name) => {
  const desk = openTestDesk();
  const ticket = ticketIn(desk, { call: 'waiting', resume: 'on-hold', reopen: 'done' }[name] as TicketState);
  const busy = ticketIn(desk, 'serving');
  expect(MOVES[name].make(desk, ticket, desk.counters[0] ?? '')).toEqual({
    ok: false,
    problem: { code: 'counter-busy', ticketId: busy.id, number: busy.number },
  });
});
