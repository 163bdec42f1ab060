import { z } from 'zod';
import {
  ACCOUNT_LEVELS,
  ACTIVATION_SOURCES,
  CONTACT_RESULTS,
  FOLLOW_UP_LISTS,
  FOLLOW_UP_ORDERS,
  FOLLOW_UP_STATES,
  INACTIVE_REASONS,
} from '#shared/domain/account/follow-up.ts';
import { unitTotals } from '#shared/domain/report/campaign.ts';
import { PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import { officers, type DeskMethod } from './method.ts';
import { count, day, id, instant, optionalText } from '#shared/domain/values.ts';
import { outcomes } from './stale.ts';

/**
 * A taken request from which an account comes, until it is activated and signed in: codes and dates, nobody's name. Commands
 * answer this, so that their replies may be kept.
 */
const followUpCase = z.object({
  requestId: id,
  /** Null, like the number, where the request was entered after its day had been closed. */
  ticketId: id.nullable(),
  number: z.string().nullable(),
  /** The day it was taken. */
  businessDay: day,
  procedure: z.enum(PROCEDURES),
  level: z.enum(ACCOUNT_LEVELS),
  state: z.enum(FOLLOW_UP_STATES),
  /** When the result comes by the rules of its day; null where no rule gives a limit. */
  dueOn: day.nullable(),
  noticedOn: day.nullable(),
  /** Last day of activation, counted from the notice. */
  activateBy: day.nullable(),
  activatedOn: day.nullable(),
  source: z.enum(ACTIVATION_SOURCES).nullable(),
  /** The business day whose report counts this activation; null too where a later request for the same account counts it. */
  countedOn: day.nullable(),
  reason: z.enum(INACTIVE_REASONS).nullable(),
  contacts: count,
  lastContact: z.object({ at: instant, result: z.enum(CONTACT_RESULTS) }).nullable(),
});
export type FollowUpCase = z.infer<typeof followUpCase>;

/** The same with the person, for the officer who calls them. */
const followUpRow = followUpCase.extend({
  /** The days off of the year of `dueOn` are not announced. */
  dueProvisional: z.boolean(),
  fullName: z.string().nullable(),
  idNumber: z.string().nullable(),
  phone: z.string().nullable(),
  note: z.string().nullable(),
});
export type FollowUpRow = z.infer<typeof followUpRow>;

const contact = z.object({
  at: instant,
  result: z.enum(CONTACT_RESULTS),
  note: z.string().nullable(),
});

/** What is wrong with a line of an extract, or with one of its cells. */
const EXTRACT_TROUBLES = [
  'empty',
  'formula',
  'merged',
  'not-a-number',
  'not-text',
  'not-a-date',
  'no-such-day',
  'not-a-state',
  'not-activated',
  'state-against-date',
  'in-future',
  'before-request',
  'another-name',
  'several-people',
  'several-requests',
  'which-account',
] as const;
export type ExtractTrouble = (typeof EXTRACT_TROUBLES)[number];

/** What one line of an extract means here. `on-roster`: activated, of somebody on an agency's roster who never came here. `unclear`: the number fits but the name does not, or several requests fit. */
export const EXTRACT_LINE_STATES = [
  'new',
  'already',
  'not-activated',
  'on-roster',
  'unknown',
  'doubled',
  'unclear',
  'unreadable',
] as const;

const extractLine = z.object({
  /** Line of the file, as its program counts: the heading is line 1 where there is one. */
  line: count,
  state: z.enum(EXTRACT_LINE_STATES),
  idNumberMasked: z.string().nullable(),
  nameInFile: z.string().nullable(),
  activatedOn: day.nullable(),
  requestId: id.nullable(),
  /** What is wrong with the line, by code and column; the catalogue words it. */
  trouble: z.object({ code: z.enum(EXTRACT_TROUBLES), column: z.string() }).nullable(),
});
export type ExtractLine = z.infer<typeof extractLine>;

/** What a file states of the whole unit; the day it speaks of where it names one. */
const statedTotals = unitTotals.extend({ day: day.nullable() });
export type StatedTotals = z.infer<typeof statedTotals>;

const extractReview = z.object({
  reviewId: id,
  fileName: z.string(),
  format: z.enum(['csv', 'xlsx']),
  columns: z.object({
    idNumber: z.string(),
    fullName: z.string().nullable(),
    activatedOn: z.string().nullable(),
    state: z.string().nullable(),
  }),
  total: count,
  counts: z.record(z.enum(EXTRACT_LINE_STATES), count),
  /** At most 1,000, those that need a person first. */
  lines: z.array(extractLine),
  /** To be looked at and kept with `unit.set-totals`; null where the file states nothing of the unit. */
  unit: statedTotals.nullable(),
});
export type ExtractReview = z.infer<typeof extractReview>;

export const followUpContract = {
  'follow-up.list': {
    kind: 'query',
    stale: [...outcomes, 'person', 'day', 'office', 'calendar', 'follow-up', 'extract'],
    reads: { kind: 'search' },
    roles: officers,
    input: z.object({
      list: z.enum(FOLLOW_UP_LISTS),
      search: z.string().max(200).optional(),
      /** `pressing` without it. Of a longer list the first 2,000 stand by their names, and the others after them. */
      order: z.enum(FOLLOW_UP_ORDERS).optional(),
      limit: z.int().min(1).max(500).optional(),
      offset: z.int().min(0).max(1_000_000).optional(),
    }),
    output: z.object({
      /** The local date the lists were made for. */
      on: day,
      counts: z.record(z.enum(FOLLOW_UP_LISTS), count),
      rows: z.array(followUpRow),
    }),
  },
  'follow-up.show': {
    kind: 'query',
    stale: [...outcomes, 'person', 'day', 'office', 'calendar', 'follow-up', 'extract'],
    reads: { kind: 'open' },
    roles: officers,
    input: z.object({ requestId: id }),
    output: followUpRow.extend({
      /** Null where nobody is known, or was erased. */
      personId: id.nullable(),
      history: z.array(contact),
    }),
  },
  /** The day the person was told that the account is approved; null takes it back. */
  'follow-up.set-notice': {
    kind: 'command',
    roles: officers,
    input: z.object({ requestId: id, noticedOn: day.nullable() }),
    output: followUpCase,
  },
  /** Activated and signed in (R11), learned at the desk or by telephone. Counted in the open business day. */
  'follow-up.activate': {
    kind: 'command',
    roles: officers,
    input: z.object({ requestId: id, activatedOn: day, source: z.enum(['desk', 'telephone']) }),
    output: followUpCase,
  },
  /** Takes back an activation that was recorded by mistake, while the day that counts it is open. */
  'follow-up.withdraw': {
    kind: 'command',
    roles: officers,
    input: z.object({ requestId: id }),
    output: followUpCase,
  },
  'follow-up.set-reason': {
    kind: 'command',
    roles: officers,
    input: z.object({
      requestId: id,
      reason: z.enum(INACTIVE_REASONS).nullable(),
      note: optionalText(300).optional(),
    }),
    output: followUpCase,
  },
  'follow-up.record-contact': {
    kind: 'command',
    roles: officers,
    input: z.object({ requestId: id, result: z.enum(CONTACT_RESULTS), note: optionalText(300).optional() }),
    output: followUpCase,
  },
  /**
   * Reads the weekly extract of the level above and says what each line would do. Changes nothing; a query, because its
   * answer names people and must not be kept like a command's. The text is not looked through here, which would hold up everybody
   * else for so large a file: what does not decode to a table is refused by its reader.
   */
  'extract.review': {
    kind: 'query',
    stale: [],
    bodyKiB: 28_672,
    reads: { kind: 'search' },
    roles: officers,
    input: z.object({ fileName: z.string().min(1).max(260), base64: z.string().max(28 * 1024 * 1024) }),
    output: extractReview,
  },
  /** Applies the `new` lines of a review, or those of them that are named: all of them or none. */
  'extract.apply': {
    kind: 'command',
    roles: officers,
    input: z.object({ reviewId: id, lines: z.array(count).max(100_000).optional() }),
    output: z.object({ applied: count, left: count }),
  },
} as const satisfies Record<string, DeskMethod>;
