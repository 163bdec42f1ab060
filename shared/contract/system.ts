import { z } from 'zod';
import { everyone, leaders, type DeskMethod } from './method.ts';
import { count, day } from '#shared/domain/values.ts';
import { openDay } from './stale.ts';

const CHECK_STATES = ['checking', 'done', 'wrong'] as const;

/** What the desk compares by itself after each start and every night; null where nothing is on a disk. */
const checks = z
  .object({
    /** Pages of the database against their checksums; those `learned` had none before. */
    pages: z.object({
      state: z.enum(CHECK_STATES),
      checked: count,
      total: count,
      learned: count,
      wrong: count,
    }),
    /** The chain of the journal up to its last event; the first that does not fit. */
    events: z.object({ state: z.enum(CHECK_STATES), checked: count, firstBroken: count.nullable() }),
  })
  .nullable();

const health = z.object({
  version: z.string(),
  schema: count,
  businessDay: day.nullable(),
  store: z.object({
    journalMode: z.string(),
    synchronous: count,
    integrity: z.string(),
    /**
     * What the desk last committed is `kept` beside the database; `began`: at this start; `unreadable`: it was lost and begun
     * anew; `failing`: its file takes no more. Only where it is kept would a start notice that the database lacks something.
     */
    lastWord: z.enum(['kept', 'began', 'unreadable', 'failing']),
  }),
  checks,
  /** Bytes that the disk of the data still takes; null where there is none, or it does not tell. */
  freeBytes: count.nullable(),
  /** The pages of the database are enciphered. */
  encrypted: z.boolean(),
  /** This PC can keep the key of encrypted data by itself: nothing is typed at a start. */
  keepsKeys: z.boolean(),
  electron: z.boolean(),
  training: z.boolean(),
  /** Number of the last event: where a reader that starts now begins. */
  lastEvent: count,
  /** The desk whose number that is; another one after each opening. */
  desk: z.string(),
  dataFolder: z.string(),
  /** This PC has joined the desk of another one, under this name. */
  joinedAs: z.string().optional(),
});
export type Health = z.infer<typeof health>;

export const systemContract = {
  'system.health': {
    kind: 'query',
    stale: [...openDay],
    roles: everyone,
    input: z.object({}),
    output: health,
  },
  /**
   * The leader's word that the data folder was moved here and its former place is used no more: opens a desk that is refused as
   * `copied`. Of a desk that is open it says that.
   */
  'system.move-in': {
    kind: 'command',
    roles: leaders,
    input: z.object({}),
    output: z.object({ dataFolder: z.string() }),
  },
  /** Recounts the event chain from its first row; names the first row that does not fit. */
  'system.verify-events': {
    kind: 'query',
    stale: [],
    roles: leaders,
    input: z.object({}),
    output: z.object({ events: count, firstBroken: count.nullable() }),
  },
} as const satisfies Record<string, DeskMethod>;
