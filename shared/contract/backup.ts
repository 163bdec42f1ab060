import { z } from 'zod';
import { count, day, instant, text } from '#shared/domain/values.ts';
import { COPY_TROUBLES } from './backup-words.ts';
import { passphrase, recoveryKey } from './secret.ts';
import { leaders, officers, type DeskMethod } from './method.ts';

/** A folder. Whether it exists is told when it is saved. */
const folder = z.string().trim().min(1).max(400);

const settings = z.object({
  /** Folders outside of the data folder that hold the copies too. */
  places: z.array(folder).max(4),
  /** So often while something changed. */
  minutes: z.int().min(5).max(240),
});
export type CopySettings = z.infer<typeof settings>;

const copy = z.object({
  id: z.string(),
  /** The name of the office it is of. */
  office: z.string(),
  /** Where it lies, first outside of the data folder; `places` names all. */
  place: z.string(),
  places: z.array(z.string()),
  at: instant,
  events: count,
  tickets: count,
  /** How many tickets were given after it, where that is known. */
  ticketsAfter: count.nullable(),
  /** There may be more: nothing tells what happened after the newest copy. */
  moreAfter: z.literal(true).optional(),
  /** The last business day it holds. */
  businessDay: day.nullable(),
  bytes: count,
  /** Its pages are enciphered: it wants a passphrase or recovery key where its key is not that of this desk. */
  encrypted: z.boolean(),
  /** It was opened, checked and counted when it was made, and its files are as large as then. */
  verified: z.boolean(),
});
export type Copy = z.infer<typeof copy>;

const place = z.object({
  folder: z.string(),
  /** Not in the data folder. */
  outside: z.boolean(),
  /** On the disk that holds the data: it goes with it. */
  sameDisk: z.boolean(),
  /** The newest good copy there. */
  newest: instant.nullable(),
  copies: count,
  /** Of them, those that are not enciphered. */
  plain: count,
  trouble: z.enum(COPY_TROUBLES).nullable(),
  freeBytes: count.nullable(),
});
export type CopyPlace = z.infer<typeof place>;

export const backupContract = {
  'backup.settings': {
    kind: 'query',
    stale: ['backup'],
    roles: officers,
    input: z.object({}),
    output: settings,
  },
  /** A folder that is not there and cannot be made, or that takes no file, is refused with `folder-not-writable`. */
  'backup.set-settings': {
    kind: 'command',
    slow: true,
    roles: leaders,
    input: settings.partial(),
    output: settings,
  },
  /** Makes a copy now, into the data folder and every place. Refused with `backup-failed` where none could be made. */
  'backup.make': {
    kind: 'command',
    slow: true,
    roles: officers,
    input: z.object({}),
    output: copy,
  },
  /** Copies of this office, newest first; with `folder` those that lie there: in a place, in a data folder, or one folder deeper. */
  'backup.list': {
    kind: 'query',
    stale: ['backup', 'ticket.issued'],
    roles: leaders,
    input: z.object({ folder: text(400).optional() }),
    output: z.array(copy),
  },
  /** Plugged-in disks on which copies lie, of this office where it is known; the one with the newest first. */
  'backup.find': {
    kind: 'query',
    stale: ['backup'],
    roles: leaders,
    input: z.object({}),
    output: z.array(
      z.object({ folder: z.string(), offices: z.array(z.string()), copies: count, newest: instant }),
    ),
  },
  /**
   * Puts a copy in the place of the database, under open windows. What is replaced is moved aside and kept; a copy made just before
   * undoes it. Numbers given after the copy enter the queue again without a name. Where nothing tells how far they went, refused with
   * `numbers-unknown` until `numbers` says the highest of each series that was handed out. An enciphered copy with another key than this
   * desk's is refused with `copy-sealed` until its passphrase or recovery key is given. A plain copy makes a plain desk.
   */
  'backup.restore': {
    kind: 'command',
    slow: true,
    roles: leaders,
    input: z.object({
      id: z.string().max(60),
      /** Kept beside the database, not in the journal. */
      reason: text(200),
      folder: folder.optional(),
      /** What opens an enciphered copy whose key is not that of this desk: one of the two. */
      passphrase: passphrase.optional(),
      recoveryKey: recoveryKey.optional(),
      numbers: z
        .array(z.string().regex(/^[A-Z]\d{1,4}$/))
        .max(26)
        .optional(),
    }),
    output: z.object({
      id: z.string(),
      at: instant,
      /** The folder, beside the copies, that holds what was replaced. */
      replaced: z.string(),
      undo: z.string().nullable(),
      nameless: count,
    }),
  },
  'backup.status': {
    kind: 'query',
    stale: ['backup'],
    roles: officers,
    input: z.object({}),
    output: z.object({
      /** The newest good copy wherever it lies. */
      lastBackup: instant.nullable(),
      places: z.array(place),
    }),
  },
} as const satisfies Record<string, DeskMethod>;
