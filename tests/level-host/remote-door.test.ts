import { randomUUID, X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, type TestContext } from 'vitest';
import { newIdentity } from '#electron/desk/lan/port/identity.ts';
import { addressGuesses } from '#electron/level-host/address-guesses.ts';
import { doorIdentity } from '#electron/level-host/door-identity.ts';
import { newLevelTokens } from '#electron/level-host/level-access.ts';
import { freePlace } from '#electron/level-host/remote-door.ts';
import { startLevel } from '#electron/level-host/start-level.ts';
import type { LevelDoorState } from '#shared/contract/level-officer.ts';
import { dayFileOf, sender } from '#tests/support/day-files.ts';
import { LEVEL_PINS, signingLevel } from '#tests/support/signing-level.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const ADDRESS = '127.0.0.2';

type Answer = {
  readonly status: number;
  readonly reply: { ok: boolean; value?: never; problem?: { code: string } };
};

/** A level that other PCs reach at 127.0.0.2, and what asks it from there. */
async function served(context: TestContext, pins: 'on' | 'off' = 'on') {
  const level = await signingLevel(context, 'sqlite', { pins });
  const pages = temporaryFolder('pages');
  writeFileSync(join(pages, 'level.html'), '<html><head></head><body>Trang</body></html>');
  const identity = newIdentity(ADDRESS);
  const told: LevelDoorState[] = [];
  const waiting: (() => void)[] = [];
  const host = await startLevel({
    level: level.level,
    tokens: newLevelTokens(),
    folder: level.folder,
    port: 0,
    rendererFolder: pages,
    clock: level.clock,
    log: () => {},
    beatMs: 20,
    remote: {
      address: ADDRESS,
      port: 0,
      identity,
      tell(state) {
        told.push(state);
        for (const go of waiting.splice(0)) go();
      },
    },
  });
  onTestFinished(() => host.close());
  const state = () => host.door() ?? expect.unreachable();

  async function ask(
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer & { text: string }> {
    const { port } = state();
    const options = {
      host: ADDRESS,
      port,
      path,
      ca: identity.certificate,
      checkServerIdentity: () => undefined,
      agent: false,
    } as const;
    return new Promise((done, failed) => {
      const sent = request(
        {
          ...options,
          method: body === undefined ? 'GET' : 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
        },
        (response) => {
          let text = '';
          response.on('data', (part: Buffer) => {
            text += part.toString();
            // A stream never ends: its first words are enough.
            if (path.startsWith('/events') && response.statusCode === 200) response.destroy();
          });
          response.on('close', () => {
            const isJson = response.headers['content-type'] === 'application/json';
            done({ status: response.statusCode ?? 0, text, reply: isJson ? JSON.parse(text) : { ok: true } });
          });
        },
      );
      sent.on('error', failed);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
  return {
    ...level,
    host,
    ask,
    told,
    state,
    certificate: identity.certificate,
    /** When the door says something new. */
    changed: () => new Promise<void>((done) => waiting.push(done)),
  };
}

test('from another PC: the page and the list of names are there, figures and changes only for who signed in', async (context) => {
  const { ask, ids, state } = await served(context);
  expect(state()).toMatchObject({ address: ADDRESS, open: true, trouble: false });
  expect((await ask('/level.html', undefined)).text).toContain('Trang');
  expect(await ask('/desk/level.state', {})).toMatchObject({
    status: 403,
    reply: { problem: { code: 'session-needed' } },
  });
  expect(await ask('/events?since=0', undefined)).toMatchObject({ status: 403 });
  const names = await ask('/desk/officer.list', {});
  expect(names.reply.value).toEqual([
    { id: ids.leader, name: 'Trần Thu Hà' },
    { id: ids.clerk, name: 'Đỗ Ngọc Lan' },
  ]);
  const opened = await ask('/desk/session.open', { officerId: ids.clerk, pin: LEVEL_PINS.clerk });
  const { session } = opened.reply.value as unknown as { session: string };
  const signedIn = { 'x-desk-session': session };
  expect(await ask('/desk/level.state', {}, signedIn)).toMatchObject({ status: 200 });
  expect((await ask('/events?since=0', undefined, signedIn)).text).toContain('event: beat');
  expect(await ask('/desk/folder.watch', { folder: null }, signedIn)).toMatchObject({
    status: 403,
    reply: { problem: { code: 'not-allowed' } },
  });
});

test('the folders of the PC are used from it alone: another PC has nothing watched and nothing copied', async (context) => {
  const { ask, call, signIn, folder } = await served(context);
  const leader = await signIn('leader');
  const elsewhere = temporaryFolder('elsewhere');
  const there = { 'x-desk-session': leader.session };
  for (const [method, input] of [
    ['folder.watch', { folder: elsewhere }],
    ['backup.make', { folder: elsewhere }],
    ['backup.make', {}],
  ] as const)
    expect(await ask(`/desk/${method}`, input, there)).toMatchObject({
      status: 403,
      reply: { problem: { code: 'level-pc-only' } },
    });
  expect(readdirSync(elsewhere)).toEqual([]);
  expect(readdirSync(folder)).not.toContain('backups');
  expect(await call('level.state', {}, leader)).toMatchObject({ watched: null, lastBackup: null });
  // At the PC itself the same officer does both.
  expect(await call('folder.watch', { folder: elsewhere }, leader)).toEqual({ folder: elsewhere });
  expect(await call('backup.make', { folder: elsewhere }, leader)).toMatchObject({ verified: true });
});

test('the secrets of this PC open nothing there, and a page of another name is refused', async (context) => {
  const { ask, host, state } = await served(context);
  const code = new URL(host.windowAddress()).hash.slice('#code='.length);
  expect(await ask('/access/session', { code })).toMatchObject({ status: 401 });
  expect(await ask('/access/code', { kind: 'window' })).toMatchObject({ status: 401 });
  const own = `https://${ADDRESS}:${state().port}`;
  expect(await ask('/desk/officer.list', {}, { origin: own })).toMatchObject({ status: 200 });
  for (const headers of [
    { host: 'la.example' },
    { host: `${ADDRESS}:1` },
    { origin: 'https://la.example' },
    { origin: `http://${ADDRESS}:${state().port}` },
  ])
    expect([headers, (await ask('/desk/officer.list', {}, headers)).status]).toEqual([headers, 401]);
});

test('an office hands in its file over TLS with its token, however large, and nobody without one', async (context) => {
  const { ask, call, signIn } = await served(context);
  const leader = await signIn('leader');
  const office = sender(1);
  const wish = { code: office.code, name: office.name, publicKey: office.key.publicKey };
  await call('office.register', wish, leader);
  const { token } = await call('office.token', { code: office.code, allow: true }, leader);
  const body = {
    fileName: 'a.json',
    base64: dayFileOf(office, '2026-11-20').toString('base64'),
  };
  expect(await ask('/receive', body)).toMatchObject({ status: 401 });
  expect(await ask('/receive', body, { authorization: `Bearer ${'a'.repeat(32)}` })).toMatchObject({
    status: 401,
  });
  expect(await ask('/receive', body, { authorization: `Bearer ${token}` })).toMatchObject({
    reply: { value: { status: 'new' } },
  });
  // Who is not signed in hands in nothing large.
  const large = { ...body, base64: 'A'.repeat(2_000_000) };
  expect(await ask('/desk/file.receive', large)).toMatchObject({ status: 413 });
});

test('the door follows the PINs: shut while they are off, open once they are on', async (context) => {
  const level = await served(context, 'off');
  expect(level.told).toMatchObject([{ open: false, trouble: false }]);
  await expect(level.ask('/desk/officer.list', {})).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  const opening = level.changed();
  await level.call('access.set-policy', { pins: 'on' });
  await opening;
  expect(level.state()).toMatchObject({ open: true });
  expect(await level.ask('/desk/officer.list', {})).toMatchObject({ status: 200 });
  const leader = await level.signIn('leader');
  const shutting = level.changed();
  await level.call('access.set-policy', { pins: 'off' }, leader);
  await shutting;
  await expect(level.ask('/desk/officer.list', {})).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('ten wrong PINs from one address make it wait, whichever officers they were for', async (context) => {
  const { ask, ids, clock, signIn } = await served(context);
  const guess = (officerId: string) => ask('/desk/session.open', { officerId, pin: '0000' });
  for (let wrong = 0; wrong < 10; wrong += 1) {
    expect(await guess(wrong % 2 === 0 ? ids.leader : ids.clerk)).toMatchObject({
      reply: { problem: { code: 'wrong-pin' } },
    });
    clock.pass(60);
  }
  const right = { officerId: ids.leader, pin: LEVEL_PINS.leader };
  expect(await ask('/desk/session.open', right)).toMatchObject({
    status: 429,
    reply: { problem: { code: 'wait-first', seconds: 14 * 60 } },
  });
  // At the PC itself nobody waits for that address.
  await signIn('leader');
  clock.pass(14 * 60);
  expect(await ask('/desk/session.open', right)).toMatchObject({ status: 200 });
});

test('guesses that come at once are no more than those that come one after another', async () => {
  let now = 0;
  const guesses = addressGuesses(() => now);
  const all = Promise.withResolvers<void>();
  let looked = 0;
  const wrong = async () => {
    looked += 1;
    await all.promise;
    return { ok: false, problem: { code: 'wrong-pin', wrong: 1, waitSeconds: 0, triesLeft: 9 } } as const;
  };
  const flood = () => Array.from({ length: 60 }, () => guesses.ask('10.0.0.1', 'session.open', wrong));
  const first = flood();
  all.resolve();
  await Promise.all(first);
  expect(looked).toBe(10);
  now = 15 * 60_000;
  await Promise.all(flood());
  expect(looked).toBe(11);
});

test('of addresses that guess only so many are remembered, the latest', async () => {
  const guesses = addressGuesses(() => 0);
  const wrong = async () =>
    ({ ok: false, problem: { code: 'wrong-pin', wrong: 1, waitSeconds: 0, triesLeft: 9 } }) as const;
  const from = (address: string) => guesses.ask(address, 'session.open', wrong);
  for (let at = 0; at < 10; at += 1) await from('10.0.0.1');
  expect(await from('10.0.0.1')).toMatchObject({ problem: { code: 'wait-first' } });
  for (let at = 0; at < 1024; at += 1) await from(`10.1.${at >> 8}.${at & 255}`);
  expect(await from('10.0.0.1')).toMatchObject({ problem: { code: 'wrong-pin' } });
});

describe('the certificate', () => {
  const now = Date.parse('2026-11-30T00:00:00Z');
  /** A certificate that is valid from 2020 to 9999, and its key. */
  function written(folder: string, name: string) {
    const files = { certificate: join(folder, `${name}.crt`), key: join(folder, `${name}.key`) };
    const { certificate, privateKey } = newIdentity();
    writeFileSync(files.certificate, certificate);
    writeFileSync(files.key, privateKey);
    return files;
  }

  test('its own is made once, names the address, and stays in the folder', () => {
    const folder = temporaryFolder('door');
    const wish = { folder, address: '192.168.1.20', files: undefined, now };
    const first = doorIdentity(wish);
    const certificate = new X509Certificate(first.certificate);
    expect(certificate.checkIP('192.168.1.20')).toBe('192.168.1.20');
    expect(certificate.checkIP('192.168.1.21')).toBeUndefined();
    const again = doorIdentity({ ...wish, address: '192.168.1.30' });
    expect(new X509Certificate(again.certificate).fingerprint256).toBe(certificate.fingerprint256);
    expect(statSync(join(folder, 'level-https.key')).mode & 0o077).toBe(0);
    const file = join(folder, 'level-https.crt');
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 300));
    expect(() => doorIdentity(wish)).toThrow(/bị hỏng/);
    rmSync(file);
    expect(() => doorIdentity(wish)).toThrow(/^Không đọc được tệp chứng thư/);
  });

  test('one of the office is taken while it is valid and its key fits, else a sentence says what is wrong', () => {
    const folder = temporaryFolder('door');
    const [good, other] = [written(folder, 'good'), written(folder, 'other')];
    const wish = (files: typeof good, at = now) => ({ folder, address: ADDRESS, files, now: at });
    expect(doorIdentity(wish(good)).certificate).toContain('BEGIN CERTIFICATE');
    const says = (files: typeof good, at?: number): string => {
      try {
        doorIdentity(wish(files, at));
        return '';
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    };
    expect(says({ ...good, key: other.key })).toMatch(/^Khóa “.*” không phải của chứng thư/);
    expect(says(good, Date.UTC(10_000, 0, 2))).toMatch(/đã hết hạn từ /);
    expect(says(good, Date.parse('2000-01-01T00:00:00Z'))).toMatch(/mới có hiệu lực\./);
    expect(says({ ...good, certificate: good.key })).toMatch(/không phải chứng thư dạng PEM\./);
    expect(says({ ...good, certificate: join(folder, 'none.crt') })).toMatch(/^Không đọc được tệp chứng thư/);
  });
});

test('an address that is not of this PC, or a port in use, is said with what to do', async () => {
  await expect(freePlace({ address: '203.0.113.7', port: 0 })).rejects.toThrow(
    /^203\.0\.113\.7 không phải địa chỉ của máy này\./,
  );
  const { port } = await freePlace({ address: ADDRESS, port: 0 });
  expect(port).toBeGreaterThan(0);
});
