import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import { barShapes } from '#renderer/charts/bar-shapes.ts';
import { servedByHour } from '#renderer/charts/served-by-hour.ts';
import { weeksOf } from '#renderer/dashboard/month-calendar.tsx';
import { periodChoices } from '#renderer/exports/period-subjects.ts';
import {
  changeable,
  correctionFault,
  correctionInput,
  isChanged,
  newLate,
  NO_CORRECTION,
  rareFirst,
  withOutcome,
} from '#renderer/day-end/correction-draft.ts';
import { jobsOf } from '#renderer/exports/export-jobs.ts';
import { readReportOrder } from '#renderer/paper/report/report-order.ts';
import { pressing } from '#renderer/frame/pressing-reminder.ts';
import type { ExportJob } from '#shared/contract/export.ts';
import { addDays } from '#shared/domain/calendar/business-date.ts';
import { checkCode } from '#shared/text/check-code.ts';
import { differenceText } from '#shared/text/difference-text.ts';
import { vi } from '#shared/text/vi.ts';

const day = '2026-11-20';

describe('bars', () => {
  const room = { width: 600, height: 120, above: 20, below: 20 };
  test('are as high as their figures, and stand inside the room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(500), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 31 }),
        (values) => {
          const groups = values.map((pair, index) => ({
            key: String(index),
            label: String(index),
            values: pair,
          }));
          const { bars, ground } = barShapes(groups, room);
          const most = Math.max(1, ...values.flat());
          for (const bar of bars) {
            expect(bar.height).toBeCloseTo((bar.value / most) * (ground - room.above), 6);
            expect(bar.y + bar.height).toBeCloseTo(ground, 6);
            expect(bar.x).toBeGreaterThanOrEqual(0);
            expect(bar.x + bar.width).toBeLessThanOrEqual(room.width + 0.001);
          }
        },
      ),
    );
  });
});

test('an hour between two others, in which nobody was served, stands with 0', () => {
  const lines = [
    { counterId: null, counter: 'Quầy 10', hour: 9, served: 4 },
    { counterId: null, counter: 'Quầy 2', hour: 9, served: 3 },
    { counterId: null, counter: 'Quầy 2', hour: 11, served: 1 },
  ];
  expect(servedByHour(lines)).toEqual([
    [9, 7],
    [10, 0],
    [11, 1],
  ]);
  expect(servedByHour([])).toEqual([]);
});

describe('the month', () => {
  test('stands in weeks from Monday', () => {
    const days = Array.from({ length: 30 }, (_, index) => ({ day: addDays('2026-11-01', index) }));
    const weeks = weeksOf(days);
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
    expect(weeks[0]?.at(-1)?.day).toBe('2026-11-01');
    expect(weeks.flat().filter((one) => one !== null)).toEqual(days);
  });
});

describe('a correction', () => {
  type Row = Parameters<typeof changeable>[0];
  const standing: Row = {
    requestId: 'r1',
    ticketId: 't1',
    number: 'A031',
    fullName: 'Lý Thị Ổn',
    procedure: 'level-2',
    outcome: 'taken',
    activated: true,
    takenOn: day,
    late: false,
    counted: true,
    countedOn: day,
    settled: false,
  };
  const of = (over: Partial<Row>) => {
    const [request] = changeable({ ...standing, ...over }, day);
    if (request === undefined) throw new Error('no request');
    return request;
  };
  const request = of({});
  test('an account counted by telephone starts ticked and can be taken out', () => {
    const reply = of({ takenOn: addDays(day, -4) });
    expect(reply).toMatchObject({ activated: true, takenOn: addDays(day, -4), fixed: null });
    const changes = [{ ...reply, activated: false }];
    expect(correctionInput(day, { ...NO_CORRECTION, changes }).changes).toEqual([
      { requestId: 'r1', activated: false },
    ]);
  });
  test('what a version corrected can be corrected back', () => {
    const corrected = of({ outcome: 'papers-missing', activated: false, counted: false, countedOn: null });
    const back = withOutcome(corrected, 'taken');
    expect(isChanged(back)).toBe(true);
    expect(correctionInput(day, { ...NO_CORRECTION, changes: [back] }).changes).toEqual([
      { requestId: 'r1', outcome: 'taken', activated: false },
    ]);
  });
  test.each<[string, Partial<Row>, ReturnType<typeof of>['fixed']]>([
    ['another day counts it', { counted: false, countedOn: addDays(day, 3) }, { countedOn: addDays(day, 3) }],
    [
      'another request of the person counts',
      { counted: false, countedOn: null, settled: true },
      { countedOn: null },
    ],
    ['this day counts it', {}, null],
    ['nothing counts it', { counted: false, countedOn: null, activated: false }, null],
  ])('the tick where %s', (_says, over, fixed) => expect(of(over).fixed).toEqual(fixed));
  test('a late entry can be corrected, a row without its request cannot', () => {
    expect(of({ number: null, ticketId: null, late: true })).toMatchObject({ late: true, number: null });
    expect(changeable({ ...standing, requestId: null }, day)).toEqual([]);
  });
  test('what has no number stands first', () => {
    const late = of({ requestId: 'late', number: null, late: true });
    const earlier = of({ requestId: 'earlier', takenOn: addDays(day, -3) });
    expect(rareFirst([request, late, earlier]).map(({ requestId }) => requestId)).toEqual([
      'late',
      'earlier',
      'r1',
    ]);
  });
  test('names only what differs', () => {
    const left = withOutcome(request, 'left');
    expect(left.activated).toBe(false);
    expect(correctionInput(day, { ...NO_CORRECTION, reason: ' Ghi trùng ', changes: [left] })).toEqual({
      businessDay: day,
      reason: 'Ghi trùng',
      changes: [{ requestId: 'r1', outcome: 'left', activated: false }],
    });
    expect(
      correctionInput(day, { ...NO_CORRECTION, changes: [{ ...request, activated: false }] }).changes,
    ).toEqual([{ requestId: 'r1', activated: false }]);
  });
  test('a choice taken back is no change', () => {
    expect(withOutcome(withOutcome(request, 'left'), 'taken')).toEqual(request);
  });
  test('is not made without a change, nor without a reason', () => {
    expect(correctionFault({ ...NO_CORRECTION, reason: 'x' })).toBe('no-change');
    expect(correctionFault({ ...NO_CORRECTION, late: [newLate(1)] })).toBe('no-reason');
    expect(correctionFault({ ...NO_CORRECTION, late: [newLate(1)], reason: 'x' })).toBeNull();
  });
  test.each([
    [{ fullName: ' ', residence: '' }, {}],
    [
      { fullName: ' Lý Thị Ổn ', residence: 'Tổ 1' },
      { fullName: 'Lý Thị Ổn', residence: 'Tổ 1' },
    ],
  ])('a late entry %j names %j, and nothing that was left empty', (typed, named) => {
    const late = [{ ...newLate(1), ...typed, outcome: 'guided' as const }];
    const [sent] = correctionInput(day, { ...NO_CORRECTION, late }).late ?? [];
    const { procedure, site, staff } = newLate(1);
    expect(sent).toEqual({ procedure, outcome: 'guided', activated: false, site, staff, ...named });
  });
  test('the notes of a day are sent when they were touched, were they emptied', () => {
    expect(correctionInput(day, { ...NO_CORRECTION, difficulties: '' })).toEqual({
      businessDay: day,
      reason: '',
      difficulties: '',
    });
    expect(correctionInput(day, { ...NO_CORRECTION, proposals: 'Thêm máy' })).toMatchObject({
      proposals: 'Thêm máy',
    });
  });
  test.each([
    [{}, 'no-change'],
    [{ difficulties: '' }, null],
    [{ proposals: '' }, null],
    [{ late: [newLate(1)] }, null],
    [{ changes: [request] }, 'no-change'],
    [{ changes: [{ ...request, activated: false }] }, null],
  ] as const)('of %j alone the fault is %s', (part, fault) => {
    expect(correctionFault({ ...NO_CORRECTION, reason: 'Ghi trùng', ...part })).toBe(fault);
  });
  test('a late entry that was not taken is never activated', () => {
    const late = [{ ...newLate(1), outcome: 'guided' as const, activated: true }];
    expect(correctionInput(day, { ...NO_CORRECTION, late }).late?.[0]?.activated).toBe(false);
  });
});

test('the latest export of a version is shown, and no other version', () => {
  const job = (over: Partial<ExportJob>): ExportJob =>
    ({
      exportId: 'x',
      subject: { kind: 'day', businessDay: day, version: 1 },
      format: 'xlsx',
      state: 'done',
      startedAt: '2026-11-20T10:00:00.000Z',
      targets: [{ folder: 'D:', state: 'verified', file: null, tries: 1, problem: null }],
      ...over,
    }) as ExportJob;
  const jobs = [
    job({ exportId: 'old' }),
    job({ exportId: 'new', startedAt: '2026-11-20T11:00:00.000Z' }),
    job({ exportId: 'two', subject: { kind: 'day', businessDay: day, version: 2 } }),
    job({ exportId: 'kept', format: 'csv', targets: [] }),
  ];
  const ofDay = { kind: 'day' as const, businessDay: day };
  expect(jobsOf(jobs, { ...ofDay, version: 1 })).toEqual({ xlsx: jobs[1] });
  expect(jobsOf(jobs, { ...ofDay, version: 2 }).xlsx?.exportId).toBe('two');
  expect(jobsOf(jobs, ofDay)).toEqual({});
  const month = job({ exportId: 'month', subject: { kind: 'month', month: '2026-11' } });
  expect(jobsOf([...jobs, month], { kind: 'month', month: '2026-11' })).toEqual({ xlsx: month });
  expect(jobsOf([month], { kind: 'month', month: '2026-10' })).toEqual({});
});

test('what can be exported: the month asked for first of all, the year of each, every campaign', () => {
  const campaigns = [{ campaignId: 'c', name: 'Đợt cuối năm' }];
  const labels = (...around: [string, Parameters<typeof periodChoices>[2]]) =>
    periodChoices(around[0], campaigns, around[1], vi.dashboard).map(({ label }) => label);
  expect(labels('2026-11', 'shown-month')).toEqual([
    'Tháng 11 năm 2026',
    'Tháng 10 năm 2026',
    'Năm 2026',
    'Đợt cuối năm',
  ]);
  expect(labels('2027-01', { kind: 'month', month: '2026-11' })).toEqual([
    'Tháng 01 năm 2027',
    'Tháng 12 năm 2026',
    'Tháng 11 năm 2026',
    'Năm 2027',
    'Năm 2026',
    'Đợt cuối năm',
  ]);
});

describe('reminders in one line', () => {
  const one = (code: 'day-to-close' | 'day-to-export' | 'month-to-send', businessDay: string | null) => ({
    code,
    businessDay,
    month: code === 'month-to-send' ? '2026-10' : null,
    since: '2026-11-20T10:00:00.000Z',
  });
  test('a day to close comes first, then the latest to export; no other day is asked for', () => {
    const all = [
      one('month-to-send', null),
      one('day-to-export', '2026-11-18'),
      one('day-to-export', '2026-11-19'),
      one('day-to-close', '2026-11-20'),
    ];
    expect(pressing(all)).toEqual({ first: all[3], months: ['2026-10'], campaigns: [] });
    expect(pressing(all.slice(0, 3)).first).toBe(all[2]);
    expect(pressing([]).first).toBeUndefined();
  });
});

describe('the address of a report', () => {
  const address = (order: unknown) => `?report=${Buffer.from(JSON.stringify(order)).toString('base64url')}`;
  test('is read with its language', () => {
    const subject = { kind: 'day', businessDay: day, version: 2 } as const;
    expect(readReportOrder(address({ subject, language: 'en' }))).toEqual({ subject, language: 'en' });
    expect(readReportOrder(address({ subject: { kind: 'month', month: '2026-11' } }))).toEqual({
      subject: { kind: 'month', month: '2026-11' },
      language: 'vi',
    });
  });
  test.each([
    ['?report=%%%'],
    ['?report=bm90IGpzb24'],
    [''],
    [address({ subject: { kind: 'people', businessDay: day, unmasked: true } })],
    [address({ subject: { kind: 'day', businessDay: '2026-06-31' } })],
  ])('%s names none', (search) => expect(readReportOrder(search)).toBeUndefined());
});

test.each([
  [
    { section: 'requests', row: 'level-2', column: 'taken', before: 44, after: 43 },
    'Mức 2, Thu nhận: 44 → 43',
  ],
  [
    { section: 'requests', row: 'all', column: 'total', before: 44, after: 43 },
    'Theo thủ tục và kết quả, Yêu cầu: 44 → 43',
  ],
  [
    { section: 'tickets', row: 'all', column: 'issued', before: 1234, after: 1235 },
    'Số thứ tự, Số đã cấp: 1.234 → 1.235',
  ],
  [{ section: 'sites', row: 'home', column: 'total', before: 0, after: 1 }, 'Tại nhà, Yêu cầu: 0 → 1'],
  // A hamlet that bears a code's name keeps it.
  [
    { section: 'residences', row: 'home', column: 'files', before: 0, after: 1 },
    'home, Hồ sơ tài khoản: 0 → 1',
  ],
  [
    { section: 'referrals', row: '', column: 'not-named', before: 0, after: 1 },
    'Chuyển nơi khác, Chưa ghi nơi, chưa ghi lý do: 0 → 1',
  ],
  [
    { section: 'counters', row: 'Quầy 1/08', column: 'served', before: 2, after: 1 },
    'Lượt tiếp theo quầy và giờ, Quầy 1 8h, Đã tiếp: 2 → 1',
  ],
  [
    { section: 'accounts', row: 'activated-by-source', column: 'telephone', before: 2, after: 1 },
    'Kích hoạt, biết qua, Qua điện thoại: 2 → 1',
  ],
  [
    { section: 'times', row: 'waiting', column: 'median-ms', before: 60_000, after: null },
    'Chờ gọi, Một nửa không quá: 1 ph → –',
  ],
])('a difference is said in words', (difference, words) => {
  expect(differenceText(difference, vi, 'vi')).toBe(words);
});

test('a check code is read in two halves', () => expect(checkCode('7f3a91c2ff')).toBe('7F3A-91C2'));
