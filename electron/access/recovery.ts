import { hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  KEY_SIGNS,
  readRecoveryKey,
  recoveryKeyText,
  type KeptRecovery,
} from '#shared/domain/backup/recovery-key.ts';
import { Refusal } from '#electron/desk/refusal.ts';

/** A new recovery key of a desk or a level whose data is plain, and what is kept of it. Its 130 drawn bits need no stretching. */
export function newRecovery(): { recoveryKey: string; kept: KeptRecovery } {
  const recoveryKey = recoveryKeyText(Array.from(randomBytes(KEY_SIGNS), (byte) => byte % 32));
  const salt = randomBytes(16).toString('hex');
  const hash = digestOf(recoveryKey, salt).toString('hex');
  return { recoveryKey, kept: { salt, hash, proven: false } };
}

/** What is kept of a recovery key that is the right one; refuses, with `wrong-secret` or as mistyped, what is not. */
export function proveRecovery(kept: KeptRecovery | null, recoveryKey: string): KeptRecovery {
  if (readRecoveryKey(recoveryKey) === null)
    throw new Refusal({ code: 'invalid-input', path: 'recoveryKey', reason: 'mistyped' });
  const isRight = (known: KeptRecovery) =>
    timingSafeEqual(digestOf(recoveryKey, known.salt), Buffer.from(known.hash, 'hex'));
  if (kept === null || !isRight(kept)) throw new Refusal({ code: 'wrong-secret', waitSeconds: 0 });
  return kept;
}

function digestOf(recoveryKey: string, salt: string): Buffer {
  return Buffer.from(hkdfSync('sha256', readRecoveryKey(recoveryKey) ?? '', salt, 'qtd-office recovery', 32));
}
