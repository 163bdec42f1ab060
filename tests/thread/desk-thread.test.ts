import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { SystemKeys } from '#electron/desk/system-keys.ts';
import { holdThread } from '#tests/support/fake-devices.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { threadDesks } from '#tests/support/thread-desks.ts';

const office = { name: 'Công an phường Thử', code: 'T1', receivingLevel: 'Tổng hợp', counters: ['Quầy 1'] };

// Encrypting stretches a passphrase at its full cost.
vi.setConfig({ testTimeout: 120_000 });

/** Keys of the PC as the shell has them: bytes come back as they were given. */
const keyring: SystemKeys = {
  available: async () => true,
  wrap: async (bytes) => `kept:${Buffer.from(bytes).toString('base64')}`,
  unwrap: async (text) => ({ bytes: Buffer.from(text.slice('kept:'.length), 'base64'), isOld: false }),
};

test('news, copies and keys cross: a desk encrypted in its thread is opened there again by the keys of the PC', async () => {
  const folder = temporaryFolder('thread');
  const first = threadDesks(folder, { system: keyring });
  await first.ask('office.set-up', office);
  const opened = await first.desks.office.state();
  if (!opened.ok) throw new Error(opened.problem.code);
  const heard: string[] = [];
  let isEnded = false;
  opened.desk.subscribe({
    news: (events) => heard.push(...events.map(({ name }) => name)),
    ended: () => (isEnded = true),
  });
  const copy = await first.ask('backup.make', {});
  expect(copy.verified).toBe(true);
  await expect.poll(() => heard).toContain('backup.made');
  const { recoveryKey } = await first.ask('data.encrypt', { passphrase: 'hoa gạo tháng ba' });
  expect(recoveryKey).toBeTruthy();
  expect(isEnded).toBe(true); // it was replaced by the encrypted one
  await first.desks.office.close();
  expect(existsSync(join(folder, 'desk.db-wal'))).toBe(false);

  const again = threadDesks(folder, { system: keyring });
  expect(await again.ask('data.status', {})).toMatchObject({ encrypted: true });
  await again.desks.office.close();

  const sealed = threadDesks(folder);
  expect(await sealed.desks.office.state()).toMatchObject({ ok: false, problem: { reason: 'sealed' } });
  await sealed.ask('data.unlock', { passphrase: 'hoa gạo tháng ba' });
  expect((await sealed.desks.office.state()).ok).toBe(true);
});

test('a driver that holds the windows longer than its time gives a sheet that may have been printed', async () => {
  const { ask } = threadDesks(
    temporaryFolder('thread'),
    {
      drivers: {
        async devices() {
          holdThread(400);
          return [];
        },
        print: async () => ({ trouble: null }),
        pdf: async () => ({ trouble: 'driver-failed', mayHavePrinted: false }),
      },
    },
    { patience: { driverMs: 100, dialogMs: 100 } },
  );
  await ask('office.set-up', office);
  expect(await ask('printer.list', {})).toEqual({ known: false, devices: [] });
});

test('training has its own desk in the same thread', async () => {
  const { desks, ask } = threadDesks(temporaryFolder('thread'));
  await ask('office.set-up', office);
  const [here, there] = await Promise.all([desks.office.state(), desks.training.state()]);
  if (!here.ok || !there.ok) throw new Error('a desk did not open');
  expect(there.desk.id).not.toBe(here.desk.id);
  expect(await there.desk.dispatch('system.health', {}, { role: 'leader' })).toMatchObject({
    ok: true,
    value: { training: true },
  });
});
