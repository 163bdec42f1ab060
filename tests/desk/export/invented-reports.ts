import type { Progress } from '#shared/domain/report/campaign.ts';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import type { MonthReport } from '#shared/domain/report/month-report.ts';
import { OUTCOMES, PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';

/** Invented figures in the shapes of the contract: what a book looks like does not depend on how they were counted. */

export const OFFICE = { name: '=1+1', code: '00123', receivingLevel: '+84 Phòng PC06' };

const outcomes = (seed: number) =>
  Object.fromEntries(OUTCOMES.map((outcome, index) => [outcome, seed + index])) as Record<
    (typeof OUTCOMES)[number],
    number
  >;

const procedureRows = PROCEDURES.map((procedure, index) => {
  const byOutcome = outcomes(index * 150);
  return {
    procedure,
    total: Object.values(byOutcome).reduce((sum, value) => sum + value, 0),
    open: 0,
    byOutcome,
    activated: index * 7,
  };
});

const parts = {
  referrals: [
    { place: '=HYPERLINK("http://x")', reason: 'card-needed' as const, count: 1_234 },
    { place: null, reason: null, count: 2 },
  ],
  inactive: [
    { reason: 'away' as const, count: 3 },
    { reason: 'no-device' as const, count: 1_068 },
  ],
  bySite: [
    { site: 'desk' as const, total: 2_352, taken: 119, activated: 1_068 },
    { site: 'mobile' as const, total: 5, taken: 4, activated: 3 },
  ],
  byResidence: [
    { residence: '0012 tổ dân phố', total: 7, taken: 6, activated: 5 },
    { residence: null, total: 2_350, taken: 117, activated: 1_066 },
  ],
  byVisit: [{ visit: 'Chung cư Thử', total: 5, taken: 4, activated: 3 }],
  byCase: [{ specialCase: 'no-papers' as const, count: 4 }],
  byGroup: [
    { group: 'staff' as const, total: 10, taken: 9, activated: 8 },
    { group: 'citizen' as const, total: 2_347, taken: 114, activated: 1_063 },
  ],
};

const papers = [{ paper: 'id-card', seen: 2_000, missing: 30, mismatch: 4, notWanted: 0, inVneid: 1 }];

/** A frozen day; `day` is its date. */
export function inventedDay(day: string, version = 1): DayReport {
  const byOutcome = outcomes(1);
  return {
    businessDay: day,
    tickets: { issued: 1_234, priority: 12, served: 1_068, notHere: 3, left: 4, cancelled: 5, open: 0 },
    requests: { total: 27, open: 0, byOutcome, byProcedure: [] },
    papers,
    activated: 14,
    waiting: { count: 4, medianMs: 600_000, p90Ms: 900_000 },
    serving: { count: 0, medianMs: null, p90Ms: null },
    waitingByHour: [{ procedure: 'level-2', hour: 8, count: 4, medianMs: 600_000 }],
    breakdowns: {
      taken: 42,
      activated: {
        total: 27,
        bySource: { desk: 14, telephone: 10, extract: 3 },
        ofToday: 20,
        ofEarlier: 7,
        byProcedure: [{ procedure: 'level-2', count: 27 }],
      },
      levels: { level1Guided: 9, level2: 36, level2WithCard: 6 },
      ...parts,
      byCounter: Array.from({ length: 12 }, (_, index) => ({
        counterId: '019a0000-0000-7000-8000-000000000001',
        counter: '-1 Quầy',
        hour: 6 + index,
        served: index + 1,
      })),
      pauses: [
        { counterId: '019a0000-0000-7000-8000-000000000001', counter: '-1 Quầy', times: 2, minutes: 25 },
      ],
      late: 1,
      difficulties: '=cmd|calc mạng chậm\nmáy in kẹt giấy',
      proposals: '',
    },
    office: OFFICE,
    version,
    frozenAt: `${day}T10:00:00.000Z`,
    by: 'leader · quay-1',
    reason: version === 1 ? null : 'Nhập thiếu một hồ sơ',
    chainHead: 'a'.repeat(64),
  };
}

/** The example of S2: 2.352 accounts, 119 and 1.068 of targets 2.650 and 1.273, which give 4,49 % and 83,90 %. */
export const S2: Progress = {
  rounding: 'half-up',
  campaign: {
    campaignId: '019a0000-0000-7000-8000-000000000002',
    name: '=Đợt "cao điểm"',
    unit: '@Phường Đồng Sen',
    from: '2026-09-01',
    dueOn: '2026-12-31',
    statedTotal: 3_932,
    rows: [
      { level: 'level-1', target: 2_650, before: 100 },
      { level: 'level-2', target: 1_273, before: 0 },
    ],
  },
  on: '2026-11-20',
  workingDaysLeft: 29,
  rows: [
    {
      level: 'level-1',
      target: 2_650,
      before: 100,
      here: 19,
      activated: 119,
      remaining: 2_531,
      percent: 449,
      pace: 88,
      projection: { from: 130, to: 180 },
      late: true,
    },
    {
      level: 'level-2',
      target: 1_273,
      before: 0,
      here: 1_068,
      activated: 1_068,
      remaining: 205,
      percent: 8_390,
      pace: 8,
      projection: null,
      late: false,
    },
  ],
  total: { target: 3_923, activated: 1_187, remaining: 2_736, percent: 3_026 },
  months: [{ month: '2026-11', activated: 19 }],
  unit: { day: '2026-11-13', rows: [{ level: 'level-2', issued: 4_234_226, activated: 1_430_008 }] },
  line: Array.from({ length: 100 }, (_, index) => ({
    day: `2026-${String(8 + Math.floor(index / 28)).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
    activated: index * 11,
  })),
  doubts: [
    { code: 'stated-total', stated: 3_932, sum: 3_923, difference: 9 },
    { code: 'above-target', level: 'level-2', activated: 1_300, target: 1_273 },
  ],
};

/** A month of `count` closed days. */
export function inventedMonth(month: string, count = 22): MonthReport {
  const days = Array.from({ length: count }, (_, index) => ({
    day: `${month}-${String(index + 1).padStart(2, '0')}`,
    version: index === 3 ? 2 : 1,
    issued: 1_000 + index,
    requests: 1_100 + index,
    taken: 40 + index,
    activated: 20 + index,
    referred: index,
  }));
  const sum = (key: 'issued' | 'requests' | 'taken' | 'activated' | 'referred') =>
    days.reduce((all, day) => all + day[key], 0);
  return {
    month,
    office: OFFICE,
    days,
    openDays: [],
    total: {
      issued: sum('issued'),
      requests: sum('requests'),
      taken: sum('taken'),
      activated: sum('activated'),
      referred: sum('referred'),
    },
    before: { month: '2026-10', taken: 760, activated: 1_431 },
    byProcedure: procedureRows,
    papers,
    ...parts,
    difficulties: [{ day: `${month}-03`, text: '+mạng chậm' }],
    proposals: [],
    campaigns: [S2],
  };
}

export const daysOf = (month: MonthReport): DayReport[] =>
  month.days.map(({ day, version }) => inventedDay(day, version ?? 1));
