import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { verifySignature } from '#electron/desk/update/port/minisign.ts';
import { RELEASE_KEYS, UPDATE_FILE } from '#shared/domain/update/manifest.ts';
import { newReleaseKey, signedRelease } from '#tests/support/signed-release.ts';
import { wantsAll } from '#tests/support/sizes.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { verifyRelease } from '../../../build/release/make-release.mjs';
import { readSecretKey, signatureOf } from '../../../build/release/minisign.mjs';

vi.setConfig({ testTimeout: 120_000 });
const minisign = (args: readonly string[], input = '') =>
  spawnSync('minisign', args, { input, encoding: 'utf8' });
const absent = (): string | undefined =>
  minisign(['-v']).error === undefined ? undefined : 'minisign is not on this machine';

test("a release is verified by Debian's minisign, and one changed letter is not", async (context) => {
  const reason = absent();
  if (reason !== undefined) return context.skip(reason);
  const key = newReleaseKey();
  const folder = await signedRelease({ folder: join(temporaryFolder('release'), 'out'), key });
  const file = join(folder, UPDATE_FILE);
  const verified = () => minisign(['-V', '-m', file, '-P', key.publicLine]);
  expect(verified().stdout).toContain('Trusted comment: quay-tiep-dan 2.0.0 2026-11-19');
  expect((await verifyRelease(folder, [key.publicLine])).version).toBe('2.0.0');
  writeFileSync(file, readFileSync(file, 'utf8').replace('2.0.0', '2.0.1'));
  expect(verified().status).not.toBe(0);
});

test('what minisign signs is verified here, by its own keys with and without a password', async (context) => {
  const reason = absent();
  if (reason !== undefined) return context.skip(reason);
  const folder = temporaryFolder('minisign');
  const at = (name: string): string => join(folder, name);
  const passwords = wantsAll('RELEASE_PASSWORD') ? ['', 'mật khẩu'] : [''];
  for (const password of passwords) {
    const more = password === '' ? ['-W'] : [];
    const typed = `${password}\n${password}\n`;
    expect(minisign(['-G', '-f', ...more, '-p', at('key.pub'), '-s', at('key')], typed).status).toBe(0);
    const [, line = ''] = readFileSync(at('key.pub'), 'utf8').split('\n');
    const key = readSecretKey(readFileSync(at('key'), 'utf8'), password);
    expect(key.publicLine).toBe(line);
    const bytes = Buffer.from('một bản phát hành');
    writeFileSync(at('file'), bytes);
    expect(minisign(['-S', '-m', at('file'), '-s', at('key')], typed).status).toBe(0);
    const theirs = readFileSync(at('file.minisig'), 'utf8');
    for (const text of [theirs, theirs.replaceAll('\n', '\r\n'), await signatureOf(bytes, key, 'của ta')])
      expect(await verifySignature(bytes, text, [newReleaseKey().publicLine, line])).toMatchObject({
        ok: true,
      });
    // A guess takes a gigabyte and some seconds, so that of these there is one (RELEASE_PASSWORD=all).
    if (password !== '')
      expect(() => readSecretKey(readFileSync(at('key'), 'utf8'), 'mat khau')).toThrow(/password/);
  }
});

test('what is no signature of ours is told apart', async () => {
  const [key, other] = [newReleaseKey(), newReleaseKey()];
  const bytes = Buffer.from('bytes');
  const text = await signatureOf(bytes, key, 'c');
  const why = async (changed: string, keys = [key.publicLine]) => {
    const signed = await verifySignature(bytes, changed, keys);
    return signed.ok ? 'ok' : signed.why;
  };
  expect(await why(text)).toBe('ok');
  expect(await why(text, [other.publicLine])).toBe('unknown-key');
  expect(await why(await signatureOf(Buffer.from('others'), key, 'c'))).toBe('wrong');
  expect(await why('')).toBe('malformed');
  expect(await why(text.replace('trusted comment: c', 'trusted comment: d'))).toBe('wrong');
  // The older form, which signs the file itself.
  expect(await why(text.replace('\nRU', '\nRW'))).toBe('malformed');
  // Whoever exchanges a key by hand notices a slip at once.
  for (const line of RELEASE_KEYS) expect(await why(text, [line])).toBe('unknown-key');
  expect(new Set(RELEASE_KEYS).size).toBe(2);
});
