import { z } from 'zod';
import { count, day, month } from '../values.ts';
import { progress } from './campaign.ts';
import { dayBreakdowns, dayCounts, dayReport } from './day-report.ts';

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
    byVisit: true,
    byCase: true,
    byGroup: true,
  }).shape,
  difficulties: z.array(z.object({ day, text: z.string() })),
  proposals: z.array(z.object({ day, text: z.string() })),
  campaigns: z.array(progress),
});
export type MonthReport = z.infer<typeof monthReport>;
