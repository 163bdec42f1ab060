import { z } from 'zod';
import { dayReport } from '#shared/domain/report/day-report.ts';
import { leaders, officers, type DeskMethod } from './method.ts';
import { OUTCOMES } from '#shared/domain/procedure/vocabulary.ts';
import { count, day, id, language } from '#shared/domain/values.ts';
import { countedDay } from './stale.ts';

const exportFormat = z.enum(['xlsx', 'csv', 'json', 'pdf']);

const officerFigures = z.object({
  officerId: id,
  name: z.string(),
  /** Tickets that this officer ended as served. */
  served: count,
  /** Milliseconds of serving that this officer began, also of tickets that another one ended. */
  servingMs: count,
  /** Of the requests whose outcome this officer set. */
  outcomes: z.partialRecord(z.enum(OUTCOMES), count),
});
export type OfficerFigures = z.infer<typeof officerFigures>;

export const reportContract = {
  /** What each officer did on the days between two, both counted; null while the office does not count by officer. */
  'report.officers': {
    kind: 'query',
    stale: [...countedDay, 'office', 'officer'],
    roles: leaders,
    input: z.object({ from: day, to: day }),
    output: z.array(officerFigures).nullable(),
  },
  /** The newest version of a closed day, or the one named; live figures of the open day. */
  'report.day': {
    kind: 'query',
    stale: [...countedDay, 'office', 'counter', 'rules'],
    roles: officers,
    input: z.object({ businessDay: day, version: count.optional() }),
    output: dayReport,
  },
  'report.export': {
    kind: 'query',
    stale: [],
    roles: officers,
    input: z.object({ businessDay: day, format: exportFormat, language: language.optional() }),
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
      language: language.optional(),
    }),
    output: z.object({ path: z.string(), bytes: count, sha256: z.string() }),
  },
} as const satisfies Record<string, DeskMethod>;
