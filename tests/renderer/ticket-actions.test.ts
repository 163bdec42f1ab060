import { describe, expect, test } from 'vitest';
import { useCorrection } from '#renderer/person/correction.ts';
import { ticketActions, type DialogWish } from '#renderer/counter/ticket-actions.ts';
import type { CounterMoves } from '#renderer/counter/use-counter-moves.ts';
import type { QueueRow } from '#shared/contract/ticket.ts';
import { isOpen, TICKET_STATES, type TicketState } from '#shared/domain/queue/ticket-state.ts';
import { catalogue } from '#shared/text/catalogue.ts';

const text = catalogue('vi');
const words = text.counter;

function offered(state: TicketState) {
  const asked: DialogWish[] = [];
  const done: string[] = [];
  const moves = new Proxy({}, { get: (_target, name) => () => done.push(String(name)) }) as CounterMoves;
  const ticket = { id: 't1', number: 'A038', state } as QueueRow;
  const actions = ticketActions(ticket, moves, 'queue', (wish) => asked.push(wish), text);
  return { labels: actions.map((action) => action.label), actions, asked, done };
}

describe('what can be done to a ticket besides the keys', () => {
  test.each([
    ['waiting', [words.callThis, words.transfer, words.leave, words.cancelTicket]],
    ['called', [words.toQueue, words.transfer, words.leave, words.cancelTicket]],
    ['serving', [words.transfer, words.leave, words.cancelTicket]],
    ['on-hold', [words.resumeThis, words.toQueue, words.transfer, words.leave, words.cancelTicket]],
    ['not-here', [words.callThis, words.toQueue, words.transfer, words.leave, words.cancelTicket]],
    ['done', [words.reopen]],
    ['left', [words.reopen]],
    ['cancelled', [words.reopen]],
  ] as const)('%s', (state, labels) => {
    expect(offered(state).labels).toEqual([
      ...labels,
      ...(isOpen(state) ? [text.person.remark.write] : []),
      text.person.correct,
    ]);
  });

  test('no state is left without anything to do', () => {
    for (const state of TICKET_STATES) expect(offered(state).labels).not.toEqual([]);
  });

  test('what needs a reason or a destination is asked first, the rest is done at once', () => {
    const waiting = offered('waiting');
    for (const action of waiting.actions) action.run();
    expect(waiting.done).toEqual(['call', 'leave']);
    expect(waiting.asked.map((wish) => wish.kind)).toEqual(['transfer', 'cancel']);
    expect(waiting.asked[0]).toMatchObject({ ticketId: 't1', number: 'A038' });
    expect(useCorrection.getState().wish).toEqual({ ticketId: 't1', number: 'A038' });
  });
});
