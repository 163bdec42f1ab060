import { chmodSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { dayFileOf } from '#tests/support/day-files.ts';
import { registered, testLevel } from '#tests/support/test-level.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const asked = { businessDay: '2026-11-20' };

test('a copy of the level opens as the level itself, with its key', async (context) => {
  const level = await testLevel(context, 'sqlite');
  const offices = await registered(level, 5);
  const making = offices.map((office) => level.receive(dayFileOf(office, asked.businessDay)));
  const made = await level.call('backup.make', {});
  await Promise.all(making);
  expect(made).toMatchObject({ verified: true, path: expect.stringContaining('level-20261120T') });
  expect(await level.call('level.state', {})).toMatchObject({ lastBackup: level.clock.now() });
  level.clock.pass(60);
  const elsewhere = temporaryFolder('stick');
  const { path } = await level.call('backup.make', { folder: elsewhere });
  const copy = await testLevel(context, 'sqlite', { place: { folder: dirname(path), database: undefined } });
  expect(await copy.call('level.day', asked)).toEqual(await level.call('level.day', asked));
  expect(await copy.call('level.check', {})).toMatchObject({ whole: true });
  expect((await copy.call('level.state', {})).keyId).toBe((await level.call('level.state', {})).keyId);
});

test('a place that takes no copy is refused with its trouble', async (context) => {
  const level = await testLevel(context, 'sqlite');
  const folder = join(temporaryFolder('stick'), 'tệp');
  writeFileSync(folder, 'không phải thư mục');
  chmodSync(folder, 0o400);
  expect(await level.refusal('backup.make', { folder })).toMatchObject({ code: 'backup-failed' });
});

test('where the level lives on a server the server is copied', async (context) => {
  const level = await testLevel(context, 'postgresql');
  expect(await level.refusal('backup.make', {})).toEqual({ code: 'backup-on-server' });
});
