import { describe, expect, test } from 'vitest';
import { openTestDesk } from '#tests/support/test-desk.ts';

const day = '2026-11-20';

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
