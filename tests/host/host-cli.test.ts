import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hostArguments } from '#electron/host/host-arguments.ts';
import { withToken } from '#tests/support/with-token.ts';
import { httpDesk } from '#renderer/desk/http-desk.ts';
import { ACCESS, type AccessCode, type AccessSession } from '#shared/contract/access.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import type { Health } from '#shared/contract/system.ts';
import { codeOf, valueOf } from '#tests/support/desk-clients.ts';
import { spawnHost } from '#tests/support/host-process.ts';
import { SOURCE_HOST } from '#tests/support/running-host.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const officeInput = { name: 'Xã Thử', code: 'T1', receivingLevel: 'Trên', counters: ['Quầy 1'] };

test('its first line is its address and tokens, and it serves from its source under plain Node', async () => {
  const folder = temporaryFolder();
  const host = spawnHost(['--data', folder, '--port', '0'], {}, SOURCE_HOST);
  const { url, token, displayToken, ...rest } = await host.address();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(rest).toEqual({});
  expect(new Set([token, displayToken]).size).toBe(2);
  const health = valueOf(await httpDesk({ base: url, access: withToken(token) }).call('system.health', {}));
  expect(health).toMatchObject({
    electron: false,
    training: false,
    store: { journalMode: 'wal', synchronous: 2, integrity: 'ok' },
  });
  expect(health.version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(host.lines).toHaveLength(1);
  expect(host.stderr()).toBe('');
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s closes the desk: nothing is left to recover',
  async (signal) => {
    const folder = temporaryFolder();
    const host = spawnHost(['--data', folder, '--port', '0']);
    const { url, token } = await host.address();
    valueOf(
      await httpDesk({ base: url, access: withToken(token) }).call(
        'office.set-up',
        officeInput,
        randomUUID(),
      ),
    );
    const stream = await fetch(`${url}/events`, { headers: { authorization: `Bearer ${token}` } });
    host.child.kill(signal);
    expect(await host.ended).toBe(0);
    await stream.text().catch(() => '');
    expect(existsSync(join(folder, 'desk.db-wal'))).toBe(false);
  },
);

test('after a kill and a start the tokens are new, and an open window and a wall come back by what they hold', async () => {
  const folder = temporaryFolder();
  const trade = async <T>(url: string, path: string, body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const reply = (await response.json()) as DeskReply<T>;
    return { reply, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
  };
  const first = spawnHost(['--data', folder, '--port', '0']);
  const before = await first.address();
  const office = { authorization: `Bearer ${before.token}` };
  const setUp = httpDesk({ base: before.url, access: withToken(before.token) });
  valueOf(await setUp.call('office.set-up', officeInput, randomUUID()));
  const { code } = valueOf(
    (await trade<AccessCode>(before.url, ACCESS.code, { kind: 'window' }, office)).reply,
  );
  const window = valueOf((await trade<AccessSession>(before.url, ACCESS.session, { code })).reply);
  const wall = valueOf((await trade<AccessCode>(before.url, ACCESS.code, { kind: 'wall' }, office)).reply);
  const { cookie } = await trade(before.url, ACCESS.wall, { code: wall.code });
  first.child.kill('SIGKILL');
  await first.ended;

  const again = spawnHost(['--data', folder, '--port', new URL(before.url).port]);
  const { url, token, displayToken } = await again.address();
  expect([token, displayToken]).not.toContain(before.token);
  expect(displayToken).not.toBe(before.displayToken);
  for (const old of [before.token, before.displayToken, window.session])
    expect(codeOf(await httpDesk({ base: url, access: withToken(old) }).call('system.health', {}))).toBe(
      'sender-refused',
    );
  const back = valueOf((await trade<AccessSession>(url, ACCESS.session, { wayBack: window.wayBack })).reply);
  const shown = await httpDesk({ base: url, access: withToken(back.session) }).call('office.show', {});
  expect(valueOf(shown)?.name).toBe('Xã Thử');
  const looked = await trade<Health>(url, '/desk/system.health', {}, { cookie });
  expect(valueOf(looked.reply).dataFolder).toBe('');

  const kept = readFileSync(join(folder, 'access.json'), 'utf8');
  for (const secret of [
    window.session,
    window.wayBack,
    back.session,
    back.wayBack,
    cookie.split('=')[1] ?? '',
  ])
    expect(kept).not.toContain(secret);
  if (process.platform !== 'win32') expect(statSync(join(folder, 'access.json')).mode & 0o077).toBe(0);
});

test('a port in use is said in one clear sentence', async () => {
  const first = spawnHost(['--data', temporaryFolder(), '--port', '0']);
  const { port } = new URL((await first.address()).url);
  const second = spawnHost(['--data', temporaryFolder(), '--port', port]);
  expect(await second.ended).toBe(1);
  expect(second.stderr()).toBe(
    `Cổng ${port} đang được chương trình khác dùng. Hãy chọn cổng khác bằng --port, hoặc đóng chương trình đó rồi chạy lại.\n`,
  );
  expect(second.lines).toEqual([]);
});

test('arguments it does not know are refused with how to write them', async () => {
  for (const wrong of [
    ['--port', '70000'],
    ['--port', ''],
    ['--port', '1e3'],
    ['--prot', '0'],
    ['hai'],
    ['--code', '1'],
    ['--starter', 'a'],
  ])
    expect(() => hostArguments(wrong)).toThrow();
  const host = spawnHost(['--port', 'tám'], { QTD_DATA: temporaryFolder() });
  expect(await host.ended).toBe(1);
  expect(host.stderr()).toMatch(
    /^Không hiểu lệnh: cổng “tám” không hợp lệ\.\nCách dùng: npm run host -- --data <thư mục> --port/,
  );
});

test('a second host on the same data shows why it cannot open it', async () => {
  const folder = temporaryFolder();
  const first = spawnHost(['--data', folder, '--port', '0']);
  await first.address();
  const second = spawnHost(['--data', folder, '--port', '0']);
  const { url, token } = await second.address();
  const reply = await httpDesk({ base: url, access: withToken(token) }).call('system.health', {});
  expect(reply).toMatchObject({ ok: false, problem: { code: 'desk-not-open', reason: 'locked' } });
});

test('a folder with a fault is left as it is, and no token is written into it', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'desk.db');
  const bytes = 'không phải cơ sở dữ liệu'.repeat(400);
  writeFileSync(file, bytes);
  const host = spawnHost([], { QTD_DATA: folder });
  const { url, token } = await host.address();
  expect(codeOf(await httpDesk({ base: url, access: withToken(token) }).call('system.health', {}))).toBe(
    'desk-not-open',
  );
  host.child.kill('SIGTERM');
  expect(await host.ended).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe(bytes);
  expect(existsSync(join(folder, 'access.json'))).toBe(false);
});
