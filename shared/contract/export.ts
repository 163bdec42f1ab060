import { addDays, isIsoDate } from '#shared/domain/calendar/business-date.ts';
import { z } from 'zod';
import { EXPORT_STATES, FILE_FORMATS, KEY_REASONS, MOST_LISTED_DAYS, TARGET_STATES } from './export-words.ts';
import { CASE_RECEIVERS, SPECIAL_CASES } from '#shared/domain/procedure/vocabulary.ts';
import { deskProblem } from './problem.ts';
import { leaders, officers, type DeskMethod } from './method.ts';
import { count, day, id, instant, language, month } from '#shared/domain/values.ts';
import { outcomes } from './stale.ts';

/** Named people: deliberate and logged; numbers masked unless `unmasked`. */
const peopleSubject = z.object({
  businessDay: day,
  /** The last day of a range, at most a year long; only with a receiver. */
  to: day.optional(),
  unmasked: z.boolean(),
  /** Only those about whom this office has something to set right. */
  receiver: z.enum(CASE_RECEIVERS).optional(),
});

/** A range ends where it began or later, and is one of cases: nobody needs a year of everybody who came. What is no date is told by itself. */
function isListed({ businessDay, to, receiver }: z.infer<typeof peopleSubject>): boolean {
  if (to === undefined || !isIsoDate(businessDay) || !isIsoDate(to)) return true;
  return receiver !== undefined && to >= businessDay && to < addDays(businessDay, MOST_LISTED_DAYS);
}
const notListed = { message: 'out-of-range', path: ['to'] };

/** What a file speaks of. A day without `version` takes its newest one. */
export const exportSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('day'), businessDay: day, version: count.optional() }),
  z.object({ kind: z.literal('month'), month }),
  z.object({ kind: z.literal('year'), year: z.int().min(2020).max(2100) }),
  z.object({ kind: z.literal('campaign'), campaignId: id }),
  peopleSubject.extend({ kind: z.literal('people') }).refine(isListed, notListed),
  /** The people of a roster who are not done; logged and masked like those of a day. */
  z.object({ kind: z.literal('roster'), rosterId: id, unmasked: z.boolean() }),
]);
export type ExportSubject = z.infer<typeof exportSubject>;

/** Whether a file names people: it is logged, masked unless asked otherwise, and goes to no folder by itself. */
export function namesPeople({ kind }: Pick<ExportSubject, 'kind'>): boolean {
  return kind === 'people' || kind === 'roster';
}

const exportTarget = z.object({
  folder: z.string(),
  state: z.enum(TARGET_STATES),
  file: z.string().nullable(),
  tries: count,
  /** Problem code of the last failure. */
  problem: z.string().nullable(),
});

const exportJob = z.object({
  exportId: id,
  subject: exportSubject,
  format: z.enum(FILE_FORMATS),
  state: z.enum(EXPORT_STATES),
  /** Percent of the pages made. */
  progress: z.int().min(0).max(100),
  /** Why the file was not made. */
  problem: deskProblem.nullable(),
  fileName: z.string().nullable(),
  bytes: count.nullable(),
  sha256: z.string().nullable(),
  startedAt: instant,
  targets: z.array(exportTarget),
  /** It was downloaded, and an officer has said that it was sent. */
  sent: z.boolean(),
});
export type ExportJob = z.infer<typeof exportJob>;

const signingKey = z.object({ keyId: z.string(), publicKey: z.string() });

export const exportContract = {
  /** Makes a file beside the desk's own work and writes it to the folders named, or to the remembered ones. Answers at once. */
  'export.start': {
    kind: 'command',
    reads: { kind: 'export', when: ({ subject }: { subject: ExportSubject }) => namesPeople(subject) },
    roles: leaders,
    input: z.object({
      subject: exportSubject,
      format: z.enum(FILE_FORMATS),
      language: language.optional(),
      /** Empty: keep it for `export.fetch` alone. A list of people without folders is kept for that too. */
      folders: z.array(z.string().min(1).max(400)).max(5).optional(),
    }),
    output: exportJob,
  },
  'export.list': {
    kind: 'query',
    stale: ['report'],
    roles: officers,
    input: z.object({}),
    output: z.array(exportJob),
  },
  'export.cancel': { kind: 'command', roles: leaders, input: z.object({ exportId: id }), output: exportJob },
  /** Tries the folders that failed once more. */
  'export.retry': { kind: 'command', roles: leaders, input: z.object({ exportId: id }), output: exportJob },
  /** The bytes of a finished export, while the program that made them runs. */
  'export.fetch': {
    kind: 'query',
    stale: [],
    roles: leaders,
    input: z.object({ exportId: id }),
    output: z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() }),
  },
  /**
   * An officer says that a file which was downloaded has been sent: the day or the month counts as exported. Refuses with
   * `export-state` while there is no file.
   */
  'export.sent': {
    kind: 'command',
    slow: true,
    roles: leaders,
    input: z.object({ exportId: id }),
    output: exportJob,
  },
  /** The people of cases whom a file of the same days would name, to be printed. */
  'report.cases': {
    kind: 'query',
    stale: [...outcomes, 'request', 'day', 'person', 'team'],
    reads: { kind: 'print' },
    roles: leaders,
    input: peopleSubject.extend({ receiver: z.enum(CASE_RECEIVERS) }).refine(isListed, notListed),
    output: z.array(
      z.object({
        businessDay: day,
        number: z.string(),
        fullName: z.string(),
        /** Masked like a file. */
        idNumber: z.string().nullable(),
        phone: z.string().nullable(),
        specialCase: z.enum(SPECIAL_CASES).nullable(),
        told: z.object({ officer: z.string(), at: instant.nullable() }).nullable(),
      }),
    ),
  },
  /** Whether files can be written into a folder, tried by writing one. Refuses with `folder-not-writable` or `store-full`. */
  'export.try-folder': {
    kind: 'command',
    slow: true,
    roles: leaders,
    input: z.object({ folder: z.string().min(1).max(400) }),
    output: z.object({ folder: z.string() }),
  },
  /** The office's public key, as the level above needs it to check day files. */
  'export.key': {
    kind: 'query',
    stale: ['report.key-renewed'],
    roles: officers,
    input: z.object({}),
    output: signingKey,
  },
  /**
   * A new key in the place of a lost or damaged one. The level above must be told of it, or refuses the files that follow. The journal keeps the reason
   * for good: it is chosen, never typed.
   */
  'export.renew-key': {
    kind: 'command',
    roles: leaders,
    input: z.object({ reason: z.enum(KEY_REASONS) }),
    output: signingKey,
  },
} as const satisfies Record<string, DeskMethod>;
