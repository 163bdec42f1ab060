/** Restores a copy of a folder and ends; killed by a test at a random moment. */
import { v7 as uuid } from 'uuid';
import { systemClock } from '#electron/desk/clock.ts';
import { openDesk } from '#electron/desk/open-desk.ts';
import { rescue } from '#electron/desk/rescue.ts';
import { deskKeys } from '#electron/desk/seal/desk-keys.ts';
import { keepDesk } from '#electron/host/kept-desk.ts';

const [folder = '', id = ''] = process.argv.slice(2);
const keys = deskKeys({ folder, monotonic: systemClock.monotonic });
const kept = keepDesk(
  () => openDesk({ folder, clock: systemClock, keys }),
  systemClock.monotonic,
  rescue({ folder, clock: systemClock, keys }),
);
await kept.state();
process.stdout.write('open\n');
await kept.dispatch('backup.restore', { id, reason: 'Thử' }, { role: 'leader' }, uuid());
await kept.close();
