import type { CAMPAIGN_TABLES, paceTable } from './campaign-tables.ts';
import { targetKey } from './campaign.ts';
import type { DayReport } from './day-report.ts';
import type { MonthReport } from './month-report.ts';
import { IDENTITY_PAPERS, OUTCOMES, PAPERS, PROCEDURES } from '../procedure/vocabulary.ts';
import { dayParts, type Parts } from './parts.ts';
import { section, type Section } from './report-table.ts';
import type { YearReport } from './year-sum.ts';

type ProcedureLine = Omit<Parts['byProcedure'][number], 'procedure'> & { readonly procedure?: string };
type Division = { readonly total: number; readonly taken: number; readonly activated: number };

const divided = [
  { code: 'total', of: (line: Division) => line.total },
  { code: 'files', of: (line: Division) => line.taken },
  { code: 'activated', of: (line: Division) => line.activated },
] as const;

const requestColumns = [
  { code: 'total', of: (line: ProcedureLine) => line.total },
  ...OUTCOMES.map((code) => ({ code, of: (line: ProcedureLine) => line.byOutcome[code] })),
  { code: 'open', of: (line: ProcedureLine) => line.open, ifAny: true },
  {
    code: 'activated',
    of: (line: ProcedureLine) => line.activated,
    on: ['file', 'book', 'screen'],
  },
] as const;

const sum = (...values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

type PaperLine = Parts['papers'][number];

const paperColumns = [
  {
    code: 'checked',
    of: (line: PaperLine) => sum(line.seen, line.missing, line.mismatch, line.notWanted, line.inVneid),
    on: ['book'],
  },
  {
    code: 'wanted',
    of: (line: PaperLine) => sum(line.seen, line.missing, line.mismatch),
    on: ['paper'],
  },
  { code: 'seen', of: (line: PaperLine) => line.seen },
  { code: 'missing', of: (line: PaperLine) => line.missing, on: ['file', 'book', 'screen'] },
  { code: 'mismatch', of: (line: PaperLine) => line.mismatch, on: ['file', 'book', 'screen'] },
  { code: 'wrong', of: (line: PaperLine) => sum(line.missing, line.mismatch), on: ['paper'] },
  { code: 'not-wanted', of: (line: PaperLine) => line.notWanted, on: ['file', 'book'] },
  { code: 'in-vneid', of: (line: PaperLine) => line.inVneid, on: ['file', 'book'] },
] as const;

export const PART_TABLES = {
  requests: section({
    name: 'requests',
    lines: (parts: Parts): readonly ProcedureLine[] => parts.byProcedure,
    row: ({ procedure = '' }) => procedure,
    columns: requestColumns,
    order: PROCEDURES,
  }),
  papers: section({
    name: 'papers',
    lines: ({ papers }: Parts) => papers.filter(({ paper }) => !IDENTITY_PAPERS.includes(paper)),
    row: (line) => line.paper,
    columns: paperColumns,
    order: PAPERS,
  }),
  identityPapers: section({
    name: 'identity-papers',
    lines: ({ papers }: Parts) => papers.filter(({ paper }) => IDENTITY_PAPERS.includes(paper)),
    row: (line) => line.paper,
    columns: paperColumns,
    order: IDENTITY_PAPERS,
  }),
  referrals: section({
    name: 'referrals',
    lines: (parts: Parts) => parts.referrals,
    row: (line) => line.place ?? '',
    columns: [{ code: 'count', of: (line) => line.count, codeOf: (line) => line.reason ?? 'not-named' }],
    opens: 'referrals',
  }),
  inactive: section({
    name: 'inactive',
    lines: (parts: Parts) => parts.inactive,
    row: (line) => line.reason,
    columns: [{ code: 'count', of: (line) => line.count }],
    skipsNothing: true,
    opens: 'inactive',
  }),
  groups: section({
    name: 'groups',
    lines: (parts: Parts) => parts.byGroup,
    row: (line) => line.group,
    columns: divided,
    opens: 'groups',
  }),
  sites: section({
    name: 'sites',
    lines: (parts: Parts) => parts.bySite,
    row: (line) => line.site,
    columns: divided,
    opens: 'sites',
  }),
  residences: section({
    name: 'residences',
    lines: (parts: Parts) => parts.byResidence,
    row: (line) => line.residence ?? '',
    columns: divided,
    onlyNamed: true,
    opens: 'residences',
  }),
  visits: section({
    name: 'visits',
    lines: (parts: Parts) => parts.byVisit,
    row: (line) => line.visit,
    columns: divided,
    opens: 'visits',
  }),
  cases: section({
    name: 'cases',
    lines: (parts: Parts) => parts.byCase,
    row: (line) => line.specialCase,
    columns: [{ code: 'count', of: (line) => line.count }],
    opens: 'cases',
  }),
};

const ofParts =
  <Name extends string, Code extends string>(
    part: Section<Parts, Name, Code>,
  ): Section<DayReport, Name, Code> =>
  (day, medium) =>
    part(dayParts(day), medium);

/** The sections of a day, in the order of the published list. */
export const DAY_TABLES = {
  tickets: section({
    name: 'tickets',
    shape: 'list',
    lines: (day: DayReport) => [day.tickets],
    row: () => 'all',
    columns: [
      { code: 'issued', of: (line) => line.issued },
      { code: 'priority', of: (line) => line.priority },
      { code: 'served', of: (line) => line.served },
      { code: 'not-here', of: (line) => line.notHere },
      { code: 'left', of: (line) => line.left },
      { code: 'cancelled', of: (line) => line.cancelled },
      { code: 'open', of: (line) => line.open, ifAny: true },
    ],
  }),
  requests: section({
    name: 'requests',
    lines: (day: DayReport): readonly ProcedureLine[] => day.requests.byProcedure,
    row: ({ procedure = '' }) => procedure,
    columns: requestColumns,
    whole: ({ requests, activated }) => ({ ...requests, activated }),
    order: PROCEDURES,
  }),
  papers: ofParts(PART_TABLES.papers),
  identityPapers: ofParts(PART_TABLES.identityPapers),
  times: section({
    name: 'times',
    lines: (day: DayReport) => [
      { row: 'waiting', ...day.waiting },
      { row: 'serving', ...day.serving },
    ],
    row: (line) => line.row,
    columns: [
      { code: 'count', of: (line) => line.count, sums: false },
      { code: 'median-ms', of: (line) => line.medianMs, kind: 'time' },
      { code: 'p90-ms', of: (line) => line.p90Ms, kind: 'time' },
    ],
  }),
  waiting: section({
    name: 'waiting-by-hour',
    shape: 'hours',
    lines: (day: DayReport) => day.waitingByHour,
    row: (line) => line.procedure,
    hour: (line) => line.hour,
    columns: [
      { code: 'count', of: (line) => line.count },
      { code: 'median-ms', of: (line) => line.medianMs, kind: 'time' },
    ],
    order: PROCEDURES,
  }),
  accounts: section({
    name: 'accounts',
    shape: 'list',
    lines: (day: DayReport) => [day.breakdowns],
    row: () => 'all',
    columns: [
      { code: 'files', of: (line) => line.taken },
      { code: 'activated', of: (line) => line.activated.total },
      { code: 'late', of: (line) => line.late, ifAny: true },
    ],
    opens: 'accounts',
  }),
  sources: section({
    name: 'activated-by-source',
    shape: 'list',
    section: 'accounts',
    lines: (day: DayReport) => [day.breakdowns.activated.bySource],
    row: () => 'activated-by-source',
    opens: 'accounts',
    columns: [
      { code: 'desk', of: (line) => line.desk },
      { code: 'telephone', of: (line) => line.telephone },
      { code: 'extract', of: (line) => line.extract },
    ],
  }),
  ages: section({
    name: 'activated-of',
    shape: 'list',
    section: 'accounts',
    lines: (day: DayReport) => [day.breakdowns.activated],
    row: () => 'activated-of',
    opens: 'accounts',
    columns: [
      { code: 'this-day', of: (line) => line.ofToday },
      { code: 'earlier-days', of: (line) => line.ofEarlier },
    ],
  }),
  activatedByProcedure: section({
    name: 'activated-by-procedure',
    lines: (day: DayReport) => day.breakdowns.activated.byProcedure,
    row: (line) => line.procedure,
    columns: [{ code: 'count', of: (line) => line.count }],
  }),
  levels: section({
    name: 'levels',
    shape: 'list',
    lines: (day: DayReport) => [day.breakdowns.levels],
    row: () => 'all',
    columns: [
      { code: 'level-1-guided', of: (line) => line.level1Guided },
      { code: 'level-2', of: (line) => line.level2 },
      { code: 'level-2-with-card', of: (line) => line.level2WithCard },
    ],
    opens: 'levels',
  }),
  referrals: ofParts(PART_TABLES.referrals),
  inactive: ofParts(PART_TABLES.inactive),
  groups: ofParts(PART_TABLES.groups),
  sites: ofParts(PART_TABLES.sites),
  residences: ofParts(PART_TABLES.residences),
  visits: ofParts(PART_TABLES.visits),
  cases: ofParts(PART_TABLES.cases),
  counters: section({
    name: 'counters',
    shape: 'hours',
    lines: (day: DayReport) => day.breakdowns.byCounter,
    row: (line) => line.counter ?? line.counterId ?? '',
    label: (line) => line.counter ?? '',
    hour: (line) => line.hour,
    columns: [{ code: 'served', of: (line) => line.served }],
  }),
  pauses: section({
    name: 'pauses',
    lines: (day: DayReport) => day.breakdowns.pauses,
    row: (line) => line.counter ?? line.counterId,
    label: (line) => line.counter ?? '',
    columns: [
      { code: 'times', of: (line) => line.times },
      { code: 'minutes', of: (line) => line.minutes },
    ],
  }),
  notes: section({
    name: 'notes',
    shape: 'list',
    lines: (day: DayReport) => [day.breakdowns],
    row: () => 'all',
    columns: [
      { code: 'difficulties', of: (line) => line.difficulties, kind: 'text' },
      { code: 'proposals', of: (line) => line.proposals, kind: 'text' },
    ],
  }),
};

const totals = [
  { code: 'issued', of: (line: MonthReport['total']) => line.issued },
  { code: 'requests', of: (line: MonthReport['total']) => line.requests },
  { code: 'files', of: (line: MonthReport['total']) => line.taken },
  { code: 'activated', of: (line: MonthReport['total']) => line.activated },
  { code: 'referred', of: (line: MonthReport['total']) => line.referred },
] as const;

const total = section({
  name: 'total',
  shape: 'list',
  lines: (period: Pick<MonthReport, 'total'>) => [period.total],
  row: () => 'all',
  columns: totals,
});

type MonthNote = { readonly day: string; readonly difficulties?: string; readonly proposals?: string };
type DayLine = MonthReport['days'][number] & { readonly cumulative: number };

/** The sections of a month, in the order of the published list. */
export const MONTH_TABLES = {
  total,
  before: section({
    name: 'before',
    lines: ({ before }: MonthReport) => (before === null ? [] : [before]),
    row: (line) => line.month,
    columns: [
      { code: 'files', of: (line) => line.taken },
      { code: 'activated', of: (line) => line.activated },
    ],
  }),
  days: section({
    name: 'days',
    lines: ({ days }: MonthReport): readonly DayLine[] => {
      let cumulative = 0;
      return days.map((line) => ({ ...line, cumulative: (cumulative += line.activated) }));
    },
    row: (line) => line.day,
    columns: [
      { code: 'version', of: (line) => line.version, kind: 'version' },
      ...totals,
      { code: 'cumulative', of: (line) => line.cumulative, on: ['paper'], sums: false },
    ],
  }),
  ...PART_TABLES,
  targets: section({
    name: 'targets',
    lines: ({ campaigns }: MonthReport) =>
      campaigns.flatMap(({ campaign, rows }) => rows.map((row) => ({ id: campaign.campaignId, ...row }))),
    row: (line) => `${line.id}/${targetKey(line)}`,
    label: (line) => targetKey(line),
    columns: [
      { code: 'target', of: (line) => line.target },
      { code: 'activated', of: (line) => line.activated },
      { code: 'remaining', of: (line) => line.remaining },
      { code: 'percent', of: (line) => line.percent, kind: 'percent' },
    ],
  }),
  notes: section({
    name: 'notes',
    lines: ({ difficulties, proposals }: MonthReport): readonly MonthNote[] => [
      ...difficulties.map(({ day, text }) => ({ day, difficulties: text })),
      ...proposals.map(({ day, text }) => ({ day, proposals: text })),
    ],
    row: (line) => line.day,
    columns: [
      { code: 'difficulties', of: (line) => line.difficulties, kind: 'text' },
      { code: 'proposals', of: (line) => line.proposals, kind: 'text' },
    ],
  }),
};

/** The sections of a year, in the order of the published list. */
export const YEAR_TABLES = {
  total,
  months: section({
    name: 'months',
    lines: ({ months }: YearReport) => months.map(({ total: own, ...month }) => ({ ...month, ...own })),
    row: (line) => line.month,
    columns: [
      { code: 'days', of: (line) => line.days },
      { code: 'open-days', of: (line) => line.openDays, on: ['file'] },
      ...totals,
    ],
  }),
  ...PART_TABLES,
};

type Described =
  | (typeof DAY_TABLES)[keyof typeof DAY_TABLES]
  | (typeof MONTH_TABLES)[keyof typeof MONTH_TABLES]
  | (typeof YEAR_TABLES)[keyof typeof YEAR_TABLES]
  | (typeof CAMPAIGN_TABLES)[keyof typeof CAMPAIGN_TABLES]
  | typeof paceTable;

/** The keys of the words of the tables and of their columns. */
export type TableName = ReturnType<Described>['name'];
export type ColumnCode = ReturnType<Described>['columns'][number]['code'];
