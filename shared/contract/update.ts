import { z } from 'zod';
import { count, day, instant } from '#shared/domain/values.ts';
import { EDITIONS, programVersion } from '#shared/domain/update/manifest.ts';
import { UPDATE_REFUSALS } from '#shared/domain/update/verdict.ts';
import { leaders, officers, type DeskMethod } from './method.ts';

/** A folder, or a file in it. */
const path = z.string().trim().min(1).max(400);
const notes = z.object({ vi: z.array(z.string()), en: z.array(z.string()) });

/** A release that may be put onto this PC. */
const offer = z.object({
  version: z.string(),
  minimum: z.string(),
  date: day,
  notes,
  bytes: count,
  /** The folder it lies in. */
  folder: z.string(),
});
export type UpdateOffer = z.infer<typeof offer>;

const state = z.object({
  version: z.string(),
  /** By which installer it came; null: run from its sources, so that none can be started. */
  edition: z.enum(EDITIONS).nullable(),
  /** Only an administrator may run an installer here: the program copies and checks it, and says where it lies. */
  byAdministrator: z.boolean(),
  /** The watched folder. */
  folder: z.string().nullable(),
  /** Newer than this version, in that folder now. */
  found: offer.nullable(),
  /** Why nothing of that folder can be offered; null also where there is nothing newer. */
  trouble: z.enum(UPDATE_REFUSALS).nullable(),
  /** Copied to this PC and checked: may be installed. Its folder is that of the copy. */
  ready: offer.extend({ file: z.string() }).nullable(),
  /** The last update that was started here, until somebody has seen how it ended. */
  last: z
    .object({
      from: z.string(),
      to: z.string(),
      at: instant,
      notes,
      outcome: z.enum(['running', 'installed', 'failed']),
      /** Of an installer that ended with a fault while the program ran. */
      exitCode: z.int().nullable(),
    })
    .nullable(),
});
export type UpdateState = z.infer<typeof state>;

const nothing = z.object({});

/** Updates of this PC's own program, also where its desk is on another PC. */
export const updateContract = {
  'update.state': { kind: 'query', stale: ['update'], roles: officers, input: nothing, output: state },
  /** Releases on plugged-in disks, the newest first; `refused`: why one is not for this PC. */
  'update.find': {
    kind: 'query',
    stale: ['update'],
    roles: leaders,
    input: nothing,
    output: z.array(
      z.object({ folder: z.string(), version: z.string(), refused: z.enum(UPDATE_REFUSALS).nullable() }),
    ),
  },
  /**
   * Looks at a release, copies the installer of this PC out of it and compares the copy: from then on the stick may be pulled out.
   * Refused with `update-refused` and its reason.
   */
  'update.review': { kind: 'command', slow: true, roles: leaders, input: z.object({ path }), output: state },
  /** Looks at the copy again, makes a copy of the data, and starts the installer: it ends this program and opens the new one. */
  'update.install': {
    kind: 'command',
    slow: true,
    roles: leaders,
    input: z.object({ version: programVersion }),
    output: z.object({ version: z.string(), copy: z.string().nullable() }),
  },
  /** The folder in which newer versions are looked for; null for none. */
  'update.watch': {
    kind: 'command',
    slow: true,
    roles: leaders,
    input: z.object({ folder: path.nullable() }),
    output: state,
  },
  /** How the last update ended was read. */
  'update.seen': { kind: 'command', slow: true, roles: leaders, input: nothing, output: state },
} as const satisfies Record<string, DeskMethod>;
