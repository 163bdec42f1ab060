import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { joining } from '#electron/host/joining.ts';
import { joinedDesk } from '#electron/join/joined-desk.ts';
import { writeJoined } from '#electron/join/joined-file.ts';
import { pinnedLine } from '#electron/join/pinned-line.ts';
import type { Input, MethodName } from '#shared/contract/desk-contract.ts';
import { lanOffice } from '#tests/support/lan-office.ts';
import { signedRelease } from '#tests/support/signed-release.ts';
import { testClock } from '#tests/support/test-desk.ts';
import { updatingPc } from '#tests/support/updating-desk.ts';

test('a PC whose main PC has another version takes that one and no other, and of its main PC nothing newer', async () => {
  const office = await lanOffice();
  const pc = updatingPc();
  const share = '\\\\may-chinh\\cap-nhat';
  mkdirSync(join(office.folder, 'update'));
  writeFileSync(join(office.folder, 'update/settings.json'), JSON.stringify({ folder: share }));
  const joined = (version: string) => {
    const pcOf = joining({
      folder: pc.folder,
      version,
      updates: pc.updates(version),
      own: () => {
        throw new Error('its desk is elsewhere');
      },
      of: (to) =>
        joinedDesk({ line: pinnedLine({ ...to, version, drivers: false }), at: to, clock: testClock() }),
    });
    onTestFinished(() => pcOf.close());
    return {
      pcOf,
      ask: <M extends MethodName>(method: M, input: Input<M>) =>
        pcOf.dispatch(method, input, { role: 'leader' }, randomUUID()),
    };
  };
  writeJoined(pc.folder, office.enrol());
  const older = joined('0.9.0');
  await vi.waitUntil(async () => {
    const state = await older.pcOf.state();
    return !state.ok && state.problem.code === 'version-differs';
  });
  // What is needed and where it lies.
  expect(await older.pcOf.state()).toMatchObject({
    problem: { here: '0.9.0', there: '1.0.0', folder: share },
  });
  const wish = { minimum: '0.1.0', key: pc.keys[0] };
  const newest = await signedRelease({ ...wish, folder: join(pc.stick, 'newest'), version: '1.1.0' });
  const same = await signedRelease({ ...wish, folder: join(pc.stick, 'same'), version: '1.0.0' });
  expect(await older.ask('update.review', { path: newest })).toMatchObject({
    problem: { code: 'update-refused', reason: 'other-than-host', needed: '1.0.0' },
  });
  expect(await older.ask('update.review', { path: same })).toMatchObject({ ok: true });
  expect(await older.ask('update.install', { version: '1.0.0' })).toMatchObject({ ok: true });
  expect(pc.started).toHaveLength(1);
  await older.pcOf.close();

  const now = joined('1.0.0');
  await vi.waitUntil(async () => (await now.pcOf.state()).ok);
  expect(await now.ask('update.state', {})).toMatchObject({
    value: { version: '1.0.0', last: { from: '0.9.0', outcome: 'installed' } },
  });
  // Who is a leader is the desk's to say: nobody has signed in here.
  expect(await now.ask('update.review', { path: newest })).toMatchObject({
    problem: { code: 'not-allowed' },
  });
});
