import { createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import { blake2b } from 'hash-wasm';

/** A public key of minisign: its number, which signatures name, and 32 bytes. */
type PublicKey = { readonly number: Buffer; readonly key: Buffer };
/** `unknown-key`: of none of the keys; `wrong`: of one of them, but not of these bytes; `malformed`: not of minisign's form. */
type Signed =
  | { readonly ok: true; readonly comment: string }
  | { readonly ok: false; readonly why: 'unknown-key' | 'wrong' | 'malformed' };

const KEY_BYTES = 2 + 8 + 32;
const SIGNATURE_BYTES = 2 + 8 + 64;
/** The head of a public key of Ed25519 as `crypto` reads it. */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
const TRUSTED = 'trusted comment: ';

/**
 * Looks at a signature in minisign's form, prehashed (`ED`: Ed25519 over BLAKE2b-512), by one of `keys` (the second line of minisign's .pub
 * files). Its trusted comment is signed with it.
 */
export async function verifySignature(
  bytes: Uint8Array,
  text: string,
  keys: readonly string[],
): Promise<Signed> {
  const [, first = '', second = '', third = ''] = text.replaceAll('\r', '').split('\n');
  const line = Buffer.from(first, 'base64');
  const overall = Buffer.from(third, 'base64');
  if (line.length !== SIGNATURE_BYTES || overall.length !== 64 || !second.startsWith(TRUSTED))
    return { ok: false, why: 'malformed' };
  // The older form signs the file itself; none of ours was ever made.
  if (line.subarray(0, 2).toString('latin1') !== 'ED') return { ok: false, why: 'malformed' };
  const number = line.subarray(2, 10);
  const signature = line.subarray(10);
  const known = keys.map(readPublicKey).find((key) => timingSafeEqual(key.number, number));
  if (known === undefined) return { ok: false, why: 'unknown-key' };
  const comment = second.slice(TRUSTED.length);
  const hashed = Buffer.from(await blake2b(bytes, 512), 'hex');
  const isRight =
    isBy(known, hashed, signature) && isBy(known, Buffer.concat([signature, Buffer.from(comment)]), overall);
  return isRight ? { ok: true, comment } : { ok: false, why: 'wrong' };
}

/** Throws where it is none: the keys are written by whoever makes the program. */
function readPublicKey(line: string): PublicKey {
  const bytes = Buffer.from(line, 'base64');
  if (bytes.length !== KEY_BYTES || bytes.subarray(0, 2).toString('latin1') !== 'Ed')
    throw new Error('not a public key of minisign');
  return { number: bytes.subarray(2, 10), key: bytes.subarray(10) };
}

function isBy({ key }: PublicKey, signed: Buffer, signature: Buffer): boolean {
  const spki = createPublicKey({ key: Buffer.concat([SPKI_HEAD, key]), format: 'der', type: 'spki' });
  return verify(null, signed, spki, signature);
}
