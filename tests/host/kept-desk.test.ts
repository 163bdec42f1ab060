import { randomUUID } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDesk } from '#electron/desk/open-desk.ts';
import { newTokens } from '#electron/host/access-tokens.ts';
import { keepDesk, type KeptDesk } from '#electron/host/kept-desk.ts';
import { startHost } from '#electron/host/start-host.ts';
import { withToken } from '#tests/support/with-token.ts';
import { httpDesk } from '#renderer/desk/http-desk.ts';
import { codeOf, deskHouse, valueOf } from '#tests/support/desk-clients.ts';
import { testClock } from '#tests/support/test-desk.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

/** A host over a folder whose database is no database, and how often it tried to open it. */
async function blockedHost() {
  const folder = temporaryFolder('blocked');
  const file = join(folder, 'desk.db');
  writeFileSync(file, 'không phải cơ sở dữ liệu'.repeat(400));
  writeFileSync(join(folder, 'counter.html'), '<html><head></head><body>TRANG</body></html>');
  const clock = testClock();
  let tries = 0;
  const kept: KeptDesk = keepDesk(() => {
    tries += 1;
    return openDesk({ folder, clock });
  }, clock.monotonic);
  const tokens = newTokens();
  const host = await startHost({
    desks: { office: kept, training: kept },
    tokens,
    port: 0,
    rendererFolder: folder,
    version: '0',
  });
  onTestFinished(() => host.close());
  return {
    folder,
    file,
    clock,
    host,
    tokens,
    client: httpDesk({ base: host.url, access: withToken(tokens.token) }),
    tries: () => tries,
  };
}

test('a desk that cannot be opened still shows its page, and every call says why', async () => {
  const { host, client, tokens } = await blockedHost();
  expect(await (await fetch(`${host.url}/counter.html`)).text()).toContain('TRANG');
  for (const reply of [
    await client.call('system.health', {}),
    await client.call('day.open', { businessDay: '2026-11-20' }, randomUUID()),
  ]) {
    expect(reply).toMatchObject({ ok: false, problem: { code: 'desk-not-open' } });
  }
  const events = await fetch(`${host.url}/events`, { headers: { authorization: `Bearer ${tokens.token}` } });
  expect(events.status).toBe(503);
  const unknown = await fetch(`${host.url}/desk/system.health`, { method: 'POST' });
  expect(unknown.status).toBe(401);
});

test('trying again opens the desk as soon as the fault is gone, without a restart', async () => {
  const { file, clock, client } = await blockedHost();
  await client.call('system.health', {});
  rmSync(file);
  clock.pass(1);
  expect(codeOf(await client.call('counter.list', {}))).toBe('desk-not-open');
  expect(codeOf(await client.call('system.health', {}))).toBe('ok');
  expect(codeOf(await client.call('counter.list', {}))).not.toBe('desk-not-open');
});

test('an impatient officer does not make it try more than once a second', async () => {
  const { clock, client, tries } = await blockedHost();
  for (let n = 0; n < 20; n += 1) await client.call('system.health', {});
  expect(tries()).toBe(1);
  clock.pass(0.999);
  await client.call('system.health', {});
  expect(tries()).toBe(1);
  clock.pass(0.001);
  for (let n = 0; n < 20; n += 1) await client.call('system.health', {});
  expect(tries()).toBe(2);
});

test('an opening that breaks is a desk that is not open, not an exception', async () => {
  const kept = keepDesk(
    () => {
      throw new Error('hỏng');
    },
    () => 0,
  );
  expect(await kept.dispatch('system.health', {}, { role: 'leader' })).toEqual({
    ok: false,
    problem: { code: 'desk-not-open', reason: 'unknown', file: '', detail: 'hỏng' },
  });
});

test('a desk that closes says so to whoever is late', async () => {
  const house = await deskHouse();
  valueOf(await house.doors.direct.client.call('system.health', {}));
  await house.desks.office.close();
  expect(codeOf(await house.doors.direct.client.call('system.health', {}))).toBe('desk-closing');
});

test('training is another desk in a folder of its own, made when it is first used', async () => {
  const house = await deskHouse();
  const office = { name: 'Xã Thật', code: 'T1', receivingLevel: 'Trên', counters: ['Quầy 1'] };
  const training = httpDesk({ base: `${house.host.url}/training`, access: withToken(house.tokens.token) });
  valueOf(await house.doors.http.client.call('office.set-up', office, randomUUID()));
  expect(existsSync(join(house.folder, 'training'))).toBe(false);
  expect(valueOf(await training.call('system.health', {}))).toMatchObject({ training: true });
  expect(valueOf(await training.call('office.show', {}))).toBeNull();
  expect(valueOf(await house.doors.http.client.call('office.show', {}))).toMatchObject({
    name: 'Xã Thật',
    training: false,
  });
});
