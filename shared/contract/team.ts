import { z } from 'zod';
import { count, day, id, instant, text } from '#shared/domain/values.ts';
import { leaders, officers, type DeskMethod } from './method.ts';

const letter = z.string().regex(/^[A-Z]$/);

const team = z.object({
  teamId: id,
  name: z.string(),
  /** Of the numbers it gives. */
  series: letter,
  /** When a laptop was last made one of the team; null: there is none. */
  startedAt: instant.nullable(),
  /** The newest pack that is here. */
  mergedAt: instant.nullable(),
  mergedTo: day.nullable(),
  /** When the newest laptop was reported lost. */
  lostAt: instant.nullable(),
  /** `away`: the newest laptop has brought nothing home yet. `lost`: no pack of it is taken. */
  state: z.enum(['no-laptop', 'away', 'came', 'lost']),
});
export type Team = z.infer<typeof team>;

const teamFile = z.object({ fileName: z.string(), base64: z.string() });

const handedFile = z.object({
  fileName: z.string().min(1).max(260),
  base64: z.base64().max(28 * 1024 * 1024),
});

const passphrase = z.string().min(10).max(200);

const receipt = z.string();

const review = z.object({
  /** `already`: this very pack is here; `older`: one that was made after it is here, with all that is in it. */
  status: z.enum(['new', 'already', 'older']),
  teamId: id,
  name: z.string(),
  letter,
  /** Rises with each pack of the laptop. */
  pack: count,
  madeAt: instant,
  /** People of tickets that are not here yet, and those of them whom this office knows. */
  people: count,
  known: count,
  /** Whose number this office has under another name: they stay two people. At most 200. */
  doubtful: z.array(
    z.object({ number: z.string(), businessDay: day, fullName: z.string(), otherName: z.string() }),
  ),
  days: z.array(
    z.object({
      businessDay: day,
      tickets: count,
      /** Those that are not here yet. */
      fresh: count,
      /** Of this office: `closed` gets a next version of its report, `absent` is added as a closed day. */
      home: z.enum(['open', 'closed', 'absent', 'voided']),
    }),
  ),
});
export type TeamReview = z.infer<typeof review>;

const onRoad = z.object({
  teamId: id,
  name: z.string(),
  series: letter,
  /** The newest pack made here. */
  pack: count,
  packedAt: instant.nullable(),
  /** Whether home has said that it has that pack. */
  confirmed: z.boolean(),
  /** Closed days that are in no pack yet. */
  unpackedDays: count,
});

export const teamContract = {
  /** A new team with a letter of its own, or another name for one. Refused with `letter-taken` and `name-taken`. */
  'team.save': {
    kind: 'command',
    roles: leaders,
    input: z.object({ teamId: id.optional(), name: text(40), series: letter.optional() }),
    output: team,
  },
  'team.list': {
    kind: 'query',
    stale: ['team', 'office.set-up'],
    roles: officers,
    input: z.object({}),
    output: z.array(team),
  },
  /** The newest laptop of a team was lost, or found again: from then on no pack of it is taken, or is taken again. Refused with `no-laptop`. */
  'team.lose': {
    kind: 'command',
    roles: leaders,
    input: z.object({ teamId: id, isLost: z.boolean() }),
    output: z.object({ teamId: id }),
  },
  /** The file that makes a laptop the desk of a team, enciphered under a passphrase. Each file is for one laptop. */
  'team.starter': {
    kind: 'command',
    slow: true,
    secret: true,
    roles: leaders,
    input: z.object({ teamId: id, passphrase, rosterIds: z.array(id).max(200).optional() }),
    output: teamFile,
  },
  /** Makes this PC, which keeps no office yet, the desk of a team; the same file again changes nothing. Refused with `team-file-refused` and `already-set-up`. */
  'team.start': {
    kind: 'command',
    slow: true,
    secret: true,
    bodyKiB: 28_672,
    roles: leaders,
    input: handedFile.extend({ passphrase: z.string().min(1).max(200) }),
    output: z.object({ teamId: id, name: z.string(), series: letter }),
  },
  /** What this PC is of a team; null at a desk that stays where it is. */
  'team.here': {
    kind: 'query',
    stale: ['team', 'office.set-up', 'day'],
    roles: officers,
    input: z.object({}),
    output: onRoad.nullable(),
  },
  /** On the road: all that was recorded here, enciphered to the office and signed. Refused with `day-still-open`. */
  'team.pack': {
    kind: 'command',
    slow: true,
    secret: true,
    roles: leaders,
    input: z.object({}),
    output: teamFile,
  },
  /** At home: what a pack holds and what bringing it home would do. Changes nothing; its answer names people. */
  'team.review': {
    kind: 'query',
    stale: [],
    bodyKiB: 28_672,
    reads: { kind: 'search' },
    roles: leaders,
    input: handedFile,
    output: review,
  },
  /**
   * At home: every ticket of a pack once, on the day it was given. `receipt` is typed at the laptop, which then lets its people go; none for
   * an older pack. Refused with `team-file-refused`, `pack-numbers-taken`, `day-voided` and `day-not-open`.
   */
  'team.merge': {
    kind: 'command',
    slow: true,
    bodyKiB: 28_672,
    roles: leaders,
    input: handedFile,
    output: z.object({
      status: z.enum(['new', 'already', 'older']),
      /** Of those not here before. */
      tickets: count,
      receipt: receipt.nullable(),
    }),
  },
  /** On the road: home has the newest pack made here. The people in it go. Refused with `receipt-wrong`. */
  'team.confirm': {
    kind: 'command',
    slow: true,
    roles: leaders,
    input: z.object({ receipt: text(40) }),
    output: z.object({ people: count }),
  },
} as const satisfies Record<string, DeskMethod>;
