import { describe, expect, test } from 'vitest';
import { openTestDesk } from '#tests/support/test-desk.ts';

describe('numbers', () => {
  test('start at A001 each business day and rise by one', () => {
    const { issue, call } = openTestDesk();
    expect([issue().number, issue().number, issue().number]).toEqual(['A001', 'A002', 'A003']);
    call('day.close', { businessDay: '2026-11-20', leftovers: 'left' });
    call('day.open', { businessDay: '2026-11-23' });
    expect(issue().number).toBe('A001');
  });

  test('each series counts for itself and is chosen by the procedure', () => {
    const { issue } = openTestDesk({
      series: [
        { letter: 'A', name: 'Cấp tài khoản', procedures: [] },
        { letter: 'K', name: 'Kích hoạt', procedures: ['activate', 'unlock'] },
      ],
    });
    const numbers = (['level-2', 'activate', 'unlock', 'level-1'] as const).map(
      (procedure) => issue({ procedure }).number,
    );
    expect(numbers).toEqual(['A001', 'K001', 'K002', 'A002']);
  });

  test('go on with four digits after 999 and stop at 9999', () => {
    const { issue, store, refusal } = openTestDesk();
    issue();
    store.database.exec('UPDATE series_day SET last_number = 998');
    expect([issue().number, issue().number]).toEqual(['A999', 'A1000']);
    store.database.exec('UPDATE series_day SET last_number = 9998');
    expect(issue().number).toBe('A9999');
    const request = { procedure: 'level-2', subject: 'citizen' } as const;
    expect(refusal('ticket.issue', { requests: [request] })).toEqual({
      code: 'series-exhausted',
      series: 'A',
    });
  });

  test('a refused issue uses up no number', () => {
    const { issue, refusal } = openTestDesk();
    const unknown = {
      procedure: 'level-2',
      subject: 'citizen',
      personId: '01a200b7-5103-7326-ba8d-83bd1e8a54fe',
    } as const;
    expect(refusal('ticket.issue', { requests: [unknown] }).code).toBe('unknown-person');
    expect(issue().number).toBe('A001');
  });
});

describe('the moves of a ticket', () => {
  test('called, started, finished: each state is a timed period with its counter', () => {
    const { issue, call, counters, clock, finish } = openTestDesk();
    const { id } = issue();
    clock.pass(120);
    call('ticket.call-next', { counterId: counters[1] ?? '' });
    clock.pass(15);
    const serving = call('ticket.start', { ticketId: id, counterId: counters[1] ?? '' });
    clock.pass(300);
    finish(serving);
    const { periods } = call('ticket.get', { ticketId: id });
    expect(periods.map(({ state, durationMs, counterId }) => [state, durationMs, counterId])).toEqual([
      ['waiting', 120_000, null],
      ['called', 15_000, counters[1]],
      ['serving', 300_000, counters[1]],
      ['done', null, counters[1]],
    ]);
  });

  test('durations follow the monotonic clock when the wall clock is moved', () => {
    const { issue, call, serveNext, finish, clock } = openTestDesk();
    issue();
    const serving = serveNext();
    clock.pass(60);
    clock.jump(-600);
    const { id } = finish(serving);
    expect(call('ticket.get', { ticketId: id }).periods[2]?.durationMs).toBe(60_000);
    expect(call('day.status', {}).clockJumpMinutes).toBe(-600);
  });

  test('a counter that has somebody cannot call another', () => {
    const { issue, call, refusal, counters } = openTestDesk();
    const first = issue();
    issue();
    call('ticket.call-next', { counterId: counters[0] ?? '' });
    expect(refusal('ticket.call-next', { counterId: counters[0] ?? '' })).toEqual({
      code: 'counter-busy',
      ticketId: first.id,
      number: 'A001',
    });
  });

  test('a ticket called elsewhere is not started here', () => {
    const { issue, call, refusal, counters } = openTestDesk();
    const { id } = issue();
    call('ticket.call-next', { counterId: counters[0] ?? '' });
    expect(refusal('ticket.start', { ticketId: id, counterId: counters[1] ?? '' })).toEqual({
      code: 'ticket-elsewhere',
      number: 'A001',
      counter: 'Quầy 1',
    });
  });

  test('every request needs an outcome before the ticket is finished', () => {
    const { call, serveNext, refusal } = openTestDesk();
    const request = { procedure: 'level-2', subject: 'citizen' } as const;
    call('ticket.issue', { requests: [request, { ...request, procedure: 'level-1' }] });
    const { id, requests } = serveNext();
    const outcomes = [{ requestId: requests[0]?.id ?? '', outcome: 'taken' as const }];
    expect(refusal('ticket.finish', { ticketId: id, outcomes })).toEqual({
      code: 'outcome-missing',
      requestId: requests[1]?.id,
    });
    expect(call('ticket.get', { ticketId: id }).state).toBe('serving');
  });

  test('a held ticket frees its counter and is resumed at another', () => {
    const { issue, call, serveNext, counters } = openTestDesk();
    issue();
    issue();
    const held = serveNext(0);
    call('ticket.hold', { ticketId: held.id, reason: 'về lấy giấy tờ' });
    expect(serveNext(0).number).toBe('A002');
    expect(call('ticket.resume', { ticketId: held.id, counterId: counters[1] ?? '' })).toMatchObject({
      state: 'serving',
      counterId: counters[1],
    });
  });

  test('a ticket transferred to a counter is called there and nowhere else', () => {
    const { issue, call, serveNext, counters } = openTestDesk();
    issue();
    const { id } = serveNext(0);
    call('ticket.transfer', { ticketId: id, counterId: counters[1] ?? '' });
    expect(call('ticket.call-next', { counterId: counters[0] ?? '' })).toBeNull();
    expect(call('ticket.call-next', { counterId: counters[1] ?? '' })?.number).toBe('A001');
  });

  test('people sent to a counter that is switched off go back to the queue of all; a counter with somebody stays on', () => {
    const { issue, call, refusal, serveNext, counters } = openTestDesk();
    const { id } = issue();
    call('ticket.transfer', { ticketId: id, counterId: counters[1] ?? '' });
    call('counter.update', { counterId: counters[1] ?? '', active: false });
    expect(serveNext(0).id).toBe(id);
    expect(refusal('counter.update', { counterId: counters[0] ?? '', active: false })).toEqual({
      code: 'in-use',
      what: 'Quầy 1',
    });
  });

  test('a ticket transferred to another series keeps its number and its place', () => {
    const series = [
      { letter: 'A', name: 'Cấp', procedures: [] },
      { letter: 'K', name: 'Kích hoạt', procedures: ['activate' as const] },
    ];
    const { issue, call, serveNext, counters } = openTestDesk({ series });
    call('counter.update', { counterId: counters[0] ?? '', series: ['A'] });
    call('counter.update', { counterId: counters[1] ?? '', series: ['K'] });
    issue();
    issue({ procedure: 'activate' });
    const { id } = serveNext(0);
    call('ticket.transfer', { ticketId: id, series: 'K' });
    expect(call('ticket.call-next', { counterId: counters[1] ?? '' })?.number).toBe('A001');
  });

  test('reopening needs the same day and a reason, and takes the outcomes back', () => {
    const { issue, call, serveNext, finish, refusal, counters } = openTestDesk();
    issue();
    const { id } = finish(serveNext());
    const reopened = call('ticket.reopen', {
      ticketId: id,
      counterId: counters[0] ?? '',
      reason: 'bấm nhầm kết quả',
    });
    expect(reopened).toMatchObject({ state: 'serving', requests: [{ outcome: null }] });
    finish(reopened, 'papers-missing');
    call('day.close', { businessDay: '2026-11-20' });
    expect(
      refusal('ticket.reopen', { ticketId: id, counterId: counters[0] ?? '', reason: 'muộn' }).code,
    ).toBe('day-already-closed');
  });
});

describe('an absent person', () => {
  test('comes back by themselves after the set number of calls, in front of later numbers', () => {
    const { issue, call, serveNext, finish, counters } = openTestDesk({
      settings: { notHereReturnsAfter: 2 },
    });
    for (let n = 0; n < 5; n += 1) issue();
    const absent = call('ticket.call-next', { counterId: counters[0] ?? '' });
    call('ticket.not-here', { ticketId: absent?.id ?? '' });
    const order = Array.from({ length: 4 }, () => finish(serveNext()).number);
    expect(order).toEqual(['A002', 'A003', 'A001', 'A004']);
  });

  test('comes back by themselves only so often, and can be called by hand all day', () => {
    const { issue, call, serveNext, finish, counters } = openTestDesk({
      settings: { notHereReturnsAfter: 1, notHereMaxReturns: 1 },
    });
    for (let n = 0; n < 4; n += 1) issue();
    const counterId = counters[0] ?? '';
    const { id } = issue({ priority: true });
    const absent = () => {
      expect(call('ticket.call-next', { counterId })?.id).toBe(id);
      call('ticket.not-here', { ticketId: id });
    };
    absent();
    finish(serveNext());
    absent();
    for (let n = 0; n < 3; n += 1) finish(serveNext());
    expect(call('ticket.call-next', { counterId })).toBeNull();
    const [row] = call('queue.board', {}).notHere;
    expect(row).toMatchObject({ notHereCount: 2, returnsIn: null });
    expect(call('ticket.call', { ticketId: id, counterId }).state).toBe('called');
  });
});

test('each reply about a ticket says of each request how it ended and whether its account was activated', () => {
  const desk = openTestDesk();
  const counterId = desk.counters[0] ?? '';
  const { id: ticketId } = desk.call('ticket.issue', {
    requests: [
      { procedure: 'level-2', subject: 'citizen' },
      { procedure: 'activate', subject: 'citizen' },
    ],
  });
  desk.call('ticket.call', { ticketId, counterId });
  const { requests } = desk.call('ticket.start', { ticketId, counterId });
  const ends = (of: readonly { outcome: string | null; activated: boolean }[]) =>
    of.map(({ outcome, activated }) => [outcome, activated]);
  expect(ends(requests)).toEqual([
    [null, false],
    [null, false],
  ]);
  const outcomes = requests.map(({ id: requestId }, place) => ({
    requestId,
    outcome: place === 0 ? ('guided' as const) : ('taken' as const),
    activated: place === 1,
  }));
  const given = [
    ['guided', false],
    ['taken', true],
  ];
  expect(ends(desk.call('ticket.finish', { ticketId, outcomes }).requests)).toEqual(given);
  expect(ends(desk.call('ticket.reopen', { ticketId, counterId, reason: 'Bấm nhầm' }).requests)).toEqual([
    [null, false],
    [null, false],
  ]);
  expect(ends(desk.call('ticket.undo', { ticketId }).requests)).toEqual(given);
});
