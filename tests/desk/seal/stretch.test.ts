import { argon2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import { stretch } from '#electron/desk/seal/stretch.ts';

test('a passphrase is stretched to the bytes that Node makes of it, at the cost of the program', async () => {
  const salt = Buffer.alloc(16, 7);
  const passphrase = 'Hoa gạo tháng ba'.normalize('NFD');
  const made = await stretch({ passphrase, salt, m: 65_536, t: 3 });
  const expected = argon2Sync('argon2id', {
    message: passphrase.normalize('NFC'),
    nonce: salt,
    parallelism: 1,
    tagLength: 32,
    memory: 65_536,
    passes: 3,
  });
  expect(Buffer.from(made).toString('hex')).toBe(expected.toString('hex'));
});
