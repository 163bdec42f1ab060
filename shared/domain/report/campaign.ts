import { z } from 'zod';
import { ROUNDINGS } from '../procedure/vocabulary.ts';
import { ACCOUNT_LEVELS } from '../account/follow-up.ts';
import { count, day, id } from '../values.ts';

/** Whose accounts a target counts: everybody's, those of staff, or those of one hamlet or residential group. */
const TARGET_GROUPS = ['all', 'staff', 'residence'] as const;

export const campaignRow = z.object({
  level: z.enum(ACCOUNT_LEVELS),
  /** `all` unless it says otherwise. */
  group: z.enum(TARGET_GROUPS).optional(),
  /** The one hamlet of the group `residence`, as requests name it. */
  residence: z.string().min(1).max(80).optional(),
  target: count,
  /** Accounts activated before this program counted them, from the letter that set the target. */
  before: count,
});
type TargetOf = Pick<z.infer<typeof campaignRow>, 'level' | 'group' | 'residence'>;

/** One word for whose accounts of which level a target counts: `level-2`, `level-2:staff`, `level-2:residence:Tổ 1`. */
export function targetKey({ level, group = 'all', residence }: TargetOf): string {
  if (group === 'all') return level;
  return group === 'staff' ? `${level}:staff` : `${level}:residence:${residence ?? ''}`;
}

/** The target of a key. */
export function targetOf(key: string): TargetOf {
  const [level = '', group, ...residence] = key.split(':');
  return {
    level: level === 'level-1' ? 'level-1' : 'level-2',
    ...(group === 'staff' ? { group } : {}),
    ...(group === 'residence' ? { group, residence: residence.join(':') } : {}),
  };
}

const note = z.string().max(2_000);

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
  /** The final report goes out before this day (S4: before 07/11). */
  reportBefore: day.nullable().optional(),
  /** What the final report says, a paragraph a line. */
  difficulties: note.optional(),
  proposals: note.optional(),
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
  /** Something is missing, and no day is left for it or even good days do not lead there. */
  late: z.boolean(),
});
export type ProgressRow = z.infer<typeof progressRow>;

/** Accounts issued to the people of a unit and those of them that are activated, at the end of a day. */
export const unitTotals = z.object({
  day,
  rows: z
    .array(z.object({ level: z.enum(ACCOUNT_LEVELS), issued: count, activated: count }))
    .min(1)
    .max(ACCOUNT_LEVELS.length),
});
export type UnitTotals = z.infer<typeof unitTotals>;

export const progress = z.object({
  campaign,
  on: day,
  workingDaysLeft: count,
  rows: z.array(progressRow),
  /** Over the rows that count everybody; over all of them where none does. */
  total: z.object({ target: count, activated: count, remaining: count, percent }),
  /** How `percent` lost the digits that are not shown. */
  rounding: z.enum(ROUNDINGS),
  /** Cumulative activated by day, for the pace line: days with a report, oldest first. */
  line: z.array(z.object({ day, activated: count })),
  /** Activated in each month of the period that has days, by this desk's records. */
  months: z.array(z.object({ month: z.string(), activated: count })),
  /** What the level above last stated of the unit up to this day; null where it stated nothing. */
  unit: unitTotals.nullable(),
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

/** The rows that make up a total: those that count everybody, or all of them where each counts a part. */
export function totalled<Row extends TargetOf>(rows: readonly Row[]): readonly Row[] {
  const whole = rows.filter(({ group = 'all' }) => group === 'all');
  return whole.length > 0 ? whole : rows;
}
