import { describe, expect, test } from 'vitest';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { openTestDesk, testClock, type TestDesk } from '#tests/support/test-desk.ts';

const FRIDAY = '2026-11-20';
const MONDAY = '2026-11-23';

/** Moves the clock to a local time of a day; never back. */
function at(desk: TestDesk, day: string, time: string): void {
  desk.clock.pass((Date.parse(`${day}T${time}:00+07:00`) - Date.parse(desk.clock.now())) / 1000);
}

/** Serves `count` people who leave their files, so many of them activated. */
function serve(desk: TestDesk, count: number, activated = 0): void {
  for (let index = 0; index < count; index += 1) {
    const { id, requests } = desk.issue({ name: `Trần Thị ${index}` });
    const counterId = desk.counters[0] ?? '';
    desk.call('ticket.call', { ticketId: id, counterId });
    desk.call('ticket.start', { ticketId: id, counterId });
    desk.call('ticket.finish', {
      ticketId: id,
      outcomes: [{ requestId: requests[0]?.id ?? '', outcome: 'taken', activated: index < activated }],
    });
  }
}

function saved(desk: TestDesk, businessDay: string | null, data: Record<string, string | number>): void {
  // What the desk writes to its journal when a file has reached a folder.
  const { store } = desk;
  store.write(() => {
    const head = desk.desk.lastEvent();
    store.database
      .prepare(
        "INSERT INTO event (number, v, at, business_day, name, officer, device, data, hash) VALUES (?, 1, ?, ?, 'report.saved', '', '', ?, '')",
      )
      .run(
        head + 1,
        desk.clock.now(),
        businessDay,
        JSON.stringify({ format: 'xlsx', sha256: '', target: null, folders: 0, ...data }),
      );
  });
}

const reminders = (desk: TestDesk) =>
  desk.call('report.reminders', {}).map(({ code, businessDay, month, since }) => {
    const local = new Date(Date.parse(since) + 7 * 3_600_000).toISOString();
    return [code, businessDay ?? month, `${localDay(since)} ${local.slice(11, 16)}`];
  });

describe('the desk reminds', () => {
  test('of an open day from the closing time on, until it is closed', () => {
    const desk = openTestDesk({ settings: { closingTime: '16:30' } });
    at(desk, FRIDAY, '16:29');
    expect(reminders(desk)).toEqual([]);
    at(desk, FRIDAY, '16:30');
    expect(reminders(desk)).toEqual([['day-to-close', FRIDAY, `${FRIDAY} 16:30`]]);
    at(desk, MONDAY, '07:45');
    expect(reminders(desk)).toEqual([['day-to-close', FRIDAY, `${MONDAY} 07:30`]]);
    desk.call('day.close', { businessDay: FRIDAY });
    expect(reminders(desk).map(([code]) => code)).toEqual(['day-to-export']);
  });

  test('of a closed day until its newest version has been exported', () => {
    const desk = openTestDesk();
    at(desk, FRIDAY, '17:05');
    desk.call('day.close', { businessDay: FRIDAY });
    expect(reminders(desk)).toEqual([['day-to-export', FRIDAY, `${FRIDAY} 17:05`]]);
    at(desk, '2026-11-21', '07:30');
    expect(reminders(desk)).toEqual([['day-to-export', FRIDAY, '2026-11-21 07:30']]);
    saved(desk, FRIDAY, { version: 1, format: 'xlsx' });
    expect(reminders(desk)).toEqual([]);
    desk.call('day.correct', { businessDay: FRIDAY, reason: 'Bổ sung', proposals: 'Thêm máy' });
    expect(reminders(desk)).toEqual([['day-to-export', FRIDAY, '2026-11-21 07:30']]);
    saved(desk, FRIDAY, { version: 2, format: 'xlsx' });
    expect(reminders(desk)).toEqual([]);
  });

  test('of the month before on the 10th, once it has days, until it has been exported', () => {
    const desk = openTestDesk();
    desk.call('day.close', { businessDay: FRIDAY });
    saved(desk, FRIDAY, { version: 1, format: 'xlsx' });
    at(desk, '2026-12-10', '07:29');
    expect(reminders(desk)).toEqual([]);
    at(desk, '2026-12-10', '07:30');
    expect(reminders(desk)).toEqual([['month-to-send', '2026-11', '2026-12-10 07:30']]);
    saved(desk, null, { month: '2026-11', version: 1, format: 'xlsx' });
    expect(reminders(desk)).toEqual([]);
    at(desk, '2027-02-12', '09:00');
    // December had no day.
    expect(reminders(desk)).toEqual([]);
  });
});

test('before 08:00 the report to send is that of the business day before (X16)', () => {
  const desk = openTestDesk({ clock: testClock('2026-11-20T00:10:00.000Z') });
  expect(desk.call('day.status', {}).reportOf).toBeNull();
  at(desk, FRIDAY, '08:00');
  expect(desk.call('day.status', {}).reportOf).toBe(FRIDAY);
  desk.call('day.close', { businessDay: FRIDAY });
  at(desk, MONDAY, '07:40');
  desk.call('day.open', { businessDay: MONDAY });
  expect(desk.call('day.status', {}).reportOf).toBe(FRIDAY);
  at(desk, MONDAY, '08:00');
  expect(desk.call('day.status', {}).reportOf).toBe(MONDAY);
});

/** Friday 30/10, Friday 20/11 corrected, Monday 23/11 open. */
function threeDays(): TestDesk {
  const desk = openTestDesk({ day: null, clock: testClock('2026-10-30T00:30:00.000Z') });
  desk.call('day.open', { businessDay: '2026-10-30' });
  serve(desk, 1, 1);
  desk.call('day.close', { businessDay: '2026-10-30' });
  at(desk, FRIDAY, '07:30');
  desk.call('day.open', { businessDay: FRIDAY, confirmed: true });
  serve(desk, 4, 1);
  desk.call('day.note', { businessDay: FRIDAY, difficulties: 'Mất điện', proposals: '' });
  desk.call('day.close', { businessDay: FRIDAY });
  desk.call('day.correct', {
    businessDay: FRIDAY,
    reason: 'Nhập muộn',
    late: [{ procedure: 'level-2', outcome: 'taken' }],
  });
  at(desk, MONDAY, '09:00');
  desk.call('day.open', { businessDay: MONDAY });
  serve(desk, 2, 2);
  return desk;
}

describe('a month', () => {
  test('is the sum of the newest versions of its days and of the open one', () => {
    const desk = threeDays();
    const month = desk.call('report.month', { month: '2026-11' });
    expect(month.days.map(({ day, version, taken, activated }) => [day, version, taken, activated])).toEqual([
      [FRIDAY, 2, 5, 1],
      [MONDAY, null, 2, 2],
    ]);
    expect(month.total).toEqual({ issued: 6, requests: 7, taken: 7, activated: 3, referred: 0 });
    expect(month.openDays).toEqual([MONDAY]);
    expect(month.before).toEqual({ month: '2026-10', taken: 1, activated: 1 });
    expect(month.byProcedure).toMatchObject([
      { procedure: 'level-2', total: 7, byOutcome: { taken: 7 }, activated: 3 },
    ]);
    expect(month.byGroup).toEqual([
      { group: 'staff', total: 0, taken: 0, activated: 0 },
      { group: 'citizen', total: 7, taken: 7, activated: 3 },
    ]);
    expect(month.difficulties).toEqual([{ day: FRIDAY, text: 'Mất điện' }]);
    expect(desk.call('report.month', { month: '2026-09' })).toMatchObject({
      days: [],
      before: null,
      total: { taken: 0 },
    });
  });

  test('reads frozen reports: what became of the rows of a closed day does not matter', () => {
    const desk = threeDays();
    const before = desk.call('report.month', { month: '2026-11' });
    const { database } = desk.store;
    database.pragma('foreign_keys = OFF');
    for (const trigger of ['request_kept', 'activation_kept']) database.exec(`DROP TRIGGER ${trigger}`);
    const ofFriday = `IN (SELECT id FROM ticket WHERE business_day = '${FRIDAY}')`;
    database.exec(
      `DELETE FROM activation WHERE counted_on = '${FRIDAY}'; DELETE FROM request WHERE ticket_id ${ofFriday}`,
    );
    expect(desk.call('report.month', { month: '2026-11' })).toEqual(before);
  });

  test('as a calendar says of each date what became of it', () => {
    const desk = threeDays();
    const day = (month: string, date: string) =>
      desk.call('report.calendar', { month }).days.find((one) => one.day === date);
    expect(day('2026-11', FRIDAY)).toEqual({
      day: FRIDAY,
      state: 'corrected',
      version: 2,
      taken: 5,
      activated: 1,
      workingDay: true,
    });
    expect(day('2026-11', MONDAY)).toMatchObject({ state: 'open', version: null, taken: 2 });
    expect(day('2026-11', '2026-11-22')).toMatchObject({ state: 'none', taken: null, workingDay: false });
    expect(day('2026-10', '2026-10-30')?.state).toBe('closed');
    saved(desk, '2026-10-30', { version: 1 });
    expect(day('2026-10', '2026-10-30')?.state).toBe('exported');
    expect(desk.call('report.calendar', { month: '2028-02' }).days).toHaveLength(29);
  });
});

test('the dashboard lays a day beside the latest one on the same weekday', () => {
  const desk = threeDays();
  expect(desk.call('report.dashboard', {})).toMatchObject({ businessDay: MONDAY, sameWeekday: null });
  expect(desk.call('report.dashboard', { businessDay: FRIDAY })).toMatchObject({
    today: { version: 2 },
    sameWeekday: {
      businessDay: '2026-10-30',
      figures: { 'card-files': 0, files: 1, activated: 1, issued: 1 },
    },
  });
  expect(openTestDesk({ day: null }).refusal('report.dashboard', {}).code).toBe('day-not-open');
});
