import { join } from 'node:path';
import type { SigningKey } from '#electron/books/day-file.ts';
import { officeRow, saveSetting } from '../store/rows/office-row.ts';
import { makeKeyFile, readKeyFile } from '../key-file.ts';
import { Refusal } from '../refusal.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';

export const KEY_FILE = 'office-key.pem';
const KEY_SETTING = 'officeKeyId';

const keys = new WeakMap<WritableStore, SigningKey>();

/**
 * The signing key of this desk's folder; the private half leaves it in copies of the desk only, so that a restored one signs as before. It is made when it is first needed and readable by this user alone. Its identity is kept in the
 * database: a file that is gone, holds no such key or another one is refused with `office-key-damaged` and stays as it is, for a
 * new key in its place would not be known to the level above. `renewSigningKey` makes one deliberately.
 */
export function signingKey(store: WritableStore): SigningKey {
  const known = keys.get(store);
  if (known !== undefined) return known;
  const keptId = keptKeyId(store);
  const found = store.folder === '' ? undefined : readKeyFile(keyFile(store));
  if (keptId !== undefined && found?.keyId !== keptId)
    throw new Refusal({ code: 'office-key-damaged', file: keyFile(store) });
  const key = found ?? makeKeyFile(store.folder === '' ? null : keyFile(store));
  if (keptId === undefined) store.write(() => keepKeyId(store, key.keyId));
  keys.set(store, key);
  return key;
}

/** A new key in the place of one that is lost, damaged or no longer trusted; `before` is the identity of the old one. */
export function renewSigningKey(store: WritableStore): {
  readonly key: SigningKey;
  readonly before: string | null;
} {
  const before = keptKeyId(store) ?? null;
  const key = makeKeyFile(store.folder === '' ? null : keyFile(store));
  keepKeyId(store, key.keyId);
  // Read again from its file, in case the change of the database is rolled back.
  if (store.folder === '') keys.set(store, key);
  else keys.delete(store);
  return { key, before };
}

/** Unknown before the office is set up: no file is signed then. */
function keptKeyId(store: ReadableStore): string | undefined {
  const row = store
    .prepare<[string], { value: string }>('SELECT value FROM setting WHERE key = ? LIMIT 1')
    .get(KEY_SETTING);
  return row === undefined ? undefined : String(JSON.parse(row.value));
}

function keepKeyId(store: WritableStore, keyId: string): void {
  const office = officeRow(store);
  if (office !== undefined) saveSetting(store, office.id, KEY_SETTING, keyId);
}

function keyFile(store: ReadableStore): string {
  return join(store.folder, KEY_FILE);
}
