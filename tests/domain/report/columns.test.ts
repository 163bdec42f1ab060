import { letterCampaign } from '#tests/support/letter-campaign.ts';
import { expect, test } from 'vitest';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import type { Medium, Section } from '#shared/domain/report/report-table.ts';
import { DAY_TABLES, MONTH_TABLES, YEAR_TABLES } from '#shared/domain/report/report-tables.ts';
import { CAMPAIGN_TABLES, paceTable } from '#shared/domain/report/campaign-tables.ts';
import { campaignProgress } from '#shared/domain/report/progress.ts';
import { yearOf } from '#shared/domain/report/year-sum.ts';
import { sumOfDays } from '#shared/domain/report/month-sum.ts';
import type { MonthReport } from '#shared/domain/report/month-report.ts';
import { fc } from '#tests/support/property.ts';
import { someReport } from '#tests/support/random-report.ts';

const MEDIA: readonly Medium[] = ['file', 'book', 'paper', 'screen'];
/** A day on which something is in every column that people see only where it holds something. */
const day = fc
  .sample(someReport, { numRuns: 200, seed: 1 })
  .find(
    ({ tickets, requests, breakdowns }) => tickets.open > 0 && requests.open > 0 && breakdowns.late > 0,
  ) as DayReport;
const office = { name: 'Công an phường Bình Minh', code: '00123', receivingLevel: 'Phòng PC06' };
const month: MonthReport = {
  ...sumOfDays([day]),
  month: '2026-11',
  office,
  openDays: [day.businessDay],
  before: null,
  campaigns: [],
};
const year = yearOf(2026, office, [month]);
const PAPER_COLUMNS =
  'seen, missing file book screen, mismatch file book screen, not-wanted file book, in-vneid file book, checked book, wanted paper, wrong paper';
const progress = campaignProgress({
  rounding: 'half-up',
  campaign: { ...letterCampaign, statedTotal: null },
  on: '2023-06-10',
  workingDaysLeft: 21,
  here: { 'level-2': 22 },
  recent: [4, 6, 8, 2, 10].map((accounts) => ({ 'level-2': accounts })),
  line: [{ day: '2023-06-05', activated: 22 }],
  months: [{ month: '2023-06', activated: 22 }],
  unit: { day: '2023-06-09', rows: [{ level: 'level-2', issued: 50, activated: 20 }] },
});

/** Each column of a table with its kind, where it is no count, and the media that show it, where not all do. */
function columnsOf<Source>(table: Section<Source>, source: Source): string {
  const media = MEDIA.map((medium) => [medium, table(source, medium).columns] as const);
  const file = new Map(media.flatMap(([, columns]) => columns.map(({ code, kind }) => [code, kind])));
  return [...file]
    .map(([code, kind]) => {
      const on = media.filter(([, columns]) => columns.some((one) => one.code === code)).map(([one]) => one);
      return [code, ...(kind === 'count' ? [] : [kind]), ...(on.length === 4 ? [] : on)].join(' ');
    })
    .join(', ');
}

const shown = <Source>(tables: Record<string, Section<Source>>, source: Source) =>
  Object.fromEntries(
    Object.values(tables).map((table) => [table(source, 'file').name, columnsOf(table, source)]),
  );

const parts = {
  requests:
    'total, taken, papers-missing, referred, guided, left, cancelled, open, activated file book screen',
  papers: PAPER_COLUMNS,
  'identity-papers': PAPER_COLUMNS,
  referrals: 'count',
  inactive: 'count',
  groups: 'total, files, activated',
  sites: 'total, files, activated',
  residences: 'total, files, activated',
  visits: 'total, files, activated',
  cases: 'count',
};
const total = 'issued, requests, files, activated, referred';

test('a day', () => {
  expect(shown(DAY_TABLES, day)).toEqual({
    ...parts,
    tickets: 'issued, priority, served, not-here, left, cancelled, open',
    times: 'count, median-ms time, p90-ms time',
    'waiting-by-hour': 'count, median-ms time',
    accounts: 'files, activated, late',
    'activated-by-source': 'desk, telephone, extract',
    'activated-of': 'this-day, earlier-days',
    'activated-by-procedure': 'count',
    levels: 'level-1-guided, level-2, level-2-with-card',
    counters: 'served',
    pauses: 'times, minutes',
    notes: 'difficulties text, proposals text',
  });
});

test('a month', () => {
  expect(shown(MONTH_TABLES, month)).toEqual({
    ...parts,
    total,
    before: 'files, activated',
    days: `version version, ${total}, cumulative paper`,
    targets: 'target, activated, remaining, percent percent',
    notes: 'difficulties text, proposals text',
  });
});

test('a year', () => {
  expect(shown(YEAR_TABLES, year)).toEqual({ ...parts, total, months: `days, open-days file, ${total}` });
});

test('a campaign, and how fast it goes', () => {
  expect(shown(CAMPAIGN_TABLES, progress)).toEqual({
    targets:
      'target, before file, here file, activated, remaining, percent percent, pace file, projection-from file, projection-to file',
    unit: 'issued, activated, percent percent',
    'by-month': 'activated',
    line: 'activated',
  });
  expect(columnsOf(paceTable, progress)).toBe('before, here, pace, projection-from, projection-to');
  const pace = paceTable(progress, 'screen');
  expect(pace.rows.map(({ row, cells }) => [row, ...cells.map(({ value }) => value)])).toEqual([
    ['level-1', 119, 0, 121, 119, 119],
    ['level-2', 1_068, 22, 9, 1_174, 1_258],
  ]);
  expect(pace.total.map(({ value }) => value)).toEqual([1_187, 22, null, null, null]);
  const { rows, total: whole } = CAMPAIGN_TABLES.targets(progress, 'file');
  expect(rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
    [2_650, 119, 0, 119, 2_531, 449, 121, 119, 119],
    [1_273, 1_068, 22, 1_090, 183, 8_562, 9, 1_174, 1_258],
  ]);
  expect(whole.map(({ value }) => value)).toEqual([3_923, null, null, 1_209, 2_714, 3_082, null, null, null]);
});
