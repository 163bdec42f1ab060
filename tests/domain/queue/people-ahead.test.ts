import { describe, expect, test } from 'vitest';
import { callableBy } from '#shared/domain/queue/callable.ts';
import { peopleAhead, type CallingCounter, type QueuedTicket } from '#shared/domain/queue/people-ahead.ts';

/** `P` and `o` wait in queue A, `p` and `b` in queue B; a digit after it is the counter it was sent to. */
const queue = (marks: string): QueuedTicket[] =>
  [...marks.matchAll(/([PopbB])(\d?)/g)].map(([, mark = '', target = '']) => ({
    priority: mark.toLowerCase() === 'p',
    queue: mark === 'p' || mark === 'b' ? 'B' : 'A',
    targetCounterId: target === '' ? null : target,
  }));

const counter = (id: string, series = '', run = 0): CallingCounter => ({ id, series: [...series], run });

/** People before the last ticket of the queue. */
function ahead(marks: string, counters: readonly CallingCounter[] = [counter('1')], priorityRun = 2): number {
  const waiting = queue(marks);
  const last = waiting.at(-1);
  if (last === undefined) throw new Error('nobody waits');
  return peopleAhead(last, waiting, counters, { priorityRun });
}

describe('how many are called before somebody', () => {
  test.each([
    { marks: 'PPooP', people: 3, why: 'two of priority make room for an ordinary one first' },
    { marks: 'PPPPPPo', people: 2, why: 'an ordinary one comes after two of priority' },
    { marks: 'PPPPPPoo', people: 5, why: 'and the second ordinary one after two more' },
    { marks: 'oooP', people: 0, why: 'priority goes before everybody ordinary' },
    { marks: 'oo', people: 1, why: 'ordinary ones go by their numbers' },
    { marks: 'o', people: 0, why: 'nobody else waits' },
  ])('$marks: $people, for $why', ({ marks, people }) => {
    expect(ahead(marks)).toBe(people);
  });

  test('the priority calls that a counter has made already count', () => {
    expect(ahead('PPPo', [counter('1', '', 1)])).toBe(1);
    expect(ahead('oP', [counter('1', '', 2)])).toBe(1);
    expect(ahead('PPPo', [counter('1')], 3)).toBe(3);
  });

  test('of several counters the one that comes to it first tells', () => {
    expect(ahead('PPPo', [counter('1'), counter('2', '', 1)])).toBe(1);
    expect(ahead('o1o1o1o', [counter('1'), counter('2')])).toBe(0);
  });

  test('only people of the queues it shares stand before it', () => {
    const counters = [counter('1', 'A'), counter('2', 'B')];
    expect(ahead('ooobo', counters)).toBe(3);
    expect(ahead('ooob', counters)).toBe(0);
    expect(ahead('oobb', [...counters, counter('3', 'AB', 2)])).toBe(1);
    expect(ahead('oob1', [counter('1', 'A'), counter('2', 'A')])).toBe(2);
  });

  test('somebody sent to a counter waits for that one alone', () => {
    expect(ahead('oPPo2', [counter('1', '', 2), counter('2')])).toBe(3);
  });

  test('while no counter is switched on they stand as one counter would begin', () => {
    expect(ahead('PPooP', [])).toBe(3);
  });
});

describe('whom a counter may call', () => {
  const may = (id: string, counters: readonly CallingCounter[], mark: string) =>
    queue(mark).map(callableBy(id, counters))[0];
  const both = [counter('1', 'A'), counter('2', 'B')];

  test.each([
    { id: '1', mark: 'o', called: true, why: 'its own queue' },
    { id: '1', mark: 'b', called: false, why: 'the queue of another' },
    { id: '1', mark: 'b1', called: true, why: 'sent to it, whatever the queue' },
    { id: '1', mark: 'o2', called: false, why: 'its own queue, but sent elsewhere' },
    { id: '1', mark: 'o9', called: true, why: 'sent to a counter that is off' },
    {
      id: '2',
      mark: 'o9',
      called: false,
      why: 'sent to a counter that is off, of a queue it does not serve',
    },
  ])('counter $id, $mark: $called ($why)', ({ id, mark, called }) => {
    expect(may(id, both, mark)).toBe(called);
  });

  test('people of a queue that no counter serves belong to everybody', () => {
    expect(may('1', [counter('1', 'A'), counter('2', 'C')], 'b')).toBe(true);
    expect(may('1', [counter('1', 'A'), counter('2')], 'b')).toBe(false);
  });
});
