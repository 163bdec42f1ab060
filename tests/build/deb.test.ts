// @module-tag slow
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { expect, test, vi } from 'vitest';
import { browserPlaces, findBrowser } from '#electron/host/installed-browser.ts';
import { testBrowserFile } from '#electron/host/program-files.ts';
import { fakeBrowser, playDay, smallNode, started, windowDesk } from '#tests/support/host-edition.ts';
import { hasCommand, newScreen } from '#tests/support/screen.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { valueOf } from '#tests/support/desk-clients.ts';
import { isBuilt } from '../../build/build.mjs';
import { makeDeb } from '../../build/installer/deb.mjs';
import { layOutHostEdition, startWords } from '../../build/installer/host-edition.mjs';

vi.setConfig({ testTimeout: 300_000 });

/** A package of this program with a small stand-in for Node, as quickly as it goes. */
function packed(version: string): string {
  const folder = temporaryFolder('deb');
  return makeDeb({
    program: layOutHostEdition('linux', join(folder, 'program'), { node: smallNode(), version }),
    file: join(folder, `quay-tiep-dan-host_${version}_amd64.deb`),
    version,
    start: startWords('linux'),
    binary: 'runtime/node',
    depends: 'libc6 (>= 2.34)',
    epoch: 1_700_000_000,
    compression: ['-Zgzip', '-z1'],
  });
}

/** Debian's own installer, upon a tree in which nothing else is installed. */
function emptySystem() {
  const tree = temporaryFolder('system');
  for (const folder of [
    'var/lib/dpkg/info',
    'var/lib/dpkg/updates',
    'var/lib/dpkg/triggers',
    'etc/apparmor.d/abi',
  ])
    mkdirSync(join(tree, folder), { recursive: true });
  for (const file of ['var/lib/dpkg/status', 'etc/apparmor.d/abi/4.0']) writeFileSync(join(tree, file), '');
  return {
    tree,
    dpkg: (...args: string[]) =>
      spawnSync(
        'dpkg',
        [`--root=${tree}`, '--force-script-chrootless', '--force-depends', '--force-not-root', ...args],
        {
          encoding: 'utf8',
        },
      ),
    has: (path: string) => existsSync(join(tree, path)),
  };
}

const absent = (): string | undefined => {
  if (spawnSync('dpkg-deb', ['--version']).status !== 0) return 'dpkg is not on this machine';
  if (process.getuid?.() !== 0) return 'not root: no package is installed into a tree';
  return isBuilt() ? undefined : 'out/ was not built from these sources';
};

test('the Debian package is the same bytes twice, installs, starts, is upgraded and goes, and the data stays', async (context) => {
  const reason = absent();
  if (reason !== undefined) return context.skip(reason);
  const file = packed('0.1.0');
  const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
  expect(digest(packed('0.1.0'))).toBe(digest(file));
  const list = spawnSync('dpkg-deb', ['--contents', file], { encoding: 'utf8' }).stdout;
  expect(list).not.toMatch(/[^\x00-\x7f]/);
  expect(list.split('\n').filter((line) => line !== '' && !line.includes(' root/root '))).toEqual([]);

  const { tree, dpkg, has } = emptySystem();
  expect(dpkg('--install', file).stderr).not.toContain('error');
  expect(dpkg('--verify', 'quay-tiep-dan').stdout).toBe('');
  expect(has('usr/share/icons/hicolor/512x512/apps/quay-tiep-dan.png')).toBe(true);
  expect(readFileSync(join(tree, 'usr/share/applications/quay-tiep-dan.desktop'), 'utf8')).toContain(
    'Name=Quầy Tiếp Dân',
  );
  expect(readFileSync(join(tree, 'etc/apparmor.d/quay-tiep-dan'), 'utf8')).toContain(
    'profile quay-tiep-dan /usr/lib/quay-tiep-dan/runtime/node',
  );

  const data = temporaryFolder();
  const version = async (): Promise<string> => {
    const browser = fakeBrowser();
    const program = started(join(tree, 'usr/bin/quay-tiep-dan'), ['--data', data], browser.env);
    const desk = await windowDesk(await browser.window(1));
    const health = valueOf(await desk.call('system.health', {}));
    browser.closeWindows();
    expect(await program.ended).toBe(0);
    return health.version;
  };
  expect(await version()).toBe('0.1.0');
  expect(dpkg('--install', packed('0.2.0')).status).toBe(0);
  expect(await version()).toBe('0.2.0');
  expect(dpkg('--refuse-downgrade', '--install', file).stderr).toContain('downgrad');

  expect(dpkg('--purge', 'quay-tiep-dan').status).toBe(0);
  expect(
    ['usr/lib/quay-tiep-dan', 'usr/bin/quay-tiep-dan', 'etc/apparmor.d/quay-tiep-dan'].filter(has),
  ).toEqual([]);
  expect(readdirSync(data)).toContain('desk.db');
});

test('the program of the package opens in Chromium on a screen, a day of five is played, an older one is refused, and it goes', async (context) => {
  // The one of the tests has no windows.
  const real = await findBrowser(browserPlaces({}).filter((place) => place !== testBrowserFile));
  const reason =
    absent() ??
    (hasCommand('Xvfb') ? undefined : 'xvfb is not on this machine') ??
    (real === undefined ? 'no Chromium that opens windows is on this machine' : undefined);
  if (reason !== undefined) return context.skip(reason);
  const { tree, dpkg, has } = emptySystem();
  expect(dpkg('--install', packed('0.2.0')).status).toBe(0);

  const data = temporaryFolder();
  const browser = fakeBrowser(real);
  const env = { ...browser.env, DISPLAY: await newScreen() };
  const start = () => started(join(tree, 'usr/bin/quay-tiep-dan'), ['--data', data], env);
  const program = start();
  await browser.window(1);
  const port = join(data, 'window/DevToolsActivePort');
  await expect.poll(() => existsSync(port), { timeout: 100_000 }).toBe(true);
  const [number] = readFileSync(port, 'utf8').split('\n');
  const shown = await chromium.connectOverCDP(`http://127.0.0.1:${number}`);
  const page = shown.contexts()[0]?.pages()[0];
  // A second start asks the running program for one more window, and ends.
  expect(await start().ended).toBe(0);
  await playDay(await windowDesk(await browser.window(2)), 5);
  await expect.poll(() => page?.title(), { timeout: 100_000 }).toContain('Xã Thử');
  await page?.close();
  expect(await program.ended).toBe(0);

  expect(dpkg('--refuse-downgrade', '--install', packed('0.1.0')).stderr).toContain('downgrad');
  expect(dpkg('--purge', 'quay-tiep-dan').status).toBe(0);
  expect(has('usr/lib/quay-tiep-dan')).toBe(false);
  expect(readdirSync(data)).toContain('desk.db');
});
