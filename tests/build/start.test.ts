// @module-tag slow
import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { BUILT_HOST, HOST_FILE } from '#tests/support/running-host.ts';
import { wantsAll } from '#tests/support/sizes.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

// Nobody waits longer until the program can be used; one that hangs is waited for in earnest here.
vi.setConfig({ testTimeout: 60_000 });
const usableMs = 30_000;

const root = join(import.meta.dirname, '../..');
/** Windows names folders after people. */
const folder = mkdtempSync(join(tmpdir(), 'quay-tiep-dan-start-'));
const program = join(folder, 'Nguyễn Văn A/Quầy Tiếp Dân');
const electronPackage = join(program, 'node_modules/electron');
const version = '45.4.1';

const notHere =
  process.platform !== 'linux'
    ? 'a program in Electron’s place is a line of a shell'
    : HOST_FILE === BUILT_HOST
      ? undefined
      : 'out/ does not come from these sources';

/** Not the browser of the tests, nor what tells the sources of what was built. */
const isOfProgram = (path: string): boolean => !/\/node_modules$|\.map$/.test(path);

beforeAll(() => {
  if (notHere !== undefined) return;
  for (const part of [
    'shared',
    'electron',
    'renderer',
    'build',
    'out',
    'package.json',
    'package-lock.json',
    'tsconfig.base.json',
  ])
    cpSync(join(root, part), join(program, part), { recursive: true, filter: isOfProgram });
  mkdirSync(electronPackage, { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== 'electron')
      symlinkSync(join(root, 'node_modules', name), join(program, 'node_modules', name));
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Electron's package as its download was broken off, and the script that fetches it anew. */
function interrupted(install: string): void {
  mkdirSync(join(electronPackage, 'dist'), { recursive: true });
  writeFileSync(join(electronPackage, 'package.json'), JSON.stringify({ version }));
  writeFileSync(join(electronPackage, 'dist/version'), version);
  writeFileSync(join(electronPackage, 'dist/electron'), '');
  writeFileSync(join(electronPackage, 'install.js'), install);
}

/** A folder with a program that does what `script` says, in place of Electron. */
function electronThat(script: string): string {
  const dist = join(temporaryFolder('electron'), 'Nguyễn Văn A');
  mkdirSync(dist);
  writeFileSync(join(dist, 'electron'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(dist, 'electron'), 0o755);
  return dist;
}

/** `npm start` after its packages are there. */
function start(env: NodeJS.ProcessEnv) {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...bare } = process.env;
  const data = join(temporaryFolder('data'), 'Nguyễn Văn A', 'dữ liệu');
  const started = performance.now();
  const child = spawn(process.execPath, [join(program, 'build/start.mjs'), '--data', data, '--port', '0'], {
    cwd: program,
    env: { ...bare, NO_SYSTEM_BROWSER: '1', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said += part.toString('utf8')));
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  onTestFinished(async () => {
    child.kill();
    await ended;
  });
  return {
    ended,
    said: () => said,
    data,
    /** Waits for the address, opens its page, and says how long all that took. */
    async usable(what: string): Promise<string> {
      const address = await vi.waitUntil(() => /Address: (http\S+)/.exec(said)?.[1], {
        timeout: 50_000,
        interval: 20,
      });
      const page = await fetch(address);
      expect(await page.text()).toContain('<div id=');
      const took = performance.now() - started;
      process.stdout.write(`npm start, ${what}: usable after ${(took / 1000).toFixed(1)} s\n`);
      expect(took).toBeLessThan(usableMs);
      expect(existsSync(data)).toBe(true);
      return said;
    },
  };
}

test('a machine without a display is served in host mode, and is told so', async ({ skip }) => {
  skip(notHere !== undefined, notHere);
  expect(await start({}).usable('no display')).toContain('no graphical display');
});

test('an Electron that hangs gives way to host mode, and is told with its time', async ({ skip }) => {
  skip(notHere !== undefined, notHere);
  const hanging = start({ DISPLAY: ':99', ELECTRON_OVERRIDE_DIST_PATH: electronThat('exec sleep 600') });
  expect(await hanging.usable('an Electron that hangs')).toContain('showed no window within 18 seconds');
});

test('at a first start an Electron that hangs is waited for while the program is built', async ({ skip }) => {
  skip(notHere !== undefined, notHere);
  skip(!wantsAll('COLD_STARTS'), 'builds the program once more: COLD_STARTS=all');
  rmSync(join(program, 'out/sources.sha256'));
  const hanging = start({ DISPLAY: ':99', ELECTRON_OVERRIDE_DIST_PATH: electronThat('exec sleep 600') });
  const said = await hanging.usable('a first start, an Electron that hangs');
  expect(said).toContain('Built in');
  expect(said).toContain('showed no window within 18 seconds');
});

test('an Electron that ends with an error gives way to host mode at once, with its code', async ({
  skip,
}) => {
  skip(notHere !== undefined, notHere);
  const failing = start({ DISPLAY: ':99', ELECTRON_OVERRIDE_DIST_PATH: electronThat('exit 3') });
  const said = await failing.usable('an Electron that fails');
  expect(said).toContain('did not start (code 3)');
  expect(said).toContain('No browser was opened');
});

test('a download that was broken off and cannot be had again gives way to host mode', async ({ skip }) => {
  skip(notHere !== undefined, notHere);
  interrupted('process.exit(1);');
  const said = await start({ WAYLAND_DISPLAY: 'wayland-0' }).usable('half a download, no network');
  expect(said).toContain('Fetching Electron, this happens once');
  expect(said).toContain('There is no Electron and it cannot be fetched');
});

test('a download that was broken off is fetched anew and runs, in folders named after people', async ({
  skip,
}) => {
  skip(notHere !== undefined, notHere);
  interrupted(`const { chmodSync, mkdirSync, writeFileSync } = require('node:fs');
    mkdirSync('dist');
    writeFileSync('dist/version', '${version}');
    writeFileSync('dist/electron', '#!/bin/sh\\necho "$@"\\ntouch "$QTD_SHOWN_FILE"\\n');
    chmodSync('dist/electron', 0o755);
    writeFileSync('path.txt', 'electron');`);
  const { ended, said, data } = start({ DISPLAY: ':99' });
  expect(await ended).toBe(0);
  expect(said()).toContain(`--ozone-platform=x11 ${program} --data ${data}`);
});
