import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { fileWork } from '#electron/shell/file-work.ts';
import { ownWindows } from '#electron/shell/window.ts';
import { DESK_CALL } from '#shared/contract/channels.ts';
import { answered } from '#shared/contract/problem.ts';
import { fake, nativeTheme, type BrowserWindow } from '#tests/support/fake-electron.ts';
import { startedShell } from '#tests/support/started-shell.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

/** A desk whose exports stand so, one look after the other. */
function deskWith(...looks: readonly { state: string; progress: number }[][]) {
  let look = -1;
  return { dispatch: async () => answered(looks[(look += 1)] ?? []) };
}

/** The counter of a program in which files are written until `done`. */
function busyCounter() {
  fake.reset();
  onTestFinished(() => fake.reset());
  let done = (): void => {};
  const work = fileWork(() => {});
  const windows = ownWindows({
    preloadFile: 'preload.cjs',
    stateFile: join(temporaryFolder('windows'), 'windows.json'),
    monotonic: () => 0,
    work,
  });
  const counter = windows.open('counter') as unknown as BrowserWindow;
  const copying = new Promise<void>((end) => (done = end)).then(() => answered(null));
  work.follow(deskWith(), 'backup.make', copying);
  return { counter, done: () => done() };
}

test('files that are being written are shown in the taskbar until the last is written', async () => {
  const shown: number[] = [];
  const work = fileWork((progress) => shown.push(progress), 1);
  const running = (progress: number) => ({ state: 'running', progress });
  const desk = deskWith([running(0), running(50)], [{ state: 'done', progress: 100 }, running(80)]);
  work.follow(desk, 'export.start', Promise.resolve(answered(null)));
  await settled();
  expect(work.isBusy()).toBe(true);
  await work.settled();
  expect(shown).toEqual([0.25, 0.8, -1]);
  expect(work.isBusy()).toBe(false);
  work.follow(desk, 'ticket.issue', Promise.resolve(answered(null)));
  await settled();
  expect(shown).toHaveLength(3);
});

test('a copy that an officer makes is shown in the taskbar, and so is its end', async () => {
  const { window } = await startedShell();
  const counter = window('counter');
  const shown = vi.spyOn(counter, 'setProgressBar');
  const call = { method: 'backup.make', body: '{}', key: randomUUID() };
  await fake.invoke(counter.webContents, counter.webContents.mainFrame, DESK_CALL, call);
  await settled();
  expect(shown.mock.calls).toEqual([[2], [-1]]);
});

test('closing while files are written asks, and closes when they are written', async () => {
  const { counter, done } = busyCounter();
  counter.close();
  await settled();
  expect(fake.questions[0]).toMatchObject({
    message: 'Đang ghi tệp hoặc bản sao.',
    buttons: ['Ghi xong rồi đóng', 'Đóng ngay', 'Không đóng'],
  });
  counter.close();
  await settled();
  expect(fake.questions).toHaveLength(1);
  expect(counter.isDestroyed()).toBe(false);
  done();
  await settled();
  expect(counter.isDestroyed()).toBe(true);
  expect(fake.calls).toContain('quit');
});

test('closing while files are written closes at once, or not at all, as the officer says', async () => {
  const { counter } = busyCounter();
  fake.answer = 2;
  counter.close();
  await settled();
  expect(counter.isDestroyed()).toBe(false);
  fake.answer = 1;
  counter.close();
  await settled();
  expect(fake.questions).toHaveLength(2);
  expect(counter.isDestroyed()).toBe(true);
});

test('nobody is asked when nothing is written', async () => {
  const { window } = await startedShell();
  window('counter').close();
  expect(fake.questions).toEqual([]);
  expect(window.bind(null, 'counter')).toThrow('no window');
});

test('what stands behind the pages goes with the theme of the PC', async () => {
  fake.reset();
  const { window } = await startedShell();
  expect(window('counter').options.backgroundColor).toBe('#f6f5f2');
  fake.dark = true;
  nativeTheme.emit('updated');
  expect(window('counter').backgroundColor).toBe('#101418');
});
