import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { runSteps, sourceChecks } from '../../build/check.mjs';

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

test('a step of npm test that ends well without making its file has failed', async () => {
  const folder = temporaryFolder('steps');
  const step = (name: string, script: string) => {
    const file = join(folder, `${name}.mjs`);
    writeFileSync(file, script);
    const makes = join(folder, `${name}.asar`);
    writeFileSync(makes, 'of an earlier run');
    return { name, file: () => file, args: [makes], makes };
  };
  expect(
    await runSteps([
      step('makes', "import { writeFileSync } from 'node:fs'; writeFileSync(process.argv[2], '');"),
      step('makes-nothing', ''),
    ]),
  ).toEqual([
    { name: 'makes', passed: true },
    { name: 'makes-nothing', passed: false },
  ]);
});

test('npm test asks for every lint there is, with no warning left', () => {
  expect(sourceChecks.find(({ name }) => name === 'lint')?.args).toEqual([
    '--type-aware',
    '--deny-warnings',
    '--report-unused-disable-directives',
  ]);
});
