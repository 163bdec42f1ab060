import { cpSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepDesk } from '#electron/host/kept-desk.ts';
import { openDesk } from '#electron/desk/open-desk.ts';
import { systemClock } from '#electron/desk/clock.ts';
import { thisMachine } from '#electron/desk/store/home.ts';
import { openStore } from '#electron/desk/store/open-store.ts';
import { filledFolder, NOW, opened, reasonOf, temporaryFolder } from './store-folder.ts';

const MACHINE = 'a'.repeat(16);
const OTHER = 'b'.repeat(16);

const enter = (folder: string, machine = MACHINE, moved = false) =>
  openStore({ folder, create: true, now: NOW, moved }, { machine });

/** A folder at home on `MACHINE`, closed, and a copy of it. */
function twoFolders(): { original: string; copy: string } {
  const original = filledFolder(3);
  opened(original, { machine: MACHINE }).close();
  const copy = temporaryFolder();
  cpSync(original, copy, { recursive: true });
  return { original, copy };
}

const GUID = '0192F000-AAAA-7000-8000-00000000000A';

test.each([
  [
    'win32',
    'reg query HKLM\\SOFTWARE\\Microsoft\\Cryptography /v MachineGuid',
    `\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\r\n    MachineGuid    REG_SZ    ${GUID}\r\n\r\n`,
  ],
  [
    'darwin',
    'ioreg -rd1 -c IOPlatformExpertDevice',
    `+-o Mac  <class IOPlatformExpertDevice>\n    {\n      "IOPlatformUUID" = "${GUID}"\n    }\n`,
  ],
] as const)(
  'on %s the system is asked by its own program, and what it says is told from another machine’s',
  (platform, command, told) => {
    const known = (text: string) =>
      thisMachine(platform, (program, args) => ([program, ...args].join(' ') === command ? text : ''));
    expect(known(told)).toMatch(/^[\da-f]{16}$/);
    expect(known(told.replace(GUID, GUID.toLowerCase()))).toBe(known(told));
    expect(known(told.replace(GUID, GUID.replace('A', 'B')))).not.toBe(known(told));
    expect(known('')).toBeNull();
    expect(
      thisMachine(platform, () => {
        throw new Error('there is no such program');
      }),
    ).toBeNull();
  },
);

test('a copy beside its original is refused until its move is said, and then the original is', () => {
  const { original, copy } = twoFolders();
  const before = readFileSync(join(copy, 'desk.db'));
  const refused = enter(copy);
  expect(refused).toMatchObject({ ok: false, reason: 'copied', detail: original });
  expect(readFileSync(join(copy, 'desk.db')).equals(before)).toBe(true);
  expect(reasonOf(enter(original))).toBe('opened');
  expect(reasonOf(enter(copy, MACHINE, true))).toBe('opened');
  expect(reasonOf(enter(copy))).toBe('opened');
  expect(reasonOf(enter(original))).toBe('copied');
});

test('a folder from another machine is refused until its move is said', () => {
  const { copy, original } = twoFolders();
  rmSync(original, { recursive: true });
  expect(reasonOf(enter(copy, OTHER))).toBe('copied');
  expect(reasonOf(enter(copy, OTHER, true))).toBe('opened');
  expect(reasonOf(enter(copy, OTHER))).toBe('opened');
  // Back on the first one, it is the copy.
  expect(reasonOf(enter(copy, MACHINE))).toBe('copied');
});

test('a folder that was renamed on the same machine opens without a question', () => {
  const { original } = twoFolders();
  const renamed = join(temporaryFolder(), 'renamed');
  renameSync(original, renamed);
  expect(reasonOf(enter(renamed))).toBe('opened');
  expect(reasonOf(enter(renamed))).toBe('opened');
});

test('the leader says the move through a desk that is not open, and nobody else', async () => {
  const original = temporaryFolder();
  const first = openDesk({ folder: original });
  if (!first.ok) throw new Error(JSON.stringify(first.problem));
  await first.desk.close();
  const copy = temporaryFolder();
  cpSync(original, copy, { recursive: true });
  const kept = keepDesk((moved) => openDesk({ folder: copy }, moved), systemClock.monotonic);
  const move = (role: 'leader' | 'counter') =>
    kept.dispatch('system.move-in', {}, { role }, 'a-key-of-the-move');
  expect(await move('counter')).toMatchObject({ ok: false, problem: { reason: 'copied' } });
  expect(await move('leader')).toMatchObject({ ok: true, value: { dataFolder: copy } });
  expect(await kept.dispatch('system.health', {}, { role: 'leader' })).toMatchObject({ ok: true });
  await kept.close();
});
