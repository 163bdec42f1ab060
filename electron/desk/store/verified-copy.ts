import type Database from 'better-sqlite3';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, type DataKey } from './cipher.ts';
import { pragmaValue } from './connection.ts';
import { PART, renameDurably } from './durable-file.ts';

/** A copy that does not hold what it should; the original is not in doubt. */
export class CopyRefused extends Error {}

export const COPIES_FOLDER = 'copies';

/**
 * Copies a database before its schema changes, to `copies/before-schema-<n>-<stamp>.db`; the file appears under that
 * name only when it has been checked. Gives the path. Throws the driver's or the file system's error, or `CopyRefused`.
 */
export function copyBeforeSchema(
  database: Database.Database,
  key: DataKey | null,
  folder: string,
  next: number,
  now: string,
): string {
  const copies = join(folder, COPIES_FOLDER);
  mkdirSync(copies, { recursive: true, mode: 0o700 });
  const name = join(copies, `before-schema-${next}-${now.replaceAll(/[-:]|\.\d+/g, '')}`);
  let file = `${name}.db`;
  for (let again = 2; existsSync(file); again += 1) file = `${name}-${again}.db`;
  const part = `${file}${PART}`;
  try {
    database.prepare('VACUUM INTO ?').run(part);
    assertCopy(part, database, key);
    renameDurably(part, file);
  } catch (error) {
    removePart(part);
    throw error;
  }
  return file;
}

/** Opens a copy, leaves it as one file without a log beside it, and checks its pages and its identity. */
function assertCopy(part: string, original: Database.Database, key: DataKey | null): void {
  const copy = openDatabase(part, key, { fileMustExist: true });
  try {
    copy.pragma('journal_mode = DELETE');
    const answer = String(pragmaValue(copy, 'quick_check(1)'));
    if (answer !== 'ok') throw new CopyRefused(answer);
    for (const name of ['application_id', 'user_version']) {
      if (pragmaValue(copy, name) !== pragmaValue(original, name)) throw new CopyRefused(`${name} differs`);
    }
  } finally {
    copy.close();
  }
}

/** Removes an unfinished copy with what SQLite may have put beside it. */
export function removePart(part: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${part}${suffix}`, { force: true });
}
