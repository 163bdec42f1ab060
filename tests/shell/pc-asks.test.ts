import { expect, test } from 'vitest';
import { PC_ASK, type PcBridge } from '#shared/contract/channels.ts';
import { runPreload } from '#tests/support/built-preload.ts';
import { fake, nativeTheme, type BrowserWindow } from '#tests/support/fake-electron.ts';
import { startedShell } from '#tests/support/started-shell.ts';

const pcOf = async (window: BrowserWindow) => (await runPreload(window))['pcBridge'] as PcBridge;

test('the counter chooses a folder of the PC in its dialogue, or none', async () => {
  const counter = (await startedShell()).window('counter');
  const pc = await pcOf(counter);
  fake.folders = ['/media/usb/Số liệu'];
  expect(await pc.ask({ ask: 'choose-folder', from: '/home/Nguyễn Văn A' })).toBe('/media/usb/Số liệu');
  expect(fake.folderQuestions).toEqual([
    { window: counter, options: { properties: ['openDirectory'], defaultPath: '/home/Nguyễn Văn A' } },
  ]);
  expect(await pc.ask({ ask: 'choose-folder', from: 'Số liệu' })).toBeNull();
  expect(fake.folderQuestions[1]?.options).not.toHaveProperty('defaultPath');
});

test('where a file lies is shown by the system; nothing that is no whole path is', async () => {
  const pc = await pcOf((await startedShell()).window('counter'));
  await pc.ask({ ask: 'show-in-folder', path: '/data/Nguyễn Văn A/ngày.xlsx' });
  await pc.ask({ ask: 'show-in-folder', path: 'calc.exe' });
  expect(fake.shownInFolder).toEqual(['/data/Nguyễn Văn A/ngày.xlsx']);
});

test('title bars have the colours of the counter, or those of the PC', async () => {
  const counter = (await startedShell()).window('counter');
  const pc = await pcOf(counter);
  await pc.ask({ ask: 'follow-theme', theme: 'dark' });
  expect(nativeTheme.shouldUseDarkColors).toBe(true);
  const dark = counter.backgroundColor;
  await pc.ask({ ask: 'follow-theme', theme: 'system' });
  expect(nativeTheme.shouldUseDarkColors).toBe(false);
  expect(counter.backgroundColor).not.toBe(dark);
});

test('only the page of the counter asks its PC, and only what there is', async () => {
  const shell = await startedShell({ screens: 2 });
  const counter = shell.window('counter').webContents;
  counter.windowOpenHandler?.({ url: 'app://quay-tiep-dan/display.html' } as never);
  const wall = shell.window('display').webContents;
  const inFrame = { url: counter.getURL(), parent: counter.mainFrame, isDestroyed: () => false };
  fake.folders = ['/a', '/b', '/c'];
  for (const [contents, frame] of [
    [wall, wall.mainFrame],
    [counter, inFrame],
    [counter, null],
  ] as const) {
    expect(await fake.invoke(contents, frame, PC_ASK, { ask: 'choose-folder', from: '' })).toBeNull();
    await fake.invoke(contents, frame, PC_ASK, { ask: 'show-in-folder', path: '/a' });
    await fake.invoke(contents, frame, PC_ASK, { ask: 'follow-theme', theme: 'dark' });
  }
  expect(await fake.invoke(counter, counter.mainFrame, PC_ASK, { ask: 'open', path: '/a' })).toBeNull();
  expect([...fake.folderQuestions, ...fake.shownInFolder, ...fake.openedExternally]).toEqual([]);
  expect(nativeTheme.themeSource).toBe('system');
});
