import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
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

test('a step that passed is run again when a file that it reads has changed, and not before', async () => {
  const folder = temporaryFolder('reads');
  const name = `reads-${process.pid}`;
  onTestFinished(() => rmSync(join(root, `node_modules/.cache/${name}.sha256`), { force: true }));
  const [read, ran, script] = ['read', 'ran', 'step.mjs'].map((file) => join(folder, file)) as [
    string,
    string,
    string,
  ];
  writeFileSync(script, "import { appendFileSync } from 'node:fs'; appendFileSync(process.argv[2], 'x');");
  const step = { name, file: () => script, args: [ran], reads: [relative(root, read)] };
  for (const [text, runs] of [
    ['a', 'x'],
    ['a', 'x'],
    ['b', 'xx'],
  ] as const) {
    writeFileSync(read, text);
    expect(await runSteps([step])).toEqual([{ name, passed: true }]);
    expect(readFileSync(ran, 'utf8')).toBe(runs);
  }
  writeFileSync(read, 'c');
  writeFileSync(script, 'process.exit(1);');
  for (const passed of [false, false]) expect(await runSteps([step])).toEqual([{ name, passed }]);
});

test('a step whose file is gone is run again, also when nothing that it reads has changed', async () => {
  const folder = temporaryFolder('makes');
  const name = `makes-${process.pid}`;
  onTestFinished(() => rmSync(join(root, `node_modules/.cache/${name}.sha256`), { force: true }));
  const [script, makes] = [join(folder, 'step.mjs'), join(folder, 'made')];
  writeFileSync(script, "import { writeFileSync } from 'node:fs'; writeFileSync(process.argv[2], 'made');");
  const step = { name, file: () => script, args: [makes], makes, reads: [relative(root, script)] };
  for (const before of [undefined, 'made', 'kept', undefined]) {
    if (before === undefined) rmSync(makes, { force: true });
    else writeFileSync(makes, before);
    expect(await runSteps([step])).toEqual([{ name, passed: true }]);
    expect(readFileSync(makes, 'utf8')).toBe(before ?? 'made');
  }
});

test('npm test asks for every lint there is, with no warning left', () => {
  expect(sourceChecks.find(({ name }) => name === 'lint')?.args).toEqual([
    '--type-aware',
    '--deny-warnings',
    '--report-unused-disable-directives',
  ]);
});
