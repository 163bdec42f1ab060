import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from './store/durable-file.ts';
import { LAST_WORD_NAME, readLastWord } from './store/last-word.ts';
import { DATABASE_NAME } from './store/marker.ts';
import { readLog } from './store/write-ahead-log.ts';

const logOf = (folder: string): string => join(folder, `${DATABASE_NAME}-wal`);
const keptOf = (folder: string): string => `${logOf(folder)}.kept`;

/**
 * Gives the log of a database that is open a second name. A thread that is ended where it stands leaves its database to Node, which
 * closes it, and SQLite then takes the first name away. A file system without second names keeps none.
 */
export function keepLog(folder: string): void {
  forgetLog(folder);
  try {
    linkSync(logOf(folder), keptOf(folder));
  } catch {
    // The next start then calls the missing log a loss, as of any other program that took it away.
  }
}

/**
 * After such an end, and at once: the log comes back under its first name where it is the very one that the last word speaks of, as
 * full as it says. What SQLite has brought over from it already is only brought over again.
 */
export function bringLogBack(folder: string): void {
  try {
    if (existsSync(logOf(folder))) return;
    const said = readLastWord(join(folder, LAST_WORD_NAME)).known?.log ?? null;
    const kept = readLog(keptOf(folder));
    if (said === null || kept === null || kept.salt !== said.salt || kept.frames < said.frames) return;
    renameSync(keptOf(folder), logOf(folder));
    syncFolder(folder);
  } catch {
    // The next start tells what is missing.
  } finally {
    forgetLog(folder);
  }
}

export function forgetLog(folder: string): void {
  try {
    rmSync(keptOf(folder), { force: true });
  } catch {
    // What is no folder holds none; the desk tells of it on its own screen.
  }
}
