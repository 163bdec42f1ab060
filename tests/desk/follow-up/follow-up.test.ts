import { describe, expect, test } from 'vitest';
import type { Input } from '#shared/contract/desk-contract.ts';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { FRIDAY, MONDAY, nextDay, serve, taken, ticketOf } from './follow-up-desk.ts';

const list = (desk: TestDesk, which: Input<'follow-up.list'>['list'], search?: string) =>
  desk
    .call('follow-up.list', { list: which, ...(search === undefined ? {} : { search }) })
    .rows.map(({ requestId }) => requestId);

const activated = (desk: TestDesk, businessDay = FRIDAY) =>
  desk.call('report.day', { businessDay }).breakdowns.activated;

describe('a taken request', () => {
  test('is followed up from its due date to the activation, and nothing else is', () => {
    const desk = openTestDesk();
    const requestId = taken(desk);
    const lock = taken(desk, { procedure: 'lock' });
    expect(desk.call('follow-up.show', { requestId })).toMatchObject({
      number: 'A001',
      businessDay: FRIDAY,
      level: 'level-2',
      state: 'awaiting-result',
      // Three working days, the pack's own limit: the weekend is not counted.
      dueOn: '2026-11-26',
      noticedOn: null,
      activateBy: null,
      fullName: 'Trần Thị Mẫu',
      phone: '0912000111',
      history: [],
    });
    expect(desk.refusal('follow-up.show', { requestId: lock }).code).toBe('unknown-follow-up');
    expect(list(desk, 'all')).toEqual([requestId]);
  });

  test('has the same due date as the slip that the person was given', () => {
    const desk = openTestDesk();
    for (const procedure of ['level-1', 'level-2', 'level-2-with-card'] as const) {
      const requestId = taken(desk, { procedure, idNumber: `00119000010${procedure.length % 10}` });
      const slip = desk.call('slip.show', { ticketId: ticketOf(desk, requestId), sheet: 'guidance' });
      expect(desk.call('follow-up.show', { requestId }).dueOn).toBe(slip.requests[0]?.due?.dueOn ?? null);
    }
  });

  test.each([
    [false, '2026-11-27'],
    [true, '2026-11-26'],
  ])(
    'counts the days to activate from the notice; the day of the notice counts: %s',
    (noticeDayCounts, by) => {
      const desk = openTestDesk({ settings: { noticeDayCounts } });
      const requestId = taken(desk);
      expect(desk.call('follow-up.set-notice', { requestId, noticedOn: FRIDAY })).toMatchObject({
        state: 'awaiting-activation',
        noticedOn: FRIDAY,
        activateBy: by,
      });
      expect(desk.call('follow-up.set-notice', { requestId, noticedOn: null })).toMatchObject({
        state: 'awaiting-result',
        activateBy: null,
      });
    },
  );

  test('to activate speaks of the file that stands, not of a later one that was taken back', () => {
    const desk = openTestDesk();
    taken(desk, { procedure: 'level-2' });
    const ticketId = ticketOf(desk, taken(desk, { procedure: 'level-1' }));
    desk.call('ticket.undo', { ticketId });
    desk.call('ticket.leave', { ticketId });
    const requestId = taken(desk, { procedure: 'activate' });
    expect(desk.call('follow-up.show', { requestId }).level).toBe('level-2');
  });

  test('to activate speaks of the latest file that still waits, were another one later', () => {
    const desk = openTestDesk();
    taken(desk, { procedure: 'level-1' });
    taken(desk, { procedure: 'level-2', activated: true });
    const requestId = taken(desk, { procedure: 'activate' });
    expect(desk.call('follow-up.show', { requestId }).level).toBe('level-1');
  });

  test('goes out of the lists and the counts when its finish is taken back', () => {
    const desk = openTestDesk();
    const requestId = taken(desk, { activated: true });
    const ticketId = ticketOf(desk, requestId);
    expect(activated(desk).total).toBe(1);
    desk.call('ticket.undo', { ticketId });
    expect(activated(desk).total).toBe(0);
    expect(list(desk, 'all')).toEqual([]);
    desk.call('ticket.finish', { ticketId, outcomes: [{ requestId, outcome: 'taken' }] });
    desk.call('follow-up.set-reason', { requestId, reason: 'away', note: 'Đi làm xa' });
    desk.call('follow-up.record-contact', { requestId, result: 'no-answer' });
    desk.call('ticket.reopen', { ticketId, counterId: desk.counters[0] ?? '', reason: 'Ghi nhầm' });
    expect(desk.refusal('follow-up.show', { requestId }).code).toBe('unknown-follow-up');
    expect(desk.call('report.day', { businessDay: FRIDAY }).breakdowns.inactive[0]).toEqual({
      reason: 'away',
      count: 0,
    });
    desk.call('ticket.finish', { ticketId, outcomes: [{ requestId, outcome: 'referred' }] });
    expect(list(desk, 'all')).toEqual([]);
    expect(desk.call('follow-up.list', { list: 'all' }).counts.all).toBe(0);
  });

  test('that is taken again after a reopening has its calls, its reason and its note again', () => {
    const desk = openTestDesk();
    const requestId = taken(desk);
    const ticketId = ticketOf(desk, requestId);
    desk.call('follow-up.set-reason', { requestId, reason: 'away', note: 'Đi làm xa' });
    desk.call('follow-up.record-contact', { requestId, result: 'no-answer' });
    desk.call('ticket.reopen', { ticketId, counterId: desk.counters[0] ?? '', reason: 'Ghi nhầm' });
    desk.call('ticket.finish', { ticketId, outcomes: [{ requestId, outcome: 'taken' }] });
    expect(desk.call('follow-up.show', { requestId })).toMatchObject({
      state: 'awaiting-result',
      reason: 'away',
      note: 'Đi làm xa',
      history: [{ result: 'no-answer' }],
    });
    expect(desk.call('report.day', { businessDay: FRIDAY }).breakdowns.inactive[0]?.count).toBe(1);
  });
});

describe('an activation', () => {
  test('counts on the day the desk learns of it, whatever day the request was taken', () => {
    const desk = openTestDesk();
    const requestId = taken(desk);
    expect(activated(desk)).toMatchObject({ total: 0, ofToday: 0 });
    nextDay(desk, FRIDAY, MONDAY);
    const row = desk.call('follow-up.activate', {
      requestId,
      activatedOn: '2026-11-22',
      source: 'telephone',
    });
    expect(row).toMatchObject({ state: 'activated', activatedOn: '2026-11-22', countedOn: MONDAY });
    expect(activated(desk)).toMatchObject({ total: 0 });
    expect(activated(desk, MONDAY)).toMatchObject({
      total: 1,
      ofToday: 0,
      ofEarlier: 1,
      bySource: { desk: 0, telephone: 1, extract: 0 },
    });
    // Of the requests of Monday none was activated at the desk.
    expect(desk.call('report.day', { businessDay: MONDAY }).activated).toBe(0);
  });

  test('is counted once: a second word of it is refused, and a withdrawal gives it back', () => {
    const desk = openTestDesk();
    const requestId = taken(desk, { activated: true });
    const again = { requestId, activatedOn: FRIDAY, source: 'telephone' } as const;
    expect(desk.refusal('follow-up.activate', again)).toEqual({
      code: 'already-activated',
      countedOn: FRIDAY,
    });
    expect(desk.refusal('follow-up.set-reason', { requestId, reason: 'away' }).code).toBe(
      'already-activated',
    );
    expect(desk.call('follow-up.withdraw', { requestId }).state).toBe('awaiting-result');
    expect(desk.refusal('follow-up.withdraw', { requestId }).code).toBe('not-activated');
    expect(desk.call('report.day', { businessDay: FRIDAY }).activated).toBe(0);
    desk.call('follow-up.activate', again);
    expect(activated(desk).bySource).toEqual({ desk: 0, telephone: 1, extract: 0 });
  });

  test('needs an open day, and is not withdrawn from a closed one', () => {
    const desk = openTestDesk();
    const [first, second] = [taken(desk, { activated: true }), taken(desk, { idNumber: '001190000025' })];
    desk.call('day.close', { businessDay: FRIDAY });
    const late = { requestId: second, activatedOn: FRIDAY, source: 'telephone' } as const;
    expect(desk.refusal('follow-up.activate', late).code).toBe('day-not-open');
    expect(desk.refusal('follow-up.set-reason', { requestId: second, reason: 'away' }).code).toBe(
      'day-not-open',
    );
    expect(desk.refusal('follow-up.withdraw', { requestId: first })).toEqual({
      code: 'day-already-closed',
      businessDay: FRIDAY,
    });
    // A call or a notice counts nowhere: it needs no open day.
    desk.call('follow-up.record-contact', { requestId: second, result: 'call-back' });
    desk.call('follow-up.set-notice', { requestId: second, noticedOn: FRIDAY });
  });

  test.each([
    ['2026-11-19', 'before-request'],
    ['2026-11-21', 'in-future'],
  ] as const)('on %s is refused: %s', (date, reason) => {
    const desk = openTestDesk();
    const requestId = taken(desk);
    const refused = { code: 'date-refused', date, reason };
    const activate = { requestId, activatedOn: date, source: 'telephone' } as const;
    expect(desk.refusal('follow-up.activate', activate)).toEqual(refused);
    expect(desk.refusal('follow-up.set-notice', { requestId, noticedOn: date })).toEqual(refused);
  });

  test('a date that no calendar has is refused with that reason', () => {
    const desk = openTestDesk();
    const requestId = taken(desk);
    expect(desk.refusal('follow-up.set-notice', { requestId, noticedOn: '2026-06-31' })).toEqual({
      code: 'invalid-input',
      path: 'noticedOn',
      reason: 'no-such-day',
    });
  });

  test('at a later visit settles the file the account came from: one account counts once', () => {
    const desk = openTestDesk();
    const file = taken(desk, { procedure: 'level-1' });
    nextDay(desk, FRIDAY, MONDAY);
    const visit = taken(desk, { procedure: 'activate', activated: true });
    expect(activated(desk, MONDAY)).toMatchObject({ total: 1, ofToday: 1 });
    expect(desk.call('follow-up.show', { requestId: file })).toMatchObject({
      state: 'activated',
      countedOn: null,
    });
    expect(desk.call('follow-up.show', { requestId: visit }).level).toBe('level-1');
    const again = { requestId: file, activatedOn: MONDAY, source: 'telephone' } as const;
    expect(desk.refusal('follow-up.activate', again)).toEqual({ code: 'already-activated', countedOn: null });
    desk.call('ticket.undo', { ticketId: ticketOf(desk, visit) });
    expect(desk.call('follow-up.show', { requestId: file }).state).toBe('awaiting-result');
    expect(activated(desk, MONDAY).total).toBe(0);
  });

  test('of another person settles nothing', () => {
    const desk = openTestDesk();
    const file = taken(desk);
    taken(desk, { procedure: 'activate', person: 'Lê Văn Ví Dụ', idNumber: '001090000031', activated: true });
    expect(desk.call('follow-up.show', { requestId: file }).state).toBe('awaiting-result');
  });
});

describe('the lists', () => {
  test('put each request where its dates say, and count what they show', () => {
    const desk = openTestDesk();
    const waiting = taken(desk, { idNumber: '001190000001', person: 'Trần Thị Một' });
    const noticed = taken(desk, { idNumber: '001190000002', person: 'Trần Thị Hai' });
    const done = taken(desk, { idNumber: '001190000003', person: 'Trần Thị Ba', activated: true });
    desk.call('follow-up.set-notice', { requestId: noticed, noticedOn: FRIDAY });
    const seen = () => {
      const { counts } = desk.call('follow-up.list', { list: 'all' });
      const rows = {
        'due-today': list(desk, 'due-today'),
        late: list(desk, 'late'),
        'activation-ends': list(desk, 'activation-ends'),
      };
      for (const [name, ids] of Object.entries(rows))
        expect(counts[name as keyof typeof rows]).toBe(ids.length);
      return rows;
    };
    expect(seen()).toEqual({ 'due-today': [], late: [], 'activation-ends': [] });
    nextDay(desk, FRIDAY, '2026-11-26');
    expect(seen()).toEqual({ 'due-today': [waiting], late: [], 'activation-ends': [noticed] });
    nextDay(desk, '2026-11-26', '2026-11-27');
    expect(seen()).toEqual({ 'due-today': [], late: [waiting], 'activation-ends': [noticed] });
    nextDay(desk, '2026-11-27', '2026-11-30');
    expect(seen()).toEqual({ 'due-today': [], late: [noticed, waiting], 'activation-ends': [] });
    expect(list(desk, 'activated')).toEqual([done]);
    expect(list(desk, 'all')).toEqual([done, noticed, waiting]);
    expect(list(desk, 'late', 'tran thi mot')).toEqual([waiting]);
    expect(list(desk, 'all', '001190000003')).toEqual([done]);
    expect(list(desk, 'late', '001190000003')).toEqual([]);
    expect(list(desk, 'all', 'khong ai')).toEqual([]);
    expect(
      desk.call('follow-up.list', { list: 'all', limit: 1, offset: 1 }).rows.map((row) => row.requestId),
    ).toEqual([noticed]);
  });

  test('stand by name the Vietnamese way when asked: given names first, letters in their order', () => {
    const desk = openTestDesk();
    const people = ['Trần Thị Ân', 'Lê Văn Ánh', 'Đỗ Thị Dung', 'Bùi Văn Đức', 'Nguyễn Thị Ân', 'Vũ Văn Bé'];
    for (const [index, person] of people.entries()) taken(desk, { person, idNumber: `00119000001${index}` });
    const named = (input: Partial<Input<'follow-up.list'>> = {}) =>
      desk
        .call('follow-up.list', { list: 'all', order: 'name', ...input })
        .rows.map(({ fullName }) => fullName);
    const order = ['Lê Văn Ánh', 'Nguyễn Thị Ân', 'Trần Thị Ân', 'Vũ Văn Bé', 'Đỗ Thị Dung', 'Bùi Văn Đức'];
    expect(named()).toEqual(order);
    expect(named({ limit: 2, offset: 3 })).toEqual(order.slice(3, 5));
    expect(named({ search: 'an' })).toEqual(order.slice(0, 3));
    expect(named({ order: 'pressing' })).toEqual(people.toReversed());
  });

  test('keep each contact with its note, the latest on top of the row', () => {
    const desk = openTestDesk();
    const requestId = taken(desk);
    desk.call('follow-up.record-contact', { requestId, result: 'no-answer' });
    desk.clock.pass(60);
    desk.call('follow-up.record-contact', { requestId, result: 'reached', note: 'Chiều ra làm' });
    const { contacts, lastContact, history } = desk.call('follow-up.show', { requestId });
    expect({ contacts, last: lastContact?.result }).toEqual({ contacts: 2, last: 'reached' });
    expect(history.map(({ note }) => note)).toEqual([null, 'Chiều ra làm']);
  });
});

describe('what an officer writes of a person', () => {
  test('stays out of the journal and of the kept replies, and goes with the person', () => {
    const desk = openTestDesk();
    const requestId = taken(desk);
    desk.call('follow-up.set-reason', { requestId, reason: 'needs-help', note: 'Mẹ của anh Tí' });
    desk.call('follow-up.record-contact', { requestId, result: 'reached', note: 'Gặp con gái' });
    const { database } = desk.store;
    const text = (table: string, column: string) =>
      database
        .prepare<[], { text: string }>(`SELECT ${column} AS text FROM ${table}`)
        .all()
        .map((row) => row.text)
        .join();
    for (const [table, column] of [
      ['event', 'data'],
      ['idempotency', 'reply'],
    ] as const) {
      expect(text(table, column)).not.toMatch(/Mẹ của|Gặp con|Trần Thị Mẫu|001190000017|0912000111/);
    }
    database.exec('DELETE FROM person');
    expect(desk.call('follow-up.show', { requestId })).toMatchObject({
      fullName: null,
      note: null,
      reason: 'needs-help',
      contacts: 1,
      history: [{ result: 'reached', note: null }],
    });
  });

  test('is refused where nobody is known that it could go with', () => {
    const desk = openTestDesk();
    const ticket = serve(desk, desk.issue().id);
    desk.finish(ticket);
    const requestId = ticket.requests[0]?.id ?? '';
    const note = { requestId, note: 'Ông Tư' };
    expect(desk.refusal('follow-up.set-reason', { ...note, reason: 'away' }).code).toBe('unknown-person');
    expect(desk.refusal('follow-up.record-contact', { ...note, result: 'reached' }).code).toBe(
      'unknown-person',
    );
    desk.call('follow-up.set-reason', { requestId, reason: 'away' });
  });
});

describe('what the journal keeps for good', () => {
  test.each(['Nhà bà Tư', 'Tổ 2'])(
    'takes no residence that is not in the list of the office: %s',
    (residence) => {
      const { refusal } = openTestDesk({ settings: { residences: ['Tổ 1'] } });
      const requests = [{ procedure: 'level-2' as const, subject: 'citizen' as const, residence }];
      expect(refusal('ticket.issue', { requests })).toEqual({
        code: 'invalid-input',
        path: 'residence',
        reason: 'unknown-residence',
      });
    },
  );

  test('takes a place of the directory by its id or name, and no other', () => {
    const place = {
      officeId: 'tt-01',
      name: 'Trung tâm tỉnh',
      kind: 'commune-police' as const,
      procedures: [],
      open: true,
    };
    const desk = openTestDesk({ settings: { directory: [place] } });
    for (const referredTo of ['tt-01', 'Trung tâm tỉnh']) {
      const { id, requests } = serve(desk, desk.issue().id);
      const outcomes = [
        {
          requestId: requests[0]?.id ?? '',
          outcome: 'referred' as const,
          referredTo,
          referralReason: 'card-needed' as const,
        },
      ];
      desk.call('ticket.finish', { ticketId: id, outcomes });
    }
    const { id, requests } = serve(desk, desk.issue().id);
    const outcomes = [
      { requestId: requests[0]?.id ?? '', outcome: 'referred' as const, referredTo: 'chỗ khác' },
    ];
    expect(desk.refusal('ticket.finish', { ticketId: id, outcomes })).toMatchObject({
      reason: 'unknown-place',
    });
    expect(desk.call('report.day', { businessDay: FRIDAY }).breakdowns.referrals).toEqual([
      { place: 'Trung tâm tỉnh', reason: 'card-needed', count: 2 },
    ]);
  });
});
