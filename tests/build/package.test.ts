import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const root = join(import.meta.dirname, '../..');

test('an installer is not made around a stand-in for Electron', () => {
  // The other system's Electron is never in the package of this one.
  const other = process.platform === 'win32' ? '--deb' : '--win-installer';
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'build/package.mjs'), other], {
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: temporaryFolder('no-electron') },
  });
  expect(status).toBe(1);
  expect(stderr).toContain('No installer is made');
});
