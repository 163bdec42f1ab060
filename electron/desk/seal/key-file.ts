import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Secret } from '#shared/contract/secret.ts';
import { KEY_SIGNS, readRecoveryKey, recoveryKeyText } from '#shared/domain/backup/recovery-key.ts';
import type { DataKey } from '../store/cipher.ts';
import { writeWhole } from '../store/durable-file.ts';
import type { Box, KeyFile, Wrap } from '../store/key-form.ts';
import { DATA_KEY_NAME } from '../store/marker.ts';
import { runInWorker } from '../worker/run-in-worker.ts';
import type { StretchCost } from './stretch.ts';

/** The key file as it stands on the disk. */
export function keyFileText(held: KeyFile): string {
  return `${JSON.stringify(held, null, 2)}\n`;
}

export function writeKeyFile(folder: string, held: KeyFile): void {
  writeWhole(join(folder, DATA_KEY_NAME), keyFileText(held));
}

/** The file with one more wrap, in the place of one of its kind. */
export function withWrap(held: KeyFile, next: Wrap): KeyFile {
  return { ...held, wraps: [...held.wraps.filter(({ kind }) => kind !== next.kind), next] };
}

export async function passphraseWrap(
  id: string,
  key: DataKey,
  passphrase: string,
  cost: StretchCost,
): Promise<Wrap> {
  const salt = randomBytes(16);
  const kek = await runInWorker('stretch', { passphrase, salt, ...cost });
  return {
    kind: 'passphrase',
    salt: salt.toString('base64'),
    ...cost,
    p: 1,
    ...sealed(kek, id, 'passphrase', key),
  };
}

/** A new recovery key and its wrap. Its 130 drawn bits need no stretching. */
export function recoveryWrap(id: string, key: DataKey): { recoveryKey: string; wrap: Wrap } {
  const recoveryKey = recoveryKeyText(Array.from(randomBytes(KEY_SIGNS), (byte) => byte % 32));
  const kek = recoveryKek(id, readRecoveryKey(recoveryKey) ?? '');
  return { recoveryKey, wrap: { kind: 'recovery', ...sealed(kek, id, 'recovery', key) } };
}

/** The key that a secret opens; null where the secret is a wrong one, or the file knows none of its kind. */
export async function openBy(held: KeyFile, secret: Secret): Promise<DataKey | null> {
  const kind = 'passphrase' in secret ? 'passphrase' : 'recovery';
  const found = held.wraps.find((one) => one.kind === kind);
  if (found === undefined || found.kind === 'system') return null;
  const kek =
    found.kind === 'passphrase' && 'passphrase' in secret
      ? await runInWorker('stretch', {
          passphrase: secret.passphrase,
          salt: Buffer.from(found.salt, 'base64'),
          m: found.m,
          t: found.t,
        })
      : recoveryKek(held.id, 'recoveryKey' in secret ? (readRecoveryKey(secret.recoveryKey) ?? '') : '');
  const key = unsealed(kek, held.id, kind, found);
  return key === null ? null : { cipher: held.cipher, key: key.toString('hex') };
}

function recoveryKek(id: string, signs: string): Buffer {
  return Buffer.from(hkdfSync('sha256', signs, id, 'qtd-key recovery', 32));
}

function sealed(kek: Uint8Array, id: string, kind: string, { key }: DataKey): Box {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', kek, iv).setAAD(boundTo(id, kind));
  const data = Buffer.concat([cipher.update(key, 'hex'), cipher.final()]);
  return {
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    data: data.toString('base64'),
  };
}

function unsealed(kek: Uint8Array, id: string, kind: string, { iv, tag, data }: Box): Buffer | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', kek, Buffer.from(iv, 'base64'), { authTagLength: 16 });
    decipher.setAAD(boundTo(id, kind)).setAuthTag(Buffer.from(tag, 'base64'));
    return Buffer.concat([decipher.update(data, 'base64'), decipher.final()]);
  } catch {
    return null;
  }
}

/** A wrap opens in its own file and as its own kind only. */
function boundTo(id: string, kind: string): Buffer {
  return Buffer.from(`qtd-key:${id}:${kind}`);
}
