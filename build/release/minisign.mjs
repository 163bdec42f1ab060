// Signs as Debian's minisign does, with the secret keys that it makes (`minisign -G`, with a password or `-W`).
import { createPrivateKey, createPublicKey, scryptSync, sign } from 'node:crypto';
import { blake2b } from 'hash-wasm';

/** Heads, key number, private and public half, and their sum. */
const KEY_BYTES = 2 + 2 + 2 + 32 + 8 + 8 + 8 + 64 + 32;
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key in the text of a minisign.key; `password` where it has one. Throws a sentence where it does not open. */
export function readSecretKey(text, password = '') {
  const bytes = Buffer.from(text.split('\n')[1] ?? '', 'base64');
  if (bytes.length !== KEY_BYTES || bytes.toString('latin1', 0, 2) !== 'Ed')
    throw new Error(
      'Tệp khóa không phải khóa bí mật của minisign / The key file is no secret key of minisign.',
    );
  const plain = bytes.subarray(54);
  if (bytes.toString('latin1', 2, 4) === 'Sc') {
    const memory = Number(bytes.readBigUInt64LE(46));
    // As libsodium chooses for what minisign asks of it.
    const stream = scryptSync(password, bytes.subarray(6, 38), plain.length, {
      N: memory / 1024,
      r: 8,
      p: 1,
      maxmem: 2 * memory,
    });
    for (let at = 0; at < plain.length; at += 1) plain[at] ^= stream[at];
  }
  const number = plain.subarray(0, 8);
  const secret = plain.subarray(8, 72);
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8_HEAD, secret.subarray(0, 32)]),
    format: 'der',
    type: 'pkcs8',
  });
  const half = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  if (!half.equals(secret.subarray(32)))
    throw new Error('Mật khẩu của khóa không đúng / The password of the key is wrong.');
  const publicLine = Buffer.concat([Buffer.from('Ed'), number, secret.subarray(32)]).toString('base64');
  return { number, key, publicLine };
}

/** The text of a .minisig of these bytes; `comment` (one line) is signed with it. */
export async function signatureOf(bytes, { number, key }, comment) {
  const signature = sign(null, Buffer.from(await blake2b(bytes, 512), 'hex'), key);
  const overall = sign(null, Buffer.concat([signature, Buffer.from(comment)]), key);
  const line = Buffer.concat([Buffer.from('ED'), number, signature]);
  return `untrusted comment: signature of a release\n${line.toString('base64')}\ntrusted comment: ${comment}\n${overall.toString('base64')}\n`;
}
