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
  {
    why: 'odd seconds, out of order: the range is widened to whole minutes, never narrowed',
    // A quarter took 107 s or less, three quarters 173 s or less; three people at two counters are one and a half rounds.
    services: [233_000, 61_000, 173_000, 107_000, 119_000],
    ahead: 3,
    countersAtWork: 2,
    range: { fromMinutes: 2, toMinutes: 5 },
  },
])('$why', ({ services, ahead, countersAtWork, range }) => {
  expect(estimateWait({ services, ahead, countersAtWork })).toEqual(range);
});

test('the twentieth from the end still counts, the one before it does not', () => {
  const twenty = [...minutes(...Array<number>(5).fill(9)), ...minutes(...Array<number>(15).fill(3))];
  const range = { fromMinutes: 3, toMinutes: 3 };
  expect(estimateWait({ services: twenty, ahead: 1, countersAtWork: 1 })).toEqual(range);
  const slow = [...minutes(9), ...twenty];
  expect(estimateWait({ services: slow, ahead: 1, countersAtWork: 1 })).toEqual(range);
  const quarter = [...minutes(9), ...twenty.slice(0, 5), ...minutes(9), ...twenty.slice(6)];
  expect(estimateWait({ services: quarter, ahead: 1, countersAtWork: 1 })).toEqual({
    fromMinutes: 3,
    toMinutes: 9,
  });
});

test('only the latest twenty services count', () => {
  const services = [...minutes(...Array<number>(30).fill(60)), ...minutes(...Array<number>(20).fill(3))];
  expect(estimateWait({ services, ahead: 2, countersAtWork: 1 })).toEqual({ fromMinutes: 6, toMinutes: 6 });
});
