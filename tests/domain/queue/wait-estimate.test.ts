import { expect, test } from 'vitest';
import { estimateWait } from '#shared/domain/queue/wait-estimate.ts';

const minutes = (...values: number[]) => values.map((value) => value * 60_000);

test.each([
  {
    why: 'four services say too little',
    services: minutes(4, 5, 6, 7),
    ahead: 3,
    countersAtWork: 1,
    range: null,
  },
  {
    why: 'no counter is at work',
    services: minutes(4, 5, 6, 7, 8),
    ahead: 3,
    countersAtWork: 0,
    range: null,
  },
  {
    why: 'one counter',
    services: minutes(4, 4, 6, 8, 8),
    ahead: 3,
    countersAtWork: 1,
    range: { fromMinutes: 12, toMinutes: 24 },
  },
  {
    why: 'two counters halve it',
    services: minutes(4, 4, 6, 8, 8),
    ahead: 4,
    countersAtWork: 2,
    range: { fromMinutes: 8, toMinutes: 16 },
  },
  {
    why: 'nobody ahead',
    services: minutes(4, 4, 6, 8, 8),
    ahead: 0,
    countersAtWork: 1,
    range: { fromMinutes: 0, toMinutes: 0 },
  },
])('$why', ({ services, ahead, countersAtWork, range }) => {
  expect(estimateWait({ services, ahead, countersAtWork })).toEqual(range);
});

test('only the latest twenty services count', () => {
  const services = [...minutes(...Array<number>(30).fill(60)), ...minutes(...Array<number>(20).fill(3))];
  expect(estimateWait({ services, ahead: 2, countersAtWork: 1 })).toEqual({ fromMinutes: 6, toMinutes: 6 });
});
