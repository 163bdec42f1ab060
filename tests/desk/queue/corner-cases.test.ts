import { describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const level2 = { procedure: 'level-2', subject: 'citizen' } as const;
const series = [
  { letter: 'A', name: 'Cấp', procedures: [] },
  { letter: 'K', name: 'Kích hoạt', procedures: ['activate' as const] },
];

describe('nobody is forgotten when a counter goes off', () => {
  test('an absent person sent to it comes back to the queue of all', () => {
    const { issue, call, serveNext, finish, counters } = openTestDesk({
      settings: { notHereReturnsAfter: 1 },
    });
    const [one = '', two = ''] = counters;
    const { id } = issue();
    issue();
    issue();
    call('ticket.transfer', { ticketId: id, counterId: two });
    call('ticket.call-next', { counterId: two });
    call('ticket.not-here', { ticketId: id });
    call('counter.update', { counterId: two, active: false });
    finish(serveNext());
    expect(call('ticket.call-next', { counterId: one })?.id).toBe(id);
  });

  test('people of a series no counter serves any more are called by the others', () => {
    const { issue, call, counters } = openTestDesk({ series });
    const [one = '', two = ''] = counters;
    call('counter.update', { counterId: one, series: ['A'] });
    call('counter.update', { counterId: two, series: ['K'] });
    expect(call('counter.list', {}).map((counter) => counter.series)).toEqual([['A'], ['K']]);
    const { id } = issue({ procedure: 'activate' });
    expect(call('ticket.call-next', { counterId: one })).toBeNull();
    call('counter.update', { counterId: two, active: false });
    expect(call('queue.board', { counterId: one }).waiting[0]?.id).toBe(id);
    expect(call('ticket.call-next', { counterId: one })?.id).toBe(id);
  });

  test('an undo seats nobody at it', () => {
    const { issue, call, serveNext, refusal, counters } = openTestDesk();
    issue();
    const { id } = serveNext(1);
    call('ticket.hold', { ticketId: id });
    call('counter.update', { counterId: counters[1] ?? '', active: false });
    expect(refusal('ticket.undo', { ticketId: id }).code).toBe('unknown-counter');
  });
});

describe('the wall', () => {
  test('a call that was taken back is gone, and so is its recall', () => {
    const { issue, call, counters, clock } = openTestDesk();
    const { id } = issue();
    call('ticket.call-next', { counterId: counters[0] ?? '' });
    clock.pass(3);
    call('ticket.recall', { ticketId: id, counterId: counters[0] ?? '' });
    call('ticket.undo', { ticketId: id });
    expect(call('queue.wall', {}).calls).toEqual([]);
  });

  test('many recalls of one number do not push the others off', () => {
    const { issue, call, serveNext, finish, counters } = openTestDesk();
    issue();
    finish(serveNext());
    const { id } = issue();
    call('ticket.call-next', { counterId: counters[0] ?? '' });
    for (let n = 0; n < 30; n += 1) call('ticket.recall', { ticketId: id, counterId: counters[0] ?? '' });
    expect(call('queue.wall', {}).calls.map(({ number }) => number)).toEqual(['A002', 'A001']);
  });

  test('it may not read the office, its folders or its people', () => {
    const { refusal, reply } = openTestDesk();
    for (const method of ['office.show', 'counter.list', 'queue.board'] as const) {
      expect(refusal(method, {}, 'display')).toEqual({ code: 'not-allowed', role: 'display' });
    }
    expect(reply('system.health', {}, 'display')).toMatchObject({ ok: true, value: { dataFolder: '' } });
  });
});

describe('what counts', () => {
  test('an account counts as activated only when it was taken', () => {
    const { call, serveNext, issue } = openTestDesk();
    issue({ procedure: 'guidance' });
    const { id, requests } = serveNext();
    const given = requests.map((request) => ({
      requestId: request.id,
      outcome: 'papers-missing' as const,
      activated: true,
    }));
    call('ticket.finish', { ticketId: id, outcomes: given });
    expect(call('report.day', { businessDay: '2026-11-20' }).activated).toBe(0);
  });

  test('a ticket of which one request left and one was cancelled served nobody', () => {
    const { call, serveNext } = openTestDesk();
    call('ticket.issue', { requests: [level2, level2] });
    const { id, requests } = serveNext();
    const outcomes = requests.map((request, index) => ({
      requestId: request.id,
      outcome: index === 0 ? ('left' as const) : ('cancelled' as const),
    }));
    expect(call('ticket.finish', { ticketId: id, outcomes }).state).toBe('left');
  });

  test('what the closing of a forgotten day cuts off says nothing of waits and services', () => {
    const { issue, call, serveNext, clock } = openTestDesk();
    issue();
    issue();
    clock.pass(60);
    serveNext();
    clock.pass(23 * 3600);
    const report = call('day.close', { businessDay: '2026-11-20', leftovers: 'left' });
    expect(report.waiting).toEqual({ count: 1, medianMs: 60_000, p90Ms: 60_000 });
    expect(report.serving.count).toBe(0);
  });

  test('a counter in a long service is still at work for the estimate', () => {
    const { issue, call, serveNext, finish, clock } = openTestDesk({ counters: 1 });
    for (let n = 0; n < 8; n += 1) issue();
    for (let n = 0; n < 5; n += 1) {
      const serving = serveNext();
      clock.pass(300);
      finish(serving);
    }
    serveNext();
    clock.pass(31 * 60);
    expect(call('queue.board', {}).estimate).toEqual({ fromMinutes: 10, toMinutes: 10 });
  });

  test('a counter that only keeps somebody aside is not at work for the estimate', () => {
    const { issue, call, serveNext, finish, clock } = openTestDesk({ counters: 2 });
    for (let n = 0; n < 8; n += 1) issue();
    for (let n = 0; n < 5; n += 1) {
      const serving = serveNext();
      clock.pass(300);
      finish(serving);
    }
    const { id } = serveNext(1);
    expect(call('queue.board', {}).estimate).toEqual({ fromMinutes: 5, toMinutes: 5 });
    call('ticket.hold', { ticketId: id });
    expect(call('queue.board', {}).estimate).toEqual({ fromMinutes: 10, toMinutes: 10 });
  });
});

describe('nothing open gets into a frozen day', () => {
  test('a reopening with a new request cannot be taken back', () => {
    const { issue, call, serveNext, finish, refusal, counters } = openTestDesk();
    issue();
    const { id } = finish(serveNext());
    call('ticket.reopen', { ticketId: id, counterId: counters[0] ?? '', reason: 'thêm việc' });
    call('ticket.add-request', { ticketId: id, request: level2 });
    expect(refusal('ticket.undo', { ticketId: id })).toEqual({ code: 'nothing-to-undo' });
    expect(call('ticket.get', { ticketId: id }).state).toBe('serving');
  });
});

describe('papers', () => {
  test('only papers of the rule pack stand on a checklist, and a cancelled ticket takes none', () => {
    const { issue, call, refusal } = openTestDesk();
    const { id, requests } = issue();
    const requestId = requests[0]?.id ?? '';
    expect(refusal('request.set-paper', { requestId, paper: 'n079190123456', state: 'seen' })).toEqual({
      code: 'invalid-input',
      path: 'paper',
      reason: 'unknown-paper',
    });
    call('request.set-paper', { requestId, paper: 'common-passport', state: 'seen' });
    expect(
      refusal('request.set-paper', { requestId, paper: 'id-card', state: 'seen', number: '079190123456' })
        .code,
    ).toBe('unknown-person');
    call('ticket.cancel', { ticketId: id });
    expect(refusal('request.set-paper', { requestId, paper: 'id-card', state: 'seen' }).code).toBe(
      'ticket-state',
    );
    expect(refusal('ticket.issue', { requests: [{ ...level2, papers: ['n-a'] }] }).code).toBe(
      'invalid-input',
    );
  });

  test('a second visit goes on only for the same person and procedure', () => {
    const { call, serveNext, finish, refusal } = openTestDesk();
    const an = { fullName: 'An Một', idNumber: '079190123456' };
    call('ticket.issue', { requests: [{ ...level2, person: an }] });
    const continues = finish(serveNext(), 'papers-missing').requests[0]?.id ?? '';
    const stranger = { fullName: 'Bê Hai', idNumber: '079190123457' };
    expect(refusal('ticket.issue', { requests: [{ ...level2, person: stranger, continues }] }).code).toBe(
      'unknown-request',
    );
    expect(
      refusal('ticket.issue', { requests: [{ ...level2, procedure: 'lock', person: an, continues }] }).code,
    ).toBe('unknown-request');
    const { id } = call('ticket.issue', { requests: [{ ...level2, person: an, continues }] });
    call('ticket.undo', { ticketId: id });
    expect(call('person.search', { search: 'an mot' })[0]?.unfinished?.requestId).toBe(continues);
  });
});

test.each(['Łukasz', 'Møller', 'Иван', 'Nguyễn Thị Ửng'])(
  '%s is found by the name as it is written',
  (fullName) => {
    const { call } = openTestDesk();
    call('ticket.issue', { requests: [{ ...level2, person: { fullName } }] });
    expect(call('person.search', { search: fullName })).toHaveLength(1);
  },
);

describe('a day opened by mistake', () => {
  test('is withdrawn while it has given no number; then the right one is opened', () => {
    const { call, issue, refusal } = openTestDesk({ day: null });
    expect(refusal('day.open', { businessDay: '2062-11-20' })).toEqual({
      code: 'day-too-far',
      businessDay: '2062-11-20',
    });
    call('day.open', { businessDay: '2026-12-20' });
    call('day.withdraw', { businessDay: '2026-12-20' });
    call('day.open', { businessDay: '2026-11-20' });
    issue();
    expect(refusal('day.withdraw', { businessDay: '2026-11-20' })).toEqual({
      code: 'day-in-use',
      businessDay: '2026-11-20',
      issued: 1,
    });
  });
});

test('the banner of a moved clock goes when the clock is put right', () => {
  const { clock, call } = openTestDesk();
  clock.jump(60);
  expect(call('day.status', {}).clockJumpMinutes).toBe(60);
  clock.jump(-60);
  expect(call('day.status', {}).clockJumpMinutes).toBeNull();
});

test('a pinned pack the office does not have is refused', () => {
  const { refusal } = openTestDesk();
  expect(refusal('office.update', { settings: { rulePack: 'nd-99' } })).toEqual({
    code: 'pack-refused',
    path: 'nd-99',
    reason: 'unknown-pack',
  });
});

describe('the number of a paper', () => {
  const asked = () => {
    const desk = openTestDesk();
    const ticket = desk.call('ticket.issue', {
      requests: [
        {
          procedure: 'level-2',
          subject: 'citizen',
          person: { fullName: 'Trần Thị Mẫu' },
          papers: ['health-insurance', 'tax-number', 'id-card', 'social-insurance'],
        },
      ],
    });
    return { desk, requestId: ticket.requests[0]?.id ?? '', ticketId: ticket.id };
  };
  const stored = (desk: TestDesk, ticketId: string, paper: string) =>
    desk.call('ticket.get', { ticketId }).requests[0]?.papers.find((line) => line.paper === paper)?.number;

  test.each([
    ['health-insurance', 'xyz', 'length'],
    ['tax-number', '123', 'length'],
    ['tax-number', '0100047510', 'check-digit'],
    ['id-card', '07919012345', 'length'],
    ['social-insurance', '12345678901', 'length'],
  ])('%s %s is refused as %s, unless an officer says that it is unusual', (paper, number, reason) => {
    const { desk, requestId, ticketId } = asked();
    const input = { requestId, paper, state: 'seen', number } as const;
    expect(desk.refusal('request.set-paper', input)).toEqual({
      code: 'invalid-input',
      path: 'number',
      reason,
    });
    expect(stored(desk, ticketId, paper)).toBeNull();
    desk.call('request.set-paper', { ...input, unusual: true });
    expect(stored(desk, ticketId, paper)).toBe(number);
  });

  test('a right one is kept without what stands between its digits, and an empty one takes it away', () => {
    const { desk, requestId, ticketId } = asked();
    const set = (number: string) =>
      desk.call('request.set-paper', { requestId, paper: 'health-insurance', state: 'seen', number });
    set('gd 4-79-7900000000');
    expect(stored(desk, ticketId, 'health-insurance')).toBe('GD4797900000000');
    set('');
    expect(stored(desk, ticketId, 'health-insurance')).toBeNull();
  });
});
