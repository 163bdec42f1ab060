import { beforeEach, describe, expect, test } from 'vitest';
import { counterKeys, handOf, type CounterKeysInput } from '#renderer/counter/counter-keys.ts';
import type { CounterMoves } from '#renderer/counter/use-counter-moves.ts';
import { hushBar, useBarMessage } from '#renderer/frame/screen-keys.tsx';
import type { QueueBoard, QueueRow, TicketDetail } from '#shared/contract/ticket.ts';
import type { TicketState } from '#shared/domain/queue/ticket-state.ts';
import { catalogue } from '#shared/text/catalogue.ts';

const text = catalogue('vi');
const words = text.counter;

type Situation = {
  readonly waiting?: number;
  readonly absent?: number;
  /** The state of ticket A038, which this counter has in hand. */
  readonly hand?: 'called' | 'serving';
  /** The state of ticket A041 on screen instead of the one in hand, and whose it is. */
  readonly other?: TicketState;
  readonly finishes?: boolean;
};

const rows = (count = 0) =>
  Array.from({ length: count }, (_, index) => ({ number: `A00${index + 7}` })) as QueueRow[];

/** The screen in a situation: its keys, its buttons, and what was done. */
function screen({ waiting, absent, hand, other, finishes = true }: Situation) {
  const done: string[] = [];
  const noted =
    (name: string) =>
    (...args: unknown[]) => {
      done.push([name, ...args].join(' '));
      return Promise.resolve(true);
    };
  const inHand = hand === undefined ? null : { id: 'hand', number: 'A038', state: hand };
  const shown = other === undefined ? inHand : { id: 'other', number: 'A041', state: other };
  const input = {
    counterId: 'c1',
    board: { waiting: rows(waiting), notHere: rows(absent) } as unknown as QueueBoard,
    inHand,
    ticket: (shown === null
      ? null
      : { ...shown, counterId: other === undefined ? 'c1' : 'c2' }) as TicketDetail | null,
    moves: new Proxy({}, { get: (_target, name) => noted(String(name)) }) as CounterMoves,
    printing: { print: noted('print') } as unknown as CounterKeysInput['printing'],
    finish: () => noted('finish')().then(() => finishes),
    pause: () => {},
    ask: ({ kind, ticketId }) => done.push(`ask ${kind} ${ticketId}`),
    show: (ticketId) => void noted('show')(ticketId),
  } satisfies CounterKeysInput;
  return { keys: counterKeys(input, text), done };
}

/** What a key does in a situation: its reason not to act, else what was done. */
async function press(situation: Situation, key: string): Promise<string> {
  const { keys, done } = screen(situation);
  const entry = keys.all.find((one) => one.key === key);
  if (entry === undefined) return 'no key';
  if (entry.disabledReason !== undefined) return entry.disabledReason;
  entry.run();
  await Promise.resolve();
  await Promise.resolve();
  return done.join(', ');
}

beforeEach(hushBar);

const KEYS = ['F4', 'Shift+F4', 'F6', 'F7', 'F8', 'F9'];
const none = words.noTicket;

describe('the keys of a counter', () => {
  test.each<[string, Situation, readonly string[]]>([
    ['nobody is there', {}, [words.nobody, none, none, none, words.noSlipYet, none]],
    [
      'only absent people are left',
      { absent: 2 },
      [words.nobodyButAbsent(['A007', 'A008']), none, none, none, words.noSlipYet, none],
    ],
    ['somebody waits', { waiting: 1 }, ['callNext', none, none, none, words.noSlipYet, none]],
    [
      'somebody was called',
      { waiting: 1, hand: 'called' },
      [words.busy('A038'), 'recall hand', 'notHere hand', 'hold hand', 'print', words.notServing],
    ],
    [
      'somebody is served',
      { waiting: 1, hand: 'serving' },
      [words.busy('A038'), words.notCalled, words.notCalled, 'hold hand', 'finish, print', 'finish'],
    ],
    [
      'somebody was called, and another one is on screen',
      { waiting: 1, hand: 'called', other: 'waiting' },
      [words.busy('A038'), 'show hand', 'show hand', 'show hand', 'print', words.notServing],
    ],
    [
      'somebody is served, and one whom another counter serves is on screen',
      { hand: 'serving', other: 'serving' },
      [words.busy('A038'), words.notCalled, words.notCalled, 'show hand', 'print', 'show hand'],
    ],
    [
      'nobody is in hand, and one of earlier is on screen',
      { waiting: 1, other: 'done' },
      ['callNext', none, none, none, 'print', none],
    ],
  ])('when %s', async (_when, situation, made) => {
    expect(await Promise.all(KEYS.map((key) => press(situation, key)))).toEqual(made);
  });

  test('a slip is not printed when the finish was refused', async () => {
    expect(await press({ hand: 'serving', finishes: false }, 'F8')).toBe('finish');
  });

  test('a key about the person in hand says so when another one was on screen', async () => {
    await press({ hand: 'serving', other: 'waiting' }, 'F9');
    expect(useBarMessage.getState().message).toBe(words.backToHand('A038'));
  });
});

describe('the buttons under the ticket', () => {
  const buttons = (situation: Situation) => {
    const { keys, done } = screen(situation);
    return keys.footActions.map((action) => {
      if (action.disabledReason === undefined) action.run();
      return [action.label, action.disabledReason ?? done.splice(0).join(', '), action.isMain === true];
    });
  };
  const back = [words.showHand('A038'), 'show hand', true];

  test.each<[string, Situation, readonly unknown[]]>([
    ['no ticket', { waiting: 1 }, []],
    [
      'one that was called here',
      { hand: 'called' },
      [
        [words.recall, 'recall hand', false],
        [words.notHere, 'notHere hand', false],
        [words.start, 'start hand', true],
      ],
    ],
    ['one that is served here', { hand: 'serving' }, [[words.finish, 'finish', true]]],
    ['one that another counter serves', { other: 'serving' }, []],
    ['one that another counter called', { hand: 'serving', other: 'called' }, [back]],
    ['one kept aside', { other: 'on-hold' }, [[words.resumeThis, 'resume other hand', true]]],
    [
      'one kept aside, while somebody is served',
      { hand: 'serving', other: 'on-hold' },
      [[words.resumeThis, words.busy('A038'), false], back],
    ],
    ['one that waits', { other: 'waiting' }, [[words.callThis, 'call other hand', true]]],
    [
      'one that waits, while somebody is served',
      { hand: 'serving', other: 'waiting' },
      [[words.callThis, words.busy('A038'), false], back],
    ],
    [
      'one that has ended',
      { waiting: 1, other: 'done' },
      [
        [words.reopen, 'ask reopen other', false],
        [words.callNext, 'callNext', true],
      ],
    ],
    [
      'one that has ended, while nobody waits',
      { other: 'left' },
      [
        [words.reopen, 'ask reopen other', false],
        [words.callNext, words.nobody, true],
      ],
    ],
    [
      'one that has ended, while somebody is served',
      { hand: 'called', other: 'cancelled' },
      [[words.reopen, 'ask reopen other', false], back],
    ],
  ])('of %s', (_of, situation, made) => {
    expect(buttons(situation)).toEqual(made);
  });
});

describe('what a counter has in hand', () => {
  const row = (id: string, state: TicketState) => ({ id, state, counterId: 'c1' }) as QueueRow;
  const ticket = (id: string, state: TicketState, counterId = 'c1') =>
    ({ id, state, counterId }) as TicketDetail;

  test.each<[string, QueueRow | null, TicketDetail | null, string]>([
    ['the list knows it first', row('a', 'called'), null, 'a called'],
    ['the ticket knows it first', null, ticket('a', 'called'), 'a called'],
    ['the ticket was begun, the list comes later', row('a', 'called'), ticket('a', 'serving'), 'a serving'],
    ['the ticket is finished, the list comes later', row('a', 'serving'), ticket('a', 'done'), 'none'],
    ['the ticket is held, the list comes later', row('a', 'serving'), ticket('a', 'on-hold'), 'none'],
    ['another one is on screen', row('a', 'serving'), ticket('b', 'done'), 'a serving'],
    ['one of another counter is on screen', null, ticket('b', 'serving', 'c2'), 'none'],
    ['nothing', null, null, 'none'],
  ])('%s', (_name, listed, shown, hand) => {
    const found = handOf('c1', listed, shown);
    expect(found === null ? 'none' : `${found.id} ${found.state}`).toBe(hand);
  });
});
