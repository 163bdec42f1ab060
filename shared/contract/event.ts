import { z } from 'zod';
import {
  ACTIVATION_SOURCES,
  CONTACT_RESULTS,
  INACTIVE_REASONS,
  REFERRAL_REASONS,
  SITES,
} from '#shared/domain/account/follow-up.ts';
import { OFFICER_ROLES } from '#shared/domain/access/officer-rules.ts';
import { VOID_REASONS } from '#shared/domain/calendar/void-reasons.ts';
import {
  OUTCOMES,
  PAPER_STATES,
  PROCEDURES,
  SPECIAL_CASES,
  SUBJECTS,
} from '#shared/domain/procedure/vocabulary.ts';
import { ERASE_REASONS, READ_KINDS } from '#shared/domain/person/keeping.ts';
import { PRINT_STATES } from '#shared/domain/printing/job-state.ts';
import { PRINTER_KINDS } from '#shared/domain/printing/route.ts';
import { PRINT_TROUBLES } from '#shared/domain/printing/trouble.ts';
import { PAUSE_REASONS } from '#shared/domain/queue/pause.ts';
import { TICKET_STATES } from '#shared/domain/queue/ticket-state.ts';
import { COPY_CAUSES } from './backup-words.ts';
import { FILE_FORMATS, KEY_REASONS } from './export-words.ts';
import { JOINED_KINDS } from './lan-words.ts';
import { count, day, id, instant, paperCode } from '#shared/domain/values.ts';

const nothing = z.strictObject({});
const number = z.string();
/** What a ticket moved from, and how long it had been there. */
const moved = z.strictObject({ from: z.enum(TICKET_STATES), durationMs: count });

const toldRequest = z.strictObject({
  requestId: id,
  procedure: z.enum(PROCEDURES),
  subject: z.enum(SUBJECTS),
  site: z.enum(SITES),
  staff: z.boolean(),
  residence: z.string().nullable(),
  /** An officer decided otherwise than triage. */
  byOfficer: z.literal(true).optional(),
  specialCase: z.enum(SPECIAL_CASES).optional(),
});

/** What ended a request. The place and the reason are those of a referral. */
const givenOutcome = z.strictObject({
  requestId: id,
  outcome: z.enum(OUTCOMES),
  activated: z.boolean(),
  referredTo: z.string().optional(),
  referralReason: z.enum(REFERRAL_REASONS).optional(),
  /** Taken although a required paper was not seen. */
  excused: z.literal(true).optional(),
});
const ended = moved.extend({ number, outcomes: z.array(givenOutcome) });

/** What was counted of a request when its outcome was taken back. */
const takenAccount = z.strictObject({
  requestId: id,
  activatedOn: day,
  source: z.enum(ACTIVATION_SOURCES),
  /** The request was told to be activated in the visit itself. */
  inVisit: z.boolean(),
});

/** A corrected request: `activated` at the desk, in the visit itself; `counted`: the day counts its account. */
const corrected = z.strictObject({
  requestId: id,
  outcome: z.enum(OUTCOMES),
  activated: z.boolean(),
  counted: z.boolean(),
});

/** What a file speaks of: a day, which stands in the event's own column, a month, a year or a campaign. */
const savedSubject = z.union([
  z.object({ month: z.string(), version: count }),
  z.object({ year: count, version: count }),
  z.object({ campaignId: id }),
  z.object({ version: count.nullable() }),
]);
export type SavedSubject = z.infer<typeof savedSubject>;

/**
 * A file that lies in a folder, read back and equal: the `target`th of the `folders` remembered ones, or null. Or one that was
 * downloaded, and sent by the word of an officer.
 */
const saved = z.object({
  format: z.enum(FILE_FORMATS),
  sha256: z.string(),
  target: count.nullable(),
  folders: count,
  downloaded: z.literal(true).optional(),
});

/** What each event says, by its name: ids and codes, never personal data, so a purge leaves the chain whole. */
const eventData = {
  'office.set-up': z.strictObject({ counters: count }),
  'office.moved': nothing,
  'office.updated': z.strictObject({ settings: z.array(z.string()) }),
  'officer.saved': z.strictObject({
    officerId: id,
    roles: z.array(z.enum(OFFICER_ROLES)),
    active: z.boolean(),
    pin: z.enum(['set', 'cleared']).nullable(),
  }),
  /** By wrong PINs; until a leader, or the recovery key, opens. */
  'officer.locked': z.strictObject({ officerId: id }),
  'officer.unlocked': z.strictObject({ officerId: id }),
  'officer.recovered': z.strictObject({ officerId: id }),
  /** The officer of the event signed in, or out. */
  'session.opened': nothing,
  'session.closed': nothing,
  'access.updated': z.strictObject({ pins: z.enum(['off', 'on']), lockMinutes: count }),
  'counter.added': nothing,
  'counter.updated': nothing,
  'counter.paused': z.strictObject({ reason: z.enum(PAUSE_REASONS), returnsAt: instant.nullable() }),
  /** Opened again, by somebody who was called or by itself at the end of the day. */
  'counter.resumed': z.strictObject({ durationMs: count }),
  'series.updated': z.strictObject({ letter: z.string() }),
  /** Of the PC that the event is of, or of another that is named. */
  'device.updated': z.strictObject({ settings: z.array(z.string()), deviceId: id.optional() }),
  /** The door to other PCs of the office. */
  'lan.opened': nothing,
  'lan.closed': nothing,
  'pairing.started': z.strictObject({ kind: z.enum(JOINED_KINDS) }),
  'pairing.ended': z.strictObject({ why: z.enum(['used', 'tries', 'word']) }),
  'tv.opened': nothing,
  'tv.closed': nothing,
  'tv.code-made': nothing,
  'device.joined': z.strictObject({ deviceId: id, kind: z.enum(['tv', ...JOINED_KINDS]) }),
  'device.renamed': z.strictObject({ deviceId: id }),
  'device.revoked': z.strictObject({ deviceId: id }),
  /** `confirmed`: by the leader's word, far ahead of the last day or with a clock behind the journal. */
  'day.opened': z.strictObject({ confirmed: z.literal(true).optional() }),
  'day.withdrawn': nothing,
  'day.voided': z.strictObject({ reason: z.enum(VOID_REASONS) }),
  'day.closed': z.strictObject({ version: count.nullable(), chainHead: z.string() }),
  'ticket.issued': z.strictObject({
    number,
    priority: z.boolean(),
    requests: z.array(toldRequest),
    visitId: id.optional(),
  }),
  'ticket.request-added': z.strictObject({ requests: z.array(toldRequest) }),
  'ticket.called': moved.extend({ number, priority: z.boolean(), byRule: z.boolean() }),
  'ticket.recalled': z.strictObject({ number }),
  'ticket.started': moved,
  'ticket.not-here': moved.extend({ times: count, byItself: z.boolean() }),
  'ticket.returned': moved.extend({ byItself: z.boolean() }),
  'ticket.held': moved,
  'ticket.remark-set': z.strictObject({ number, removed: z.boolean() }),
  'ticket.resumed': moved,
  'ticket.transferred': moved.extend({ toCounter: id.nullable(), toSeries: z.string().nullable() }),
  'ticket.finished': ended,
  'ticket.left': ended,
  'ticket.cancelled': ended,
  'ticket.settled': ended,
  /** With what an undo of it puts back. */
  'ticket.reopened': moved.extend({ took: z.array(takenAccount) }),
  'ticket.undone': z.strictObject({
    number,
    /** The number of the event that is taken back. */
    undoes: count,
    to: z.enum(TICKET_STATES),
    accounts: z.array(takenAccount),
  }),
  'request.paper-set': z.strictObject({ paper: paperCode, state: z.enum(PAPER_STATES).nullable() }),
  'request.case-set': z.strictObject({ specialCase: z.enum(SPECIAL_CASES).nullable() }),
  'request.decided': z.strictObject({ byOfficer: z.boolean() }),
  'person.updated': z.strictObject({ personId: id }),
  /** So many people went after their time, or words of so many requests and periods. */
  'person.purged': z.strictObject({ people: count, words: count }),
  /** Before their time, on a leader's word; without a reason where a copy that was put back had brought them back. */
  'person.erased': z.strictObject({ people: count, reason: z.enum(ERASE_REASONS).nullable() }),
  /** So often somebody read personal data at one device in a quarter of an hour, by search, screen, printer or file. */
  'reads.counted': z.strictObject({ kind: z.enum(READ_KINDS), times: count }),
  'print.queued': z.strictObject({
    jobId: id,
    sheet: z.enum(PRINTER_KINDS),
    copy: count,
    form: z.string().optional(),
  }),
  'print.marked': z.strictObject({
    jobId: id,
    state: z.enum(PRINT_STATES),
    trouble: z.enum(PRINT_TROUBLES).optional(),
  }),
  'slip.design-saved': z.strictObject({ version: count }),
  'slip.chosen': nothing,
  'day.noted': nothing,
  'day.corrected': z.strictObject({
    version: count,
    changes: z.array(corrected),
    late: z.array(
      corrected.extend({
        procedure: z.enum(PROCEDURES),
        site: z.enum(SITES),
        staff: z.boolean(),
        residence: z.string().nullable(),
      }),
    ),
    noted: z.boolean(),
  }),
  'follow-up.noticed': z.strictObject({ noticedOn: day.nullable() }),
  'follow-up.activated': z.strictObject({
    requests: z.array(id),
    source: z.enum(ACTIVATION_SOURCES),
    activatedOn: day,
  }),
  'follow-up.withdrawn': nothing,
  'follow-up.reason-set': z.strictObject({ reason: z.enum(INACTIVE_REASONS).nullable() }),
  'follow-up.contacted': z.strictObject({ result: z.enum(CONTACT_RESULTS) }),
  'extract.applied': z.strictObject({ requests: z.array(id), source: z.literal('extract') }),
  'campaign.saved': z.strictObject({ campaignId: id }),
  'campaign.removed': z.strictObject({ campaignId: id }),
  'campaign.totals-set': z.strictObject({ day }),
  'roster.saved': z.strictObject({ rosterId: id }),
  'roster.ended': z.strictObject({ rosterId: id }),
  'roster.applied': z.strictObject({ rosterId: id, added: count, changed: count, left: count }),
  /** By an extract, of people who never came to this desk. */
  'roster.activated': z.strictObject({ members: z.array(id) }),
  'roster.taken-back': z.strictObject({ rosterId: id, added: count, changed: count, left: count }),
  'roster.marked': z.strictObject({ memberId: id }),
  'visit.saved': z.strictObject({ visitId: id }),
  'visit.called-off': z.strictObject({ visitId: id }),
  /** Nothing of whoever is to be visited, nor why. */
  'home-visit.saved': z.strictObject({ homeVisitId: id }),
  'home-visit.planned': z.strictObject({ visitId: id.nullable(), people: count }),
  'home-visit.ended': z.strictObject({ homeVisitId: id, back: z.boolean() }),
  'team.saved': z.strictObject({ teamId: id, letter: z.string() }),
  'team.starter-made': z.strictObject({ teamId: id, starterId: id }),
  /** This desk is that of a team from now on. */
  'team.laptop-lost': z.strictObject({ teamId: id, starterId: id, back: z.boolean() }),
  'team.started': z.strictObject({ teamId: id, starterId: id }),
  'team.packed': z.strictObject({ pack: count, digest: z.string(), tickets: count }),
  'team.confirmed': z.strictObject({ pack: count, people: count }),
  /** So many tickets of a team count on this day from now on. */
  'team.arrived': z.strictObject({ teamId: id, tickets: count }),
  'team.merged': z.strictObject({ teamId: id, pack: count, digest: z.string() }),
  'report.saved': z.intersection(savedSubject, saved),
  'report.people-exported': z.strictObject({
    format: z.enum(FILE_FORMATS),
    masked: z.boolean(),
    rows: count,
    /** Of a roster, not of a day. */
    rosterId: id.optional(),
    /** Of several days. */
    firstDay: day.optional(),
    lastDay: day.optional(),
  }),
  'report.key-renewed': z.strictObject({
    keyId: z.string(),
    before: z.string().nullable(),
    /** Events written before there was a list to choose from hold a typed `reason` instead. */
    why: z.enum(KEY_REASONS),
  }),
  'rules.updated': z.union([
    z.strictObject({ packId: z.string(), path: z.string(), back: z.boolean() }),
    z.strictObject({ packId: z.string(), version: count }),
  ]),
  'calendar.updated': z.union([
    z.strictObject({ date: day, kind: z.string().nullable() }),
    z.strictObject({ days: count, years: z.array(count) }),
  ]),
  'backup.restored': z.strictObject({ restore: id, copy: z.string(), events: count }),
  'backup.updated': z.strictObject({ places: count, minutes: count }),
  /** A copy was opened and checked; it lies in the data folder and in so many of the `places` outside. */
  'backup.made': z.strictObject({
    copy: z.string(),
    by: z.enum(COPY_CAUSES),
    events: count,
    tickets: count,
    placed: count,
    places: count,
  }),
  /** The database was enciphered in its place. */
  'data.encrypted': z.strictObject({ exchange: id }),
  'data.recovery-proven': nothing,
  'data.recovery-renewed': nothing,
  'data.passphrase-set': nothing,
  'voice.kept': z.strictObject({ unit: z.string() }),
  /** Another voice is in use: of the takes, or of a file with this SHA-256. */
  'voice.used': z.strictObject({ file: z.string().optional() }),
  'voice.removed': nothing,
  /** The installer of this version was copied from where it lay, and checked. */
  'update.reviewed': z.strictObject({ version: z.string() }),
  'update.started': z.strictObject({ version: z.string(), before: z.string() }),
  /** Told by the new version when it opened. */
  'update.installed': z.strictObject({ version: z.string(), before: z.string() }),
  /** The installer ended with a fault; null: it did not start. */
  'update.failed': z.strictObject({ version: z.string(), exitCode: z.int().nullable() }),
  'update.watched': z.strictObject({ on: z.boolean() }),
  'update.seen': nothing,
  'clock.jumped': z.strictObject({ minutes: z.int() }),
} as const satisfies Record<string, z.ZodType>;

/** Facts, in the past tense. */
export type DeskEventName = keyof typeof eventData;
const EVENT_NAMES = Object.keys(eventData) as DeskEventName[];
export type EventData<N extends DeskEventName> = z.infer<(typeof eventData)[N]>;

const heading = z.strictObject({
  /** Rises by one; the id of the server-sent event. */
  number: count,
  at: instant,
  businessDay: day.nullable(),
  /** Who did it and where: ids of the desk's own rows. */
  officer: id,
  device: id,
  ticketId: id.nullable(),
  requestId: id.nullable(),
  counterId: id.nullable(),
});

/** One event, or one of those named. */
export type DeskEvent<N extends DeskEventName = DeskEventName> = {
  [K in N]: z.infer<typeof heading> & { name: K; data: EventData<K> };
}[N];

export const deskEvent = z.discriminatedUnion(
  'name',
  EVENT_NAMES.map((name) => heading.extend({ name: z.literal(name), data: eventData[name] })) as never,
) as unknown as z.ZodType<DeskEvent>;

/** What the wall is told of an event: that something happened, when and where; not to whom, nor by whom. */
export const wallEvent = heading
  .pick({ number: true, at: true, businessDay: true, counterId: true })
  .extend({ name: z.enum(EVENT_NAMES) });
export type WallEvent = z.infer<typeof wallEvent>;
