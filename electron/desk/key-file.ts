import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SigningKey } from '#electron/books/day-file.ts';
import { Refusal } from './refusal.ts';
import { writeWhole } from './store/durable-file.ts';

/** A new Ed25519 key, in a file that this user alone reads; null: in no file. Throws the file system's error. */
export function makeKeyFile(file: string | null): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  if (file !== null) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeWhole(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  }
  return keyOf(privateKey);
}

/** The key of a file, undefined where there is none. One that cannot be read or holds no such key is refused with `office-key-damaged`. */
export function readKeyFile(file: string): SigningKey | undefined {
  const pem = readIfThere(file);
  if (pem === undefined) return undefined;
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return keyOf(key);
  } catch {
    // Refused below, in words.
  }
  throw new Refusal({ code: 'office-key-damaged', file });
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Refusal({ code: 'office-key-damaged', file });
  }
}

function keyOf(privateKey: KeyObject): SigningKey {
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const raw = Buffer.from(x, 'base64url');
  return {
    keyId: createHash('sha256').update(raw).digest('hex'),
    publicKey: raw.toString('base64'),
    sign: (bytes) => sign(null, bytes, privateKey),
  };
}
