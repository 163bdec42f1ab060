import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { fingerprintOfKey, inFours } from '#renderer/level/frame/office-key.ts';
import { readCount } from '#renderer/level/client/typed-count.ts';
import { fingerprintOf } from '#electron/books/verify.mjs';

function newKey() {
  const { publicKey } = generateKeyPairSync('ed25519');
  const base64 = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
  return { base64, pem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

test('the page knows a key in every form in which the level takes one', async () => {
  const { base64, pem } = newKey();
  const keyId = fingerprintOf(base64, null);
  expect(await fingerprintOfKey(base64)).toBe(keyId);
  expect(await fingerprintOfKey(`\n${pem}`)).toBe(keyId);
  const aloud = inFours(keyId ?? '').join(' ');
  expect(aloud.split(' ')).toHaveLength(16);
  expect(await fingerprintOfKey(aloud)).toBe(keyId);
  for (const wrong of ['', 'abc', base64.slice(4), `${aloud} 0`, pem.replace('PUBLIC', 'PRIVATE')])
    expect(await fingerprintOfKey(wrong)).toBeUndefined();
});

test('a count is read with the thousands of either language', () => {
  expect(['1.234', '1,234', '1 234', ' 7 ', '0'].map(readCount)).toEqual([1234, 1234, 1234, 7, 0]);
  expect(['', '-1', '1.5', '12,34', 'một'].map(readCount)).toEqual([null, null, null, null, null]);
});
