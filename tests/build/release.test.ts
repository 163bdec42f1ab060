// @module-tag slow
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { newKeyText, newReleaseKey, signedRelease } from '#tests/support/signed-release.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const program = fileURLToPath(new URL('../../build/release/release.mjs', import.meta.url));

test('npm run release signs with no key that the PCs would refuse, and takes no release that is signed so', async () => {
  const folder = temporaryFolder('release');
  const release = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const { QTD_RELEASE_KEY: _, ...rest } = process.env;
    const { status, stderr } = spawnSync(process.execPath, [program, ...args], {
      env: { ...rest, ...env },
      encoding: 'utf8',
    });
    return `${status} ${stderr}`;
  };
  expect(release([])).toMatch(/^1 .*QTD_RELEASE_KEY/);
  const file = join(folder, 'foreign.key');
  writeFileSync(file, newKeyText());
  expect(release([], { QTD_RELEASE_KEY: file })).toMatch(/^1 .*every PC would refuse this key/);
  const foreign = await signedRelease({ folder: join(folder, 'out'), key: newReleaseKey() });
  expect(release(['--verify', foreign])).toMatch(/^1 .*unknown-key/);
});
