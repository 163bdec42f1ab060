import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openTestDesk } from '#tests/support/test-desk.ts';
import { press, pressOn } from '#tests/support/random-day.ts';
import { recountDay } from '#tests/support/recount.ts';

const day = '2026-11-20';
const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test('for random days the report equals a naive recount of the event log, and every breakdown sums to its total', () => {
  fc.assert(
    fc.property(fc.array(press, { minLength: 20, maxLength: 90 }), (presses) => {
      const desk = openTestDesk({ counters: 3 });
      for (const pressed of presses) pressOn(desk, pressed);
      const { tickets, requests, papers, activated, waiting, serving } = desk.call('report.day', {
        businessDay: day,
      });
      const recount = recountDay(desk.desk.eventsSince(0, 100_000), day);
      expect(tickets).toEqual(recount.tickets);
      expect(sorted(requests.byProcedure)).toEqual(sorted(recount.requests.byProcedure));
      expect({ ...requests, byProcedure: [] }).toEqual({ ...recount.requests, byProcedure: [] });
      expect(sorted(papers)).toEqual(sorted(recount.papers));
      expect(activated).toBe(recount.activated);
      expect({ waiting, serving }).toEqual({ waiting: recount.waiting, serving: recount.serving });
      if (tickets.open === 0) expect(requests.open).toBe(0);
      expect(tickets.served + tickets.left + tickets.cancelled + tickets.open).toBe(tickets.issued);
      expect(sum(Object.values(requests.byOutcome)) + requests.open).toBe(requests.total);
      for (const row of requests.byProcedure)
        expect(sum(Object.values(row.byOutcome)) + row.open).toBe(row.total);
      expect(desk.incidents).toEqual([]);
      desk.desk.close();
    }),
    { numRuns: Number(process.env['DAY_RUNS'] ?? 60) },
  );
});

describe('the business day', () => {
  test('only moves forward, one at a time, and is never opened twice', () => {
    const { call, refusal } = openTestDesk();
    expect(refusal('day.open', { businessDay: day })).toEqual({ code: 'day-already-open', businessDay: day });
    expect(refusal('day.open', { businessDay: '2026-11-21' })).toEqual({
      code: 'day-still-open',
      businessDay: day,
    });
    call('day.close', { businessDay: day });
    expect(refusal('day.open', { businessDay: day })).toEqual({
      code: 'day-already-closed',
      businessDay: day,
    });
    expect(refusal('day.open', { businessDay: '2026-11-19' })).toEqual({
      code: 'day-goes-back',
      lastDay: day,
    });
  });

  test('is not closed over open tickets, and names them', () => {
    const { issue, refusal, call } = openTestDesk();
    issue();
    issue();
    expect(refusal('day.close', { businessDay: day })).toEqual({
      code: 'leftovers-remain',
      tickets: 2,
      numbers: ['A001', 'A002'],
    });
    expect(call('day.close', { businessDay: day, leftovers: 'left' }).tickets).toMatchObject({
      issued: 2,
      left: 2,
      open: 0,
    });
  });

  test('a closed day is frozen as version 1 and takes nothing new', () => {
    const { issue, call, refusal } = openTestDesk();
    const { id, requests } = issue();
    const frozen = call('day.close', { businessDay: day, leftovers: 'left' });
    expect(frozen).toMatchObject({ version: 1, frozenAt: '2026-11-20T00:30:00.000Z' });
    expect(refusal('ticket.settle', { ticketId: id, outcome: 'taken' }).code).toBe('ticket-state');
    expect(refusal('ticket.undo', { ticketId: id }).code).toBe('day-already-closed');
    const paper = { requestId: requests[0]?.id ?? '', paper: 'id-card', state: 'seen' as const };
    expect(refusal('request.set-paper', paper).code).toBe('day-already-closed');
    expect(call('report.day', { businessDay: day })).toEqual(frozen);
  });

  test('a day forgotten open is said the next morning and never merged into the new one', () => {
    const { clock, call, refusal, issue } = openTestDesk();
    issue();
    clock.pass(24 * 3600);
    expect(call('day.status', {})).toMatchObject({ today: '2026-11-21', forgotten: true, leftovers: 1 });
    expect(refusal('day.open', { businessDay: '2026-11-21' }).code).toBe('day-still-open');
  });
});
