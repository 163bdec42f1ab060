import { join } from 'node:path';
import type { SigningKey } from '#electron/books/day-file.ts';
import { makeKeyFile, readKeyFile } from '#electron/desk/key-file.ts';
import { Refusal } from '#electron/desk/refusal.ts';
import type { LevelStore } from './store/level-store.ts';
import { readSettings, saveSetting } from './store/setting-row.ts';

export const LEVEL_KEY_FILE = 'level-key.pem';

/** The key of the level: of its folder, and known by its fingerprint to its database, so that no other one takes its place unseen. */
export async function levelKey(store: LevelStore, folder: string, at: string): Promise<SigningKey> {
  const file = join(folder, LEVEL_KEY_FILE);
  return store.write(at, async ({ trx }) => {
    // Only now: another program may just have made both.
    const found = readKeyFile(file);
    const { keyId } = await readSettings(trx);
    if (keyId !== null && found?.keyId !== keyId) throw new Refusal({ code: 'office-key-damaged', file });
    const key = found ?? makeKeyFile(file);
    if (keyId === null) await saveSetting(trx, 'keyId', key.keyId);
    return key;
  });
}
