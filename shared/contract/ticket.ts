import { z } from 'zod';
import { waitRange } from '#shared/domain/queue/wait-estimate.ts';
import { REFERRAL_REASONS, SITES } from '#shared/domain/account/follow-up.ts';
import {
  CARD_STATES,
  OUTCOMES,
  PAPER_STATES,
  PROCEDURES,
  SPECIAL_CASES,
  SUBJECTS,
  WISHES,
} from '#shared/domain/procedure/vocabulary.ts';
import { TICKET_STATES } from '#shared/domain/queue/ticket-state.ts';
import { voiceSettings } from '#shared/domain/voice/settings.ts';
import { everyone, officers, type DeskMethod } from './method.ts';
import {
  anyIdNumber,
  birthDate,
  count,
  day,
  id,
  instant,
  optionalText,
  paperCode,
  personName,
  phone,
  sex,
  taxNumber,
  text,
} from '#shared/domain/values.ts';
import { requestVerdict } from './procedure.ts';
import { accounts, openDay } from './stale.ts';

const personInput = z.object({
  fullName: personName,
  idNumber: anyIdNumber.optional(),
  birthDate: birthDate.optional(),
  sex: sex.optional(),
  phone: phone.optional(),
});
export type PersonInput = z.infer<typeof personInput>;

/** One procedure for one subject. `personId` takes a person already known to the desk instead of `person`. */
export const requestInput = z.object({
  procedure: z.enum(PROCEDURES),
  subject: z.enum(SUBJECTS),
  person: personInput.optional(),
  personId: id.optional(),
  /** What the person came for; absent: what leads to the procedure. */
  wish: z.enum(WISHES).optional(),
  /** Whether they reside in this office's area; absent when not asked. */
  residesHere: z.boolean().optional(),
  /** Why an officer decides otherwise than triage: the procedure is then done here as it is named. */
  decision: optionalText(200).optional(),
  /** What another office has to set right about the person; an incomplete birth date is noticed without it. */
  specialCase: z.enum(SPECIAL_CASES).optional(),
  /** State of the card as triage asked it; decides papers and limit. Absent means valid, or none where the card comes with the account. */
  card: z.enum(CARD_STATES).optional(),
  /** An earlier request that was sent home for papers: its checklist goes on where it stopped. */
  continues: id.optional(),
  /** Why the officer goes on although the number and the card do not agree; kept beside the card on the checklist. */
  cardNote: optionalText(300).optional(),
  /** Papers the person wants integrated; absent leaves everything the rule pack offers open to choose. */
  papers: z.array(paperCode).max(20).optional(),
  /** Where it is served; absent means at the desk. */
  site: z.enum(SITES).optional(),
  /** Of the subject `organisation`: whom the person came for. */
  organisation: z.object({ name: text(200), taxNumber: taxNumber.optional() }).optional(),
  /** Staff of the state, whom the letters count apart from citizens; absent: whoever is grown up and on a roster. */
  staff: z.boolean().optional(),
  /** A name of the office's list of residences, or empty. Another one is refused: the journal keeps this word for good. */
  residence: optionalText(80).optional(),
});
export type RequestInput = z.infer<typeof requestInput>;

const issueInput = z.object({
  requests: z.array(requestInput).min(1).max(10),
  priority: z.boolean().optional(),
  series: z.string().max(40).optional(),
});

/** What `ticket.issue` takes, still being typed: a name may be empty. */
export const ticketDraft = issueInput.extend({
  requests: z
    .array(
      requestInput.extend({
        person: personInput.extend({ fullName: personName.or(z.literal('')) }).optional(),
      }),
    )
    .min(1)
    .max(10),
});
export type TicketDraft = z.infer<typeof ticketDraft>;

export const outcome = z.enum(OUTCOMES);

/** What came of requests. */
export const givenOutcomes = z
  .array(
    z.object({
      requestId: id,
      outcome,
      activated: z.boolean().optional(),
      /** Of the outcome `referred`: a place of the office's directory by its name or `officeId`. */
      referredTo: optionalText(120).optional(),
      referralReason: z.enum(REFERRAL_REASONS).optional(),
      /** Of the outcome `taken`: why, although a required paper was not seen. */
      excuse: optionalText(200).optional(),
    }),
  )
  .min(1)
  .max(20);

/** A request as every ticket carries it: codes only, no personal data. */
const ticketRequest = z.object({
  id,
  procedure: z.enum(PROCEDURES),
  subject: z.enum(SUBJECTS),
  card: z.enum(CARD_STATES),
  outcome: outcome.nullable(),
  activated: z.boolean(),
  specialCase: z.enum(SPECIAL_CASES).nullable(),
  /** Of a referred one: the place of the directory and why. */
  referredTo: z.string().nullable().optional(),
  referralReason: z.enum(REFERRAL_REASONS).nullable().optional(),
});

/** A ticket as commands answer it. It holds no personal data, so a reply may be kept for its idempotency key. */
const ticket = z.object({
  id,
  number: z.string().regex(/^[A-Z]\d{3,}$/),
  series: z.string(),
  businessDay: day,
  state: z.enum(TICKET_STATES),
  priority: z.boolean(),
  counterId: id.nullable(),
  targetCounterId: id.nullable(),
  issuedAt: instant,
  /** When the present state began. */
  since: instant,
  notHereCount: count,
  requests: z.array(ticketRequest),
});
export type Ticket = z.infer<typeof ticket>;

export const person = z.object({
  id,
  fullName: z.string(),
  idNumber: z.string().nullable(),
  birthDate: z.string().nullable(),
  sex: sex.nullable(),
  phone: z.string().nullable(),
});
export type Person = z.infer<typeof person>;

const requestPaper = z.object({
  paper: paperCode,
  required: z.boolean(),
  wished: z.boolean(),
  state: z.enum(PAPER_STATES).nullable(),
  number: z.string().nullable(),
  note: z.string().nullable(),
});
export type RequestPaper = z.infer<typeof requestPaper>;

const organisation = z.object({ name: z.string(), taxNumber: z.string().nullable() });

const period = z.object({
  state: z.enum(TICKET_STATES),
  startedAt: instant,
  endedAt: instant.nullable(),
  durationMs: count.nullable(),
  counterId: id.nullable(),
  reason: z.string().nullable(),
  /** By name who began it; empty where that officer has none. */
  officer: z.string(),
});
export type Period = z.infer<typeof period>;

/** A ticket with its people, papers and history, for the officer who has it in hand. */
const ticketDetail = ticket.extend({
  requests: z.array(
    ticketRequest.extend({
      person: person.nullable(),
      papers: z.array(requestPaper),
      verdict: requestVerdict,
      organisation: organisation.nullable(),
      /** Why an officer decided otherwise than triage. */
      decision: z.string().nullable(),
      /** Why it was taken although a required paper was not seen. */
      excuse: z.string().nullable(),
      referredTo: z.string().nullable(),
      referralReason: z.enum(REFERRAL_REASONS).nullable(),
    }),
  ),
  periods: z.array(period),
  /** What was noted about whoever holds it. */
  remark: z.string().nullable(),
});
export type TicketDetail = z.infer<typeof ticketDetail>;

/** A ticket in a list: its number, the first person's name, and where it stands. */
const queueRow = ticket.extend({
  name: z.string().nullable(),
  /** Letter of the series it waits in now; a transfer may make it another than the number's. */
  queue: z.string(),
  counterName: z.string().nullable(),
  targetCounterName: z.string().nullable(),
  /** Calls that must still be made before an absent ticket comes back by itself; null when it will not. */
  returnsIn: count.nullable(),
  remark: z.string().nullable(),
});
export type QueueRow = z.infer<typeof queueRow>;

const reason = text(200);
const ofTicket = z.object({ ticketId: id });
/**
 * Every move of a ticket: `counterId` is the counter that makes it, else this device's own. A ticket that another counter has in
 * hand is refused with `ticket-elsewhere`, but not to a leader. What happens at a counter needs one: named, or the device's.
 */
const move = ofTicket.extend({ counterId: id.optional() });

export const ticketContract = {
  'ticket.issue': {
    kind: 'command',
    roles: officers,
    input: issueInput,
    output: ticket,
  },
  'ticket.add-request': {
    kind: 'command',
    roles: officers,
    input: move.extend({ request: requestInput }),
    output: ticket,
  },
  'ticket.call-next': {
    kind: 'command',
    roles: officers,
    input: z.object({ counterId: id.optional() }),
    output: ticket.nullable(),
  },
  'ticket.call': { kind: 'command', roles: officers, input: move, output: ticket },
  'ticket.recall': { kind: 'command', roles: officers, input: move, output: ticket },
  'ticket.start': { kind: 'command', roles: officers, input: move, output: ticket },
  'ticket.not-here': { kind: 'command', roles: officers, input: move, output: ticket },
  'ticket.return': { kind: 'command', roles: officers, input: move, output: ticket },
  'ticket.hold': {
    kind: 'command',
    roles: officers,
    input: move.extend({ reason: optionalText(200).optional() }),
    output: ticket,
  },
  'ticket.resume': { kind: 'command', roles: officers, input: move, output: ticket },
  /** A few words for whoever works with an open ticket, in place of those before; empty takes them away. */
  'ticket.set-remark': {
    kind: 'command',
    roles: officers,
    input: move.extend({ remark: optionalText(200) }),
    output: ticket,
  },
  'ticket.transfer': {
    kind: 'command',
    roles: officers,
    /** `counterId` is where it goes; the counter that sends it is `fromCounterId`. */
    input: move
      .extend({ fromCounterId: id.optional(), series: z.string().max(40).optional() })
      .refine((to) => to.counterId !== undefined || to.series !== undefined, { message: 'no-destination' }),
    output: ticket,
  },
  'ticket.finish': {
    kind: 'command',
    roles: officers,
    input: move.extend({
      outcomes: givenOutcomes,
    }),
    output: ticket,
  },
  'ticket.leave': { kind: 'command', roles: officers, input: move, output: ticket },
  'ticket.cancel': {
    kind: 'command',
    roles: officers,
    input: move.extend({ reason: reason.optional() }),
    output: ticket,
  },
  'ticket.settle': { kind: 'command', roles: officers, input: move.extend({ outcome }), output: ticket },
  'ticket.reopen': { kind: 'command', roles: officers, input: move.extend({ reason }), output: ticket },
  /** Takes back the latest move of this ticket, within ten seconds of it. */
  'ticket.undo': { kind: 'command', roles: officers, input: move, output: ticket },
  'ticket.get': {
    kind: 'query',
    stale: ['ticket', 'request', 'person', 'day.closed', 'rules', 'office', 'officer', ...accounts],
    reads: { kind: 'open' },
    roles: officers,
    input: ofTicket,
    output: ticketDetail,
  },
  'ticket.list': {
    kind: 'query',
    stale: ['ticket', 'person', 'counter', ...openDay, ...accounts],
    reads: { kind: 'search', when: ({ search = '' }: { search?: string }) => search.trim() !== '' },
    roles: officers,
    input: z.object({
      businessDay: day.optional(),
      state: z.enum(TICKET_STATES).optional(),
      search: z.string().max(200).optional(),
    }),
    output: z.array(queueRow),
  },
} as const satisfies Record<string, DeskMethod>;

/** How many wait for a procedure. */
export const waitingLine = z.object({
  procedure: z.enum(PROCEDURES),
  count,
  oldestSince: instant.nullable(),
});

const queueBoard = z.object({
  businessDay: day.nullable(),
  issued: count,
  active: z.array(queueRow),
  /** In the order in which they will be called. */
  waiting: z.array(queueRow),
  onHold: z.array(queueRow),
  notHere: z.array(queueRow),
  byProcedure: z.array(waitingLine),
  estimate: waitRange.nullable(),
});
export type QueueBoard = z.infer<typeof queueBoard>;

const wallCall = z.object({ callId: count, number: z.string(), counter: z.string(), calledAt: instant });

const queueWall = z.object({
  office: z.string(),
  businessDay: day.nullable(),
  training: z.boolean(),
  at: instant,
  /** Newest first; numbers and counters only, never a name. */
  calls: z.array(wallCall),
  waiting: z.array(z.object({ procedure: z.enum(PROCEDURES), count })),
  /** How the PC that asks reads calls aloud. */
  voice: voiceSettings,
  /** The counters in use in their order: whom each has in hand, or that it rests and until when; never why. */
  counters: z.array(
    z.object({
      counter: z.string(),
      number: z.string().nullable(),
      pause: z.object({ returnsAt: instant.nullable() }).nullable(),
    }),
  ),
  /** Who may get ready: the first three in the call order. */
  next: z.array(z.string()),
});
export type QueueWall = z.infer<typeof queueWall>;

export const queueContract = {
  'queue.board': {
    kind: 'query',
    stale: ['ticket', 'person', 'counter', 'series', 'office', ...openDay, ...accounts],
    roles: officers,
    /** With a counter, `waiting` is the order this counter will call in. */
    input: z.object({ counterId: id.optional() }),
    output: queueBoard,
  },
  'queue.wall': {
    kind: 'query',
    stale: ['office', 'device', 'counter', ...openDay, 'ticket'],
    roles: everyone,
    input: z.object({}),
    output: queueWall,
  },
} as const satisfies Record<string, DeskMethod>;
