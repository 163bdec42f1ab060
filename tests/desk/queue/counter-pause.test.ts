import { expect, test } from 'vitest';
import { openTestDesk } from '#tests/support/test-desk.ts';

const later = '2026-11-20T00:45:00.000Z';

function desk() {
  const opened = openTestDesk({ counters: 3 });
  const [first = '', second = '', third = ''] = opened.counters;
  const pauseOf = (id: string) => opened.call('counter.list', {}).find((counter) => counter.id === id)?.pause;
  const wall = () => opened.call('queue.wall', {});
  return { ...opened, first, second, third, pauseOf, wall };
}

test('a counter that rests says why to officers and until when to the wall, and calling somebody opens it', () => {
  const { call, issue, first, pauseOf, wall } = desk();
  issue();
  call('counter.pause', { counterId: first, reason: 'meeting', returnsAt: later });
  expect(pauseOf(first)).toEqual({ reason: 'meeting', since: '2026-11-20T00:30:00.000Z', returnsAt: later });
  expect(wall().counters[0]).toEqual({ counter: 'Quầy 1', number: null, pause: { returnsAt: later } });
  expect(JSON.stringify(wall())).not.toContain('meeting');
  call('ticket.call-next', { counterId: first });
  expect(pauseOf(first)).toBeNull();
  expect(wall().counters[0]).toEqual({ counter: 'Quầy 1', number: 'A001', pause: null });
});

test('said again a pause takes the new words and goes on from where it began', () => {
  const { call, clock, first, pauseOf } = desk();
  call('counter.pause', { counterId: first, reason: 'rest' });
  clock.pass(120);
  call('counter.pause', { counterId: first, reason: 'fault', returnsAt: later });
  expect(pauseOf(first)).toEqual({ reason: 'fault', since: '2026-11-20T00:30:00.000Z', returnsAt: later });
  call('counter.resume', { counterId: first });
  expect(call('report.day', { businessDay: '2026-11-20' }).breakdowns.pauses).toEqual([
    { counterId: first, counter: 'Quầy 1', times: 1, minutes: 2 },
  ]);
});

test('a counter with somebody at it does not rest, nor one that is off, nor before the day, nor until a time that is over', () => {
  const { call, refusal, issue, serveNext, first, second, third } = desk();
  issue();
  serveNext();
  const rest = { reason: 'rest' } as const;
  expect(refusal('counter.pause', { counterId: first, ...rest })).toMatchObject({
    code: 'counter-busy',
    number: 'A001',
  });
  expect(
    refusal('counter.pause', { counterId: second, ...rest, returnsAt: '2026-11-20T00:30:00.000Z' }),
  ).toMatchObject({ code: 'invalid-input', path: 'returnsAt' });
  call('counter.update', { counterId: third, active: false });
  expect(refusal('counter.pause', { counterId: third, ...rest })).toEqual({ code: 'unknown-counter' });
  const closed = openTestDesk({ day: null });
  expect(closed.refusal('counter.pause', { counterId: closed.counters[0] ?? '', ...rest })).toMatchObject({
    code: 'day-not-open',
  });
});

test('the estimate counts a counter that rests no longer, from the moment it does', () => {
  const { call, issue, serveNext, finish, clock, first, second } = desk();
  for (let person = 0; person < 12; person += 1) issue();
  for (let turn = 0; turn < 6; turn += 1) {
    const ticket = serveNext(turn % 2);
    clock.pass(300);
    finish(ticket);
  }
  const minutes = () => call('queue.board', {}).estimate;
  expect(minutes()).toEqual({ fromMinutes: 15, toMinutes: 15 });
  call('counter.pause', { counterId: second, reason: 'lunch' });
  expect(minutes()).toEqual({ fromMinutes: 30, toMinutes: 30 });
  call('counter.resume', { counterId: second });
  expect(minutes()).toEqual({ fromMinutes: 15, toMinutes: 15 });
  expect(first).not.toBe(second);
});

test('switching a counter off and closing the day end its pause, and the frozen report counts both', () => {
  const { call, clock, first, second, third, pauseOf } = desk();
  call('counter.pause', { counterId: first, reason: 'lunch' });
  call('counter.pause', { counterId: second, reason: 'road' });
  clock.pass(600);
  call('counter.update', { counterId: first, active: false });
  clock.pass(300);
  const report = call('day.close', { businessDay: '2026-11-20' });
  expect(report.breakdowns.pauses).toEqual([
    { counterId: first, counter: 'Quầy 1', times: 1, minutes: 10 },
    { counterId: second, counter: 'Quầy 2', times: 1, minutes: 15 },
  ]);
  expect([first, second, third].map(pauseOf)).toEqual([null, null, null]);
});

test('a day that is withdrawn takes its pauses with it', () => {
  const { call, first, pauseOf } = desk();
  call('counter.pause', { counterId: first, reason: 'rest' });
  call('day.withdraw', { businessDay: '2026-11-20' });
  expect(pauseOf(first)).toBeNull();
  call('day.open', { businessDay: '2026-11-20' });
  expect(call('report.day', { businessDay: '2026-11-20' }).breakdowns.pauses).toEqual([]);
});

test('a called number stays beside its counter on the wall until it is served, and the next three may get ready', () => {
  const { call, issue, serveNext, finish, second, wall } = desk();
  for (let person = 0; person < 5; person += 1) issue();
  issue({ priority: true });
  expect(wall().next).toEqual(['A006', 'A001', 'A002']);
  const serving = serveNext();
  call('ticket.call-next', { counterId: second });
  const numbers = () => wall().counters.map(({ number }) => number);
  expect(numbers()).toEqual(['A006', 'A001', null]);
  finish(serving);
  expect(numbers()).toEqual([null, 'A001', null]);
  expect(wall().next).toEqual(['A002', 'A003', 'A004']);
});
