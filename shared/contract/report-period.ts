import { z } from 'zod';
import { SITES } from '#shared/domain/account/follow-up.ts';
import { OUTCOMES, PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import { dayBreakdowns } from './breakdowns.ts';
import { progress } from './campaign.ts';
import { leaders, officers, type DeskMethod } from './method.ts';
import { count, day, id, instant, optionalText, personName, text } from './primitives.ts';
import { dayCounts, dayReport } from './report.ts';

/** A calendar month, `YYYY-MM`. */
export const month = z.string().regex(/^(?:20|21)\d{2}-(?:0[1-9]|1[0-2])$/);

export const difference = z.object({
  section: z.string(),
  row: z.string(),
  column: z.string(),
  before: z.union([z.number(), z.string()]).nullable(),
  after: z.union([z.number(), z.string()]).nullable(),
});
export type Difference = z.infer<typeof difference>;

export const reportVersion = z.object({
  version: count,
  frozenAt: instant,
  /** Role and device that froze it. */
  by: z.string(),
  /** Why it replaced the version before; null for version 1. */
  reason: z.string().nullable(),
  /** Against the version before; empty for version 1. */
  differences: z.array(difference),
});
export type ReportVersion = z.infer<typeof reportVersion>;

/** One line of a month: the two counts of a day and the version they come from. */
const monthDay = z.object({
  day,
  version: count.nullable(),
  issued: count,
  requests: count,
  taken: count,
  activated: count,
  referred: count,
});

/** A month as the sum of its closed days, newest version each, and of the open day where it lies in it. */
export const monthReport = z.object({
  month,
  office: dayReport.shape.office,
  days: z.array(monthDay),
  /** Days still open: the month is not final. */
  openDays: z.array(day),
  total: z.object({ issued: count, requests: count, taken: count, activated: count, referred: count }),
  /** The two counts of the month before; null where it has no day. */
  before: z.object({ month, taken: count, activated: count }).nullable(),
  byProcedure: dayCounts.shape.requests.shape.byProcedure,
  papers: dayCounts.shape.papers,
  ...dayBreakdowns.pick({
    referrals: true,
    inactive: true,
    bySite: true,
    byResidence: true,
    byGroup: true,
  }).shape,
  difficulties: z.array(z.object({ day, text: z.string() })),
  proposals: z.array(z.object({ day, text: z.string() })),
  campaigns: z.array(progress),
});
export type MonthReport = z.infer<typeof monthReport>;

/** State of a date in the month calendar. `corrected`: a version above 1 stands. */
export const DAY_STATES = ['none', 'open', 'closed', 'exported', 'corrected'] as const;

export const dashboard = z.object({
  businessDay: day,
  today: dayReport,
  /** The latest business day before it on the same weekday. */
  sameWeekday: z.object({ businessDay: day, issued: count, taken: count, activated: count }).nullable(),
  campaigns: z.array(progress),
});
export type Dashboard = z.infer<typeof dashboard>;

export const reminder = z.object({
  code: z.enum(['day-to-close', 'day-to-export', 'month-to-send']),
  businessDay: day.nullable(),
  month: month.nullable(),
  /** From when it stands. */
  since: instant,
});

/** A figure that can be opened to the requests it counts. */
export const figure = z.object({
  section: z.enum([
    'all',
    'taken',
    'activated',
    'procedure',
    'referral',
    'paper',
    'inactive',
    'site',
    'group',
    'residence',
    'late',
  ]),
  /** Codes of the row and column, as in the report: a procedure and an outcome, a paper and a state, … */
  row: z.string().max(200).optional(),
  column: z.string().max(60).optional(),
});

const correctedRequest = z.object({
  requestId: id,
  outcome: z.enum(OUTCOMES).optional(),
  activated: z.boolean().optional(),
});
const lateRequest = z.object({
  procedure: z.enum(PROCEDURES),
  outcome: z.enum(OUTCOMES),
  activated: z.boolean().optional(),
  site: z.enum(SITES).optional(),
  staff: z.boolean().optional(),
  residence: optionalText(80).optional(),
  fullName: personName.optional(),
});

export const reportPeriodContract = {
  /** Difficulties and proposals of the open day, as the letters ask for them. */
  'day.note': {
    kind: 'command',
    roles: officers,
    input: z.object({ businessDay: day, difficulties: optionalText(2_000), proposals: optionalText(2_000) }),
    output: z.object({ businessDay: day, difficulties: z.string(), proposals: z.string() }),
  },
  /** A late entry or a correction of a closed day: the next version, with its reason. The version before stays. */
  'day.correct': {
    kind: 'command',
    roles: leaders,
    input: z.object({
      businessDay: day,
      reason: text(300),
      changes: z.array(correctedRequest).max(200).optional(),
      late: z.array(lateRequest).max(50).optional(),
      difficulties: optionalText(2_000).optional(),
      proposals: optionalText(2_000).optional(),
    }),
    output: dayReport,
  },
  'report.versions': {
    kind: 'query',
    roles: officers,
    input: z.object({ businessDay: day }),
    output: z.array(reportVersion),
  },
  'report.month': { kind: 'query', roles: officers, input: z.object({ month }), output: monthReport },
  'report.dashboard': {
    kind: 'query',
    roles: officers,
    input: z.object({ businessDay: day.optional() }),
    output: dashboard,
  },
  'report.calendar': {
    kind: 'query',
    roles: officers,
    input: z.object({ month }),
    output: z.object({
      month,
      days: z.array(
        z.object({
          day,
          state: z.enum(DAY_STATES),
          version: count.nullable(),
          taken: count.nullable(),
          activated: count.nullable(),
          workingDay: z.boolean(),
        }),
      ),
    }),
  },
  'report.reminders': { kind: 'query', roles: officers, input: z.object({}), output: z.array(reminder) },
  /**
   * The requests that a figure counts, newest version: at most 500, and how many there are. `all` are those of the day as they
   * now stand, late ones after them, then those of other days whose account this day counts. A search narrows by a ticket
   * number, a name or an identity number.
   */
  'report.tickets': {
    kind: 'query',
    roles: officers,
    input: z.object({ businessDay: day, figure, search: z.string().max(200).optional() }),
    output: z.object({
      total: count,
      rows: z.array(
        z.object({
          requestId: id.nullable(),
          ticketId: id.nullable(),
          number: z.string().nullable(),
          procedure: z.enum(PROCEDURES),
          outcome: z.enum(OUTCOMES).nullable(),
          activated: z.boolean(),
          fullName: z.string().nullable(),
          /** The day it was taken: another one than asked about where only its account counts here. */
          takenOn: day,
          /** Entered after its day had been closed. */
          late: z.boolean(),
          /** The day asked about counts its account. */
          counted: z.boolean(),
          /** The day that counts its account; null where none does. */
          countedOn: day.nullable(),
          /** Another request for the same account is the one that counts. */
          settled: z.boolean(),
        }),
      ),
    }),
  },
} as const satisfies Record<string, DeskMethod>;
