import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { v7 as uuid } from 'uuid';
import { openDesk } from '#electron/desk/open-desk.ts';
import { rescue } from '#electron/desk/rescue.ts';
import { deskKeys } from '#electron/desk/seal/desk-keys.ts';
import { keepDesk } from '#electron/host/kept-desk.ts';
import { childScript } from '#tests/support/child-script.ts';
import { copyingDesk } from '#tests/support/copying-desk.ts';
import { size } from '#tests/support/sizes.ts';

const KILLS = size('QTD_KILLS', 1, 10);
const script = childScript(join(import.meta.dirname, 'restore-and-wait.ts'));

it(
  'a restore killed at any moment leaves the old desk or the new one, and no number is lost or given twice',
  { timeout: 30_000 + KILLS * 10_000 },
  async () => {
    const { folder, clock, desk, call, issue } = await copyingDesk();
    for (let count = 0; count < 5; count += 1) await issue();
    const copy = await call('backup.make', {});
    for (let count = 0; count < 3; count += 1) await issue();
    desk.close();
    let given = 8;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = spawn(process.execPath, [script, folder, copy.id], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      await once(child.stdout, 'data');
      const timer = setTimeout(() => child.kill('SIGKILL'), Math.random() * 2500);
      await once(child, 'exit');
      clearTimeout(timer);
      const keys = deskKeys({ folder, monotonic: clock.monotonic });
      const kept = keepDesk(
        () => openDesk({ folder, clock, keys }),
        clock.monotonic,
        rescue({ folder, clock, keys }),
      );
      const requests = [{ procedure: 'level-2', subject: 'citizen' }];
      const issued = await kept.dispatch('ticket.issue', { requests }, { role: 'leader' }, uuid());
      given += 1;
      expect(issued).toMatchObject({ value: { number: `A${String(given).padStart(3, '0')}` } });
      const listed = await kept.dispatch('ticket.list', {}, { role: 'leader' }, uuid());
      expect(listed.ok && (listed.value as unknown[]).length).toBe(given);
      await kept.close();
    }
  },
);
