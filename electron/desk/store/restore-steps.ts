import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { count, day } from '#shared/domain/values.ts';
import { LAST_WORD_NAME, readLastWord } from './last-word.ts';
import { syncFolder, writeWhole } from './durable-file.ts';
import { DATA_KEY_NAME, DATABASE_NAME, MARKER_NAME } from './marker.ts';
import { PAGE_SUMS_NAME } from './page-sums.ts';
import { COPIES_FOLDER } from './verified-copy.ts';

/** Numbers that were given, the last of each series by its letter; `day` null: on the open day, or the next that is opened. */
const given = z.object({ day: day.nullable(), numbers: z.record(z.string(), count) });
export type Given = z.infer<typeof given>;

/**
 * A restore, or a database that was enciphered: beside the database and not in it, for it outlives the database it replaces
 * (docs/decisions/0025-restore.md, 0026-encryption.md).
 * `ready`: the copy lies checked in `restoring`; `aside`: what was there lies in `replaced`; `placed`: the copy is in its place;
 * `done`: the journal says so and the numbers are raised.
 */
const order = z.object({
  form: z.literal('QTD-RESTORE-1'),
  kind: z.enum(['restore', 'encrypt']).default('restore'),
  id: z.string(),
  stage: z.enum(['ready', 'aside', 'placed', 'done']),
  at: z.string(),
  copy: z.string(),
  reason: z.string(),
  /** Of the call that asked: a repetition is answered and not done again. */
  key: z.string(),
  body: z.string(),
  /** The last event of the copy. */
  events: count,
  /** The copy made just before, by which the restore is undone; null where none could be made. */
  undo: z.string().nullable(),
  /** The folder, beside the copies, that holds what was replaced. */
  replaced: z.string(),
  /** What is known to have been given, also after the copy. */
  given: z.array(given),
  /** Numbers that came back without a name. */
  nameless: count,
});
export type RestoreOrder = z.infer<typeof order>;

const ORDER_NAME = 'desk.restore.json';
export const RESTORING = 'restoring';

/** What a restore exchanges: the database, what speaks of it, and the office's key. */
const exchanged = (beside: readonly string[]): string[] => [
  DATABASE_NAME,
  `${DATABASE_NAME}-wal`,
  `${DATABASE_NAME}-shm`,
  LAST_WORD_NAME,
  PAGE_SUMS_NAME,
  MARKER_NAME,
  // The key of what is replaced goes with it: nothing else opens it.
  DATA_KEY_NAME,
  ...beside,
];

export function readOrder(folder: string): RestoreOrder | null {
  try {
    return order.parse(JSON.parse(readFileSync(join(folder, ORDER_NAME), 'utf8')));
  } catch {
    return null;
  }
}

export function writeOrder(folder: string, next: RestoreOrder): RestoreOrder {
  writeWhole(join(folder, ORDER_NAME), `${JSON.stringify(next, null, 2)}\n`);
  return next;
}

/**
 * Exchanges the database for the copy that was ordered, before anything of the folder is opened. Killed at any moment it goes on
 * at the next start, so that there is the old one or the new one. Throws the file system's error.
 */
export function exchangeOrdered(folder: string): void {
  let now = readOrder(folder);
  const restoring = join(folder, RESTORING);
  if (now === null) return;
  if (isNextGone(folder, now)) return takeBack(folder, now);
  if (now.stage === 'ready') {
    const aside = join(folder, COPIES_FOLDER, now.replaced);
    mkdirSync(aside, { recursive: true, mode: 0o700 });
    const known = now.kind === 'restore' ? lastGiven(folder) : null;
    if (known !== null) now = writeOrder(folder, { ...now, given: [...now.given, known] });
    const beside = existsSync(restoring) ? readdirSync(restoring) : [];
    for (const name of exchanged(beside)) {
      if (existsSync(join(folder, name))) renameSync(join(folder, name), join(aside, name));
    }
    syncFolder(aside);
    syncFolder(folder);
    now = writeOrder(folder, { ...now, stage: 'aside' });
  }
  if (now.stage === 'aside') {
    if (existsSync(restoring)) {
      for (const name of readdirSync(restoring)) renameSync(join(restoring, name), join(folder, name));
      syncFolder(folder);
      rmSync(restoring, { recursive: true, force: true });
    }
    writeOrder(folder, { ...now, stage: 'placed' });
  }
}

/** Somebody tidied away what was to take the database's place before it did. */
function isNextGone(folder: string, { stage }: RestoreOrder): boolean {
  if (existsSync(join(folder, RESTORING, DATABASE_NAME))) return false;
  return stage === 'ready' || (stage === 'aside' && !existsSync(join(folder, DATABASE_NAME)));
}

/** What was moved aside comes back, and the order is void. */
function takeBack(folder: string, { replaced }: RestoreOrder): void {
  const aside = join(folder, COPIES_FOLDER, replaced);
  for (const name of existsSync(aside) ? readdirSync(aside) : [])
    renameSync(join(aside, name), join(folder, name));
  syncFolder(folder);
  rmSync(join(folder, ORDER_NAME));
}

/** The numbers of the last day as the desk last said them; null where it said none. */
function lastGiven(folder: string): Given | null {
  const { known } = readLastWord(join(folder, LAST_WORD_NAME));
  return known === null || known.day === null ? null : { day: known.day, numbers: { ...known.numbers } };
}

/** Whether the desk's own word reaches beyond an event: then every number that was given is known. */
export function isGivenKnown(folder: string, event: number): boolean {
  const { known } = readLastWord(join(folder, LAST_WORD_NAME));
  return known !== null && known.event >= event && known.day !== null;
}
