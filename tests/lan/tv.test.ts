import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { joinedDesk } from '#electron/join/joined-desk.ts';
import { pinnedLine } from '#electron/join/pinned-line.ts';
import { ACCESS } from '#shared/contract/access.ts';
import { deskContract } from '#shared/contract/desk-contract.ts';
import { valueOf } from '#tests/support/desk-clients.ts';
import { lanOffice, stateOf, type LanOffice } from '#tests/support/lan-office.ts';
import { rawRequest } from '#tests/support/raw-http.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const PERSON = 'Trần Thị Không Được Lộ';
const CARD = { netmask: '255.0.0.0', family: 'IPv4', mac: '00:00:00:00:00:00', internal: false } as const;

/** Built pages as they lie in out/renderer. */
function pagesFolder(): string {
  const folder = temporaryFolder('pages');
  mkdirSync(join(folder, 'assets'));
  for (const page of ['counter', 'display', 'print'])
    writeFileSync(join(folder, `${page}.html`), `<head></head><div id="root"></div>${page}`);
  writeFileSync(join(folder, 'assets/display-1.js'), 'the wall');
  return folder;
}

/** An office whose wall is open to TVs, with a person who waits. */
async function tvOffice(cards?: Parameters<typeof lanOffice>[0]) {
  const office = await lanOffice({ rendererFolder: pagesFolder(), ...cards });
  const person = { fullName: PERSON };
  const requests = [{ procedure: 'level-2', subject: 'citizen', person }] as const;
  valueOf(await office.ask('ticket.issue', { requests: [...requests] }));
  const { address, port } = valueOf(await office.ask('tv.open', { address: '127.0.0.1', port: 0 }));
  return { office, url: `http://${address}:${port}`, address, port };
}

const json = { 'content-type': 'application/json' };
const letIn = (url: string, code: string) =>
  fetch(url + ACCESS.wall, { method: 'POST', headers: json, body: JSON.stringify({ code }) });

/** What the browser of a TV holds after its code was typed. */
async function cookieOf(office: LanOffice, url: string): Promise<string> {
  const { code } = valueOf(await office.ask('tv.code', {}));
  expect(code).toMatch(/^\d{8}$/);
  const answer = await letIn(url, code);
  const cookie = answer.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^quay-tiep-dan-tv=[\da-f]{64}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d{8}$/);
  return cookie.split(';')[0] ?? '';
}

async function wallOf(url: string, cookie: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${url}/desk/queue.wall`, {
    method: 'POST',
    headers: { ...json, cookie },
    body: '{}',
  });
  return { status: answer.status, text: await answer.text() };
}

/** The events of a TV as text; resolves with all of it when the stream ends. */
async function listening(url: string, cookie: string): Promise<{ all: Promise<string> }> {
  const answer = await fetch(`${url}/events`, { headers: { cookie } });
  expect(answer.status).toBe(200);
  return { all: answer.text().catch(() => 'cut') };
}

test('it is off until a leader switches it on, at one address', async () => {
  const office = await lanOffice({ rendererFolder: pagesFolder() });
  expect(valueOf(await office.ask('tv.state', {}))).toEqual({ door: null, trouble: null, code: null });
  expect(await office.ask('tv.code', {})).toMatchObject({ problem: { code: 'lan-not-opened' } });
  expect(await office.ask('tv.open', { address: '0.0.0.0', port: 0 })).toMatchObject({
    problem: { code: 'invalid-input', path: 'address' },
  });
  expect(await office.ask('tv.open', { address: '203.0.113.9', port: 0 })).toMatchObject({
    problem: { code: 'lan-not-opened', reason: 'address-gone' },
  });
});

test('whatever a TV asks for by any method at any path, it is given the page of the wall, numbers and counters', async () => {
  const { office, url } = await tvOffice();
  const cookie = await cookieOf(office, url);
  const headers = { ...json, cookie, 'idempotency-key': 'a-key-of-this-test', 'x-desk-role': 'display' };
  const given: string[] = [];
  const ask = async (method: string, path: string, more: Record<string, string> = headers) => {
    const body = method === 'GET' || method === 'HEAD' ? {} : { body: '{}' };
    const send = async () => {
      const answer = await fetch(url + path, { method, headers: more, redirect: 'manual', ...body });
      const isStream = path.startsWith('/events') && answer.ok;
      if (isStream) await answer.body?.cancel();
      return { ok: answer.ok, text: isStream ? '' : await answer.text() };
    };
    // Whoever comes with more than sixty new connections a second is sent away for a moment.
    const { ok, text } = await vi.waitFor(send, { timeout: 10_000, interval: 50 });
    expect({ method, path, leaks: text.includes(PERSON) || text.includes(office.folder) }).toMatchObject({
      leaks: false,
    });
    if (ok) given.push(`${method} ${path}`);
  };
  for (const method of Object.keys(deskContract)) await ask('POST', `/desk/${method}`);
  for (const method of ['queue.wall', 'ticket.list', 'system.health']) {
    await ask('POST', `/training/desk/${method}`);
    for (const other of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])
      await ask(other, `/desk/${method}`);
  }
  const paths = [
    '/',
    '/display.html',
    '/counter.html',
    '/print.html',
    '/openapi.json',
    '/events',
    '/training/events',
    '/lan/pair',
    '/lan/events',
    '/join',
    '/assets/display-1.js',
    '/assets/../counter.html',
    '/assets/%2e%2e/counter.html',
    '/desk.db',
    '/access.json',
    '/favicon.ico',
    ...Object.values(ACCESS),
  ];
  for (const path of paths)
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) await ask(method, path);
  expect(given.toSorted()).toEqual([
    'GET /',
    'GET /assets/display-1.js',
    'GET /events',
    'POST /desk/queue.wall',
    'POST /desk/system.health',
    'POST /desk/voice.sound',
  ]);
  given.length = 0;
  for (const role of ['leader', 'reception', 'counter'])
    await ask('POST', '/desk/queue.wall', { ...headers, 'x-desk-role': role });
  for (const path of ['/desk/queue.wall', '/desk/system.health']) await ask('POST', path, json);
  await ask('GET', '/events', {});
  expect(given).toEqual([]);
  expect((await wallOf(url, cookie)).text).toContain('"training":false');
});

test('a code lets one TV in, once; five wrong ones end it, and so do ten minutes', async () => {
  const { office, url } = await tvOffice();
  const said = async (code: string) =>
    ((await (await letIn(url, code)).json()) as { problem?: object }).problem;
  expect(await said('12345678')).toEqual({ code: 'pairing-over', reason: 'none' });
  const { code } = valueOf(await office.ask('tv.code', {}));
  const wrong = code === '00000000' ? '11111111' : '00000000';
  for (const triesLeft of [4, 3, 2, 1, 0])
    expect(await said(wrong)).toEqual({ code: 'code-refused', triesLeft });
  expect(await said(code)).toEqual({ code: 'pairing-over', reason: 'tries' });
  const late = valueOf(await office.ask('tv.code', {}));
  office.clock.pass(599);
  const { code: open } = valueOf(await office.ask('tv.state', {}));
  expect(open).toEqual({ until: late.until, triesLeft: 5 });
  office.clock.pass(1);
  expect(office.clock.now()).toBe(late.until);
  expect(await said(late.code)).toEqual({ code: 'pairing-over', reason: 'late' });
  const good = valueOf(await office.ask('tv.code', {}));
  expect(await said(good.code)).toBeUndefined();
  expect(await said(good.code)).toEqual({ code: 'pairing-over', reason: 'used' });
  expect(valueOf(await office.ask('device.list', {})).map(({ kind }) => kind)).toEqual(['desk', 'tv']);
});

test('a TV is listed while it looks, and revoked it is out at once; its token opens nothing', async () => {
  const { office, url } = await tvOffice();
  const cookie = await cookieOf(office, url);
  const stream = await listening(url, cookie);
  const [, tv] = valueOf(await office.ask('device.list', {}));
  expect(tv).toMatchObject({ kind: 'tv', name: '', connected: true, lastSeen: office.clock.now() });
  const deviceId = tv?.id ?? '';
  expect(valueOf(await office.ask('device.rename', { deviceId, name: 'TV sảnh' })).name).toBe('TV sảnh');
  const revokedAt = performance.now();
  expect(valueOf(await office.ask('device.revoke', { deviceId })).revokedAt).not.toBeNull();
  await stream.all;
  expect(performance.now() - revokedAt).toBeLessThan(3_000);
  expect(await wallOf(url, cookie)).toMatchObject({ status: 401 });
  expect((await fetch(`${url}/events`, { headers: { cookie } })).status).toBe(401);
});

test('the token of a TV opens no door to joined PCs, and the token of a joined PC no TV', async () => {
  const { office, url } = await tvOffice();
  const token = (await cookieOf(office, url)).split('=')[1] ?? '';
  const [, tv] = valueOf(await office.ask('device.list', {}));
  const display = office.enrol('display');
  expect(await wallOf(url, `quay-tiep-dan-tv=${display.token}`)).toMatchObject({ status: 401 });
  const joined = { ...display, token, deviceId: tv?.id ?? '' };
  const line = pinnedLine({ ...joined, version: '1.0.0', drivers: false });
  const desk = joinedDesk({ line, at: office.at, clock: office.clock });
  onTestFinished(() => desk.close());
  await expect.poll(() => stateOf(desk)).toBe('device-revoked');
});

test('switched off, a TV hears so first; on again after a restart of the program it is there with the same token', async () => {
  const { office, url, address, port } = await tvOffice();
  const cookie = await cookieOf(office, url);
  const stream = await listening(url, cookie);
  valueOf(await office.ask('tv.close', {}));
  expect(await stream.all).toContain('"name":"tv.closed"');
  await expect
    .poll(() =>
      fetch(url).then(
        () => 'there',
        () => 'gone',
      ),
    )
    .toBe('gone');
  await office.restart();
  expect(valueOf(await office.ask('tv.state', {})).door).toBeNull();
  valueOf(await office.ask('tv.open', { address, port }));
  await office.restart();
  await expect
    .poll(() =>
      wallOf(url, cookie).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200);
  // A night and a new day.
  office.clock.jump(24 * 60);
  expect((await wallOf(url, cookie)).status).toBe(200);
  const page = await fetch(url, { headers: { cookie } });
  expect(page.headers.get('set-cookie')).toContain(cookie);
  expect(await page.text()).toContain('HDMI');
});

test('whoever types another address on the TV reads the right one; a page of elsewhere gets nothing', async () => {
  const { url, address, port } = await tvOffice();
  const accept = { accept: 'text/html' };
  const wrong = await fetch(`${url}/display.html`, { headers: accept });
  expect(wrong.status).toBe(404);
  expect(await wrong.text()).toContain(`${url}/`);
  const named = await rawRequest(url, {
    method: 'GET',
    path: '/',
    headers: { ...accept, host: `evil.example:${port}` },
  });
  expect(named).toMatchObject({ status: 401 });
  expect(named.text).toContain(`${url}/`);
  const foreign = { host: `${address}:${port}`, origin: 'http://evil.example' };
  expect(
    await rawRequest(url, {
      method: 'POST',
      path: ACCESS.wall,
      body: '{}',
      headers: { ...foreign, ...json },
    }),
  ).toMatchObject({
    status: 401,
  });
});

test('the door goes with its card to the next address', async () => {
  let addresses = ['127.0.0.1'];
  const card = (address: string) => ({ ...CARD, address, cidr: `${address}/8` });
  const { office, port } = await tvOffice({ cards: () => ({ eth7: addresses.map(card) }) });
  addresses = [];
  await expect.poll(async () => valueOf(await office.ask('tv.state', {})).trouble).toBe('address-gone');
  addresses = ['127.0.0.9'];
  await expect
    .poll(async () => valueOf(await office.ask('tv.state', {})))
    .toMatchObject({ door: { address: '127.0.0.9', port }, trouble: null });
  expect((await fetch(`http://127.0.0.9:${port}/`)).status).toBe(200);
});
