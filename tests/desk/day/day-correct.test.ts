import { describe, expect, test } from 'vitest';
import type { Input } from '#shared/contract/desk-contract.ts';
import { recountDay, unordered } from '#tests/support/recount.ts';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

const FRIDAY = '2026-11-20';
const MONDAY = '2026-11-23';

type Outcome = NonNullable<Input<'day.correct'>['late']>[number]['outcome'];

function finished(desk: TestDesk, outcome: Outcome, activated = false): string {
  const ticket = desk.issue({ name: 'Trần Thị Mẫu' });
  const counterId = desk.counters[0] ?? '';
  desk.call('ticket.call', { ticketId: ticket.id, counterId });
  desk.call('ticket.start', { ticketId: ticket.id, counterId });
  const requestId = ticket.requests[0]?.id ?? '';
  desk.call('ticket.finish', { ticketId: ticket.id, outcomes: [{ requestId, outcome, activated }] });
  return requestId;
}

/** Three people on Friday, closed: one taken, one guided, one taken and activated. */
function closedFriday(): { desk: TestDesk; taken: string; guided: string; active: string } {
  const desk = openTestDesk({ settings: { residences: ['Tổ 1'] } });
  const [taken, guided, active] = [
    finished(desk, 'taken'),
    finished(desk, 'guided'),
    finished(desk, 'taken', true),
  ] as const;
  desk.call('day.close', { businessDay: FRIDAY });
  return { desk, taken, guided, active };
}

const stored = ({ store }: TestDesk, version: number) =>
  store.database
    .prepare<[number], { report: string }>('SELECT report FROM day_report WHERE version = ?')
    .get(version)?.report;

describe('a correction of a closed day', () => {
  test('is the next version with its reason and its differences; the bytes of version 1 stay', () => {
    const { desk, guided } = closedFriday();
    const bytes = stored(desk, 1);
    const report = desk.call('day.correct', {
      businessDay: FRIDAY,
      reason: 'Ghi nhầm kết quả',
      changes: [{ requestId: guided, outcome: 'taken' }],
    });
    expect(report).toMatchObject({
      version: 2,
      reason: 'Ghi nhầm kết quả',
      by: desk.desk.eventsSince(0)[0]?.officer,
    });
    expect(report.requests.byOutcome).toMatchObject({ taken: 3, guided: 0 });
    expect(stored(desk, 1)).toBe(bytes);
    expect(desk.call('report.day', { businessDay: FRIDAY })).toEqual(report);
    expect(desk.call('report.day', { businessDay: FRIDAY, version: 1 }).requests.byOutcome.guided).toBe(1);
    const [first, second] = desk.call('report.versions', { businessDay: FRIDAY });
    expect(first).toMatchObject({ version: 1, reason: null, differences: [] });
    expect(second?.differences).toEqual(
      expect.arrayContaining([
        { section: 'requests', row: 'level-2', column: 'taken', before: 2, after: 3 },
        { section: 'requests', row: 'level-2', column: 'guided', before: 1, after: 0 },
        { section: 'requests', row: 'all', column: 'taken', before: 2, after: 3 },
      ]),
    );
    expect(second?.differences.some(({ section }) => section === 'tickets')).toBe(false);
    expect(desk.refusal('report.day', { businessDay: FRIDAY, version: 3 })).toEqual({
      code: 'unknown-version',
      businessDay: FRIDAY,
      version: 3,
    });
  });

  test('leaves the rows of the day as they were: they still say what version 1 says', () => {
    const { desk, guided } = closedFriday();
    const rows = () => desk.store.database.prepare<[], object>('SELECT * FROM request ORDER BY id').all();
    const before = rows();
    desk.call('day.correct', {
      businessDay: FRIDAY,
      reason: 'Ghi nhầm',
      changes: [{ requestId: guided, outcome: 'taken', activated: true }],
    });
    expect(rows()).toEqual(before);
  });

  test('adds late requests without a number, and follows them up', () => {
    const { desk } = closedFriday();
    const report = desk.call('day.correct', {
      businessDay: FRIDAY,
      reason: 'Phiếu của tổ lưu động về muộn',
      late: [
        {
          procedure: 'level-2',
          outcome: 'taken',
          activated: true,
          site: 'mobile',
          staff: true,
          residence: 'Tổ 1',
        },
        { procedure: 'level-1', outcome: 'guided', fullName: 'Lê Văn Ví Dụ' },
      ],
    });
    expect(report.tickets.issued).toBe(3);
    expect(report.requests.total).toBe(5);
    expect(report.breakdowns).toMatchObject({ taken: 3, late: 2, levels: { level1Guided: 1, level2: 3 } });
    expect(report.breakdowns.activated.total).toBe(2);
    expect(report.breakdowns.bySite[1]).toEqual({ site: 'mobile', total: 1, taken: 1, activated: 1 });
    const opened = desk.call('report.tickets', {
      businessDay: FRIDAY,
      figure: { section: 'accounts', row: 'all', column: 'late' },
    });
    expect(opened.rows.map(({ number, fullName }) => [number, fullName])).toEqual([
      [null, null],
      [null, 'Lê Văn Ví Dụ'],
    ]);
    expect(desk.call('follow-up.list', { list: 'activated' }).rows[0]).toMatchObject({
      number: null,
      ticketId: null,
    });
  });

  test('of the notes alone makes a version too, and only the texts differ', () => {
    const { desk } = closedFriday();
    const report = desk.call('day.correct', {
      businessDay: FRIDAY,
      reason: 'Bổ sung',
      difficulties: 'Mất mạng từ 9 giờ',
    });
    expect(report.breakdowns).toMatchObject({ difficulties: 'Mất mạng từ 9 giờ', proposals: '' });
    expect(desk.call('report.versions', { businessDay: FRIDAY })[1]?.differences).toEqual([
      { section: 'notes', row: 'all', column: 'difficulties', before: '', after: 'Mất mạng từ 9 giờ' },
    ]);
  });

  test('takes an activation out of the count, and the account waits for it again', () => {
    const { desk, active } = closedFriday();
    const report = desk.call('day.correct', {
      businessDay: FRIDAY,
      reason: 'Người dân chưa đăng nhập',
      changes: [{ requestId: active, activated: false }],
    });
    expect(report.breakdowns.activated.total).toBe(0);
    expect(report.activated).toBe(0);
    expect(desk.call('report.day', { businessDay: FRIDAY, version: 1 }).breakdowns.activated.total).toBe(1);
    expect(desk.call('follow-up.show', { requestId: active })).toMatchObject({
      state: 'awaiting-result',
      countedOn: null,
    });
    desk.clock.pass(3 * 24 * 3600);
    desk.call('day.open', { businessDay: MONDAY });
    desk.call('follow-up.activate', { requestId: active, activatedOn: MONDAY, source: 'telephone' });
    expect(desk.call('report.day', { businessDay: MONDAY }).breakdowns.activated.total).toBe(1);
  });

  test('of a day that counted an account of an earlier day can only take it out', () => {
    const { desk, taken } = closedFriday();
    desk.clock.pass(3 * 24 * 3600);
    desk.call('day.open', { businessDay: MONDAY });
    desk.call('follow-up.activate', { requestId: taken, activatedOn: MONDAY, source: 'telephone' });
    desk.call('day.close', { businessDay: MONDAY });
    const correct = (change: object) => ({
      businessDay: MONDAY,
      reason: 'Gọi nhầm người',
      changes: [{ requestId: taken, ...change }],
    });
    expect(desk.refusal('day.correct', correct({ outcome: 'guided' }))).toMatchObject({
      reason: 'another-day',
    });
    // Friday cannot say that nothing was taken while Monday counts the account that came of it.
    expect(desk.refusal('day.correct', { ...correct({ outcome: 'guided' }), businessDay: FRIDAY })).toEqual({
      code: 'already-activated',
      countedOn: MONDAY,
    });
    expect(desk.call('day.correct', correct({ activated: false })).breakdowns.activated.total).toBe(0);
    desk.call('day.correct', { ...correct({ outcome: 'guided' }), businessDay: FRIDAY });
    expect(desk.refusal('follow-up.show', { requestId: taken }).code).toBe('unknown-follow-up');
  });

  test('goes on from the version before it', () => {
    const { desk, guided } = closedFriday();
    const correct = (outcome: Outcome) =>
      desk.call('day.correct', {
        businessDay: FRIDAY,
        reason: 'Sửa',
        changes: [{ requestId: guided, outcome }],
      });
    correct('taken');
    desk.call('day.correct', {
      businessDay: FRIDAY,
      reason: 'Muộn',
      late: [{ procedure: 'lock', outcome: 'taken' }],
    });
    const last = correct('referred');
    expect(last).toMatchObject({ version: 4, requests: { total: 4, byOutcome: { taken: 3, referred: 1 } } });
    expect(last.breakdowns.referrals).toEqual([{ place: null, reason: null, count: 1 }]);
    const events = desk.desk.eventsSince(0, 10_000);
    for (const version of [1, 2, 3, 4]) {
      const report = desk.call('report.day', { businessDay: FRIDAY, version });
      const recount = recountDay(events, FRIDAY, version);
      expect(report.requests.byOutcome).toEqual(recount.requests.byOutcome);
      expect(unordered(report.breakdowns)).toEqual(unordered(recount.breakdowns));
    }
  });

  test('that puts everybody among those who left makes the ticket one that left', () => {
    const { desk, guided } = closedFriday();
    const { tickets, breakdowns } = desk.call('day.correct', {
      businessDay: FRIDAY,
      reason: 'Người dân về trước',
      changes: [{ requestId: guided, outcome: 'left' }],
    });
    expect(tickets).toMatchObject({ issued: 3, served: 2, left: 1 });
    expect(breakdowns.byCounter.reduce((sum, { served }) => sum + served, 0)).toBe(2);
  });
});

describe('what a correction can reach', () => {
  const all = (desk: TestDesk, businessDay: string, search?: string) =>
    desk.call('report.tickets', {
      businessDay,
      figure: { section: 'all' },
      ...(search === undefined ? {} : { search }),
    });
  const change = (requestId: string | null | undefined, to: object) => ({
    reason: 'Sửa',
    changes: [{ requestId: requestId ?? '', ...to }],
  });

  test('is every request of the day as it now stands, and can be put back', () => {
    const { desk, taken, guided, active } = closedFriday();
    desk.call('day.correct', { businessDay: FRIDAY, ...change(taken, { outcome: 'papers-missing' }) });
    const { rows, total } = all(desk, FRIDAY);
    expect(total).toBe(3);
    expect(rows.map((row) => [row.requestId, row.outcome, row.counted, row.takenOn, row.late])).toEqual([
      [taken, 'papers-missing', false, FRIDAY, false],
      [guided, 'guided', false, FRIDAY, false],
      [active, 'taken', true, FRIDAY, false],
    ]);
    const back = desk.call('day.correct', { businessDay: FRIDAY, ...change(taken, { outcome: 'taken' }) });
    expect(back.version).toBe(3);
    expect(all(desk, FRIDAY).rows[0]?.outcome).toBe('taken');
  });

  test('is a late request and an account of another day too', () => {
    const { desk, taken } = closedFriday();
    desk.clock.pass(3 * 24 * 3600);
    desk.call('day.open', { businessDay: MONDAY });
    desk.call('follow-up.activate', { requestId: taken, activatedOn: MONDAY, source: 'telephone' });
    const own = finished(desk, 'taken');
    desk.call('day.close', { businessDay: MONDAY });
    const late = [{ procedure: 'level-1' as const, outcome: 'guided' as const, fullName: 'Lê Văn Ví Dụ' }];
    desk.call('day.correct', { businessDay: MONDAY, reason: 'Muộn', late });
    const { rows } = all(desk, MONDAY);
    expect(rows.map((row) => [row.number, row.takenOn, row.late, row.counted, row.countedOn])).toEqual([
      ['A001', MONDAY, false, false, null],
      [null, MONDAY, true, false, null],
      ['A001', FRIDAY, false, true, MONDAY],
    ]);
    expect(rows[0]?.requestId).toBe(own);
    expect(all(desk, FRIDAY).rows[0]).toMatchObject({
      requestId: taken,
      activated: true,
      counted: false,
      countedOn: MONDAY,
    });
    expect(
      desk.call('day.correct', { businessDay: MONDAY, ...change(rows[1]?.requestId, { outcome: 'taken' }) })
        .breakdowns.taken,
    ).toBe(2);
    const out = change(rows[2]?.requestId, { activated: false });
    expect(desk.call('day.correct', { businessDay: MONDAY, ...out }).breakdowns.activated.total).toBe(0);
    expect(all(desk, MONDAY).total).toBe(2);
  });

  test.each([
    ['le van', 1],
    ['A002', 1],
    ['a 2', 0],
    ['003', 1],
    ['tran thi', 3],
    ['...', 0],
    ['', 4],
  ])('is found by "%s": %i', (search, found) => {
    const { desk } = closedFriday();
    const late = [{ procedure: 'level-1' as const, outcome: 'guided' as const, fullName: 'Lê Văn Ví Dụ' }];
    desk.call('day.correct', { businessDay: FRIDAY, reason: 'Muộn', late });
    expect(all(desk, FRIDAY, search).total).toBe(found);
  });
});

describe('is refused', () => {
  test.each<[string, Partial<Input<'day.correct'>>, object]>([
    ['without a reason', { reason: ' ' }, { code: 'invalid-input', path: 'reason' }],
    ['on an unknown day', { businessDay: '2026-11-19' }, { code: 'unknown-day', businessDay: '2026-11-19' }],
    ['when it changes nothing', {}, { code: 'nothing-to-correct' }],
    [
      'for a request of nobody',
      { changes: [{ requestId: '01a200b7-5103-7326-ba8d-83bd1e8a54fe', outcome: 'taken' }] },
      { code: 'unknown-request' },
    ],
    [
      'with a residence that the office does not know',
      { late: [{ procedure: 'level-2', outcome: 'taken', residence: 'Nhà bà Tư' }] },
      { code: 'invalid-input', reason: 'unknown-residence' },
    ],
  ])('%s, and leaves no version behind', (_, asked, problem) => {
    const { desk } = closedFriday();
    expect(desk.refusal('day.correct', { businessDay: FRIDAY, reason: 'Sửa', ...asked })).toMatchObject(
      problem,
    );
    expect(desk.call('report.versions', { businessDay: FRIDAY })).toHaveLength(1);
  });

  test('when the value is what it already was, or the request stands there twice', () => {
    const { desk, guided } = closedFriday();
    const change = (outcome: Outcome) => ({ requestId: guided, outcome });
    const correct = (changes: Input<'day.correct'>['changes']) =>
      desk.refusal('day.correct', { businessDay: FRIDAY, reason: 'Sửa', changes });
    expect(correct([change('guided')]).code).toBe('nothing-to-correct');
    expect(correct([change('taken'), change('left')])).toMatchObject({ reason: 'request-twice' });
  });

  test('for an open day, and to everybody but the leader', () => {
    const desk = openTestDesk();
    const asked = { businessDay: FRIDAY, reason: 'Sửa', difficulties: 'x' };
    expect(desk.refusal('day.correct', asked)).toEqual({ code: 'day-not-closed', businessDay: FRIDAY });
    expect(desk.refusal('day.correct', asked, 'counter').code).toBe('not-allowed');
  });
});

test('difficulties and proposals are written while the day is open, and stand in the report', () => {
  const desk = openTestDesk();
  const note = { businessDay: FRIDAY, difficulties: 'Máy quét chậm', proposals: 'Thêm một máy' };
  desk.call('day.note', { ...note, proposals: '' });
  desk.call('day.note', note);
  const { difficulties, proposals } = desk.call('day.close', { businessDay: FRIDAY }).breakdowns;
  expect({ difficulties, proposals }).toEqual({ difficulties: 'Máy quét chậm', proposals: 'Thêm một máy' });
  expect(desk.refusal('day.note', note)).toEqual({ code: 'day-already-closed', businessDay: FRIDAY });
});
