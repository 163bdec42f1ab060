import { z } from 'zod';
import { ACCOUNT_LEVELS, INACTIVE_REASONS, REFERRAL_REASONS } from '#shared/domain/account/follow-up.ts';
import { levelFigures, MOST_OF_A_FIGURE } from '#shared/domain/level/figures.ts';
import {
  OFFICE_DAY_STATES,
  OFFICE_FACTS,
  OFFICE_LINE_FAULTS,
  OFFICE_LINE_STATES,
  RECEIVE_REASONS,
  RECEIVE_ROUTES,
  RECEIVE_STATUSES,
} from '#shared/domain/level/words.ts';
import { ownOfficeSettings } from '#shared/domain/office/settings.ts';
import { difference } from '#shared/domain/report/differences.ts';
import { count, day, id, instant, optionalText } from '#shared/domain/values.ts';

/** As offices write it in their files. */
export const officeCode = z.string().min(1).max(40);
export const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);
/** Days of the week on which an office works, Monday is 1. Holidays are those of the calendar. */
export const weekdays = z.array(z.int().min(1).max(7)).max(7);
export const telephone = optionalText(40);
/** An Ed25519 public key: 32 bytes base64, PEM, the text of a key file, or the 64 digits of its fingerprint as read aloud. */
export const publicKey = z.string().min(1).max(4_000);

export const levelOffice = z.object({
  code: officeCode,
  name: z.string(),
  /** Phường, xã, cụm, or what the level calls it; empty where it has none. */
  group: z.string(),
  telephone: z.string(),
  weekdays,
  keyId: fingerprint,
  registeredOn: day,
  /** Since when it sends no more; its history stays. */
  closed: z.object({ on: day, reason: z.string() }).nullable(),
  /** A key that signed files in its name and that nobody has said yes to. */
  newKey: z.object({ keyId: fingerprint, since: instant }).nullable(),
  /** It may send over the line. */
  hasToken: z.boolean(),
});
export type LevelOffice = z.infer<typeof levelOffice>;

/** A line of a table of offices, `line` as a spreadsheet counts, and what it does or would do. */
export const officeLine = z.object({
  line: count,
  code: z.string(),
  name: z.string(),
  group: z.string(),
  telephone: z.string(),
  state: z.enum(OFFICE_LINE_STATES),
  fault: z.enum(OFFICE_LINE_FAULTS).optional(),
  /** Of a registered office. */
  changes: z.array(z.enum(OFFICE_FACTS)).optional(),
});
export type OfficeLine = z.infer<typeof officeLine>;

export const received = z.object({
  status: z.enum(RECEIVE_STATUSES),
  reason: z.enum(RECEIVE_REASONS).optional(),
  office: z.object({ code: officeCode, name: z.string() }).optional(),
  businessDay: day.optional(),
  version: count.optional(),
});
export type Received = z.infer<typeof received>;

/** A line of the book of what was received. */
export const ledgerLine = received.extend({
  seq: count,
  at: instant,
  fileName: z.string(),
  route: z.enum(RECEIVE_ROUTES),
  by: z.string(),
  /** The officer who was signed in. */
  officerId: id.nullable(),
  sha256: fingerprint,
});
export type LedgerLine = z.infer<typeof ledgerLine>;

const officeName = z.object({ code: officeCode, name: z.string(), group: z.string(), telephone: z.string() });

const receivedOffice = officeName.extend({
  state: z.enum(OFFICE_DAY_STATES),
  version: count,
  signed: z.boolean(),
  receivedAt: instant,
  figures: levelFigures,
});
export type ReceivedOffice = z.infer<typeof receivedOffice>;

/** What a clerk wrote down of an office-day: `đã gọi 9h, máy hỏng`. */
export const callNote = z.object({ text: z.string(), by: z.string(), at: instant });
export type CallNote = z.infer<typeof callNote>;

const missingOffice = officeName.extend({
  state: z.enum(['missing', 'refused']),
  /** The first working day of the run of days of which nothing came. */
  since: day,
  /** Why the last file of the day was refused. */
  refused: received.pick({ status: true, reason: true }).optional(),
  note: callNote.optional(),
});
export type MissingOffice = z.infer<typeof missingOffice>;

export const levelDay = z.object({
  businessDay: day,
  /** Local time until which a file of the day is on time, and whether it is over. */
  reportBefore: z.string(),
  isOver: z.boolean(),
  /** Offices that should send: registered, not closed, at work that day, and those that sent all the same. */
  expected: count,
  received: z.array(receivedOffice),
  missing: z.array(missingOffice),
  /** Codes of offices in `received` that came after the hour. */
  late: z.array(officeCode),
  totals: levelFigures,
  /** The level's own signed sum of this day: its newest version, and whether what came since is not in it. */
  sum: z.object({ version: count, madeAt: instant, offices: count, behind: z.boolean() }).nullable(),
});
export type LevelDay = z.infer<typeof levelDay>;

export const periodInput = z.object({ from: day, to: day, group: z.string().max(80).optional() });

const periodOffice = officeName.extend({
  /** Days that count, of the working days that should have come. */
  days: count,
  expected: count,
  unsigned: count,
  missing: z.array(day),
  figures: levelFigures,
});
export type PeriodOffice = z.infer<typeof periodOffice>;

export const levelPeriod = z.object({
  from: day,
  to: day,
  offices: z.array(periodOffice),
  groups: z.array(z.object({ group: z.string(), offices: count, figures: levelFigures })),
  total: levelFigures,
  /** Sums of all offices by day; of a period of more than 62 days by month. */
  line: z.array(z.object({ at: z.string(), figures: levelFigures })),
});
export type LevelPeriod = z.infer<typeof levelPeriod>;

const ofOffice = { office: officeCode, name: z.string() };
export const levelCauses = z.object({
  inactive: z.array(z.object({ reason: z.enum(INACTIVE_REASONS), ...ofOffice, count })),
  referrals: z.array(
    z.object({
      place: z.string().nullable(),
      reason: z.enum(REFERRAL_REASONS).nullable(),
      ...ofOffice,
      count,
    }),
  ),
  notes: z.array(
    z.object({
      kind: z.enum(['difficulties', 'proposals']),
      businessDay: day,
      ...ofOffice,
      text: z.string(),
    }),
  ),
  /** Figures that cannot be true together, found across the offices. */
  doubts: z.array(
    z.discriminatedUnion('code', [
      /** Parts that do not make the total that is stated: 119 + 1.068 ≠ 2.352. */
      z.object({
        code: z.literal('parts-differ'),
        businessDay: day,
        ...ofOffice,
        parts: z.array(count),
        stated: count,
      }),
      /** More accounts activated than were ever taken, summed over the period. */
      z.object({ code: z.literal('more-activated-than-taken'), ...ofOffice, taken: count, activated: count }),
      /** Frozen on a day that is far from the day it speaks of: the clock of the office. */
      z.object({ code: z.literal('clock'), businessDay: day, ...ofOffice, frozenAt: instant }),
      /** The same figures as the day before, every one of them. */
      z.object({ code: z.literal('same-as-before'), businessDay: day, ...ofOffice }),
    ]),
  ),
});
export type LevelCauses = z.infer<typeof levelCauses>;

export const officeDay = z.object({
  businessDay: day,
  state: z.enum(OFFICE_DAY_STATES),
  version: count.nullable(),
  receivedAt: instant.nullable(),
  figures: levelFigures.nullable(),
  note: callNote.optional(),
});

export const fileVersion = z.object({
  version: count,
  signed: z.boolean(),
  counts: z.boolean(),
  receivedAt: instant,
  frozenAt: instant,
  sha256: fingerprint,
  keyId: fingerprint.nullable(),
  by: z.string(),
  reason: z.string().nullable(),
  differences: z.array(difference),
});
export type FileVersion = z.infer<typeof fileVersion>;

/** What stands around the figures of the level's own reports, as at a desk. */
export const levelPaper = ownOfficeSettings.pick({
  superior: true,
  phone: true,
  receiverPhone: true,
  report: true,
});
export type LevelPaper = z.infer<typeof levelPaper>;

export const levelTarget = z.object({
  officeCode,
  level: z.enum(ACCOUNT_LEVELS),
  from: day,
  dueOn: day,
  target: count,
  /** Activated before the level counted. */
  before: count,
});
export type LevelTarget = z.infer<typeof levelTarget>;

export const targetLine = levelTarget.extend({
  name: z.string(),
  group: z.string(),
  activated: count,
  remaining: count,
  /** Hundredths of a percent. */
  percent: count.nullable(),
  /** Needed on each working day left; null when none is left or nothing is missing. */
  pace: count.nullable(),
  late: z.boolean(),
});
export type TargetLine = z.infer<typeof targetLine>;

export const typedFigures = z.object({
  officeCode,
  businessDay: day,
  figures: levelFigures.refine((figures) => Object.values(figures).every((one) => one <= MOST_OF_A_FIGURE), {
    message: 'too-many',
  }),
  reason: optionalText(300),
});
export const wholeFile = z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() });
export const handed = z.object({ fileName: z.string().min(1).max(255), base64: z.base64() });
/** So many files are handed in together at most. */
export const MOST_TOGETHER = 100;
/** Largest body of a file in base64, with what stands around it. */
export const FILE_BODY_KIB = 12 * 1024;
