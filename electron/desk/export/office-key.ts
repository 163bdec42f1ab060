import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../refusal.ts';
import { writeWhole } from '../store/durable-file.ts';
import type { Store } from '../store/store.ts';

/** The office's signing key. The private half never leaves the data folder, not even in a backup of the database. */
export type OfficeKey = {
  /** SHA-256 of the public key in hexadecimal: the fingerprint that the level above compares. */
  readonly keyId: string;
  /** The 32 bytes of the Ed25519 public key, base64. */
  readonly publicKey: string;
  sign(bytes: Uint8Array): Buffer;
};

const KEY_FILE = 'office-key.pem';

const keys = new WeakMap<Store, OfficeKey>();

/**
 * The key of this desk's folder, made when it is first needed and readable by this user alone. A file that holds no such key is
 * refused with `office-key-damaged` and stays as it is: a new key in its place would not be known to the level above.
 */
export function officeKey(store: Store): OfficeKey {
  const known = keys.get(store);
  if (known !== undefined) return known;
  const key = keyOf(
    store.database.memory ? generateKeyPairSync('ed25519').privateKey : folderKey(store.folder),
  );
  keys.set(store, key);
  return key;
}

function folderKey(folder: string): KeyObject {
  const file = join(folder, KEY_FILE);
  const pem = readIfThere(file);
  if (pem !== undefined) {
    try {
      const key = createPrivateKey(pem);
      if (key.asymmetricKeyType === 'ed25519') return key;
    } catch {
      // Refused below, in words.
    }
    throw new Refusal({ code: 'office-key-damaged', file });
  }
  const { privateKey } = generateKeyPairSync('ed25519');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeWhole(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return privateKey;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Refusal({ code: 'office-key-damaged', file });
  }
}

function keyOf(privateKey: KeyObject): OfficeKey {
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const raw = Buffer.from(x, 'base64url');
  return {
    keyId: createHash('sha256').update(raw).digest('hex'),
    publicKey: raw.toString('base64'),
    sign: (bytes) => sign(null, bytes, privateKey),
  };
}
