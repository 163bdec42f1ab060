import { describe, expect, test } from 'vitest';
import type { Input } from '#shared/contract/desk-contract.ts';
import { CAMPAIGN_TABLES } from '#shared/domain/report/campaign-tables.ts';
import { openTestDesk, testClock, type TestDesk } from '#tests/support/test-desk.ts';

const letter: Input<'campaign.save'> = {
  name: 'Cấp tài khoản định danh',
  unit: 'Xã Thử',
  from: '2026-11-16',
  dueOn: '2026-11-30',
  statedTotal: 2_352,
  rows: [
    { level: 'level-1', target: 2_650, before: 119 },
    { level: 'level-2', target: 1_273, before: 1_068 },
  ],
};

/** A day of some accounts, closed; the clock goes on to the next morning. */
function day(
  desk: TestDesk,
  businessDay: string,
  activated: number,
  procedure: 'level-1' | 'level-2' = 'level-2',
  beforeClosing: () => unknown = () => undefined,
): void {
  desk.clock.pass((Date.parse(`${businessDay}T00:30:00.000Z`) - Date.parse(desk.clock.now())) / 1000);
  desk.call('day.open', { businessDay, confirmed: true });
  for (let index = 0; index < activated; index += 1) {
    const { id, requests } = desk.issue({ procedure });
    const counterId = desk.counters[0] ?? '';
    desk.call('ticket.call', { ticketId: id, counterId });
    desk.call('ticket.start', { ticketId: id, counterId });
    desk.call('ticket.finish', {
      ticketId: id,
      outcomes: [{ requestId: requests[0]?.id ?? '', outcome: 'taken', activated: true }],
    });
  }
  beforeClosing();
  desk.call('day.close', { businessDay });
}

test('the figures of S2 entered as data give 4,49 % and 83,90 %, and a doubt about the stated total', () => {
  const desk = openTestDesk();
  const { campaignId } = desk.call('campaign.save', letter);
  const { rows, doubts } = desk.call('campaign.progress', { campaignId });
  expect(rows.map(({ percent }) => percent)).toEqual([449, 8_390]);
  expect(doubts).toEqual([{ code: 'stated-total', stated: 2_352, sum: 1_187, difference: 1_165 }]);
});

test('an activation counts for its level within the period, by the day that counts it', () => {
  const desk = openTestDesk({ day: null, clock: testClock('2026-11-13T00:30:00.000Z') });
  const { campaignId } = desk.call('campaign.save', letter);
  day(desk, '2026-11-13', 3); // before the first day
  day(desk, '2026-11-16', 2);
  day(desk, '2026-11-17', 1, 'level-1');
  const progress = (on?: string) =>
    desk.call('campaign.progress', { campaignId, ...(on === undefined ? {} : { on }) });
  expect(progress().rows.map(({ here, activated }) => [here, activated])).toEqual([
    [1, 120],
    [2, 1_070],
  ]);
  expect(progress().line).toEqual([
    { day: '2026-11-16', activated: 1_189 },
    { day: '2026-11-17', activated: 1_190 },
  ]);
  expect(progress('2026-11-16').rows.map(({ here }) => here)).toEqual([0, 2]);
  expect(progress('2026-11-10').rows.map(({ here }) => here)).toEqual([0, 0]);
});

test('days left are working days of the office: a closed day has none left, a holiday is none', () => {
  const desk = openTestDesk({ day: null, clock: testClock('2026-11-16T00:30:00.000Z') });
  desk.call('calendar.set-day', { date: '2026-11-18', kind: 'office-off', name: 'Nghỉ', why: 'Thông báo' });
  const { campaignId } = desk.call('campaign.save', { ...letter, dueOn: '2026-11-25' });
  const left = (on: string) => desk.call('campaign.progress', { campaignId, on });
  // 16, 17, 19, 20, 23 and 25 November.
  expect(left('2026-11-10').workingDaysLeft).toBe(6);
  expect(left('2026-11-16').workingDaysLeft).toBe(6);
  // While the day is open it is still there to be worked.
  day(desk, '2026-11-16', 0, 'level-2', () => expect(left('2026-11-16').workingDaysLeft).toBe(6));
  expect(left('2026-11-16').workingDaysLeft).toBe(5);
  expect(left('2026-11-25').workingDaysLeft).toBe(1);
  const over = left('2026-11-26');
  expect(over).toMatchObject({ workingDaysLeft: 0, rows: [{ pace: null }, { pace: null }] });
  expect(left('2026-11-25').rows[1]).toMatchObject({ remaining: 205, pace: 205, projection: null });
});

test('a projection comes from the working days behind it, as a range', () => {
  const desk = openTestDesk({ day: null, clock: testClock('2026-11-16T00:30:00.000Z') });
  const { campaignId } = desk.call('campaign.save', letter);
  for (const [index, activated] of [3, 1, 4, 0, 2].entries()) day(desk, `2026-11-${16 + index}`, activated);
  // Five working days left, 23 to 30 November without the 24th; the slower days make 1, the better ones 3.
  const { rows, workingDaysLeft } = desk.call('campaign.progress', { campaignId, on: '2026-11-20' });
  expect(workingDaysLeft).toBe(5);
  expect(rows[1]).toMatchObject({ here: 10, projection: { from: 1_078 + 5, to: 1_078 + 15 } });
});

test('the day under way stands in a projection once, before its closing as after it', () => {
  const desk = openTestDesk({ day: null, clock: testClock('2026-11-16T00:30:00.000Z') });
  const { campaignId } = desk.call('campaign.save', { ...letter, dueOn: '2026-11-23' });
  for (let date = 16; date < 21; date += 1) day(desk, `2026-11-${date}`, 4);
  const seen: unknown[] = [];
  const look = () =>
    seen.push(desk.call('campaign.progress', { campaignId, on: '2026-11-23' }).rows[1]?.projection);
  day(desk, '2026-11-23', 4, 'level-2', look);
  look();
  expect(seen).toEqual(Array.from({ length: 2 }, () => ({ from: 1_068 + 24, to: 1_068 + 24 })));
});

test('a correction of a closed day reaches the progress', () => {
  const desk = openTestDesk({ day: null, clock: testClock('2026-11-16T00:30:00.000Z') });
  const { campaignId } = desk.call('campaign.save', letter);
  day(desk, '2026-11-16', 2);
  const figure = { section: 'accounts', row: 'all', column: 'activated' } as const;
  const [one] = desk.call('report.tickets', { businessDay: '2026-11-16', figure }).rows;
  desk.call('day.correct', {
    businessDay: '2026-11-16',
    reason: 'Chưa đăng nhập',
    changes: [{ requestId: one?.requestId ?? '', activated: false }],
  });
  expect(desk.call('campaign.progress', { campaignId }).rows[1]?.here).toBe(1);
});

describe('is refused', () => {
  test.each<[string, Partial<Input<'campaign.save'>>, object]>([
    // X4: "before 31/6/2023"; June has 30 days.
    [
      'a date that does not exist',
      { dueOn: '2026-06-31' },
      { code: 'invalid-input', path: 'dueOn', reason: 'no-such-day' },
    ],
    [
      'an end before the beginning',
      { dueOn: '2026-11-15' },
      { code: 'date-refused', reason: 'before-start' },
    ],
    ['a period of a lifetime', { dueOn: '2096-11-15' }, { code: 'date-refused', reason: 'period-too-long' }],
    [
      'a level that stands there twice',
      {
        rows: [
          { level: 'level-1', target: 1, before: 0 },
          { level: 'level-1', target: 2, before: 0 },
        ],
      },
      { code: 'invalid-input', reason: 'level-twice' },
    ],
    ['no row', { rows: [] }, { code: 'invalid-input', path: 'rows' }],
    [
      'an unknown campaign',
      { campaignId: '01a200b7-5103-7326-ba8d-83bd1e8a54fe' },
      { code: 'unknown-campaign' },
    ],
  ])('%s', (_, wrong, problem) => {
    const desk = openTestDesk();
    expect(desk.refusal('campaign.save', { ...letter, ...wrong })).toMatchObject(problem);
    expect(desk.call('campaign.list', {})).toEqual([]);
  });
});

test('a campaign is changed under its own name and removed for good', () => {
  const desk = openTestDesk();
  const first = desk.call('campaign.save', letter);
  const changed = desk.call('campaign.save', {
    ...letter,
    campaignId: first.campaignId,
    rows: letter.rows.slice(1),
  });
  expect(changed).toEqual({ ...first, rows: first.rows.slice(1) });
  expect(desk.call('campaign.list', {})).toEqual([changed]);
  desk.call('campaign.remove', { campaignId: first.campaignId });
  expect(desk.call('campaign.list', {})).toEqual([]);
  expect(desk.refusal('campaign.progress', { campaignId: first.campaignId }).code).toBe('unknown-campaign');
});

/** Finished requests of one kind of person on the open day, each activated. */
function activate(desk: TestDesk, request: Partial<Input<'ticket.issue'>['requests'][number]>): void {
  const { id, requests } = desk.call('ticket.issue', {
    requests: [{ procedure: 'level-2', subject: 'citizen', ...request }],
  });
  const counterId = desk.counters[0] ?? '';
  desk.call('ticket.call', { ticketId: id, counterId });
  desk.call('ticket.start', { ticketId: id, counterId });
  const outcomes = [{ requestId: requests[0]?.id ?? '', outcome: 'taken' as const, activated: true }];
  desk.call('ticket.finish', { ticketId: id, outcomes });
}

test('a target of staff counts staff alone, one of a hamlet its people, and the total everybody once', () => {
  const desk = openTestDesk({ settings: { residences: ['Tổ 1', 'Tổ 2'] } });
  const { campaignId, rows: saved } = desk.call('campaign.save', {
    ...letter,
    statedTotal: null,
    rows: [
      { level: 'level-2', target: 100, before: 40 },
      { level: 'level-2', group: 'staff', target: 57, before: 31 },
      { level: 'level-2', group: 'residence', residence: 'Tổ 1', target: 10, before: 0 },
    ],
  });
  expect(saved.map(({ group, residence }) => [group, residence])).toEqual([
    [undefined, undefined],
    ['staff', undefined],
    ['residence', 'Tổ 1'],
  ]);
  activate(desk, { staff: true });
  activate(desk, { residence: 'Tổ 1' });
  for (const _ of [1, 2]) activate(desk, { residence: 'Tổ 2' });
  const { rows, total, line, months } = desk.call('campaign.progress', { campaignId });
  expect(rows.map(({ here, activated }) => [here, activated])).toEqual([
    [4, 44],
    [1, 32],
    [1, 1],
  ]);
  expect(total).toMatchObject({ target: 100, activated: 44 });
  expect(line.at(-1)?.activated).toBe(44);
  expect(months).toEqual([{ month: '2026-11', activated: 4 }]);
  expect(
    desk.refusal('campaign.save', {
      ...letter,
      rows: [{ level: 'level-2', group: 'residence', target: 1, before: 0 }],
    }),
  ).toMatchObject({ code: 'invalid-input', path: 'rows' });
});

test('what the level above states of the unit is kept by its day, and a campaign shows the latest up to its own', () => {
  const desk = openTestDesk();
  const { campaignId } = desk.call('campaign.save', letter);
  const unit = (on?: string) =>
    desk.call('campaign.progress', { campaignId, ...(on === undefined ? {} : { on }) }).unit;
  expect(unit()).toBeNull();
  // S0: 33,77 % of the accounts issued are activated.
  const stated = { level: 'level-2' as const, issued: 4_234_226, activated: 1_430_008 };
  desk.call('unit.set-totals', { day: '2026-11-13', rows: [stated] });
  desk.call('unit.set-totals', { day: '2026-11-20', rows: [{ ...stated, activated: 1_500_000 }] });
  expect(unit('2026-11-19')).toEqual({ day: '2026-11-13', rows: [stated] });
  expect(unit()?.day).toBe('2026-11-20');
  const progress = desk.call('campaign.progress', { campaignId, on: '2026-11-19' });
  const { total } = CAMPAIGN_TABLES.unit(progress, 'paper');
  expect(total.map(({ value }) => value)).toEqual([4_234_226, 1_430_008, 3_377]);
  expect(
    desk.refusal('unit.set-totals', { day: '2026-11-20', rows: [{ ...stated, activated: 5_000_000 }] }),
  ).toMatchObject({ reason: 'more-than-issued' });
  expect(desk.refusal('unit.set-totals', { day: '2026-11-21', rows: [stated] }).code).toBe('date-refused');
});

test('a final report is asked for from seven days before it is due, until a file of it is made (S4)', () => {
  const desk = openTestDesk();
  const { campaignId } = desk.call('campaign.save', {
    ...letter,
    reportBefore: '2026-12-07',
    difficulties: 'Mạng chậm',
    proposals: 'Thêm máy',
  });
  expect(desk.call('campaign.list', {})[0]).toMatchObject({
    reportBefore: '2026-12-07',
    difficulties: 'Mạng chậm',
    proposals: 'Thêm máy',
  });
  const asked = () => desk.call('report.reminders', {}).filter(({ code }) => code === 'campaign-to-report');
  const at = (instant: string) =>
    desk.clock.pass((Date.parse(instant) - Date.parse(desk.clock.now())) / 1000);
  at('2026-11-30T07:29:00+07:00');
  expect(asked()).toEqual([]);
  at('2026-11-30T07:30:00+07:00');
  expect(asked()).toMatchObject([{ campaign: { campaignId, reportBefore: '2026-12-07' } }]);
});
