import { createHmac, scrypt } from 'node:crypto';

/** 59 bits of a code, stretched: 100 ms on an old PC, once on each side. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 };

/** The key both sides make of a code (its signs alone). Beside the thread of the desk. */
export function pairingKey(signs: string, salt: Buffer): Promise<Buffer> {
  return new Promise((done, failed) => {
    scrypt(signs, salt, 32, COST, (error, key) => (error === null ? done(key) : failed(error)));
  });
}

/**
 * The proof of one side that it knows the code, good on one TLS connection alone: `channel` is its exported key. Whoever stands
 * between has two connections, and neither proof is worth anything on the other one.
 */
export function pairingMac(
  key: Buffer,
  who: 'joining' | 'desk',
  said: { readonly channel: Buffer; readonly fingerprint: string; readonly token?: string },
): Buffer {
  return createHmac('sha256', key)
    .update(`${who}\n${said.fingerprint}\n${said.token ?? ''}\n`)
    .update(said.channel)
    .digest();
}
