import { z } from 'zod';
import { ACTIVATION_SOURCES, INACTIVE_REASONS, REFERRAL_REASONS, SITES } from '../account/follow-up.ts';
import { OUTCOMES, PROCEDURES, SPECIAL_CASES } from '../procedure/vocabulary.ts';
import { count, day, id, instant, paperCode } from '../values.ts';

const requests = { total: count, taken: count, activated: count };

/** One day's requests and activations, divided in each way the level above asks for. Every list adds up to its total. */
export const dayBreakdowns = z.object({
  /** The two counts of the letters: files taken for an account, and accounts activated and signed in (R11). */
  taken: count,
  activated: z.object({
    /** All that this day counts. */
    total: count,
    /** By how the desk learned of it; adds up to `total`. */
    bySource: z.record(z.enum(ACTIVATION_SOURCES), count),
    /** Of requests taken on this day, and of earlier ones; adds up to `total`. */
    ofToday: count,
    ofEarlier: count,
    byProcedure: z.array(z.object({ procedure: z.enum(PROCEDURES), count })),
  }),
  /** Level 1 guided, level 2 with a valid card, level 2 together with the card. */
  levels: z.object({ level1Guided: count, level2: count, level2WithCard: count }),
  /** Adds up to the outcome `referred`. A place or reason nobody named is null. */
  referrals: z.array(
    z.object({ place: z.string().nullable(), reason: z.enum(REFERRAL_REASONS).nullable(), count }),
  ),
  /** Reasons recorded on this day for accounts that are not activated. */
  inactive: z.array(z.object({ reason: z.enum(INACTIVE_REASONS), count })),
  /** Each adds up to all requests. */
  byGroup: z.array(z.object({ group: z.enum(['staff', 'citizen']), ...requests })),
  bySite: z.array(z.object({ site: z.enum(SITES), ...requests })),
  /** Hamlet or residential group; null where nobody named one. */
  byResidence: z.array(z.object({ residence: z.string().nullable(), ...requests })),
  /** By the place of each visit of a team or of the desk; none in reports frozen before there were visits. */
  byVisit: z.array(z.object({ visit: z.string(), ...requests })).default([]),
  /** People about whom another office has something to set right; none in reports frozen before this was asked. */
  byCase: z.array(z.object({ specialCase: z.enum(SPECIAL_CASES), count })).default([]),
  /** Tickets served, by the counter and local hour in which the last service began; adds up to `tickets.served`. */
  byCounter: z.array(
    z.object({
      counterId: id.nullable(),
      counter: z.string().nullable(),
      hour: z.int().min(0).max(23),
      served: count,
    }),
  ),
  /** How often a counter rested, and the whole minutes of the pauses that are over; none in reports frozen before this was asked. */
  pauses: z
    .array(z.object({ counterId: id, counter: z.string().nullable(), times: count, minutes: count }))
    .default([]),
  /** Requests entered after the closing, which never had a number. */
  late: count,
  difficulties: z.string(),
  proposals: z.string(),
});
export type DayBreakdowns = z.infer<typeof dayBreakdowns>;

/** Milliseconds over finished periods; null where no period was finished. */
const spread = z.object({ count, medianMs: count.nullable(), p90Ms: count.nullable() });
export type Spread = z.infer<typeof spread>;

const byOutcome = z.record(z.enum(OUTCOMES), count);

export const dayCounts = z.object({
  businessDay: day,
  tickets: z.object({
    issued: count,
    priority: count,
    /** Tickets that ended as done. */
    served: count,
    /** Tickets absent at least once when called. */
    notHere: count,
    left: count,
    cancelled: count,
    open: count,
  }),
  requests: z.object({
    total: count,
    open: count,
    byOutcome,
    /** Rows add up to their total, columns to `byOutcome`; a procedure without requests has no row. */
    byProcedure: z.array(
      z.object({ procedure: z.enum(PROCEDURES), total: count, open: count, byOutcome, activated: count }),
    ),
  }),
  papers: z.array(
    z.object({
      paper: paperCode,
      seen: count,
      missing: count,
      mismatch: count,
      notWanted: count,
      inVneid: count,
    }),
  ),
  /** Requests whose account was activated and signed in at the desk. */
  activated: count,
  waiting: spread,
  serving: spread,
  /** Local hours with at least one finished wait. */
  waitingByHour: z.array(
    z.object({ procedure: z.enum(PROCEDURES), hour: z.int().min(0).max(23), count, medianMs: count }),
  ),
  breakdowns: dayBreakdowns,
});
export type DayCounts = z.infer<typeof dayCounts>;

/** Figures that may stand first in the report of a day: the two of S4 V.2, card files where they are counted, numbers issued. */
export const LEADING_FIGURES = ['card-files', 'files', 'activated', 'issued'] as const;
export type LeadingFigure = (typeof LEADING_FIGURES)[number];

export const dayReport = dayCounts.extend({
  office: z.object({ name: z.string(), code: z.string(), receivingLevel: z.string() }),
  /** Null while the day is open: live figures have no version. */
  version: count.nullable(),
  frozenAt: instant.nullable(),
  /** Role and device that froze it, as `leader · quay-1`; null while the day is open. */
  by: z.string().nullable(),
  /** Why it replaced the version before; null for version 1 and for live figures. */
  reason: z.string().nullable(),
  /** Hash of the last event the figures rest on. */
  chainHead: z.string(),
  /** Which figures stand first; those of the letters in reports frozen before this was asked. */
  leading: z.array(z.enum(LEADING_FIGURES)).optional(),
  /** When the leader voided the day; it then counts in no sum and goes into no file. */
  voidedAt: instant.optional(),
});
export type DayReport = z.infer<typeof dayReport>;
