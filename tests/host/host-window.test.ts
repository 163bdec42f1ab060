// @module-tag slow
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { isProfileOpen, windowProfile } from '#electron/host/browser-window.ts';
import { answerAtDoor, askRunning, programDoor, type Wish } from '#electron/host/one-program.ts';
import { valueOf } from '#tests/support/desk-clients.ts';
import { fakeBrowser, started, windowDesk } from '#tests/support/host-edition.ts';
import { HOST_FILE } from '#tests/support/running-host.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const source = HOST_FILE.replace('host-cli', 'host-window');
vi.setConfig({ testTimeout: 150_000 });
const onWindows = process.platform === 'win32';
const unlike =
  'the browser of this test is a shell script: Windows is played in tests/build/windows-installer';

test('the program opens its window, a second start opens another one on the same desk, and the last one closed ends it', async (context) => {
  if (onWindows) return context.skip(unlike);
  const data = temporaryFolder();
  const browser = fakeBrowser();
  const first = started(process.execPath, [source, '--data', data], browser.env);
  const window = await windowDesk(await browser.window(1));
  const office = { name: 'Xã Thử', code: 'T1', receivingLevel: 'Trên', counters: ['Quầy 1'] };
  valueOf(await window.call('office.set-up', office, randomUUID()));

  // By another way to the same folder.
  const link = join(temporaryFolder('link'), 'data');
  symlinkSync(data, link);
  const second = started(process.execPath, [source, '--data', link], browser.env);
  expect(await second.ended).toBe(0);
  const another = await windowDesk(await browser.window(2));
  expect(valueOf(await another.call('office.show', {}))?.name).toBe('Xã Thử');

  browser.closeWindows();
  expect(await first.ended).toBe(0);
  expect(existsSync(join(data, 'desk.db-wal'))).toBe(false);
});

test('an installer asks the program to quit and hears when it is gone', async (context) => {
  if (onWindows) return context.skip(unlike);
  const data = temporaryFolder();
  const browser = fakeBrowser();
  const program = started(process.execPath, [source, '--data', data], browser.env);
  await browser.window(1);
  const quit = started(process.execPath, [source, '--data', data, '--quit'], browser.env);
  expect(await quit.ended).toBe(0);
  expect(await program.ended).toBe(0);
  expect(existsSync(join(data, 'desk.db-wal'))).toBe(false);
  // Where nothing runs nothing is started by it.
  expect(await started(process.execPath, [source, '--data', data, '--quit'], browser.env).ended).toBe(0);
});

test('without a display it says the address and serves', async (context) => {
  if (onWindows) return context.skip(unlike);
  const none = { DISPLAY: '', WAYLAND_DISPLAY: '' };
  const program = started(process.execPath, [source, '--data', temporaryFolder()], none);
  await expect.poll(program.said, { timeout: 100_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\/#code=\w+/);
  const [address] = /http:\S+/.exec(program.said())!;
  expect(valueOf(await (await windowDesk(address)).call('system.health', {})).electron).toBe(false);
});

test('a socket that a killed program left is taken over, and what is no wish is not granted', async () => {
  const folder = temporaryFolder();
  const door = programDoor(folder, {});
  expect(await askRunning(door, 'window')).toBe(false);
  if (!onWindows) writeFileSync(door, '');
  const granted: Wish[] = [];
  const server = await answerAtDoor(door, (wish) => void granted.push(wish));
  onTestFinished(() => void server.close());
  expect(await askRunning(door, 'window')).toBe(true);
  await new Promise<void>((done) => {
    const socket = connect(door, () => void socket.write('rm -rf\n'));
    socket.once('close', () => done()).resume();
  });
  expect(granted).toEqual(['window']);
  expect(programDoor('C:\\Users\\An', {}, 'win32')).toBe(programDoor('c:\\users\\an', {}, 'win32'));
});

test('a profile is open while its browser lives, and a snap has it where it may write', () => {
  const profile = temporaryFolder('profile');
  expect(isProfileOpen(profile, 'linux')).toBe(false);
  symlinkSync(`pc-${process.pid}`, join(profile, 'SingletonLock'));
  expect(isProfileOpen(profile, 'linux')).toBe(true);
  const killed = join(profile, 'killed');
  mkdirSync(killed);
  symlinkSync('pc-4999999', join(killed, 'SingletonLock'));
  expect(isProfileOpen(killed, 'linux')).toBe(false);
  expect(isProfileOpen(profile, 'win32')).toBe(false);
  writeFileSync(join(profile, 'lockfile'), '');
  expect(isProfileOpen(profile, 'win32')).toBe(true);
  expect(windowProfile('/usr/bin/chromium', '/home/a/.local/share/q', '/home/a')).toBe(
    '/home/a/.local/share/q/window',
  );
  expect(windowProfile('/snap/bin/chromium', '/home/a/.local/share/q', '/home/a')).not.toContain('/.');
});
