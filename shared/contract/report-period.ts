import { z } from 'zod';
import { OPENED_SECTIONS } from '#shared/domain/report/counted.ts';
import { difference } from '#shared/domain/report/differences.ts';
import { monthReport } from '#shared/domain/report/month-report.ts';
import { OUTCOMES, PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import { dayReport, LEADING_FIGURES } from '#shared/domain/report/day-report.ts';
import { progress } from '#shared/domain/report/campaign.ts';
import { officers, type DeskMethod } from './method.ts';
import { count, day, id, instant, month } from '#shared/domain/values.ts';
import { accounts, countedDay, outcomes } from './stale.ts';

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

/** State of a date in the month calendar. `corrected`: a version above 1 stands. */
export const DAY_STATES = ['none', 'open', 'closed', 'exported', 'corrected'] as const;

const dashboard = z.object({
  businessDay: day,
  today: dayReport,
  /** The latest business day before it on the same weekday. */
  sameWeekday: z.object({ businessDay: day, figures: z.record(z.enum(LEADING_FIGURES), count) }).nullable(),
  campaigns: z.array(progress),
});
export type Dashboard = z.infer<typeof dashboard>;

const reminder = z.object({
  code: z.enum(['day-to-close', 'day-to-export', 'month-to-send', 'campaign-to-report']),
  businessDay: day.nullable(),
  month: month.nullable(),
  /** The campaign whose final report goes out before the day. */
  campaign: z.object({ campaignId: id, name: z.string(), reportBefore: day }).optional(),
  /** From when it stands. */
  since: instant,
});

/** A figure that can be opened to the requests it counts. */
const figure = z.object({
  section: z.enum(OPENED_SECTIONS),
  /** Codes of the row and column, as in the published list: a procedure and an outcome, a paper and a state, … */
  row: z.string().max(200).optional(),
  column: z.string().max(60).optional(),
});

export const reportPeriodContract = {
  'report.versions': {
    kind: 'query',
    stale: ['day.closed', 'day.corrected'],
    roles: officers,
    input: z.object({ businessDay: day }),
    output: z.array(reportVersion),
  },
  'report.month': {
    kind: 'query',
    stale: [
      'office',
      ...outcomes,
      'request',
      'day',
      ...accounts,
      'follow-up.reason-set',
      'visit.saved',
      'calendar',
      'campaign',
    ],
    roles: officers,
    input: z.object({ month }),
    output: monthReport,
  },
  'report.dashboard': {
    kind: 'query',
    stale: [...countedDay, 'office', 'counter', 'calendar', 'campaign', 'rules'],
    roles: officers,
    input: z.object({ businessDay: day.optional() }),
    output: dashboard,
  },
  'report.calendar': {
    kind: 'query',
    stale: [...outcomes, 'day', 'calendar', ...accounts, 'report.saved'],
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
  'report.reminders': {
    kind: 'query',
    stale: ['office', 'rules', 'day', 'campaign', 'report.saved'],
    roles: officers,
    input: z.object({}),
    output: z.array(reminder),
  },
  /**
   * The requests that a figure counts, newest version: at most 500, and how many there are. `all` are those of the day as they
   * now stand, late ones after them, then those of other days whose account this day counts. A search narrows by a ticket
   * number, a name or an identity number.
   */
  'report.tickets': {
    kind: 'query',
    stale: [...outcomes, 'request', 'day', ...accounts, 'follow-up.reason-set', 'visit.saved', 'person'],
    reads: { kind: 'open' },
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
