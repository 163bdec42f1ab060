import type Database from 'better-sqlite3';
import { copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CopyTrouble } from '#shared/contract/backup-words.ts';
import { openDatabase } from '#electron/desk/store/cipher.ts';
import { pragmaValue, quickCheck } from '#electron/desk/store/connection.ts';
import { PART, renameDurably, syncFile } from '#electron/desk/store/durable-file.ts';
import { detailOf, startUpReason } from '#electron/desk/store/store-fault.ts';
import { Refusal } from '#electron/desk/refusal.ts';
import { LEVEL_KEY_FILE } from './level-key.ts';
import type { LevelServices } from './level-call.ts';
import { saveSetting } from './store/setting-row.ts';
import { LEVEL_FILE } from './store/sqlite-engine.ts';

/**
 * A copy of the level: a folder that opens like the level itself, with its database, checked, and its key. Gives the path of the
 * database. Throws the driver's or the file system's error, and leaves nothing unfinished then.
 */
function copyLevel(database: Database.Database, from: string, to: string, at: string): string {
  const folder = join(to, `level-${at.replaceAll(/[-:]|\.\d+/g, '')}`);
  const part = join(folder, `${LEVEL_FILE}${PART}`);
  const file = join(folder, LEVEL_FILE);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    rmSync(part, { force: true });
    database.prepare('VACUUM INTO ?').run(part);
    assertSame(part, database);
    copyFileSync(join(from, LEVEL_KEY_FILE), join(folder, LEVEL_KEY_FILE));
    syncFile(join(folder, LEVEL_KEY_FILE));
    renameDurably(part, file);
    return file;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Opens a copy and compares where its ledger ends. */
function assertSame(part: string, original: Database.Database): void {
  const copy = openDatabase(part, null, { fileMustExist: true });
  try {
    copy.pragma('journal_mode = DELETE');
    const answer = quickCheck(copy);
    if (answer !== 'ok') throw new CopyDiffers(answer);
    const end = 'SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1';
    const last = (one: Database.Database): string => JSON.stringify(one.prepare(end).get() ?? null);
    if (last(copy) !== last(original)) throw new CopyDiffers('the ledger ends elsewhere');
    if (pragmaValue(copy, 'page_size') !== pragmaValue(original, 'page_size'))
      throw new CopyDiffers('page size');
  } finally {
    copy.close();
  }
}

class CopyDiffers extends Error {}

function troubleOf(error: unknown): CopyTrouble {
  if (error instanceof CopyDiffers) return 'damaged';
  const reason = startUpReason(error);
  if (reason === 'full' || reason === 'readonly') return reason;
  return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'gone' : 'failed';
}

export const backupServices = {
  async 'backup.make'({ store, folder: home, at }, { folder }) {
    try {
      const path = await store.alone((database) => {
        if (database === null) throw new Refusal({ code: 'backup-on-server' });
        return copyLevel(database, home, folder ?? join(home, 'backups'), at);
      });
      await store.write(at, ({ trx }) => saveSetting(trx, 'lastBackup', at));
      return { path, bytes: statSync(path).size, verified: true };
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw new Refusal({ code: 'backup-failed', trouble: troubleOf(error), detail: detailOf(error) });
    }
  },
} satisfies Partial<LevelServices>;
