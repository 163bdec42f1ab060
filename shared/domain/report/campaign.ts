import { z } from 'zod';
import { ACCOUNT_LEVELS } from '../account/follow-up.ts';
import { count, day, id } from '../values.ts';

export const campaignRow = z.object({
  level: z.enum(ACCOUNT_LEVELS),
  target: count,
  /** Accounts activated before this program counted them, from the letter that set the target. */
  before: count,
});

/** Targets of one unit over one period, as a letter sets them. */
export const campaign = z.object({
  campaignId: id,
  name: z.string(),
  unit: z.string(),
  from: day,
  dueOn: day,
  /** Total the letter itself states; the program says where its parts do not add up. */
  statedTotal: count.nullable(),
  rows: z.array(campaignRow),
});
export type Campaign = z.infer<typeof campaign>;

/** Hundredths of a percent, rounded half up: 449 is 4,49 %. Null where the target is 0. */
const percent = count.nullable();

const progressRow = campaignRow.extend({
  /** Activated and signed in within the period, by this desk's records. */
  here: count,
  activated: count,
  remaining: count,
  percent,
  /** Accounts needed on each working day left, rounded up; null when none is left or nothing is missing. */
  pace: count.nullable(),
  /** Where the recent working days lead to by the due date; null with fewer than five of them. */
  projection: z.object({ from: count, to: count }).nullable(),
});
export type ProgressRow = z.infer<typeof progressRow>;

export const progress = z.object({
  campaign,
  on: day,
  workingDaysLeft: count,
  rows: z.array(progressRow),
  total: z.object({ target: count, activated: count, remaining: count, percent }),
  /** Cumulative activated by day, for the pace line: days with a report, oldest first. */
  line: z.array(z.object({ day, activated: count })),
  /** What does not add up. */
  doubts: z.array(
    z.discriminatedUnion('code', [
      z.object({ code: z.literal('stated-total'), stated: count, sum: count, difference: z.int() }),
      z.object({
        code: z.literal('above-target'),
        level: z.enum(ACCOUNT_LEVELS),
        activated: count,
        target: count,
      }),
    ]),
  ),
});
export type Progress = z.infer<typeof progress>;
