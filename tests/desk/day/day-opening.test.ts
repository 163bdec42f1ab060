import { describe, expect, test } from 'vitest';
import { openTestDesk, testClock, type TestDesk } from '#tests/support/test-desk.ts';

/** Closes the open day and moves the clock to 07:30 of another. */
function goTo(desk: TestDesk, closed: string, day: string): void {
  desk.call('day.close', { businessDay: closed });
  desk.clock.jump((Date.parse(`${day}T00:30:00.000Z`) - Date.parse(desk.clock.now())) / 60_000);
}

const FRIDAY = '2026-11-20';

describe('a day far past the last one', () => {
  test.each([
    // Monday, then Wednesday: 24/11 is a day off, so Thursday is the third working day.
    ['2026-11-26', undefined],
    ['2026-11-27', 4],
    ['2027-11-20', 248],
  ])('%s', (day, workingDays) => {
    const desk = openTestDesk();
    goTo(desk, FRIDAY, day);
    if (workingDays === undefined) {
      desk.call('day.open', { businessDay: day });
      return;
    }
    expect(desk.refusal('day.open', { businessDay: day })).toEqual({
      code: 'day-jumps',
      businessDay: day,
      lastDay: FRIDAY,
      workingDays,
    });
    expect(desk.refusal('day.open', { businessDay: day, confirmed: true }, 'counter').code).toBe(
      'not-allowed',
    );
    desk.call('day.open', { businessDay: day, confirmed: true });
    expect(desk.desk.eventsSince(0).at(-1)).toMatchObject({ name: 'day.opened', data: { confirmed: true } });
  });

  test('is free for the first day of an office', () => {
    const desk = openTestDesk({ day: null });
    desk.call('day.open', { businessDay: '2026-12-20' });
  });
});

describe('a clock before what was last written', () => {
  test.each([
    ['by the last event', -11, true],
    ['within what setting it right takes', -9, false],
  ])('%s', (_why, minutes, isRefused) => {
    const desk = openTestDesk({ clock: testClock('2026-11-20T23:00:00.000Z') });
    desk.call('day.close', { businessDay: FRIDAY });
    const lastAt = desk.clock.now();
    desk.clock.jump(minutes);
    const asked = { businessDay: '2026-11-21' };
    if (!isRefused) {
      desk.call('day.open', asked);
      return;
    }
    expect(desk.refusal('day.open', asked)).toEqual({
      code: 'clock-behind',
      clockAt: desk.clock.now(),
      lastAt,
    });
    // What the officer sets in the morning does not make the clock right.
    desk.call('office.update', { settings: { hotline: '0200000000' } });
    expect(desk.refusal('day.open', asked).code).toBe('clock-behind');
    desk.call('day.open', { ...asked, confirmed: true });
  });
});

describe('a day opened under a wrong year', () => {
  /** Three numbers on a day a year ahead: one served, one waiting, one taken back; then the clock is set right. */
  function wrongYear(close: boolean): TestDesk {
    const desk = openTestDesk();
    goTo(desk, FRIDAY, '2027-11-23');
    desk.call('day.open', { businessDay: '2027-11-23', confirmed: true });
    desk.issue();
    desk.issue();
    desk.finish(desk.serveNext());
    if (close) desk.call('day.close', { businessDay: '2027-11-23', leftovers: 'left' });
    desk.clock.jump((Date.parse('2026-11-23T00:30:00.000Z') - Date.parse(desk.clock.now())) / 60_000);
    return desk;
  }

  test.each([true, false])('is voided, closed: %s, and the right one is opened', (close) => {
    const desk = wrongYear(close);
    const day = '2027-11-23';
    expect(desk.refusal('day.void', { businessDay: FRIDAY, reason: 'wrong-date' }).code).toBe('day-in-use');
    const voided = desk.call('day.void', { businessDay: day, reason: 'wrong-clock' });
    expect(voided.voidedAt).toBe(desk.clock.now());
    desk.call('day.open', { businessDay: '2026-11-23', confirmed: true });
    expect(desk.issue().number).toBe('A001');
    // Kept, marked, and in no sum.
    const report = desk.call('report.day', { businessDay: day });
    expect(report).toMatchObject({ voidedAt: voided.voidedAt, tickets: { issued: 2, served: 1, open: 0 } });
    expect(desk.call('report.month', { month: '2027-11' }).days).toEqual([]);
    expect(desk.call('day.list', {}).find(({ businessDay }) => businessDay === day)).toEqual(voided);
    expect(
      desk.refusal('export.start', {
        subject: { kind: 'day', businessDay: day },
        format: 'csv',
        folders: [],
      }),
    ).toEqual({ code: 'day-voided', businessDay: day });
    expect(desk.refusal('day.void', { businessDay: day, reason: 'wrong-date' }).code).toBe('day-voided');
  });

  test('is opened once more on its own date, and no number is given again', () => {
    const desk = wrongYear(true);
    desk.call('day.void', { businessDay: '2027-11-23', reason: 'wrong-clock' });
    desk.call('day.open', { businessDay: '2026-11-23', confirmed: true });
    goTo(desk, '2026-11-23', '2027-11-23');
    desk.call('day.open', { businessDay: '2027-11-23', confirmed: true });
    expect(desk.issue().number).toBe('A003');
    desk.call('day.close', { businessDay: '2027-11-23', leftovers: 'left' });
    expect(desk.call('report.month', { month: '2027-11' }).days.map(({ day }) => day)).toEqual([
      '2027-11-23',
    ]);
  });

  test('is not voided once its date has come and somebody was served', () => {
    const desk = openTestDesk();
    desk.issue();
    desk.finish(desk.serveNext());
    expect(desk.refusal('day.void', { businessDay: FRIDAY, reason: 'wrong-date' })).toEqual({
      code: 'day-in-use',
      businessDay: FRIDAY,
      issued: 1,
    });
  });
});

test('how long something took is told by the monotonic clock, whatever happens to the wall clock', () => {
  const desk = openTestDesk();
  desk.issue();
  desk.clock.pass(60);
  desk.clock.jump(-600);
  desk.serveNext();
  desk.clock.pass(120);
  desk.clock.jump(24 * 60);
  const [ticket] = desk.call('ticket.list', { state: 'serving' });
  if (ticket === undefined) throw new Error('nobody is served');
  desk.finish(ticket);
  const report = desk.call('report.day', { businessDay: FRIDAY });
  expect(report.waiting.medianMs).toBe(60_000);
  expect(report.serving.medianMs).toBe(120_000);
});
