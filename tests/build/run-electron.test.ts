import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hangs, runElectron } from '../../build/run-electron.mjs';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

/** A program that does what `script` says, in place of Electron. */
function programThat(script: string): string {
  const file = join(temporaryFolder('electron'), 'electron');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

const run = (script: string, shownMs = 10_000) =>
  runElectron(programThat(script), [], { cwd: '/', limits: { shownMs, endMs: 100 } });

test('an Electron that shows no window in its time is ended, also where it does not want to', async ({
  skip,
}) => {
  skip(process.platform === 'win32', 'a program of Windows cannot be written down in a line');
  const ended = join(temporaryFolder(), 'ended');
  expect(await run(`trap 'touch "${ended}"; kill $!; exit 0' TERM; sleep 60 & wait`, 1_000)).toMatchObject({
    reason: expect.stringContaining('showed no window within 1 seconds'),
  });
  expect(existsSync(ended)).toBe(true);
  expect(await run(`trap '' TERM; while :; do sleep 0.1; done`, 300)).toHaveProperty('reason');
  // One that shows its window is left alone.
  expect(await run('touch "$QTD_SHOWN_FILE"; sleep 0.6; exit 0', 300)).toEqual({ code: 0 });
});

test('whether an Electron hangs is found out while the program is built', async ({ skip }) => {
  skip(process.platform === 'win32', 'a program of Windows cannot be written down in a line');
  expect(await hangs(programThat(`trap '' TERM; while :; do sleep 0.1; done`), 300)).toBe(true);
  expect(await hangs(programThat('[ "${*#*--version}" != "$*" ]'), 10_000)).toBe(false);
  // Why it does not run is told when it is to run.
  expect(await hangs(programThat('kill -TRAP $$'), 10_000)).toBe(false);
  expect(await hangs('/no/such/electron', 10_000)).toBe(false);
});

test('an Electron that fails before its window, however late, is told with its reason; one that was used is not', async ({
  skip,
}) => {
  skip(process.platform === 'win32', 'a program of Windows cannot be written down in a line');
  expect(await run('sleep 0.3; exit 127')).toMatchObject({ reason: expect.stringContaining('code 127') });
  expect(await run('kill -TRAP $$')).toMatchObject({
    reason: expect.stringContaining('sudo chmod 4755'),
  });
  expect(await runElectron('/no/such/electron', [], { cwd: '/' })).toMatchObject({
    reason: expect.stringContaining('ENOENT'),
  });
  expect(await run('touch "$QTD_SHOWN_FILE"; exit 7')).toEqual({ code: 7 });
  expect(await run('kill -INT $$')).toEqual({ code: 1 });
  expect(await run('exit 0')).toEqual({ code: 0 }); // the program runs already
});
