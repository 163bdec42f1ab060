import { z } from 'zod';
import { CARD_UNREADABLE_REASONS } from '#shared/domain/identity/card-codes.ts';
import { LEVEL_ROLES } from '#shared/domain/level/words.ts';
import { PRINT_STATES } from '#shared/domain/printing/job-state.ts';
import { PRINT_ROUTES } from '#shared/domain/printing/route.ts';
import { VISIT_STATES } from '#shared/domain/visit/visit.ts';
import { TICKET_STATES } from '#shared/domain/queue/ticket-state.ts';
import { UPDATE_REFUSALS } from '#shared/domain/update/verdict.ts';
import { VOICE_FILE_FAULTS } from '#shared/domain/voice/voice-file.ts';
import { COPY_TROUBLES } from './backup-words.ts';
import { EXPORT_STATES, PDF_TROUBLES } from './export-words.ts';
import { LAN_TROUBLES, PAIRING_OVER } from './lan-words.ts';
import { ROLES } from './method.ts';
import { count, day, id, instant } from '#shared/domain/values.ts';

/** Why the store could not be opened; each has its own screen. */
export const START_UP_REASONS = [
  'corrupted',
  'marker-missing',
  'foreign-file',
  'readonly',
  'failing',
  'full',
  'newer',
  'locked',
  'network-folder',
  'cloud-folder',
  /** The folder of a desk that may still be at work elsewhere. */
  'copied',
  /** Enciphered: its key is wanted, which an officer or this PC has. */
  'sealed',
  /** The key file beside an enciphered database is gone, damaged, or that of another. */
  'key-missing',
  /** It is being enciphered, and comes back by itself: `done` of `total` bytes. */
  'encrypting',
  /** The file of the desk that this PC joined cannot be read, or lies beside an office of this PC’s own. */
  'joined-file',
  'unknown',
] as const;
export type StartUpReason = (typeof START_UP_REASONS)[number];

/**
 * What a database lacks of what the desk last committed to it. `behind`: its last steps are gone, `events` of them in the
 * journal (0: how many is not known, or none was told there); `other-log`: the log beside it is not its own; `other-file`: it
 * went another way than this desk did.
 */
const lost = z.object({
  kind: z.enum(['behind', 'other-log', 'other-file']),
  events: count,
  /** Numbers of the last day that were given and are gone, first and last of each series. */
  numbers: z.array(z.object({ first: z.string(), last: z.string() })),
});
export type Lost = z.infer<typeof lost>;

/** Why a real date cannot stand where it was given. */
export const DATE_REASONS = ['before-request', 'in-future', 'before-start', 'period-too-long'] as const;

/** Why a file is not taken for an extract at all; single lines are judged in the review. */
const EXTRACT_REASONS = [
  'too-large',
  'too-many-rows',
  'too-many-people',
  'unpacks-too-large',
  'too-slow',
  'not-a-table',
  'other-workbook',
  'unreadable-text',
  'old-letters',
  'locked-file',
  'columns-missing',
  'columns-doubled',
  'no-rows',
] as const;
export type ExtractReason = (typeof EXTRACT_REASONS)[number];

/** Why a starter or a pack of a team is not taken. */
const TEAM_FILE_REASONS = [
  'not-a-starter',
  'not-a-pack',
  'too-new',
  'cut',
  'damaged',
  'wrong-passphrase',
  'other-office',
  'unknown-team',
  'lost-laptop',
  /** Two laptops were made from one starter. */
  'twin',
] as const;
export type TeamFileReason = (typeof TEAM_FILE_REASONS)[number];

/** Every way a desk may refuse. The union is closed: a new refusal is a new row here and a sentence in every catalogue. */
export const deskProblem = z.discriminatedUnion('code', [
  z.object({ code: z.literal('invalid-input'), path: z.string(), reason: z.string() }),
  z.object({ code: z.literal('unknown-method') }),
  z.object({ code: z.literal('not-allowed'), role: z.enum([...ROLES, ...LEVEL_ROLES]) }),
  /** Nobody is signed in at this window. */
  z.object({ code: z.literal('session-needed') }),
  /** Somebody is, and has locked the screen. */
  z.object({ code: z.literal('session-locked') }),
  z.object({ code: z.literal('unknown-officer') }),
  z.object({ code: z.literal('pin-not-set') }),
  /** `wrong`: how many in a row. */
  z.object({ code: z.literal('wrong-pin'), wrong: count, waitSeconds: count, triesLeft: count }),
  /** By wrong PINs, until a leader opens. */
  z.object({ code: z.literal('officer-locked') }),
  /** Nobody would be left who may do everything. */
  z.object({ code: z.literal('last-leader') }),
  z.object({ code: z.literal('leader-pin-missing') }),
  z.object({ code: z.literal('sender-refused') }),
  /** A typed code that is wrong, old or used; with no tries left a new one must be asked for. */
  z.object({ code: z.literal('code-refused'), triesLeft: count }),
  z.object({ code: z.literal('body-too-large'), limitKiB: count }),
  z.object({ code: z.literal('idempotency-key-missing') }),
  z.object({ code: z.literal('idempotency-key-reused') }),
  z.object({
    code: z.literal('desk-not-open'),
    reason: z.enum(START_UP_REASONS),
    file: z.string(),
    detail: z.string(),
    /** With `encrypting`: bytes. */
    progress: z.object({ done: count, total: count }).optional(),
    /** With `corrupted`, where the desk's own word tells more of it. */
    lost: lost.optional(),
  }),
  z.object({ code: z.literal('desk-closing') }),
  /** The desk fell over a fault and opens again by itself in so many seconds; whether a command was done, asking with its key tells. */
  z.object({ code: z.literal('desk-stopped'), seconds: count }),
  /** Neither this PC nor the call has a key to wrap the data's key with, or to prove that it may be changed. */
  z.object({ code: z.literal('passphrase-needed') }),
  z.object({ code: z.literal('already-encrypted') }),
  z.object({ code: z.literal('not-encrypted') }),
  z.object({ code: z.literal('encryption-failed'), detail: z.string() }),
  z.object({ code: z.literal('wrong-secret'), waitSeconds: count }),
  z.object({ code: z.literal('wait-first'), seconds: count }),
  /** Its key is not the desk's: its own passphrase or recovery key is wanted. */
  z.object({ code: z.literal('copy-sealed'), copy: z.string() }),
  /** Nothing of the first answer was kept. */
  z.object({ code: z.literal('secret-not-repeated') }),
  z.object({ code: z.literal('not-set-up') }),
  z.object({ code: z.literal('already-set-up') }),
  z.object({ code: z.literal('name-taken'), name: z.string() }),
  z.object({ code: z.literal('in-use'), what: z.string() }),
  z.object({ code: z.literal('day-not-open') }),
  z.object({ code: z.literal('day-still-open'), businessDay: day }),
  z.object({ code: z.literal('day-already-open'), businessDay: day }),
  z.object({ code: z.literal('day-already-closed'), businessDay: day }),
  z.object({ code: z.literal('day-in-use'), businessDay: day, issued: count }),
  z.object({ code: z.literal('day-too-far'), businessDay: day }),
  z.object({ code: z.literal('day-goes-back'), lastDay: day }),
  /** Wants the leader's word: the day lies so many working days past the last one. */
  z.object({ code: z.literal('day-jumps'), businessDay: day, lastDay: day, workingDays: count }),
  /** Wants the leader's word: the clock stands before what was last written. */
  z.object({ code: z.literal('clock-behind'), clockAt: instant, lastAt: instant }),
  z.object({ code: z.literal('day-voided'), businessDay: day }),
  z.object({ code: z.literal('unknown-day'), businessDay: day }),
  z.object({ code: z.literal('day-not-closed'), businessDay: day }),
  z.object({ code: z.literal('unknown-version'), businessDay: day, version: count }),
  z.object({ code: z.literal('nothing-to-correct') }),
  z.object({ code: z.literal('leftovers-remain'), tickets: count, numbers: z.array(z.string()) }),
  z.object({ code: z.literal('series-exhausted'), series: z.string() }),
  z.object({ code: z.literal('unknown-series'), series: z.string() }),
  z.object({ code: z.literal('unknown-counter') }),
  z.object({ code: z.literal('unknown-ticket') }),
  z.object({ code: z.literal('unknown-request') }),
  z.object({ code: z.literal('papers-unseen'), requestId: id, papers: z.array(z.string()) }),
  z.object({ code: z.literal('not-done-here'), requestId: id }),
  z.object({ code: z.literal('unknown-person') }),
  z.object({ code: z.literal('person-in-queue'), number: z.string() }),
  z.object({ code: z.literal('unknown-print-job') }),
  z.object({ code: z.literal('print-job-waits'), number: z.string() }),
  z.object({ code: z.literal('print-job-sending'), number: z.string() }),
  z.object({ code: z.literal('print-job-state'), number: z.string(), state: z.enum(PRINT_STATES) }),
  z.object({ code: z.literal('print-route'), route: z.enum(PRINT_ROUTES) }),
  z.object({ code: z.literal('ticket-state'), state: z.enum(TICKET_STATES), number: z.string() }),
  z.object({ code: z.literal('ticket-elsewhere'), number: z.string(), counter: z.string() }),
  z.object({ code: z.literal('counter-busy'), ticketId: id, number: z.string() }),
  z.object({ code: z.literal('outcome-missing'), requestId: id }),
  z.object({ code: z.literal('unknown-follow-up') }),
  z.object({ code: z.literal('already-activated'), countedOn: day.nullable() }),
  z.object({ code: z.literal('not-activated') }),
  z.object({ code: z.literal('unknown-campaign') }),
  z.object({ code: z.literal('unknown-roster') }),
  z.object({ code: z.literal('unknown-member') }),
  /** Another roster is of this agency. */
  z.object({ code: z.literal('roster-name-taken'), name: z.string() }),
  /** The person stands on the roster already. */
  z.object({ code: z.literal('member-there') }),
  z.object({ code: z.literal('unknown-visit') }),
  z.object({ code: z.literal('unknown-home-visit') }),
  /** Not on this visit, or no longer. */
  z.object({ code: z.literal('unknown-expected') }),
  /** Over, not there yet, or called off. */
  z.object({ code: z.literal('visit-closed'), visit: z.enum(VISIT_STATES) }),
  /** Somebody expected at a visit has a number there. */
  z.object({ code: z.literal('expected-served'), number: z.string() }),
  z.object({ code: z.literal('unknown-team') }),
  /** Another series or team gives numbers of this letter. */
  z.object({ code: z.literal('letter-taken'), letter: z.string() }),
  /** Left to the office: this is the desk of a team on the road. */
  z.object({ code: z.literal('team-desk') }),
  /** Only the desk of a team on the road can do that. */
  z.object({ code: z.literal('no-team-desk') }),
  z.object({ code: z.literal('team-file-refused'), reason: z.enum(TEAM_FILE_REASONS) }),
  /** Numbers of a pack are those of other tickets here: two laptops gave them. */
  z.object({ code: z.literal('pack-numbers-taken'), numbers: z.array(z.string()) }),
  z.object({ code: z.literal('receipt-wrong') }),
  z.object({ code: z.literal('date-refused'), date: day, reason: z.enum(DATE_REASONS) }),
  z.object({ code: z.literal('unknown-review') }),
  /** A list that cannot be taken back any more. */
  z.object({ code: z.literal('import-settled') }),
  /** The team has no laptop that could be lost. */
  z.object({ code: z.literal('no-laptop') }),
  z.object({ code: z.literal('extract-refused'), reason: z.enum(EXTRACT_REASONS), detail: z.string() }),
  z.object({ code: z.literal('undo-too-late'), seconds: count }),
  z.object({ code: z.literal('nothing-to-undo') }),
  z.object({ code: z.literal('card-unreadable'), reason: z.enum(CARD_UNREADABLE_REASONS) }),
  z.object({ code: z.literal('no-rules-for-day'), businessDay: day }),
  z.object({ code: z.literal('pack-refused'), path: z.string(), reason: z.string() }),
  /** So many units of the voice are not recorded. */
  z.object({ code: z.literal('voice-not-whole'), missing: count }),
  z.object({ code: z.literal('voice-refused'), reason: z.enum(VOICE_FILE_FAULTS) }),
  z.object({ code: z.literal('folder-not-writable'), folder: z.string() }),
  z.object({ code: z.literal('file-in-use'), file: z.string() }),
  z.object({
    code: z.literal('store-full'),
    file: z.string(),
    /** What the disk still has, where it tells. */
    freeBytes: count.optional(),
    /** The disk has room, the share of this user is used up. */
    quota: z.literal(true).optional(),
  }),
  z.object({ code: z.literal('store-failing'), file: z.string() }),
  z.object({ code: z.literal('store-readonly'), file: z.string() }),
  z.object({ code: z.literal('store-busy') }),
  z.object({ code: z.literal('store-corrupted') }),
  z.object({ code: z.literal('unreachable') }),
  z.object({
    code: z.literal('lan-not-opened'),
    reason: z.enum(LAN_TROUBLES),
    address: z.string(),
    port: count,
  }),
  /** The typed code opens nothing: there is none, or it is past its time, used, or used up by wrong tries. */
  z.object({ code: z.literal('pairing-over'), reason: z.enum(PAIRING_OVER) }),
  /** The joining PC saw another certificate than the desk's: somebody stands between them. */
  z.object({ code: z.literal('line-relayed') }),
  /** At the address of the desk answers another one: its certificate is not the one that was joined. */
  z.object({ code: z.literal('host-changed'), address: z.string() }),
  /** On a joined PC: its line to the desk is cut, and nothing was sent. */
  z.object({ code: z.literal('line-cut'), since: instant }),
  /** The programs of both PCs are not of the same version. */
  z.object({
    code: z.literal('version-differs'),
    here: z.string(),
    there: z.string(),
    /** The share on which the main PC looks for its own updates. */
    folder: z.string().optional(),
  }),
  /** The desk does not know this device any more. */
  z.object({ code: z.literal('device-revoked') }),
  /** Another PC has what this one kept of its pairing, and came later: a copied folder. */
  z.object({ code: z.literal('device-doubled') }),
  /** It ends the line it would be answered on: only the desk's own PC may ask for it. */
  z.object({ code: z.literal('main-pc-only') }),
  z.object({ code: z.literal('unknown-device') }),
  z.object({ code: z.literal('unknown-export') }),
  z.object({ code: z.literal('export-state'), state: z.enum(EXPORT_STATES) }),
  z.object({ code: z.literal('too-many-exports'), limit: count }),
  z.object({ code: z.literal('pdf-not-made'), reason: z.enum(PDF_TROUBLES) }),
  z.object({ code: z.literal('office-key-damaged'), file: z.string() }),
  z.object({ code: z.literal('unknown-copy'), copy: z.string() }),
  /** The highest numbers of the copy: more may have been handed out. */
  z.object({ code: z.literal('numbers-unknown'), numbers: z.array(z.string()) }),
  z.object({ code: z.literal('backup-failed'), trouble: z.enum(COPY_TROUBLES), detail: z.string() }),
  z.object({
    code: z.literal('update-refused'),
    reason: z.enum(UPDATE_REFUSALS),
    /** The version of this program, that of the release, and the one that is asked for; empty where they say nothing. */
    here: z.string(),
    found: z.string(),
    needed: z.string(),
    /** The installer that it is about; where there is none empty. */
    file: z.string(),
  }),
  /** Of the receiving level: it has no code and name of its own yet. */
  z.object({ code: z.literal('level-not-set-up') }),
  z.object({ code: z.literal('unknown-office'), office: z.string() }),
  /** An office, or the level itself, has this code. */
  z.object({ code: z.literal('level-received') }),
  z.object({ code: z.literal('office-known'), office: z.string(), name: z.string() }),
  z.object({ code: z.literal('not-a-public-key') }),
  /** The office of this name signs with it. */
  z.object({ code: z.literal('key-in-use'), name: z.string() }),
  /** No such file came, or only its hash was kept. */
  z.object({ code: z.literal('unknown-file') }),
  /** It reaches into the folders of the level's PC, and was asked for from another one. */
  z.object({ code: z.literal('level-pc-only') }),
  z.object({ code: z.literal('folder-not-readable'), folder: z.string() }),
  /** Typed figures of an office cannot be true together (S2: 119 + 1.068 ≠ 2.352): they are not signed for. */
  z.object({
    code: z.literal('figures-differ'),
    name: z.string(),
    parts: z.array(count),
    stated: count,
  }),
  /** Of no office are there figures of the day: there is nothing to sum. */
  z.object({ code: z.literal('nothing-received'), businessDay: day }),
  /** The level lives on a server, which has copies of its own. */
  z.object({ code: z.literal('backup-on-server') }),
  /** The line to the server was cut: whether a command was done, asking with its key tells. */
  z.object({ code: z.literal('level-store-cut') }),
  z.object({ code: z.literal('unexpected'), incident: z.string() }),
]);
export type DeskProblem = z.infer<typeof deskProblem>;
export type DeskProblemCode = DeskProblem['code'];

/** What comes back from every call, on every transport. */
export type DeskReply<T> = { ok: true; value: T } | { ok: false; problem: DeskProblem };

export function refused(problem: DeskProblem): { ok: false; problem: DeskProblem } {
  return { ok: false, problem };
}

export function answered<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}
