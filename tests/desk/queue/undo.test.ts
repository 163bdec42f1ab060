import { expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

type Case = { name: string; prepare(desk: TestDesk): { id: string; before: string } };

const at = (desk: TestDesk, index: number): string => desk.counters[index] ?? '';

const moves: Case[] = [
  {
    name: 'call next',
    prepare(desk) {
      const { id } = desk.issue();
      desk.call('ticket.call-next', { counterId: at(desk, 0) });
      return { id, before: 'waiting' };
    },
  },
  {
    name: 'start',
    prepare(desk) {
      desk.issue();
      return { id: desk.serveNext().id, before: 'called' };
    },
  },
  {
    name: 'not here',
    prepare(desk) {
      const { id } = desk.issue();
      desk.call('ticket.call-next', { counterId: at(desk, 0) });
      desk.call('ticket.not-here', { ticketId: id });
      return { id, before: 'called' };
    },
  },
  {
    name: 'hold',
    prepare(desk) {
      desk.issue();
      const { id } = desk.serveNext();
      desk.call('ticket.hold', { ticketId: id });
      return { id, before: 'serving' };
    },
  },
  {
    name: 'transfer',
    prepare(desk) {
      desk.issue();
      const { id } = desk.serveNext();
      desk.call('ticket.transfer', { ticketId: id, counterId: at(desk, 1) });
      return { id, before: 'serving' };
    },
  },
  {
    name: 'finish',
    prepare(desk) {
      desk.issue();
      return { id: desk.finish(desk.serveNext()).id, before: 'serving' };
    },
  },
  {
    name: 'leave',
    prepare(desk) {
      const { id } = desk.issue();
      desk.call('ticket.leave', { ticketId: id });
      return { id, before: 'waiting' };
    },
  },
  {
    name: 'cancel',
    prepare(desk) {
      const { id } = desk.issue();
      desk.call('ticket.cancel', { ticketId: id, reason: 'cấp nhầm' });
      return { id, before: 'waiting' };
    },
  },
  {
    name: 'reopen',
    prepare(desk) {
      desk.issue();
      const { id } = desk.finish(desk.serveNext());
      desk.call('ticket.reopen', { ticketId: id, counterId: at(desk, 0), reason: 'bấm nhầm' });
      return { id, before: 'done' };
    },
  },
];

test.each(moves)('$name is taken back within ten seconds', ({ prepare }) => {
  const desk = openTestDesk();
  const { id, before } = prepare(desk);
  desk.clock.pass(10);
  expect(desk.call('ticket.undo', { ticketId: id }).state).toBe(before);
});

test.each(moves)('$name is not taken back after eleven seconds', ({ prepare }) => {
  const desk = openTestDesk();
  const { id } = prepare(desk);
  const { state } = desk.call('ticket.get', { ticketId: id });
  desk.clock.pass(11);
  expect(desk.refusal('ticket.undo', { ticketId: id })).toEqual({ code: 'undo-too-late', seconds: 10 });
  expect(desk.call('ticket.get', { ticketId: id }).state).toBe(state);
});

test('undoing a finish takes its outcomes back; undoing a reopening restores them', () => {
  const desk = openTestDesk();
  desk.issue();
  const { id } = desk.finish(desk.serveNext(), 'papers-missing');
  expect(desk.call('ticket.undo', { ticketId: id }).requests[0]?.outcome).toBeNull();
  desk.finish(desk.call('ticket.get', { ticketId: id }), 'referred');
  desk.call('ticket.reopen', { ticketId: id, counterId: at(desk, 0), reason: 'bấm nhầm' });
  expect(desk.call('ticket.undo', { ticketId: id }).requests[0]?.outcome).toBe('referred');
});

test('undoing an issue cancels the ticket, and its number is not given again', () => {
  const desk = openTestDesk();
  const { id } = desk.issue();
  expect(desk.call('ticket.undo', { ticketId: id })).toMatchObject({ number: 'A001', state: 'cancelled' });
  expect(desk.issue().number).toBe('A002');
});

test('undoing a call puts the priority rule back where it was', () => {
  const desk = openTestDesk({ settings: { priorityRun: 1 } });
  desk.issue({ priority: true });
  desk.issue();
  const called = desk.call('ticket.call-next', { counterId: at(desk, 0) });
  desk.call('ticket.undo', { ticketId: called?.id ?? '' });
  expect(desk.call('ticket.call-next', { counterId: at(desk, 0) })?.number).toBe('A001');
});

test('an undo that would put two people at one counter is refused and changes nothing', () => {
  const desk = openTestDesk();
  desk.issue();
  desk.issue();
  const { id } = desk.finish(desk.serveNext());
  const next = desk.serveNext();
  expect(desk.refusal('ticket.undo', { ticketId: id })).toEqual({
    code: 'counter-busy',
    ticketId: next.id,
    number: 'A002',
  });
  expect(desk.call('ticket.get', { ticketId: id }).state).toBe('done');
});

test('what was undone does not count in the times of the day', () => {
  const desk = openTestDesk();
  desk.issue();
  const { id } = desk.serveNext();
  desk.clock.pass(5);
  desk.call('ticket.undo', { ticketId: id });
  desk.call('ticket.undo', { ticketId: id });
  desk.clock.pass(55);
  const again = desk.serveNext();
  desk.clock.pass(30);
  desk.finish(again);
  const report = desk.call('report.day', { businessDay: '2026-11-20' });
  expect([report.waiting, report.serving]).toEqual([
    { count: 1, medianMs: 60_000, p90Ms: 60_000 },
    { count: 1, medianMs: 30_000, p90Ms: 30_000 },
  ]);
});
