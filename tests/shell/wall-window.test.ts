import { expect, onTestFinished, test, vi } from 'vitest';
import { startShell } from '#electron/shell/start-shell.ts';
import { app, type BrowserWindow, fake } from '#tests/support/fake-electron.ts';
import { startedShell } from '#tests/support/started-shell.ts';
import { threadHere } from '#tests/support/thread-here.ts';

const WALL = 'app://quay-tiep-dan/display.html';
const TV = { x: 1366, y: 0, width: 1366, height: 768 };

type Shell = Awaited<ReturnType<typeof startedShell>>;

/** The wall after the officer asked for it at the counter, as it stands when its page is loaded. */
async function opened({ window }: Shell, rest = ''): Promise<BrowserWindow> {
  window('counter').webContents.windowOpenHandler?.({ url: WALL + rest } as never);
  await settled();
  return window('display');
}

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

test('the wall fills the second screen, keeps it awake and leaves the keyboard to the counter', async () => {
  const shell = await startedShell({ screens: 2 });
  await settled();
  expect(fake.focused).toBe(shell.window('counter'));
  const wall = await opened(shell);
  expect(wall.isShown && wall.isFullScreen()).toBe(true);
  expect(wall.getBounds()).toEqual(TV);
  expect(fake.focused).toBe(shell.window('counter'));
  expect(fake.keptAwake.size).toBe(1);
  wall.close();
  expect(fake.keptAwake.size).toBe(0);
});

test('a wall does not take the keyboard of another program', async () => {
  const shell = await startedShell({ screens: 2 });
  await settled();
  fake.focused = undefined;
  fake.unplugSecondScreen();
  const wall = await opened(shell);
  expect(wall.isShown).toBe(true);
  expect(fake.focused).toBeUndefined();
});

test('with one screen the wall is an ordinary window, until a second one is there', async () => {
  const shell = await startedShell();
  const wall = await opened(shell);
  expect([wall.isShown, wall.isFullScreen()]).toEqual([true, false]);
  fake.secondScreen();
  expect(wall.isFullScreen()).toBe(true);
  expect(wall.getBounds()).toEqual(TV);
});

test('a TV that is switched off takes the wall from sight, and brings it back when it is on', async () => {
  const shell = await startedShell({ screens: 2 });
  const wall = await opened(shell);
  fake.unplugSecondScreen();
  expect([wall.isShown, wall.isFullScreen()]).toEqual([false, false]);
  expect(fake.keptAwake.size).toBe(1);
  fake.secondScreen();
  expect([wall.isShown, wall.isFullScreen()]).toEqual([true, true]);
  expect(wall.getBounds()).toEqual(TV);
  expect(fake.focused).toBe(shell.window('counter'));
});

test('a wall that was taken from sight is shown on the first screen when it is asked for', async () => {
  const shell = await startedShell({ screens: 2 });
  await opened(shell);
  fake.unplugSecondScreen();
  const wall = await opened(shell);
  expect([wall.isShown, wall.isFullScreen()]).toEqual([true, false]);
  expect(wall.getBounds()).toMatchObject({ x: 0, y: 0 });
});

test('a wall that was closed leaves nothing that follows screens', async () => {
  const shell = await startedShell({ screens: 2 });
  (await opened(shell)).close();
  fake.unplugSecondScreen();
  fake.secondScreen();
  expect(fake.windows.filter((window) => !window.isDestroyed())).toHaveLength(1);
});

test('there is one wall; asked for with the other desk it shows that one', async () => {
  const shell = await startedShell({ screens: 2 });
  const walls = (): string[] =>
    fake.windows
      .filter((window) => !window.isDestroyed())
      .map((window) => window.webContents.getURL())
      .filter((url) => url.startsWith(WALL));
  const first = await opened(shell, '#training=1');
  expect(await opened(shell, '#training=1')).toBe(first);
  expect(walls()).toEqual([`${WALL}#training=1`]);
  await opened(shell);
  expect(walls()).toEqual([WALL]);
});

test('a training wall comes back as a training wall', async () => {
  const shell = await startedShell({ screens: 2 });
  await opened(shell, '#training=1');
  shell.window('counter').close();
  await app.ended();
  fake.reset();
  fake.secondScreen();
  onTestFinished(() => app.ended());
  await startShell(['electron', '.', `--data=${shell.folder}`], { desk: threadHere });
  expect(fake.windows.map((window) => window.webContents.getURL())).toContain(`${WALL}#training=1`);
});

test('the counter is zoomed without the wall, and the wall without the counter', async () => {
  const shell = await startedShell();
  const wall = await opened(shell);
  const counter = shell.window('counter');
  counter.webContents.press('+', { control: true });
  counter.webContents.press('+', { control: true });
  wall.webContents.press('-', { control: true });
  expect([counter.webContents.zoomLevel, wall.webContents.zoomLevel]).toEqual([1, -0.5]);
  counter.webContents.windowOpenHandler?.({ url: 'app://quay-tiep-dan/print.html' } as never);
  await settled();
  expect(shell.window('print').webContents.zoomLevel).toBe(0);
});

test('F11 fills the screen and leaves it, on every window', async () => {
  const shell = await startedShell();
  for (const window of [await opened(shell), shell.window('counter')]) {
    expect(window.webContents.press('F11')).toBe(true);
    expect(window.isFullScreen()).toBe(true);
    window.webContents.press('F11');
    expect(window.isFullScreen()).toBe(false);
  }
});

test('a wall that dies again soon is loaded again a while later, without a question', async () => {
  const shell = await startedShell();
  const wall = await opened(shell);
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  wall.webContents.die('crashed');
  wall.webContents.die('crashed');
  expect(wall.webContents.reloads).toBe(1);
  vi.advanceTimersByTime(10_000);
  expect(wall.webContents.reloads).toBe(2);
  wall.webContents.emit('unresponsive');
  expect([wall.webContents.crashes, wall.webContents.reloads]).toEqual([1, 3]);
  expect(fake.questions).toEqual([]);
});
