import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '#electron/desk/clock.ts';
import { openDesk } from '#electron/desk/open-desk.ts';
import { rescue } from '#electron/desk/rescue.ts';
import { deskKeys } from '#electron/desk/seal/desk-keys.ts';
import { keepDesk } from '#electron/host/kept-desk.ts';
import { UPDATE_FILE, UPDATE_SIGNATURE } from '#shared/domain/update/manifest.ts';
import { newReleaseKey } from '#tests/support/signed-release.ts';
import { OFFICE, updatingPc } from '#tests/support/updating-desk.ts';

test('an update comes from a stick: checked, copied, the data copied before, installed, and the new version says so once', async () => {
  const pc = updatingPc();
  const desk = pc.desk('1.0.0');
  await desk.ask('office.set-up', OFFICE);
  const release = await pc.release();
  expect(await desk.ask('update.find', {})).toEqual([{ folder: release, version: '2.0.0', refused: null }]);
  const reviewed = await desk.ask('update.review', { path: pc.stick });
  expect(reviewed.ready).toMatchObject({ version: '2.0.0', date: '2026-11-19', bytes: 64 });
  const copy = reviewed.ready?.file ?? '';
  const bytes = readFileSync(join(release, 'Setup-2.0.0.exe'));

  rmSync(pc.stick, { recursive: true });
  const installed = await desk.ask('update.install', { version: '2.0.0' });
  expect(pc.started).toEqual([copy]);
  expect(readFileSync(copy)).toEqual(bytes);
  const [data] = await desk.ask('backup.list', {});
  expect(data).toMatchObject({ id: installed.copy, verified: true });
  expect((await desk.ask('update.state', {})).last).toMatchObject({ to: '2.0.0', outcome: 'running' });
  // The installer has it closed, and starts the new one.
  desk.close();

  const after = pc.desk('2.0.0');
  const state = await after.ask('update.state', {});
  expect(state.last).toMatchObject({
    from: '1.0.0',
    to: '2.0.0',
    outcome: 'installed',
    notes: { vi: ['Điều mới'], en: ['Something new'] },
  });
  expect(state.ready).toBeNull();
  expect(existsSync(copy)).toBe(false);
  after.close();
  const later = pc.desk('2.0.0');
  expect(later.events().map(({ name, data: said }) => [name, said])).toEqual([
    ['update.reviewed', { version: '2.0.0' }],
    ['update.started', { version: '2.0.0', before: '1.0.0' }],
    ['update.installed', { version: '2.0.0', before: '1.0.0' }],
  ]);
  expect((await later.ask('update.seen', {})).last).toBeNull();
});

test('a file of the release is as good as its folder, and the newest of several is taken', async () => {
  const pc = updatingPc();
  const desk = pc.desk('1.0.0');
  const older = await pc.release({ version: '1.9.0' });
  await pc.release({ version: '1.10.0' });
  expect((await desk.ask('update.review', { path: pc.stick })).ready?.version).toBe('1.10.0');
  const path = join(older, 'Setup-1.9.0.exe');
  expect((await desk.ask('update.review', { path })).ready?.version).toBe('1.9.0');
  // One copy lies on the PC.
  expect(await desk.refusal('update.install', { version: '1.10.0' })).toMatchObject({
    reason: 'not-reviewed',
  });
  // Signed with the key that comes next.
  await pc.release({ version: '3.0.0', key: pc.keys[1] });
  expect((await desk.ask('update.review', { path: pc.stick })).ready?.version).toBe('3.0.0');
});

test('each release that may not be put onto this PC is refused in its own word, and nothing is copied or started', async () => {
  const pc = updatingPc();
  const desk = pc.desk('1.0.0');
  const installer = (folder: string) => join(folder, 'Setup-2.0.0.exe');
  const cases: [reason: string, path: () => Promise<string> | string][] = [
    ['nothing-there', () => pc.stick],
    ['nothing-there', () => 'stick'],
    ['not-readable', () => join(pc.root, 'pulled-out')],
    ['same-version', () => pc.release({ version: '1.0.0' })],
    ['older-version', () => pc.release({ version: '0.9.9' })],
    ['step-missing', () => pc.release({ minimum: '1.5.0' })],
    ['schema-older', () => pc.release({ schema: 1 })],
    ['unknown-key', () => pc.release({ key: newReleaseKey() })],
    [
      'other-platform',
      async () => {
        const file = join(pc.root, 'linux.deb');
        writeFileSync(file, 'deb');
        return pc.release({ installers: [{ platform: 'linux-x64', edition: 'host', file }] });
      },
    ],
    [
      'not-signed',
      async () => {
        const folder = await pc.release();
        rmSync(join(folder, UPDATE_SIGNATURE));
        return folder;
      },
    ],
    [
      'signature-wrong',
      async () => {
        const folder = await pc.release();
        const file = join(folder, UPDATE_FILE);
        writeFileSync(file, readFileSync(file, 'utf8').replace('"1.0.0"', '"0.0.1"'));
        return folder;
      },
    ],
    [
      'signature-wrong',
      async () => {
        // What is said beside the signature is signed, too.
        const folder = await pc.release();
        const file = join(folder, UPDATE_SIGNATURE);
        writeFileSync(file, readFileSync(file, 'utf8').replace('2026-11-19', '2026-11-20'));
        return folder;
      },
    ],
    [
      'file-missing',
      async () => {
        const folder = await pc.release();
        rmSync(installer(folder));
        return folder;
      },
    ],
    [
      'file-cut',
      async () => {
        const folder = await pc.release();
        truncateSync(installer(folder), 63);
        return folder;
      },
    ],
    [
      'file-changed',
      async () => {
        const folder = await pc.release();
        const bytes = readFileSync(installer(folder));
        bytes[9] = (bytes[9] ?? 0) ^ 1;
        writeFileSync(installer(folder), bytes);
        return folder;
      },
    ],
    [
      'file-changed',
      async () => {
        const folder = await pc.release();
        appendFileSync(installer(folder), 'more');
        return folder;
      },
    ],
  ];
  for (const [reason, path] of cases) {
    rmSync(pc.stick, { recursive: true });
    mkdirSync(pc.stick);
    const problem = await desk.refusal('update.review', { path: await path() });
    expect(problem, reason).toMatchObject({ code: 'update-refused', reason, here: '1.0.0' });
    expect((await desk.ask('update.state', {})).ready, reason).toBeNull();
  }
  expect(pc.started).toEqual([]);
  expect(desk.events()).toEqual([]);
});

test('what was copied is looked at again before it is started', async () => {
  const pc = updatingPc();
  const desk = pc.desk('1.0.0');
  await pc.release();
  const { ready } = await desk.ask('update.review', { path: pc.stick });
  writeFileSync(ready?.file ?? '', Buffer.alloc(64));
  expect(await desk.refusal('update.install', { version: '2.0.0' })).toMatchObject({
    reason: 'file-changed',
  });
  expect(pc.started).toEqual([]);
});

test('an installer that ends with a fault is told with its code, and the update may be tried again', async () => {
  const pc = updatingPc();
  const desk = pc.desk('1.0.0');
  await desk.ask('office.set-up', OFFICE);
  await pc.release();
  await desk.ask('update.review', { path: pc.stick });
  await desk.ask('update.install', { version: '2.0.0' });
  expect(await desk.refusal('update.install', { version: '2.0.0' })).toEqual({ code: 'desk-closing' });
  pc.end(5);
  await expect.poll(() => desk.events().at(-1)?.data).toEqual({ version: '2.0.0', exitCode: 5 });
  expect((await desk.ask('update.state', {})).last).toMatchObject({ outcome: 'failed', exitCode: 5 });
  await desk.ask('update.install', { version: '2.0.0' });
  expect(pc.started).toHaveLength(2);
  // The PC went off in the middle: the former version comes up again, and knows that it should not be there.
  desk.close();
  const after = pc.desk('1.0.0');
  expect((await after.ask('update.state', {})).last).toMatchObject({ outcome: 'failed', exitCode: null });
});

test('no installer is started before the data was copied', async () => {
  const pc = updatingPc();
  const desk = pc.desk('1.0.0', {
    startChild: () => {
      throw new Error('no child');
    },
  });
  await desk.ask('office.set-up', OFFICE);
  await pc.release();
  await desk.ask('update.review', { path: pc.stick });
  expect((await desk.reply('update.install', { version: '2.0.0' })).ok).toBe(false);
  expect(pc.started).toEqual([]);
  expect((await desk.ask('update.state', {})).last).toBeNull();
});

test('where only an administrator may install, or no installer made the program, the checked copy is named', async () => {
  const pc = updatingPc();
  await pc.release();
  const byAdministrator = { edition: 'host', byAdministrator: true, start: async () => 0 } as const;
  for (const [installer, reason] of [
    [byAdministrator, 'needs-administrator'],
    [undefined, 'not-installed'],
  ] as const) {
    const desk = pc.desk('1.0.0', { updates: pc.updates('1.0.0', { installer }) });
    const { ready } = await desk.ask('update.review', { path: pc.stick });
    expect(await desk.refusal('update.install', { version: '2.0.0' })).toMatchObject({
      reason,
      file: ready?.file,
    });
    desk.close();
  }
});

test('a watched folder tells of a newer version when it is there, and of nothing else', async () => {
  const pc = updatingPc();
  const desk = pc.desk('1.0.0');
  const watched = async () => {
    const { found, trouble } = await desk.ask('update.state', {});
    return found?.version ?? trouble;
  };
  expect((await desk.ask('update.watch', { folder: pc.stick })).found).toBeNull();
  expect(await watched()).toBeNull();
  await pc.release({ version: '0.9.0' });
  expect(await watched()).toBeNull();
  const folder = await pc.release({ version: '1.1.0' });
  expect(await watched()).toBe('1.1.0');
  writeFileSync(join(folder, UPDATE_FILE), '{}');
  rmSync(join(pc.stick, 'QuayTiepDan-0.9.0'), { recursive: true });
  expect(await watched()).toBe('signature-wrong');
  rmSync(pc.stick, { recursive: true });
  expect(await watched()).toBe('not-readable');
  expect((await desk.ask('update.watch', { folder: null })).folder).toBeNull();
});

test('nobody but a leader at this very PC updates it, and nobody in training', async () => {
  const pc = updatingPc();
  const desk = pc.desk('1.0.0');
  const path = await pc.release();
  expect((await desk.refusal('update.review', { path }, { role: 'counter' })).code).toBe('not-allowed');
  expect((await desk.refusal('update.install', { version: '2.0.0' }, { role: 'reception' })).code).toBe(
    'not-allowed',
  );
  // Even a leader who is known there.
  const elsewhere = { device: 'another', program: true };
  for (const [method, input] of [
    ['update.review', { path }],
    ['update.install', { version: '2.0.0' }],
    ['update.watch', { folder: pc.stick }],
    ['update.find', {}],
    ['update.seen', {}],
  ] as const)
    expect((await desk.refusal(method, input, elsewhere)).code, method).toBe('main-pc-only');
  desk.close();
  const training = pc.desk('1.0.0', { training: true });
  expect(await training.refusal('update.review', { path })).toMatchObject({ reason: 'not-here' });
});

test('data that a newer version left behind takes that version from a stick, although no desk is open', async () => {
  const pc = updatingPc();
  const desk = pc.desk('1.0.0');
  await desk.ask('office.set-up', OFFICE);
  desk.close();
  const database = new Database(join(pc.folder, 'desk.db'));
  database.pragma('user_version = 900');
  database.close();
  const keys = deskKeys({ folder: pc.folder, monotonic: systemClock.monotonic });
  const kept = keepDesk(
    () => openDesk({ folder: pc.folder, version: '1.0.0', keys }, true),
    systemClock.monotonic,
    rescue({ folder: pc.folder, clock: systemClock, keys, updates: pc.updates('1.0.0') }),
  );
  onTestFinished(() => kept.close());
  const ask = (method: string, input: unknown, role: 'leader' | 'counter' = 'leader') =>
    kept.dispatch(method, input, { role }, randomUUID());
  expect(await ask('system.health', {})).toMatchObject({ problem: { reason: 'newer' } });
  const path = await pc.release();
  expect(await ask('update.review', { path }, 'counter')).toMatchObject({ problem: { code: 'not-allowed' } });
  expect(await ask('update.review', { path })).toMatchObject({ value: { ready: { version: '2.0.0' } } });
  expect(await ask('update.install', { version: '2.0.0' })).toMatchObject({ value: { copy: null } });
  expect(pc.started).toHaveLength(1);
});
