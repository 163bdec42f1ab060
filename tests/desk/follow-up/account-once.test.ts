import { describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { FRIDAY, MONDAY, nextDay, taken, ticketOf } from './follow-up-desk.ts';

const TUESDAY = '2026-11-24';

const accounts = (desk: TestDesk, businessDay: string) =>
  desk.call('report.day', { businessDay }).breakdowns.activated.total;
const byTelephone = (desk: TestDesk, requestId: string, activatedOn: string) =>
  desk.call('follow-up.activate', { requestId, activatedOn, source: 'telephone' });
const reopen = (desk: TestDesk, ticketId: string) =>
  desk.call('ticket.reopen', { ticketId, counterId: desk.counters[0] ?? '', reason: 'Bấm nhầm' });

describe('one account counts once', () => {
  test('when the person comes for an activation after it was learned by telephone', () => {
    const desk = openTestDesk();
    const file = taken(desk);
    nextDay(desk, FRIDAY, MONDAY);
    byTelephone(desk, file, MONDAY);
    nextDay(desk, MONDAY, TUESDAY);
    const visit = taken(desk, { procedure: 'activate', activated: true });
    expect([accounts(desk, MONDAY), accounts(desk, TUESDAY)]).toEqual([1, 0]);
    expect(desk.call('report.day', { businessDay: TUESDAY }).activated).toBe(0);
    expect(desk.call('follow-up.show', { requestId: visit })).toMatchObject({
      state: 'activated',
      countedOn: null,
    });
  });

  test('when the file was of level 1', () => {
    const desk = openTestDesk();
    const file = taken(desk, { procedure: 'level-1' });
    byTelephone(desk, file, FRIDAY);
    taken(desk, { procedure: 'activate', activated: true });
    expect(accounts(desk, FRIDAY)).toBe(1);
  });

  test('when a settled file is reopened, taken again and heard of by telephone', () => {
    const desk = openTestDesk();
    const file = taken(desk);
    const ticketId = ticketOf(desk, file);
    const visit = taken(desk, { procedure: 'activate', activated: true });
    reopen(desk, ticketId);
    expect(accounts(desk, FRIDAY)).toBe(1);
    desk.call('ticket.finish', { ticketId, outcomes: [{ requestId: file, outcome: 'taken' }] });
    const again = { requestId: file, activatedOn: FRIDAY, source: 'telephone' } as const;
    expect(desk.refusal('follow-up.activate', again).code).toBe('already-activated');
    expect(accounts(desk, FRIDAY)).toBe(1);
    // The visit was wrong: the file waits again, and can be counted.
    desk.call('follow-up.withdraw', { requestId: visit });
    expect(desk.call('follow-up.show', { requestId: file }).state).toBe('awaiting-result');
    byTelephone(desk, file, FRIDAY);
    expect(accounts(desk, FRIDAY)).toBe(1);
  });

  test('when a second file is taken for it', () => {
    const desk = openTestDesk();
    const first = taken(desk);
    const second = taken(desk, { activated: true });
    const third = taken(desk, { activated: true });
    expect(accounts(desk, FRIDAY)).toBe(1);
    for (const requestId of [first, third])
      expect(desk.call('follow-up.show', { requestId })).toMatchObject({
        state: 'activated',
        countedOn: null,
      });
    expect(desk.call('follow-up.show', { requestId: second }).countedOn).toBe(FRIDAY);
    desk.call('day.close', { businessDay: FRIDAY });
    const change = { businessDay: FRIDAY, reason: 'Ghi nhầm' };
    expect(
      desk.refusal('day.correct', { ...change, changes: [{ requestId: first, activated: true }] }),
    ).toEqual({ code: 'already-activated', countedOn: null });
  });

  test('and is not among those with a reason on the day that counts it', () => {
    const desk = openTestDesk();
    const file = taken(desk);
    const away = (day: string) =>
      desk
        .call('report.day', { businessDay: day })
        .breakdowns.inactive.find(({ reason }) => reason === 'away')?.count;
    desk.call('follow-up.set-reason', { requestId: file, reason: 'away' });
    expect(away(FRIDAY)).toBe(1);
    const visit = taken(desk, { procedure: 'activate', activated: true });
    expect([away(FRIDAY), accounts(desk, FRIDAY)]).toEqual([0, 1]);
    expect(desk.call('report.tickets', { businessDay: FRIDAY, figure: { section: 'inactive' } }).total).toBe(
      0,
    );
    desk.call('ticket.undo', { ticketId: ticketOf(desk, visit) });
    expect([away(FRIDAY), accounts(desk, FRIDAY)]).toEqual([1, 0]);
  });
});

describe('a reopening that is undone', () => {
  test('leaves everything as it was: what was counted, noticed, said and called', () => {
    const desk = openTestDesk();
    const requestId = taken(desk);
    const ticketId = ticketOf(desk, requestId);
    const settled = taken(desk, { procedure: 'activate', activated: false });
    desk.call('follow-up.set-notice', { requestId, noticedOn: FRIDAY });
    desk.call('follow-up.set-reason', { requestId, reason: 'away', note: 'Đi làm xa' });
    desk.call('follow-up.record-contact', { requestId, result: 'reached', note: 'Đã vào được' });
    byTelephone(desk, requestId, FRIDAY);
    const seen = () => ({
      report: { ...desk.call('report.day', { businessDay: FRIDAY }), chainHead: '' },
      followed: desk.call('follow-up.show', { requestId }),
      settled: desk.call('follow-up.show', { requestId: settled }),
      lists: desk.call('follow-up.list', { list: 'all' }),
    });
    const before = seen();
    expect(before.settled.state).toBe('activated');
    reopen(desk, ticketId);
    expect(accounts(desk, FRIDAY)).toBe(0);
    desk.call('ticket.undo', { ticketId });
    expect(seen()).toEqual(before);
  });

  test.each([true, false])('gives back an account activated in the visit: %s', (activated) => {
    const desk = openTestDesk();
    const requestId = taken(desk, { activated });
    // What the finish said has changed since.
    if (activated) desk.call('follow-up.withdraw', { requestId });
    else desk.call('follow-up.activate', { requestId, activatedOn: FRIDAY, source: 'desk' });
    const before = desk.call('report.day', { businessDay: FRIDAY });
    expect(before.activated).toBe(activated ? 0 : 1);
    reopen(desk, ticketOf(desk, requestId));
    desk.call('ticket.undo', { ticketId: ticketIdOf(desk) });
    const after = desk.call('report.day', { businessDay: FRIDAY });
    expect([after.activated, after.breakdowns.activated]).toEqual([
      before.activated,
      before.breakdowns.activated,
    ]);
  });

  test('does not count an account twice that another request has counted in between', () => {
    const desk = openTestDesk();
    const file = taken(desk, { activated: true });
    const visit = taken(desk, { procedure: 'activate', activated: false });
    const ticketId = ticketOf(desk, file);
    reopen(desk, ticketId);
    byTelephone(desk, visit, FRIDAY);
    desk.call('ticket.undo', { ticketId });
    expect(accounts(desk, FRIDAY)).toBe(1);
    expect(desk.call('report.day', { businessDay: FRIDAY }).activated).toBe(0);
    expect(desk.call('follow-up.show', { requestId: file })).toMatchObject({
      state: 'activated',
      countedOn: null,
    });
  });
});

function ticketIdOf(desk: TestDesk): string {
  return desk.call('ticket.list', {})[0]?.id ?? '';
}

describe('a day opened by mistake', () => {
  test.each([
    [
      'an activation',
      (desk: TestDesk, requestId: string) => byTelephone(desk, requestId, FRIDAY),
      (desk: TestDesk, requestId: string) => desk.call('follow-up.withdraw', { requestId }),
    ],
    [
      'a reason',
      (desk: TestDesk, requestId: string) => desk.call('follow-up.set-reason', { requestId, reason: 'away' }),
      (desk: TestDesk, requestId: string) => desk.call('follow-up.set-reason', { requestId, reason: null }),
    ],
    [
      'a note',
      (desk: TestDesk) =>
        desk.call('day.note', { businessDay: MONDAY, difficulties: 'Mất điện', proposals: '' }),
      (desk: TestDesk) => desk.call('day.note', { businessDay: MONDAY, difficulties: '', proposals: '' }),
    ],
  ] as const)('is not withdrawn with %s on it, until that is taken back', (_, record, takeBack) => {
    const desk = openTestDesk();
    const requestId = taken(desk);
    nextDay(desk, FRIDAY, MONDAY);
    record(desk, requestId);
    expect(desk.refusal('day.withdraw', { businessDay: MONDAY })).toEqual({
      code: 'day-in-use',
      businessDay: MONDAY,
      issued: 0,
    });
    takeBack(desk, requestId);
    desk.call('day.withdraw', { businessDay: MONDAY });
    expect(desk.call('day.status', {}).open).toBeNull();
    expect(desk.incidents).toEqual([]);
  });
});
