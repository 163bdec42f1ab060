import { z } from 'zod';
import { ACCOUNT_LEVELS } from '#shared/domain/account/follow-up.ts';
import { OUTCOMES } from '#shared/domain/procedure/vocabulary.ts';
import { EXEMPT_REASONS, KNOWN_SOURCES, MEMBER_DOUBTS, MEMBER_STATES } from '#shared/domain/roster/member.ts';
import {
  birthDate,
  anyIdNumber,
  count,
  day,
  id,
  optionalText,
  personName,
  sex,
  text,
} from '#shared/domain/values.ts';
import { leaders, officers, type DeskMethod } from './method.ts';
import { outcomes } from './stale.ts';

/** Hundredths of a percent. */
const percent = count.nullable();

const figures = z.object({
  people: count,
  registered: count,
  issued: count,
  activated: count,
  sentHome: count,
  notYet: count,
  notNeeded: count,
  level1: count,
  level2: count,
  percent,
  pace: count.nullable(),
});

const agency = z.object({
  name: text(120),
  /** Who answers for the list there. */
  contact: optionalText(120),
  phone: optionalText(20),
  dueOn: day.nullable(),
  level: z.enum(ACCOUNT_LEVELS),
});

const roster = agency.extend({
  rosterId: id,
  name: z.string(),
  contact: z.string(),
  phone: z.string(),
  fileName: z.string().nullable(),
  importedOn: day.nullable(),
  /** People whose names were purged are counted, and shown no more. */
  purged: z.boolean(),
  workingDaysLeft: count.nullable(),
  /** Its last list can be taken back. */
  takesBack: z.boolean(),
  figures,
});
export type Roster = z.infer<typeof roster>;

/**
 * What a line of a list means here. `elsewhere`: on the roster of another agency too, and counted at both. `doubtful`: taken without what
 * does not hold. `doubled`: a person of an earlier line. `unreadable`: nobody can be read. `there` and `changed`: on the roster already.
 */
export const ROSTER_LINE_STATES = [
  'unreadable',
  'doubled',
  'doubtful',
  'elsewhere',
  'changed',
  'no-number',
  'new',
  'there',
] as const;

const rosterLine = z.object({
  line: count,
  state: z.enum(ROSTER_LINE_STATES),
  fullName: z.string().nullable(),
  idNumberMasked: z.string().nullable(),
  birthDate: z.string().nullable(),
  unit: z.string().nullable(),
  doubt: z.enum(MEMBER_DOUBTS).nullable(),
  /** What stands in the cell that is doubted. */
  found: z.string().nullable(),
  /** The earlier line of the same person. */
  sameAs: count.nullable(),
  /** The other agencies on whose rosters the person stands. */
  others: z.array(z.string()),
});
export type RosterLine = z.infer<typeof rosterLine>;

const rosterReview = z.object({
  reviewId: id,
  fileName: z.string(),
  format: z.enum(['csv', 'xlsx']),
  /** Of the roster that the list renews, or the name for a new one. */
  rosterId: id.nullable(),
  name: z.string(),
  total: count,
  counts: z.record(z.enum(ROSTER_LINE_STATES), count),
  /** At most 2,000, those to be looked at first. */
  lines: z.array(rosterLine),
  /** On the roster and no longer in the list: they leave it when the review is applied. */
  leaving: z.array(z.object({ memberId: id, fullName: z.string(), unit: z.string().nullable() })),
});
export type RosterReview = z.infer<typeof rosterReview>;

const member = z.object({
  memberId: id,
  fullName: z.string(),
  idNumberMasked: z.string().nullable(),
  birthDate: z.string().nullable(),
  unit: z.string().nullable(),
  doubt: z.enum(MEMBER_DOUBTS).nullable(),
  state: z.enum(MEMBER_STATES),
  level: z.enum(ACCOUNT_LEVELS).nullable(),
  /** The day of the latest visit; that of the result while it is awaited, of activation while that is. */
  cameOn: day.nullable(),
  dueOn: day.nullable(),
  lastOutcome: z.enum(OUTCOMES).nullable(),
  known: z.enum(KNOWN_SOURCES).nullable(),
  exempt: z.enum(EXEMPT_REASONS).nullable(),
  /** Somebody of the desk who may be this person: another name with the number, or the name and birth date without it. */
  maybe: z.object({ personId: id, fullName: z.string(), lastDay: day.nullable() }).nullable(),
});
export type Member = z.infer<typeof member>;

const stale = [
  ...outcomes,
  'person',
  'day',
  'follow-up',
  'extract',
  'roster',
  'calendar',
  'office',
  'rules',
] as const;

export const rosterContract = {
  /**
   * Reads the list of an agency's people and says what each line would do to its roster: the one named, else the one of the same name. Changes
   * nothing; a query, because its answer names people and must not be kept.
   */
  'roster.review': {
    kind: 'query',
    stale: [],
    bodyKiB: 28_672,
    reads: { kind: 'search' },
    roles: officers,
    input: z.object({
      fileName: z.string().min(1).max(260),
      base64: z.string().max(28 * 1024 * 1024),
      rosterId: id.optional(),
    }),
    output: rosterReview,
  },
  /** Writes a review: all of it or nothing. `skip` names lines that are left out. A new roster takes what is said of its agency. */
  'roster.apply': {
    kind: 'command',
    roles: officers,
    input: z.object({
      reviewId: id,
      skip: z.array(count).max(20_000).optional(),
      agency: agency.partial().optional(),
      /** Members that stay although the list no longer has them. */
      keep: z.array(id).max(20_000).optional(),
    }),
    output: z.object({ rosterId: id, added: count, changed: count, left: count }),
  },
  /**
   * Takes the last list of a roster back, as long as nobody worked on with the roster and nobody of the list came since; refused with
   * `import-settled`. A roster that the list began ends.
   */
  'roster.take-back': {
    kind: 'command',
    roles: leaders,
    input: z.object({ rosterId: id }),
    output: z.object({ rosterId: id, added: count, changed: count, left: count }),
  },
  /** The agency of a roster; without `rosterId` a new one without people. Refused with `roster-name-taken`. */
  'roster.save': {
    kind: 'command',
    roles: officers,
    input: agency.extend({
      rosterId: id.optional(),
      contact: optionalText(120).optional(),
      phone: optionalText(20).optional(),
    }),
    output: z.object({ rosterId: id }),
  },
  /** Ends a roster: its names go, its figures stay with the journal. */
  'roster.end': {
    kind: 'command',
    roles: leaders,
    input: z.object({ rosterId: id }),
    output: z.object({ rosterId: id }),
  },
  'roster.add-member': {
    kind: 'command',
    roles: officers,
    input: z.object({
      rosterId: id,
      person: z.object({
        fullName: personName,
        idNumber: anyIdNumber.nullable().optional(),
        birthDate: birthDate.nullable().optional(),
        sex: sex.nullable().optional(),
        unit: optionalText(80).optional(),
      }),
    }),
    output: z.object({ memberId: id }),
  },
  /** Nothing is asked of a person, for a reason; or the account was seen on their telephone; or neither. */
  'roster.mark': {
    kind: 'command',
    roles: officers,
    input: z.object({
      memberId: id,
      mark: z.union([
        z.object({ exempt: z.enum(EXEMPT_REASONS) }),
        z.object({ known: z.enum(['issued', 'activated']) }),
        z.object({ left: z.literal(true) }),
        z.null(),
      ]),
    }),
    output: z.object({ memberId: id }),
  },
  /** The officer's yes that a person of the desk is one of the roster, or the no; null takes back whatever was said. */
  'roster.match': {
    kind: 'command',
    roles: officers,
    input: z.object({
      memberId: id,
      personId: id.nullable(),
      /** `false`: it is somebody else, who is not proposed again. */
      isThem: z.boolean().optional(),
    }),
    output: z.object({ memberId: id }),
  },
  /** Every roster, those that end first before others. */
  'roster.list': {
    kind: 'query',
    stale: [...stale],
    roles: officers,
    input: z.object({}),
    output: z.array(roster),
  },
  'roster.progress': {
    kind: 'query',
    stale: [...stale],
    roles: officers,
    input: z.object({ rosterId: id }),
    output: roster.shape.figures.extend({
      rosterId: id,
      name: z.string(),
      dueOn: day.nullable(),
      workingDaysLeft: count.nullable(),
    }),
  },
  'roster.members': {
    kind: 'query',
    stale: [...stale],
    reads: { kind: 'search' },
    roles: officers,
    input: z.object({ rosterId: id }),
    output: z.array(member),
  },
  /** The rosters on which a person stands, by number, or by name and birth date where the roster has no number. */
  'roster.of-person': {
    kind: 'query',
    stale: [...stale],
    reads: { kind: 'search' },
    roles: officers,
    input: z.object({
      fullName: personName,
      idNumber: anyIdNumber.optional(),
      birthDate: birthDate.optional(),
    }),
    output: z.array(
      z.object({
        rosterId: id,
        memberId: id,
        name: z.string(),
        level: z.enum(ACCOUNT_LEVELS),
        dueOn: day.nullable(),
        state: z.enum(MEMBER_STATES),
        /** By the number and the name; else the officer compares. */
        sure: z.boolean(),
      }),
    ),
  },
} as const satisfies Record<string, DeskMethod>;
