import { X509Certificate } from 'node:crypto';
import { connect, createServer as createTlsServer } from 'node:tls';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { newIdentity } from '#electron/desk/lan/port/identity.ts';
import { fingerprintOf } from '#electron/desk/lan/port/fingerprint.ts';
import type { LanDoor } from '#electron/desk/lan/port/lan-port.ts';
import { lanListener } from '#electron/host/lan-listener.ts';
import { fingerprintWords } from '#shared/domain/office/fingerprint-words.ts';
import { pairingCode, readPairingCode } from '#shared/domain/office/pairing-code.ts';
import { codeOf, valueOf } from '#tests/support/desk-clients.ts';
import { askOf, lanOffice, stateOf } from '#tests/support/lan-office.ts';

const WRONG = 'AAAA-BBBB-CCCC';

test('a code joins one device, at its counter, and is used then', async () => {
  const office = await lanOffice();
  const code = await office.code('counter', 1);
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
  const joined = valueOf(await office.pair(code.toLowerCase().replaceAll('-', ' ')));
  expect(joined).toMatchObject({ kind: 'counter', name: 'Máy thử', port: office.at.port });
  expect(await office.pair(code)).toEqual({ ok: false, problem: { code: 'pairing-over', reason: 'used' } });
  const [own, device] = valueOf(await office.ask('device.list', {}));
  expect(own).toMatchObject({ kind: 'desk', connected: true });
  expect(device).toMatchObject({ id: joined.deviceId, counterId: office.counters[1], connected: false });
  const rows = office.store().database.prepare('SELECT * FROM device').all();
  expect(JSON.stringify(rows)).not.toContain(joined.token);
});

test('of two devices with one code one joins', async () => {
  const office = await lanOffice();
  const code = await office.code();
  const replies = await Promise.all([office.pair(code), office.pair(code), office.pair(code)]);
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  for (const reply of replies)
    if (!reply.ok) expect(reply.problem).toEqual({ code: 'pairing-over', reason: 'used' });
  expect(valueOf(await office.ask('device.list', {}))).toHaveLength(2);
});

test('five wrong tries end a code, and a late, an ended and a missing one say so', async () => {
  const office = await lanOffice();
  const over = (reason: string) => ({ ok: false, problem: { code: 'pairing-over', reason } });
  expect(await office.pair(WRONG)).toEqual(over('none'));
  let code = await office.code();
  for (const triesLeft of [4, 3, 2, 1, 0])
    expect(await office.pair(WRONG)).toEqual({ ok: false, problem: { code: 'code-refused', triesLeft } });
  expect(await office.pair(code)).toEqual(over('tries'));
  code = await office.code();
  office.clock.pass(599);
  const { pairing } = valueOf(await office.ask('lan.state', {}));
  expect(pairing).toMatchObject({ triesLeft: 5 });
  office.clock.pass(1);
  expect(office.clock.now()).toBe(pairing?.until);
  expect(await office.pair(code)).toEqual(over('late'));
  code = await office.code();
  valueOf(await office.ask('pairing.end', {}));
  expect(await office.pair(code)).toEqual(over('none'));
  expect(await office.pair('too short')).toMatchObject({ problem: { code: 'invalid-input', path: 'code' } });
  expect(valueOf(await office.ask('device.list', {}))).toHaveLength(1);
});

test('a relay with a certificate of its own gets nobody in, whether it passes the proof on or not', async () => {
  const office = await lanOffice();
  const { certificate, privateKey } = newIdentity();
  const relay = createTlsServer({ cert: certificate, key: privateKey, minVersion: 'TLSv1.3' }, (here) => {
    const there = connect({ ...office.at, host: office.at.address, rejectUnauthorized: false });
    here.pipe(there).pipe(here);
    here.on('error', () => there.destroy());
    there.on('error', () => here.destroy());
  });
  relay.listen(0, '127.0.0.1');
  await once(relay, 'listening');
  onTestFinished(() => void relay.close());
  const at = { address: '127.0.0.1', port: (relay.address() as AddressInfo).port };
  const code = await office.code();
  expect(await office.pair(code, at)).toEqual({ ok: false, problem: { code: 'line-relayed' } });
  expect(valueOf(await office.ask('lan.state', {})).pairing).toMatchObject({ triesLeft: 4 });
  expect(valueOf(await office.ask('device.list', {}))).toHaveLength(1);
});

test('a program of another version is refused in words, joined or joining, and no data is touched', async () => {
  const office = await lanOffice();
  const last = valueOf(await office.ask('system.health', {})).lastEvent;
  const code = await office.code();
  for (const version of ['0.9.0', '2.0.0'])
    expect(await office.pair(code, office.at, version)).toEqual({
      ok: false,
      problem: { code: 'version-differs', here: version, there: '1.0.0' },
    });
  expect(valueOf(await office.ask('system.health', {})).lastEvent).toBe(last + 1);
  expect(valueOf(await office.pair(code)).deviceId).toBeTruthy();
});

test('of a joined PC officers are told its folder and its name, and a display neither', async () => {
  const office = await lanOffice();
  const own = { dataFolder: '/somewhere/here', electron: false, keepsKeys: false, joinedAs: 'Máy quầy 2' };
  const { desk } = await office.join({ more: { own } });
  const health = async (role: 'counter' | 'display') => desk.dispatch('system.health', {}, { role });
  expect(await health('counter')).toMatchObject({ ok: true, value: own });
  const told = JSON.stringify(await health('display'));
  expect(told).toContain('"ok":true');
  for (const hidden of [own.dataFolder, own.joinedAs]) expect(told).not.toContain(hidden);
});

test('a revoked device is out at once, and its token opens nothing more', async () => {
  const office = await lanOffice();
  const { desk, joined, ask } = await office.join();
  expect((await ask('queue.board', {})).ok).toBe(true);
  const revoked = valueOf(await office.ask('device.revoke', { deviceId: joined.deviceId }));
  expect(revoked.connected).toBe(false);
  await expect.poll(() => stateOf(desk)).toBe('device-revoked');
  expect(await ask('queue.board', {})).toEqual({ ok: false, problem: { code: 'device-revoked' } });
  expect(valueOf(await office.ask('device.list', {}))[1]?.revokedAt).not.toBeNull();
  const own = valueOf(await office.ask('device.list', {}))[0]?.id ?? '';
  expect(await office.ask('device.revoke', { deviceId: own })).toEqual({
    ok: false,
    problem: { code: 'unknown-device' },
  });
});

test('a joined PC may do what reception and counters do, never what a leader does; a display shows', async () => {
  const office = await lanOffice();
  const counter = await office.join();
  const display = await office.join({ kind: 'display' });
  expect((await askOf(counter.desk)('ticket.issue', { requests: [] })).ok).toBe(false);
  for (const [asker, role] of [
    [askOf(counter.desk), 'counter'],
    [askOf(display.desk), 'display'],
  ] as const)
    expect(await asker('device.list', {})).toEqual({ ok: false, problem: { code: 'not-allowed', role } });
  expect((await display.ask('queue.wall', {})).ok).toBe(true);
  expect(await askOf(display.desk)('queue.board', {})).toMatchObject({ problem: { code: 'not-allowed' } });
  expect(await askOf(display.desk, 'counter')('queue.board', {})).toMatchObject({
    problem: { code: 'not-allowed' },
  });
});

test('a leader who signs in at a joined PC is one there, and nobody is one without', async () => {
  const office = await lanOffice();
  const { desk } = await office.join();
  const [first] = valueOf(await office.ask('officer.list', {}));
  const officerId = first?.id ?? '';
  valueOf(await office.ask('officer.save', { id: officerId, name: 'Trần Thu Mẫu', pin: '1357' }));
  valueOf(await office.ask('access.set-policy', { pins: 'on' }));
  const needed = { ok: false, problem: { code: 'session-needed' } };
  expect(await askOf(desk)('device.list', {})).toEqual(needed);
  const { session } = valueOf(await askOf(desk)('session.open', { officerId, pin: '1357' }));
  const asker = { role: 'leader', session } as const;
  expect(await desk.dispatch('device.list', {}, asker)).toMatchObject({ ok: true });
  // A session belongs to the PC at which it was opened.
  expect(await office.desk.dispatch('device.list', {}, asker)).toEqual(needed);
});

test('a door that was open opens again at the next start with its certificate; one that was shut does not', async () => {
  const office = await lanOffice();
  const { desk } = await office.join();
  await office.restart();
  await expect.poll(async () => valueOf(await office.ask('lan.state', {})).door).toEqual(office.at);
  await expect.poll(() => stateOf(desk)).toBe('ok');
  valueOf(await office.ask('lan.close', {}));
  await expect.poll(() => stateOf(desk)).toBe('line-cut');
  expect(valueOf(await office.ask('lan.state', {}))).toMatchObject({ door: null, trouble: null });
});

test('an address that this PC has not, and a port that is taken, are said; what was open stays open', async () => {
  const office = await lanOffice();
  const other = await lanOffice();
  expect(await office.ask('lan.open', { address: '192.0.2.7', port: 0 })).toEqual({
    ok: false,
    problem: { code: 'lan-not-opened', reason: 'address-gone', address: '192.0.2.7', port: 0 },
  });
  const taken = { address: '127.0.0.1', port: other.at.port };
  expect(await office.ask('lan.open', taken)).toMatchObject({ problem: { reason: 'port-taken' } });
  expect(valueOf(await office.ask('lan.state', {}))).toMatchObject({ door: office.at, trouble: null });
  expect((await office.pair(await office.code())).ok).toBe(true);
});

test('the certificate is good whatever the clocks say, and its words are those of its fingerprint', async () => {
  const { certificate } = newIdentity();
  const read = new X509Certificate(certificate);
  expect(Date.parse(read.validFrom)).toBe(Date.parse('2020-01-01T00:00:00Z'));
  expect(new Date(read.validTo).getUTCFullYear()).toBe(9999);
  expect(read.verify(read.publicKey)).toBe(true);
  const words = fingerprintWords(fingerprintOf(certificate));
  expect(words).toHaveLength(4);
  expect(words.every(Boolean)).toBe(true);
  const all = Array.from(
    { length: 256 },
    (_, byte) => fingerprintWords(byte.toString(16).padStart(2, '0').repeat(4))[0],
  );
  expect(new Set(all).size).toBe(256);
});

test('a typed code is read in any spelling, and signs that look alike are in none', () => {
  const drawn = pairingCode(Uint8Array.from({ length: 48 }, (_, index) => index * 5));
  expect(drawn).not.toMatch(/[01OIL]/);
  expect(readPairingCode(drawn.toLowerCase())).toBe(drawn.replaceAll('-', ''));
  for (const wrong of ['', drawn.slice(1), `${drawn}A`, drawn.replace(/^./, '0')])
    expect(readPairingCode(wrong)).toBeNull();
});

test('of two PCs with one copied folder the later one works, and the former is told why it does not', async () => {
  const office = await lanOffice();
  const joined = office.enrol();
  const former = await office.join({ joined });
  const seen = (): unknown => office.store().prepare<[], { n: number }>('SELECT total_changes() AS n').get();
  const copy = await office.join({ joined });
  await expect.poll(() => stateOf(former.desk)).toBe('device-doubled');
  expect(codeOf(await former.ask('queue.board', {}))).toBe('device-doubled');
  const before = seen();
  await once(AbortSignal.timeout(500), 'abort');
  // They do not drive each other out for ever.
  expect(seen()).toEqual(before);
  expect(codeOf(await copy.ask('queue.board', {}))).toBe('ok');
});

test('who was not let in says one thing on a connection, so that the number of connections bounds what they cost', async () => {
  const { at } = await lanOffice();
  for (const path of ['/line/pair', '/desk/queue.board', '/']) {
    const asked = request({ host: at.address, port: at.port, path, rejectUnauthorized: false, agent: false });
    asked.setHeader('connection', 'keep-alive');
    asked.end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    expect(response.headers.connection).toBe('close');
    response.resume();
  }
});

test('a door that is shut while it is being opened stays shut', async () => {
  const { desk } = await lanOffice();
  const lan = lanListener({ desk: () => desk });
  const nobody = () => undefined;
  const over = { ok: false, problem: { code: 'pairing-over', reason: 'none' } } as const;
  const door: LanDoor = {
    version: '1',
    releases: () => null,
    admit: nobody,
    lineOpened: nobody,
    lineEnded: nobody,
    pairSalt: () => over,
    pair: async () => over,
  };
  const opening = lan.open({ address: '127.0.0.1', port: 0 }, newIdentity(), door);
  await lan.close();
  await expect(opening).rejects.toThrow('closed while');
});
