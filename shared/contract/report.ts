import { z } from 'zod';
import { OUTCOMES, PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import { dayBreakdowns } from './breakdowns.ts';
import { leaders, officers, type DeskMethod } from './method.ts';
import { count, day, instant, paperCode } from './primitives.ts';

/** Milliseconds over finished periods; null where no period was finished. */
export const spread = z.object({ count, medianMs: count.nullable(), p90Ms: count.nullable() });
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
});
export type DayReport = z.infer<typeof dayReport>;

export const exportFormat = z.enum(['xlsx', 'csv', 'json', 'pdf']);
export type ExportFormat = z.infer<typeof exportFormat>;

export const reportContract = {
  /** The newest version of a closed day, or the one named; live figures of the open day. */
  'report.day': {
    kind: 'query',
    roles: officers,
    input: z.object({ businessDay: day, version: count.optional() }),
    output: dayReport,
  },
  'report.export': {
    kind: 'query',
    roles: officers,
    input: z.object({ businessDay: day, format: exportFormat, language: z.enum(['vi', 'en']).optional() }),
    output: z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() }),
  },
  /** Writes the same bytes as `report.export` into a folder of this PC: temporary file, fsync, rename, read back. */
  'report.save': {
    kind: 'command',
    slow: true,
    roles: leaders,
    input: z.object({
      businessDay: day,
      format: exportFormat,
      folder: z.string().min(1).max(400),
      language: z.enum(['vi', 'en']).optional(),
    }),
    output: z.object({ path: z.string(), bytes: count, sha256: z.string() }),
  },
} as const satisfies Record<string, DeskMethod>;
