import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { dataFolderOf, startShell } from '#electron/shell/start-shell.ts';
import { isReachable } from '#electron/shell/window-state.ts';
import { app, type BrowserWindow, fake } from '#tests/support/fake-electron.ts';
import { startedShell } from '#tests/support/started-shell.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { threadHere } from '#tests/support/thread-here.ts';

function openFrom(window: BrowserWindow, url: string): void {
  expect(window.webContents.windowOpenHandler?.({ url } as never)).toEqual({ action: 'deny' });
}

const pages = (): string[] =>
  fake.windows.filter((window) => !window.isDestroyed()).map((window) => window.webContents.getURL());

test('the program starts with the counter window, without a menu', async () => {
  await startedShell();
  expect(pages()).toEqual(['app://quay-tiep-dan/counter.html']);
  expect(fake.windows[0]).toMatchObject({
    isShown: true,
    options: { title: 'Quầy Tiếp Dân', show: false },
  });
  expect(fake.menu).toBeNull();
});

test('the one who started the program is told when the counter is shown', async () => {
  const file = join(temporaryFolder(), 'shown');
  vi.stubEnv('QTD_SHOWN_FILE', file);
  onTestFinished(() => void vi.unstubAllEnvs());
  await startedShell();
  await expect.poll(() => existsSync(file)).toBe(true);
  expect(fake.windows[0]?.isShown).toBe(true);
});

test('a second start shows the window of the first and opens nothing', async () => {
  await startedShell({ isFirst: false });
  expect(fake.windows).toEqual([]);
  expect(fake.calls).toContain('quit');
  expect(fake.handlers.size).toBe(0);

  const shell = await startedShell();
  shell.window('counter').minimize();
  app.emit('second-instance');
  expect(fake.windows).toHaveLength(1);
  expect(fake.windows[0]?.isMinimized()).toBe(false);
  expect(fake.focused).toBe(fake.windows[0]);
});

test('the lock belongs to the data folder: its own folder is set before the lock is asked for', async () => {
  const { folder } = await startedShell();
  const set = fake.calls.indexOf(`setPath userData ${join(folder, 'shell')}`);
  expect(set).toBeGreaterThan(-1);
  expect(set).toBeLessThan(fake.calls.indexOf('requestSingleInstanceLock'));
});

test('a data folder that cannot be made does not keep the program from showing its screen', async () => {
  fake.reset();
  const file = join(temporaryFolder(), 'a-file');
  writeFileSync(file, '');
  onTestFinished(() => app.ended());
  await startShell(['electron', '.', '--data', join(file, 'data')], { desk: threadHere });
  expect(pages()).toEqual(['app://quay-tiep-dan/counter.html']);
});

test('each sheet to print has a window of its own', async () => {
  const shell = await startedShell();
  openFrom(shell.window('counter'), 'app://quay-tiep-dan/print.html?job=1');
  openFrom(shell.window('counter'), 'app://quay-tiep-dan/print.html?job=2');
  expect(pages()).toHaveLength(3);
});

test('nothing else can be opened, however its address is written', async () => {
  const shell = await startedShell();
  for (const url of [
    'app://quay-tiep-dan/counter.html',
    'app://quay-tiep-dan/../display.html/x',
    'app://evil/display.html',
    'app://quay-tiep-dan.evil/display.html',
    'app://user@quay-tiep-dan/display.html',
    'http://quay-tiep-dan/display.html',
    'file:///display.html',
    'javascript:alert(1)',
    'data:text/html,x',
    '\\\\server\\share\\display.html',
    'about:blank',
    '',
  ]) {
    openFrom(shell.window('counter'), url);
  }
  expect(pages()).toEqual(['app://quay-tiep-dan/counter.html']);
  expect(fake.openedExternally).toEqual([]);
});

test('windows come back where they were, and the waiting-room window if it was open', async () => {
  const { folder, window } = await startedShell({ screens: 2 });
  openFrom(window('counter'), 'app://quay-tiep-dan/display.html');
  window('counter').close();
  const file = join(folder, 'shell/windows.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    displayOpen: true,
    counter: { maximized: true },
  });
  await app.ended();

  writeFileSync(
    file,
    JSON.stringify({
      displayOpen: true,
      counter: { x: 30, y: 40, width: 1200, height: 700, maximized: false },
    }),
  );
  fake.reset();
  fake.secondScreen();
  onTestFinished(() => app.ended());
  await startShell(['electron', '.', `--data=${folder}`], { desk: threadHere });
  expect(pages()).toEqual(['app://quay-tiep-dan/counter.html', 'app://quay-tiep-dan/display.html']);
  expect(fake.windows[0]?.options).toMatchObject({ x: 30, y: 40, width: 1200, height: 700 });
  expect(fake.windows[0]?.isMaximized()).toBe(false);
});

test.each(['không phải JSON', '{"counter":{"x":"a"}}', '[]', ''])(
  'a window file that says %s is ignored',
  async (text) => {
    fake.reset();
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'shell'));
    writeFileSync(join(folder, 'shell/windows.json'), text);
    onTestFinished(() => app.ended());
    await startShell(['electron', '.', '--data', folder], { desk: threadHere });
    expect(pages()).toEqual(['app://quay-tiep-dan/counter.html']);
  },
);

test('a window that would lie outside of every screen opens at its usual place', () => {
  const screens = [{ x: 0, y: 0, width: 1366, height: 728 }];
  const window = { x: 10, y: 10, width: 1000, height: 700 };
  expect(isReachable(window, screens)).toBe(true);
  for (const moved of [{ x: 1400 }, { x: -990 }, { y: 720 }, { y: -300 }]) {
    expect(isReachable({ ...window, ...moved }, screens)).toBe(false);
  }
});

test('closing the counter window ends the program, and the desk with it', async () => {
  const { folder, window } = await startedShell();
  openFrom(window('counter'), 'app://quay-tiep-dan/display.html');
  window('counter').close();
  expect(fake.calls).toContain('quit');
  await app.ended();
  expect(fake.calls.at(-1)).toBe('exit 0');
  expect(() => readFileSync(join(folder, 'desk.db-wal'))).toThrow();
});

test('a title never says what is on the page', async () => {
  const { window } = await startedShell();
  let prevented = 0;
  window('counter').emit('page-title-updated', { preventDefault: () => (prevented += 1) }, 'Trần Thị Mẫu');
  expect(prevented).toBe(1);
});

test('the data folder is found among arguments of Electron', () => {
  expect(dataFolderOf(['electron', '--no-sandbox', '.', '--data', '/x/y', '--inspect=0'])).toBe('/x/y');
  expect(dataFolderOf(['quay-tiep-dan.exe', '--data=/x/z'])).toBe('/x/z');
  expect(dataFolderOf(['electron', '.', '--data'])).toBe(dataFolderOf(['electron']));
});
