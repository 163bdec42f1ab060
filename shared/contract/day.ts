import { z } from 'zod';
import { SITES } from '#shared/domain/account/follow-up.ts';
import { VOID_REASONS } from '#shared/domain/calendar/void-reasons.ts';
import { OUTCOMES, PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import { leaders, officers, type DeskMethod } from './method.ts';
import { count, day, id, instant, optionalText, personName, text } from '#shared/domain/values.ts';
import { dayReport } from '#shared/domain/report/day-report.ts';
import { outcome } from './ticket.ts';
import { openDay, outcomes } from './stale.ts';

const businessDay = z.object({
  businessDay: day,
  openedAt: instant,
  closedAt: instant.nullable(),
  /** Latest frozen version of the day report; null while the day is open. */
  version: count.nullable(),
  /** When the leader voided it: it was opened by mistake, is kept, and counts in no sum. */
  voidedAt: instant.optional(),
});
export type BusinessDay = z.infer<typeof businessDay>;

const dayStatus = z.object({
  /** The local date by the clock of this PC: what the officer is offered to open. */
  today: day,
  open: businessDay.nullable(),
  last: businessDay.nullable(),
  /** Tickets of the open day that still need an outcome. */
  leftovers: count,
  /** The day a report sent now speaks of: until 08:00 the latest one before today. Null where there is none. */
  reportOf: day.nullable(),
  /** Local time until which a report speaks of the business day before. */
  reportBefore: z.string(),
  /** The open day is not today: it was forgotten and must be closed before the next one. */
  forgotten: z.boolean(),
  /** The clock moved by more than ten minutes against the monotonic clock since the program started. */
  clockJumpMinutes: z.int().nullable(),
});
export type DayStatus = z.infer<typeof dayStatus>;

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

export const dayContract = {
  'day.open': {
    kind: 'command',
    roles: officers,
    /**
     * `confirmed` is the leader's explicit word for a day more than three working days past the last one, or with a clock before
     * the last event; without it such a day is refused with `day-jumps` or `clock-behind`.
     */
    input: z.object({ businessDay: day, confirmed: z.boolean().optional() }),
    output: businessDay,
  },
  /** Takes back a day opened by mistake, while it has given no number. */
  'day.withdraw': {
    kind: 'command',
    roles: leaders,
    input: z.object({ businessDay: day }),
    output: z.object({ businessDay: day }),
  },
  /**
   * Voids the last day, opened by mistake, although it gave numbers: while it lies after today, or has served nobody. Open tickets
   * end as cancelled; the day is kept and marked, and an earlier one can be opened.
   */
  'day.void': {
    kind: 'command',
    roles: leaders,
    input: z.object({ businessDay: day, reason: z.enum(VOID_REASONS) }),
    output: businessDay,
  },
  'day.close': {
    kind: 'command',
    roles: leaders,
    /** Without `leftovers` the day closes only when no ticket is open. */
    input: z.object({ businessDay: day, leftovers: outcome.optional() }),
    output: dayReport,
  },
  'day.status': {
    kind: 'query',
    stale: ['office', 'rules', ...outcomes, ...openDay, 'day.corrected', 'clock'],
    roles: officers,
    input: z.object({}),
    output: dayStatus,
  },
  'day.list': {
    kind: 'query',
    stale: [...openDay, 'day.corrected'],
    roles: officers,
    input: z.object({ limit: z.int().min(1).max(400).optional() }),
    output: z.array(businessDay),
  },
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
} as const satisfies Record<string, DeskMethod>;
