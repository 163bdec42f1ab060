import { fc } from '#tests/support/property.ts';
import { expect, test } from 'vitest';
import type { DeskListener } from '#electron/desk/desk.ts';
import { feedEvents, forDisplay } from '#electron/host/event-feed.ts';
import { deskEvent, type DeskEvent } from '#shared/contract/event.ts';

/** Whatever is being read has been read. */
const settled = () => new Promise((done) => setImmediate(done));

/** A log in memory that announces like the desk does. */
function eventLog() {
  const events: DeskEvent[] = [];
  const listeners = new Set<DeskListener>();
  return {
    events,
    listeners,
    eventsSince: async (since: number, limit = 1000) => events.slice(since, since + limit),
    subscribe(listener: DeskListener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    append(count: number, isAnnounced = true) {
      const added = Array.from({ length: count }, () => {
        const number = events.length + 1;
        const event: DeskEvent = {
          number,
          at: '2026-11-20T00:00:00.000Z',
          businessDay: null,
          name: 'day.noted',
          officer: '',
          device: '',
          ticketId: null,
          requestId: null,
          counterId: null,
          data: {},
        };
        events.push(event);
        return event;
      });
      if (isAnnounced) for (const listener of listeners) listener.news(added);
    },
  };
}

test('whatever happens in between, each event arrives once and in order, as soon as the reader can take it', async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('append' as const), count: fc.integer({ min: 1, max: 450 }) }),
    fc.record({ do: fc.constant('ready' as const) }),
    fc.record({ do: fc.constant('busy' as const) }),
    fc.record({ do: fc.constant('take-one' as const) }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.nat(500),
      fc.nat(500),
      fc.array(step, { maxLength: 25 }),
      async (isHurried, stored, since, steps) => {
        const log = eventLog();
        log.append(stored);
        const from = Math.min(since, stored);
        const taken: number[] = [];
        let room = Infinity;
        const feed = feedEvents(log, from, {
          ready: () => room > 0,
          take(events) {
            room -= 1;
            taken.push(...events.map(({ number }) => number));
          },
          end: (error) => expect.fail(String(error)),
        });
        await settled();
        for (const one of steps) {
          if (one.do === 'append') log.append(one.count);
          else {
            room = { ready: Infinity, busy: 0, 'take-one': 1 }[one.do];
            feed.pump();
          }
          if (isHurried) continue;
          await settled();
          if (room === Infinity) expect(taken.length).toBe(log.events.length - from);
        }
        await settled();
        room = Infinity;
        feed.pump();
        await settled();
        expect(taken).toEqual(log.events.slice(from).map(({ number }) => number));
      },
    ),
    { numRuns: 300 },
  );
});

test('an announcement that was missed is made up for by the next one', async () => {
  const log = eventLog();
  const taken: number[] = [];
  feedEvents(log, 0, {
    ready: () => true,
    take: (events) => taken.push(...events.map(({ number }) => number)),
    end: () => {},
  });
  log.append(1);
  await settled();
  log.append(2, false);
  log.append(1);
  await settled();
  expect(taken).toEqual([1, 2, 3, 4]);
});

test('a reader that breaks is let go, and the command that announced never notices', async () => {
  const log = eventLog();
  const failures: unknown[] = [];
  feedEvents(log, 0, {
    ready: () => true,
    take: () => {
      throw new Error('gone');
    },
    end: (error) => failures.push(error),
  });
  await settled();
  expect(() => log.append(1)).not.toThrow();
  log.append(1);
  expect(failures).toHaveLength(1);
  expect(log.listeners.size).toBe(0);
});

test('a feed that was stopped is silent', async () => {
  const log = eventLog();
  const taken: number[] = [];
  const feed = feedEvents(log, 0, {
    ready: () => true,
    take: (events) => taken.push(events.length),
    end: () => {},
  });
  await settled();
  feed.stop();
  log.append(3);
  feed.pump();
  await settled();
  expect(taken).toEqual([]);
});

test('a desk that is closed ends the feed once, also while its log is being read', async () => {
  for (const wait of [settled, async () => {}]) {
    const log = eventLog();
    log.append(3);
    const ends: unknown[] = [];
    feedEvents(log, 0, { ready: () => true, take: () => {}, end: (error) => ends.push(error) });
    await wait();
    const listeners = [...log.listeners];
    for (const { ended } of [...listeners, ...listeners]) ended();
    await settled();
    expect(ends).toEqual([undefined]);
    expect(log.listeners.size).toBe(0);
  }
});

test('of an event the wall learns the hour, the day, the counter and nothing about anybody', () => {
  const id = '01a200b7-5103-7326-ba8d-83bd1e8a54fe';
  const told = {
    number: 7,
    at: '2026-11-20T00:30:00.000Z',
    businessDay: '2026-11-20',
    name: 'person.updated',
    counterId: id,
  } as const;
  const event: DeskEvent = {
    ...told,
    officer: id,
    device: id,
    ticketId: id,
    requestId: id,
    data: { personId: id },
  };
  expect(deskEvent.parse(event)).toEqual(event);
  expect(forDisplay(event)).toEqual(told);
});
