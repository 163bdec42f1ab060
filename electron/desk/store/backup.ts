import { existsSync } from 'node:fs';
import { PART, renameDurably } from './durable-file.ts';
import type { Store } from './store.ts';
import { assertCopy, CopyRefused, removePart } from './verified-copy.ts';

/**
 * Copies a living store to `targetFile` in small steps while the desk goes on working; the file appears under its name
 * only when `integrity_check` has found it sound. The folder must exist; a file that is already there is never
 * replaced. Rejects with `CopyRefused`, or with the driver's or the file system's error; nothing is left behind then.
 */
export async function copyStore(store: Store, targetFile: string): Promise<void> {
  if (existsSync(targetFile)) throw new CopyRefused('there is already a file of that name');
  const part = `${targetFile}${PART}`;
  removePart(part);
  try {
    await store.database.backup(part);
    assertCopy(part, store.database, 'integrity_check(1)');
    renameDurably(part, targetFile);
  } catch (error) {
    removePart(part);
    throw error;
  }
}
