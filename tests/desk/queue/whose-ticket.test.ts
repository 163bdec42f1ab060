import { describe, expect, test } from 'vitest';
import { deskContract, type MethodName } from '#shared/contract/desk-contract.ts';
import type { Role } from '#shared/contract/method.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import type { Ticket } from '#shared/contract/ticket.ts';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

type Move = Exclude<Extract<MethodName, `ticket.${string}` | 'request.set-paper'>, NotMoves>;
type NotMoves = 'ticket.issue' | 'ticket.call-next' | 'ticket.get' | 'ticket.list';
/** What a move needs besides its ticket and its counter. */
type Rest = (ticket: Ticket, counterId: string | undefined) => object;

const here: Rest = (ticket, counterId) => ({
  ticketId: ticket.id,
  ...(counterId === undefined ? {} : { counterId }),
});
const outcomes = ({ requests }: Ticket) =>
  requests.map(({ id }) => ({ requestId: id, outcome: 'taken' as const }));

/** Every command that changes a ticket which exists; a new one does not compile before it stands here. */
const MOVES: Record<Move, Rest> = {
  'ticket.call': here,
  'ticket.recall': here,
  'ticket.start': here,
  'ticket.not-here': here,
  'ticket.return': here,
  'ticket.hold': here,
  'ticket.resume': here,
  'ticket.transfer': ({ id }, fromCounterId) => ({
    ticketId: id,
    series: 'A',
    ...(fromCounterId === undefined ? {} : { fromCounterId }),
  }),
  'ticket.finish': (ticket, counterId) => ({ ...here(ticket, counterId), outcomes: outcomes(ticket) }),
  'ticket.leave': here,
  'ticket.cancel': here,
  'ticket.settle': (ticket, counterId) => ({ ...here(ticket, counterId), outcome: 'taken' }),
  'ticket.reopen': (ticket, counterId) => ({ ...here(ticket, counterId), reason: 'Ghi nhầm' }),
  'ticket.undo': here,
  'ticket.set-remark': (ticket, counterId) => ({ ...here(ticket, counterId), remark: 'Chờ con' }),
  'ticket.add-request': (ticket, counterId) => ({
    ...here(ticket, counterId),
    request: { procedure: 'level-1', subject: 'citizen' },
  }),
  'request.set-paper': ({ requests }, counterId) => ({
    requestId: requests[0]?.id,
    paper: 'id-card',
    state: 'seen',
    ...(counterId === undefined ? {} : { counterId }),
  }),
};

/** A ticket that the first counter has in hand. */
function inHand(desk: TestDesk, state: 'called' | 'serving'): Ticket {
  const { id: ticketId } = desk.issue();
  const at = { ticketId, counterId: desk.counters[0] ?? '' };
  const called = desk.call('ticket.call', at);
  return state === 'called' ? called : desk.call('ticket.start', at);
}

type Whose = 'its own' | 'another' | 'none';

/** What a move answers: 'ok', or why not. Every try has a desk of its own: a move leaves the ticket elsewhere. */
function answer(method: Move, state: 'called' | 'serving', whose: Whose, role: Role): string {
  const desk = openTestDesk();
  const ticket = inHand(desk, state);
  const counterId = { 'its own': desk.counters[0], another: desk.counters[1], none: undefined }[whose];
  const reply = desk.reply(method, MOVES[method](ticket, counterId) as never, role) as DeskReply<unknown>;
  return reply.ok ? 'ok' : reply.problem.code;
}

const atOneCounter: readonly Move[] = ['ticket.start', 'ticket.recall'];
const needsCounter: readonly Move[] = [...atOneCounter, 'ticket.call', 'ticket.resume', 'ticket.reopen'];

describe.each(Object.keys(MOVES) as Move[])('%s', (method) => {
  test.each(['called', 'serving'] as const)('of a ticket that is %s at another counter', (state) => {
    const own = answer(method, state, 'its own', 'counter');
    const elsewhere = own === 'ok' ? 'ticket-elsewhere' : own;
    expect(answer(method, state, 'another', 'counter')).toBe(elsewhere);
    // What happens at a counter does so for a leader too.
    const leads = atOneCounter.includes(method) ? elsewhere : own;
    expect(answer(method, state, 'another', 'leader')).toBe(leads);
    if (own === 'ok')
      expect(answer(method, state, 'none', 'reception')).toBe(
        needsCounter.includes(method) ? 'invalid-input' : 'ok',
      );
  });

  test('takes the counter that makes it', () => {
    const input = deskContract[method].input;
    const shape = 'shape' in input ? Object.keys(input.shape) : [];
    expect(shape).toContain(method === 'ticket.transfer' ? 'fromCounterId' : 'counterId');
  });
});

test.each(['ticket.not-here', 'ticket.hold', 'ticket.leave'] as const)(
  'an undo of %s would put the ticket back into the hand of its counter: no other makes it',
  (method) => {
    const desk = openTestDesk();
    const [own = '', other = ''] = desk.counters;
    const { id: ticketId } = inHand(desk, 'called');
    desk.call(method, { ticketId });
    expect(desk.refusal('ticket.undo', { ticketId, counterId: other }, 'counter')).toMatchObject({
      code: 'ticket-elsewhere',
    });
    expect(desk.reply('ticket.undo', { ticketId, counterId: own }, 'counter').ok).toBe(true);
  },
);

test('the refusal names the counter that has it', () => {
  const desk = openTestDesk();
  const ticket = inHand(desk, 'serving');
  const input = { ticketId: ticket.id, counterId: desk.counters[1] ?? '' };
  expect(desk.refusal('ticket.hold', input, 'counter')).toEqual({
    code: 'ticket-elsewhere',
    number: ticket.number,
    counter: 'Quầy 1',
  });
});
