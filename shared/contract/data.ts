import { z } from 'zod';
import { HOME_REASONS } from '#shared/domain/visit/home-visit.ts';
import { ERASE_REASONS } from '#shared/domain/person/keeping.ts';
import { OUTCOMES, PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import { ACCOUNT_LEVELS, CONTACT_RESULTS } from '#shared/domain/account/follow-up.ts';
import { count, day, id, instant, paperCode } from '#shared/domain/values.ts';
import { passphrase, recoveryKey, secret } from './secret.ts';
import { leaders, officers, type DeskMethod } from './method.ts';
import { accounts, openDay } from './stale.ts';
import { person } from './ticket.ts';

const dataStatus = z.object({
  encrypted: z.boolean(),
  cipher: z.enum(['aegis', 'chacha20']).nullable(),
  /** The recovery key was typed back once. */
  recoveryProven: z.boolean(),
  /** This PC opens the data by itself. */
  systemKey: z.boolean(),
  /** Copies in reach that are still plain; one that lies in two places counts twice. */
  plainCopies: count,
  /** When the newest good copy was made; null where there is none. */
  lastBackup: instant.nullable(),
  /** How many people are known by name, and the day on which the one seen longest ago was here. */
  people: count,
  oldestPerson: day.nullable(),
  /** People whose data has been kept long enough: it goes when a day is opened. Counted up to a thousand. */
  purgeDue: count,
  /** Room on the disk of the data; null where it cannot be told. */
  freeBytes: count.nullable(),
});

/** Everything that is kept about one person, and the day on which each of it goes. */
const keptOfPerson = z.object({
  person: person.extend({ firstDay: day, lastDay: day.nullable() }),
  /** The latest day on which it was used, and the day it goes with what belongs to it. */
  usedOn: day,
  goesOn: day,
  requests: z.array(
    z.object({
      /** Null where it was entered after its day had been closed. */
      number: z.string().nullable(),
      businessDay: day,
      procedure: z.enum(PROCEDURES),
      outcome: z.enum(OUTCOMES).nullable(),
      organisation: z.string().nullable(),
      organisationTaxNumber: z.string().nullable(),
      /** Reasons that officers typed with it or with its number. */
      words: z.array(z.string()),
      /** The day these words go. */
      wordsGoOn: day,
    }),
  ),
  papers: z.array(z.object({ paper: paperCode, number: z.string().nullable(), note: z.string().nullable() })),
  accounts: z.array(
    z.object({
      level: z.enum(ACCOUNT_LEVELS),
      dueOn: day.nullable(),
      activateBy: day.nullable(),
      activatedOn: day.nullable(),
      note: z.string().nullable(),
      contacts: z.array(
        z.object({ at: instant, result: z.enum(CONTACT_RESULTS), note: z.string().nullable() }),
      ),
    }),
  ),
  /** Rosters of agencies with the name; it goes when the roster is ended or purged. */
  rosters: z.array(z.object({ name: z.string(), unit: z.string().nullable() })),
  /** Visits at home that were asked for; what names somebody goes once they were made or ended and the days of keeping are over. */
  homeVisits: z.array(
    z.object({
      askedOn: day,
      address: z.string(),
      why: z.enum(HOME_REASONS),
      contact: z.string(),
      phone: z.string(),
    }),
  ),
});
export type KeptOfPerson = z.infer<typeof keptOfPerson>;

/** What was erased, as the slip of confirmation names it: nothing of the person. */
const erasure = z.object({
  at: instant,
  reason: z.enum(ERASE_REASONS),
  requests: count,
  papers: count,
  accounts: count,
  /** The day on which the last copy that may hold it goes, as far as the rule of keeping copies tells. */
  copiesUntil: day,
});
export type Erasure = z.infer<typeof erasure>;

export const dataContract = {
  'data.status': {
    kind: 'query',
    stale: [
      'backup',
      'data',
      'person',
      'ticket',
      'request',
      'day',
      'follow-up',
      'office',
      ...accounts,
      ...openDay,
    ],
    roles: officers,
    input: z.object({}),
    output: dataStatus,
  },
  /**
   * Deletes the personal data that has been kept for the days of the setting since its last use; figures, reports and journal
   * stay as they are. Happens by itself whenever a day is opened. Answers how many people went.
   */
  'data.purge': {
    kind: 'command',
    slow: true,
    roles: leaders,
    input: z.object({}),
    output: z.object({ people: count }),
  },
  /**
   * Enciphers the database in its place; no day may be open. Meanwhile every call is refused with `desk-not-open`, reason `encrypting`,
   * then a new desk answers. Where this PC keeps no keys a passphrase is needed. The recovery key is told once and kept nowhere.
   */
  'data.encrypt': {
    kind: 'command',
    slow: true,
    secret: true,
    roles: leaders,
    input: z.object({ passphrase: passphrase.min(8).optional() }),
    output: z.object({ recoveryKey: z.string() }),
  },
  /** Opens a desk that is refused as `sealed`. From the third wrong one on each makes wait longer. */
  'data.unlock': {
    kind: 'command',
    secret: true,
    roles: officers,
    session: 'free',
    input: secret,
    output: z.object({}),
  },
  /** Types the recovery key back, so that it is known to stand on paper. */
  'data.prove-recovery': {
    kind: 'command',
    slow: true,
    secret: true,
    roles: leaders,
    input: z.object({ recoveryKey }),
    output: z.object({}),
  },
  /** A new recovery key; the former opens nothing any more but older copies. One that was proven wants a secret. */
  'data.renew-recovery': {
    kind: 'command',
    slow: true,
    secret: true,
    roles: leaders,
    input: z.object({ passphrase: passphrase.optional(), recoveryKey: recoveryKey.optional() }),
    output: z.object({ recoveryKey: z.string() }),
  },
  'data.set-passphrase': {
    kind: 'command',
    slow: true,
    secret: true,
    roles: leaders,
    input: z.object({ current: secret, passphrase: passphrase.min(8) }),
    output: z.object({}),
  },
  /** What a person may ask for: "what do you keep about me". */
  'person.kept': {
    kind: 'query',
    stale: [
      'person',
      'ticket',
      'request',
      'day',
      'follow-up',
      'office',
      'roster',
      'visit',
      'home-visit',
      ...accounts,
    ],
    reads: { kind: 'open' },
    roles: officers,
    input: z.object({ personId: id }),
    output: keptOfPerson,
  },
  /**
   * Deletes one person at once, for good, and keeps their id beside the database so that no copy brings them back. Refused with
   * `person-in-queue` while a number of theirs is open today.
   */
  'person.erase': {
    kind: 'command',
    roles: leaders,
    input: z.object({ personId: id, reason: z.enum(ERASE_REASONS) }),
    output: erasure,
  },
} as const satisfies Record<string, DeskMethod>;
