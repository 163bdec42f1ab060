import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startShell } from '#electron/shell/start-shell.ts';
import { ownWindows } from '#electron/shell/window.ts';
import { app, fake, type BrowserWindow } from '#tests/support/fake-electron.ts';
import { startedShell } from '#tests/support/started-shell.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { threadHere } from '#tests/support/thread-here.ts';

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

function counterOf(showAfterMs: number): BrowserWindow {
  const windows = ownWindows({
    preloadFile: 'preload.cjs',
    stateFile: join(temporaryFolder('windows'), 'windows.json'),
    monotonic: () => 0,
    showAfterMs,
  });
  return windows.open('counter') as unknown as BrowserWindow;
}

test('a window whose system never says that it is drawn is shown when its page is loaded', async () => {
  fake.reset();
  onTestFinished(() => fake.reset());
  fake.loading = 'never-drawn';
  const counter = counterOf(60_000);
  await settled();
  expect(counter.isShown).toBe(true);
  expect(counter.isMaximized()).toBe(true);
});

test('a window whose page never loads is shown after a while', async () => {
  fake.reset();
  onTestFinished(() => fake.reset());
  fake.loading = 'never-loaded';
  const counter = counterOf(20);
  await settled();
  expect(counter.isShown).toBe(false);
  await expect.poll(() => counter.isShown).toBe(true);
});

test('a window that is closed before its page has loaded is left alone', async () => {
  fake.reset();
  onTestFinished(() => fake.reset());
  const counter = counterOf(1);
  counter.destroy();
  await settled();
  expect(counter.isShown).toBe(false);
});

test('a page that dies is loaded again at once; one that dies again soon when the officer says so', async () => {
  const { folder, window } = await startedShell();
  const { webContents } = window('counter');
  webContents.die('clean-exit');
  expect(webContents.reloads).toBe(0);
  webContents.die('crashed');
  expect(webContents.reloads).toBe(1);
  expect(fake.questions).toEqual([]);
  webContents.die('oom');
  await settled();
  expect(fake.questions[0]).toMatchObject({
    message: 'Màn hình vừa dừng hai lần liền.',
    buttons: ['Mở lại màn hình', 'Đóng chương trình'],
  });
  expect(webContents.reloads).toBe(2);
  expect(readFileSync(join(folder, 'log/incidents.log'), 'utf8')).toContain('page counter oom 1');
});

test('of a page that dies again and again the officer may close the program', async () => {
  const { window } = await startedShell();
  fake.answer = 1;
  const counter = window('counter');
  counter.webContents.die('crashed');
  counter.webContents.die('crashed');
  await settled();
  expect(counter.isDestroyed()).toBe(true);
  expect(fake.calls).toContain('quit');
});

test('a page that hangs is waited for or opened again, as the officer says', async () => {
  const { window } = await startedShell();
  const { webContents } = window('counter');
  webContents.emit('unresponsive');
  await settled();
  expect(fake.questions[0]).toMatchObject({ buttons: ['Chờ thêm', 'Mở lại màn hình'] });
  expect(webContents.crashes).toBe(0);
  fake.answer = 1;
  webContents.emit('unresponsive');
  await settled();
  expect([webContents.crashes, webContents.reloads]).toEqual([1, 1]);
});

test('the question about a hanging page goes when the page answers again', async () => {
  const { window } = await startedShell();
  const { webContents } = window('counter');
  fake.answer = 'never';
  webContents.emit('unresponsive');
  webContents.emit('responsive');
  await settled();
  expect(fake.questions[0]?.signal?.aborted).toBe(true);
  expect(webContents.crashes).toBe(0);
});

test('a program beside the windows that dies is in the log', async () => {
  const { folder } = await startedShell();
  app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 139 });
  expect(readFileSync(join(folder, 'log/incidents.log'), 'utf8')).toContain('GPU crashed 139');
});

test('Ctrl with +, − and 0 makes everything larger, smaller and as it was, and leaves other keys to the page', async () => {
  const { window } = await startedShell();
  const { webContents } = window('counter');
  for (const key of ['+', '=', '-']) expect(webContents.press(key, { control: true })).toBe(true);
  expect(webContents.zoomLevel).toBe(0.5);
  webContents.press('0', { control: true });
  expect(webContents.zoomLevel).toBe(0);
  for (let press = 0; press < 30; press += 1) webContents.press('-', { control: true });
  expect(webContents.zoomLevel).toBe(-2);
  for (const key of ['+', '0', 'F9', 'a']) expect(webContents.press(key)).toBe(false);
});

test('the right button offers what can be done with the text, in Vietnamese', async () => {
  const { window } = await startedShell();
  const can = { canCut: false, canCopy: true, canPaste: true, canSelectAll: true };
  const click = (params: object): boolean =>
    window('counter').webContents.emit(
      'context-menu',
      {},
      { isEditable: false, selectionText: '', editFlags: can, ...params },
    );
  click({});
  expect(fake.popups).toEqual([]);
  click({ selectionText: '012345' });
  click({ isEditable: true });
  expect(fake.popups.map((lines) => lines.map(({ label, enabled }) => [label, enabled]))).toEqual([
    [['Sao chép', true]],
    [
      ['Cắt', false],
      ['Sao chép', true],
      ['Dán', true],
      [undefined, undefined],
      ['Chọn tất cả', true],
    ],
  ]);
});

test('the copy buttons of the counter may copy; no other page may', async () => {
  const { window } = await startedShell({ screens: 2 });
  await expect(fake.copy(window('counter').webContents)).resolves.toBeUndefined();
  window('counter').webContents.windowOpenHandler?.({
    url: 'app://quay-tiep-dan/display.html',
  } as never);
  await expect(fake.copy(window('display').webContents)).rejects.toThrow('denied');
});

test('on a small screen at 125 % the window is no larger than the screen', async () => {
  fake.reset();
  onTestFinished(() => fake.reset());
  const [only] = fake.screens;
  if (only !== undefined) only.workArea = { x: 0, y: 0, width: 1093, height: 574 };
  expect(counterOf(1).options).toMatchObject({ minWidth: 1024, minHeight: 574, width: 1093, height: 574 });
});

test.each(['remote-debugging-port', 'remote-debugging-pipe'])(
  'an installed program does not start with --%s',
  async (name) => {
    fake.reset();
    onTestFinished(() => fake.reset());
    fake.packaged = true;
    fake.switches = [name];
    await startShell(['quay-tiep-dan', '--data', temporaryFolder('debugged')], { desk: threadHere });
    expect(fake.calls).toContain('exit 1');
    expect(fake.windows).toEqual([]);
    expect(fake.errorBoxes).toHaveLength(1);
  },
);
