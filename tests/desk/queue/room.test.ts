import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openTestDesk } from '#tests/support/test-desk.ts';

test('the leader sees at each counter whom it has, since when, why it rests and what it did today', () => {
  const { call, issue, serveNext, finish, clock, counters } = openTestDesk({ counters: 3 });
  const [first = '', second = ''] = counters;
  for (let person = 0; person < 3; person += 1) issue();
  const served = serveNext(0);
  clock.pass(600);
  finish(served);
  call('ticket.call-next', { counterId: first });
  clock.pass(60);
  call('counter.pause', { counterId: second, reason: 'meeting' });
  const room = call('queue.room', {});
  expect(room.counters.map(({ counterId: _id, officer: _officer, ...rest }) => rest)).toEqual([
    {
      counter: 'Quầy 1',
      ticket: { number: 'A002', state: 'called', procedure: 'level-2' },
      pause: null,
      since: '2026-11-20T00:40:00.000Z',
      done: 1,
      servingMs: 600_000,
    },
    {
      counter: 'Quầy 2',
      ticket: null,
      pause: { reason: 'meeting', returnsAt: null },
      since: '2026-11-20T00:41:00.000Z',
      done: 0,
      servingMs: null,
    },
    { counter: 'Quầy 3', ticket: null, pause: null, since: null, done: 0, servingMs: null },
  ]);
  expect(room.waiting.map(({ number, queue }) => [number, queue])).toEqual([['A003', 'A']]);
  expect(room.byProcedure).toEqual([
    { procedure: 'level-2', count: 1, oldestSince: '2026-11-20T00:30:00.000Z' },
  ]);
});

test.each([
  [1, ['A003', 'A002']],
  [2, ['A002', 'A003']],
])(
  'after a priority call the line of %i counters stands as it will be called, on the board as on the wall',
  (counters, line) => {
    const desk = openTestDesk({ counters, settings: { priorityRun: 1 } });
    for (const priority of [true, true, false]) desk.issue({ priority });
    desk.finish(desk.serveNext());
    expect(desk.call('queue.room', {}).waiting.map(({ number }) => number)).toEqual(line);
    expect(desk.call('queue.wall', {}).next).toEqual(line);
    // One counter calls it so, and one that has called nobody yet begins with the priority.
    const caller = desk.counters.at(-1) ?? '';
    expect(desk.call('ticket.call-next', { counterId: caller })?.number).toBe(line[0]);
  },
);

test('whoever acted last stands at the counter, and nobody is named who waits', async () => {
  const { call, desk, counters } = openTestDesk({ counters: 2 });
  const [own] = call('officer.list', {});
  const named = { id: own?.id, name: 'Lê Thị Mẫu' };
  await desk.dispatch('officer.save', named, { role: 'leader' }, randomUUID());
  const person = { fullName: 'Trần Văn Thử' };
  for (let place = 0; place < 2; place += 1)
    call('ticket.issue', { requests: [{ procedure: 'level-2', subject: 'citizen', person }] });
  call('ticket.call-next', { counterId: counters[1] ?? '' });
  const { counters: seen } = call('queue.room', {});
  expect(seen.map(({ officer }) => officer)).toEqual([null, 'Lê Thị Mẫu']);
  expect(JSON.stringify(call('queue.room', {}))).not.toContain(person.fullName);
});

test('a counter sees which papers those who wait for it must bring, by what they came for, and nobody else’s', () => {
  const { call, counters, serveNext } = openTestDesk({ counters: 2 });
  const [own = '', other = ''] = counters;
  const issue = (procedure: 'level-1' | 'level-2' | 'level-2-with-card', papers?: string[]) =>
    call('ticket.issue', { requests: [{ procedure, subject: 'citizen', ...(papers && { papers }) }] });
  expect(call('queue.papers', { counterId: own })).toEqual([]);
  issue('level-2');
  issue('level-2', ['driving-licence']);
  const { id: sent } = issue('level-1');
  call('ticket.transfer', { ticketId: sent, counterId: other });
  expect(call('queue.papers', { counterId: own })).toEqual([
    { procedure: 'level-2', count: 2, papers: ['id-card', 'driving-licence', 'phone'] },
  ]);
  expect(call('queue.papers', { counterId: other }).map(({ procedure }) => procedure)).toEqual([
    'level-2',
    'level-1',
  ]);
  serveNext(0);
  serveNext(1);
  expect(call('queue.papers', { counterId: own })).toEqual([]);
});
