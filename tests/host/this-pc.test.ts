// @module-tag slow
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { levelFolder } from '#electron/host/data-folder.ts';
import { PC_FILE, readThisPc, writeThisPc } from '#electron/host/this-pc.ts';
import { httpDesk } from '#renderer/desk/http-desk.ts';
import { ACCESS } from '#shared/contract/access.ts';
import type { LevelInput, LevelMethodName, LevelOutput } from '#shared/contract/level.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { dayFileOf, sender } from '#tests/support/day-files.ts';
import { codeOf, valueOf } from '#tests/support/desk-clients.ts';
import { spawnHost, type HostAddress } from '#tests/support/host-process.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { withToken } from '#tests/support/with-token.ts';

const office = { name: 'Công an xã Thử', code: 'T1', receivingLevel: 'Tổng hợp', counters: ['Quầy 1'] };

/** What a host serves, asked with a token or session of it. */
function at(url: string, token: string) {
  const desk = httpDesk({ base: url, access: withToken(token) });
  return {
    desk: desk.call,
    level: async <M extends LevelMethodName>(method: M, input: LevelInput<M>) =>
      (await desk.call(method as never, input as never, randomUUID())) as unknown as DeskReply<
        LevelOutput<M>
      >,
  };
}

/** As the page at an address that lets in once. */
async function atAddress(address: string | null) {
  const { origin, hash, pathname } = new URL(address ?? '');
  const response = await fetch(origin + ACCESS.session, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: hash.replace('#code=', '') }),
  });
  const { session } = valueOf((await response.json()) as DeskReply<{ session: string }>);
  return { pathname, origin, ...at(origin, session) };
}

const become = async ({ url, token }: HostAddress) =>
  at(url, token).desk('pc.become-level', {}, randomUUID());

test('a PC without an office becomes a level by one call, is one at the next start, and goes back', async () => {
  const data = temporaryFolder('pc');
  const first = spawnHost(['--data', data, '--port', '0']);
  const before = await first.address();
  const { address } = valueOf(await become(before));
  const here = await atAddress(address);
  expect(here.pathname).toBe('/level.html');
  expect(valueOf(await here.level('level.state', {}))).toMatchObject({ own: null, engine: 'sqlite' });
  // The desk is gone, and with it its hold on the folder; nothing of the level lies among its files.
  await expect.poll(() => fetch(before.url).catch(() => 'gone')).toBe('gone');
  expect(existsSync(join(data, 'level.db'))).toBe(false);
  const own = { code: 'LG', name: 'Công an tỉnh Lam Giang', receivingLevel: 'C06' };
  valueOf(await here.level('level.set-up', own));
  // Whoever started the host hears where it is now.
  expect(JSON.parse(first.lines[1] ?? '{}')).toMatchObject({ url: here.origin });
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);

  const second = spawnHost(['--data', data, '--port', '0']);
  const again = await second.address();
  const level = at(again.url, again.token);
  expect(valueOf(await level.level('level.state', {})).own).toEqual(own);
  expect(valueOf(await level.level('pc.show', {}))).toEqual({ mayBecomeDesk: true });
  const back = await atAddress(valueOf(await level.level('pc.become-desk', {})).address);
  expect(back.pathname).toBe('/');
  expect(valueOf(await back.desk('office.show', {}))).toBeNull();
  expect(existsSync(join(data, PC_FILE))).toBe(false);
  // What was registered waits for another time.
  const { address: once } = valueOf(await back.desk('pc.become-level', {}, randomUUID()));
  expect(valueOf(await (await atAddress(once)).level('level.state', {})).own).toEqual(own);
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
});

test('a PC that is told twice at once to be a level is one', async () => {
  const data = temporaryFolder('pc');
  const host = spawnHost(['--data', data, '--port', '0']);
  const before = await host.address();
  const both = await Promise.all([become(before), become(before)]);
  for (const reply of both) {
    const window = await atAddress(valueOf(reply).address);
    expect(valueOf(await window.level('level.state', {})).own).toBeNull();
  }
  expect(readThisPc(data)).toBe('level');
});

test('a level that has received a file stays one, and a desk that keeps an office stays that', async () => {
  const data = temporaryFolder('pc');
  writeThisPc(data, 'level');
  const level = spawnHost(['--data', data, '--port', '0']);
  const { url, token } = await level.address();
  const ask = at(url, token).level;
  const [one] = [sender(1)];
  const file = { fileName: 'a.json', base64: dayFileOf(one, '2026-11-20').toString('base64') };
  // Of an office that is not registered: kept all the same.
  expect(valueOf(await ask('file.receive', file))).toMatchObject({ status: 'unknown-office' });
  expect(valueOf(await ask('pc.show', {}))).toEqual({ mayBecomeDesk: false });
  expect(codeOf(await ask('pc.become-desk', {}))).toBe('level-received');
  expect(readThisPc(data)).toBe('level');

  const desk = spawnHost(['--data', temporaryFolder('desk'), '--port', '0']);
  const its = await desk.address();
  valueOf(await at(its.url, its.token).desk('office.set-up', office, randomUUID()));
  expect(codeOf(await become(its))).toBe('already-set-up');
  expect(valueOf(await at(its.url, its.token).desk('office.show', {}))?.code).toBe('T1');
});

test('a level that cannot be opened leaves the desk as it is', async () => {
  const data = temporaryFolder('pc');
  mkdirSync(levelFolder(data));
  writeFileSync(join(levelFolder(data), 'level.db'), 'this is no database, whatever its name says');
  const host = spawnHost(['--data', data, '--port', '0']);
  const address = await host.address();
  expect(codeOf(await become(address))).toBe('store-failing');
  expect(readThisPc(data)).toBe('desk');
  const { desk } = at(address.url, address.token);
  expect(valueOf(await desk('office.set-up', office, randomUUID())).name).toBe(office.name);
});

test('a word that cannot be read opens neither of both, and what opens a desk opens no level', async () => {
  const data = temporaryFolder('pc');
  writeFileSync(join(data, PC_FILE), '{"form":"QTD-PC-1"');
  const torn = spawnHost(['--data', data, '--port', '0']);
  expect(await torn.ended).toBe(1);
  expect(torn.stderr()).toMatch(/^Tệp “.*this-pc\.json” bị hỏng/);
  expect(existsSync(join(data, 'desk.db'))).toBe(false);

  writeThisPc(data, 'level');
  expect(readFileSync(join(data, PC_FILE), 'utf8')).toContain('Máy này là cấp tổng hợp');
  const joining = spawnHost([
    '--data',
    data,
    '--port',
    '0',
    '--join',
    '127.0.0.1:1',
    '--code',
    'ABCDEFGHJKMN',
  ]);
  expect(await joining.ended).toBe(1);
  expect(joining.stderr()).toMatch(/là của cấp tổng hợp nên không mở quầy ở đây\. .*\n$/);
  expect(existsSync(levelFolder(data))).toBe(false);
});

test('the word is whole under its name or leaves nothing, and goes where it stands', () => {
  const data = temporaryFolder('pc');
  mkdirSync(join(data, PC_FILE));
  expect(() => writeThisPc(data, 'level')).toThrow();
  expect(readdirSync(data)).toEqual([PC_FILE]);
  rmdirSync(join(data, PC_FILE));
  writeThisPc(data, 'level');
  expect([readThisPc(data), readdirSync(data)]).toEqual(['level', [PC_FILE]]);
  writeThisPc(data, 'desk');
  writeThisPc(join(data, 'none'), 'desk');
  expect([readThisPc(data), readdirSync(data)]).toEqual(['desk', []]);
});
