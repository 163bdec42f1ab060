// @module-tag slow
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import {
  electronArguments,
  electronEnvironment,
  electronFile,
  oldGlibc,
  presentOrFetched,
  sandboxAdvice,
} from '../../build/electron-dist.mjs';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

/** A package of Electron 45.5.0 that unpacked `version`. */
function unpacked(version: string): string {
  const folder = temporaryFolder('electron');
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: '45.5.0' }));
  writeFileSync(join(folder, 'dist/electron'), '');
  writeFileSync(join(folder, 'dist/version'), version);
  writeFileSync(join(folder, 'path.txt'), 'electron');
  return folder;
}

test('only an Electron that is whole and of the right version is started; another one is fetched anew', () => {
  const whole = unpacked('v45.5.0');
  expect(electronFile(whole, undefined)).toBe(join(whole, 'dist/electron'));
  expect(electronFile(unpacked('45.4.1'), undefined)).toBeUndefined();
  const interrupted = unpacked('45.5.0');
  rmSync(join(interrupted, 'path.txt'));
  expect(electronFile(interrupted, undefined)).toBeUndefined();
  expect(electronFile(interrupted, join(whole, 'dist'))).toContain('dist');
});

test('what was interrupted or belongs to another version is removed and fetched by the script of the package', async () => {
  const foreign = unpacked('45.4.1');
  writeFileSync(join(foreign, 'dist/left-over.dll'), '');
  writeFileSync(
    join(foreign, 'install.js'),
    `const { mkdirSync, writeFileSync } = require('node:fs');
     mkdirSync('dist');
     writeFileSync('dist/version', '45.5.0');
     writeFileSync('dist/electron', process.env.NODE_USE_ENV_PROXY);
     writeFileSync('path.txt', 'electron');`,
  );
  expect(await presentOrFetched(foreign, undefined)).toBe(join(foreign, 'dist/electron'));
  expect(existsSync(join(foreign, 'dist/left-over.dll'))).toBe(false);

  const closed = unpacked('45.4.1');
  writeFileSync(join(closed, 'install.js'), 'process.exit(1)');
  expect(await presentOrFetched(closed, undefined)).toBeUndefined();
});

test('a download is told as it grows, and given up when nothing comes any more; a slow one is not', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(() => told.mockRestore());
  const stalled = unpacked('45.4.1');
  writeFileSync(
    join(stalled, 'install.js'),
    `const { mkdtempSync, writeFileSync } = require('node:fs');
     const folder = mkdtempSync(require('node:path').join(require('node:os').tmpdir(), 'electron-download-'));
     writeFileSync(folder + '/electron.zip', Buffer.alloc(25_000_000));
     setInterval(() => {}, 1000);`,
  );
  expect(await presentOrFetched(stalled, undefined, { stalledMs: 600 })).toBeUndefined();
  expect(told.mock.calls.flat()).toContain('20 MB…\n');

  const slow = unpacked('45.4.1');
  writeFileSync(
    join(slow, 'install.js'),
    `const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
     mkdirSync('dist');
     writeFileSync('dist/version', '45.5.0');
     let parts = 0;
     setInterval(() => {
       appendFileSync('dist/electron', 'part');
       parts += 1;
       if (parts < 12) return;
       writeFileSync('path.txt', 'electron');
       process.exit();
     }, 100);`,
  );
  expect(await presentOrFetched(slow, undefined, { stalledMs: 900 })).toBe(join(slow, 'dist/electron'));
});

test('X11 is asked for where there is one, and proxies and certificates of the machine are used', () => {
  expect(electronArguments({ DISPLAY: ':0', WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toEqual([
    '--ozone-platform=x11',
  ]);
  expect(electronArguments({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toEqual([]);
  expect(electronArguments({ DISPLAY: ':0' }, 'win32')).toEqual([]);
  expect(electronEnvironment({ ELECTRON_RUN_AS_NODE: '1', NODE_USE_ENV_PROXY: '0' })).toEqual({
    ELECTRON_GET_USE_PROXY: '1',
    NODE_USE_ENV_PROXY: '0',
    NODE_USE_SYSTEM_CA: '1',
  });
  for (const given of ['https://mirror.example/electron', 'https://mirror.example/electron/'])
    expect(electronEnvironment({ ELECTRON_MIRROR: given }).ELECTRON_MIRROR).toBe(
      'https://mirror.example/electron/',
    );
});

test('an old Linux is told in words, and so is the sandbox rule of Ubuntu with its two commands', () => {
  expect(oldGlibc('2.31')).toContain('glibc 2.31');
  for (const glibc of ['2.34', '2.36', '3.0', '']) expect(oldGlibc(glibc)).toBeUndefined();
  const advice = sandboxAdvice('SIGTRAP', '/e/dist/electron');
  expect(advice).toContain('sudo chown root:root "/e/dist/chrome-sandbox"');
  expect(advice).toContain('sudo chmod 4755 "/e/dist/chrome-sandbox"');
  expect(sandboxAdvice('SIGSEGV', '/e/dist/electron')).toBe('');
});
