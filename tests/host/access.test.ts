import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Asker } from '#electron/desk/desk-call.ts';
import { hostAccess } from '#electron/host/access.ts';
import { newTokens } from '#electron/host/access-tokens.ts';
import { accessFile, type AccessFile } from '#electron/host/kept-access.ts';
import { ACCESS, type AccessCode, type AccessSession, type WallDoor } from '#shared/contract/access.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { codeOf, valueOf, workingHouse, type DeskHouse } from '#tests/support/desk-clients.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { testClock } from '#tests/support/test-desk.ts';

const bearer = (secret: string) => `Bearer ${secret}`;
const HOUR = 3_600;

function access(file: AccessFile = accessFile(undefined, async () => true)) {
  const [clock, tokens] = [testClock(), newTokens()];
  return { clock, tokens, doors: hostAccess(tokens, file, clock) };
}

describe('codes', () => {
  test('one opens one window, and no second one', async () => {
    const { doors } = access();
    const { code } = doors.newCode('window');
    const window = await doors.enterByCode(code);
    expect(doors.admit(bearer(window?.session ?? ''), undefined)?.roles).toContain('leader');
    expect(await doors.enterByCode(code)).toBeUndefined();
  });

  test('one that comes a second time ends what it opened, its way back too', async () => {
    const { doors } = access();
    const { code } = doors.newCode('window');
    const thief = await doors.enterByCode(code);
    const other = await doors.enterByCode(doors.newCode('window').code);
    await doors.enterByCode(code);
    expect(doors.admit(bearer(thief?.session ?? ''), undefined)).toBeUndefined();
    expect(await doors.enterByWayBack(thief?.wayBack ?? '')).toBeUndefined();
    expect(doors.admit(bearer(other?.session ?? ''), undefined)).toBeDefined();
  });

  test('are short-lived, and open nothing but what they are for', async () => {
    const { doors, clock } = access();
    const late = doors.newCode('window');
    clock.pass(late.seconds + 1);
    expect(await doors.enterByCode(late.code)).toBeUndefined();
    expect(await doors.enterByCode(doors.newCode('wall').code)).toBeUndefined();
    expect(await doors.openWall(doors.newCode('window').code, undefined)).toHaveProperty('triesLeft');
    expect(await doors.enterByCode('')).toBeUndefined();
  });

  test('10,000 guesses of a typed code: after five it is worth nothing', async () => {
    const { doors } = access();
    const { code } = doors.newCode('wall', true);
    expect(code).toMatch(/^\d{8}$/);
    for (let guess = 0; guess < 10_000; guess += 1) {
      const guessed = String(guess).padStart(8, '0');
      if (guessed === code) continue;
      expect(await doors.openWall(guessed, undefined)).toEqual({ triesLeft: Math.max(0, 4 - guess) });
    }
    expect(await doors.openWall(code, undefined)).toEqual({ triesLeft: 0 });
    expect(await doors.openWall(doors.newCode('wall', true).code, undefined)).toHaveProperty('secret');
  });
});

describe('sessions', () => {
  test('end after twelve hours of silence; the way back opens a new one, once, for a week', async () => {
    const { doors, clock } = access();
    const window = await doors.enterByCode(doors.newCode('window').code);
    clock.pass(11 * HOUR);
    expect(doors.admit(bearer(window?.session ?? ''), undefined)).toBeDefined();
    clock.pass(11 * HOUR);
    expect(doors.admit(bearer(window?.session ?? ''), undefined)).toBeDefined();
    clock.pass(13 * HOUR);
    expect(doors.admit(bearer(window?.session ?? ''), undefined)).toBeUndefined();
    const again = await doors.enterByWayBack(window?.wayBack ?? '');
    expect(doors.admit(bearer(again?.session ?? ''), undefined)).toBeDefined();
    expect(await doors.enterByWayBack(window?.wayBack ?? '')).toBeUndefined();
    clock.pass(8 * 24 * HOUR);
    expect(await doors.enterByWayBack(again?.wayBack ?? '')).toBeUndefined();
  });

  test('the tokens of the start never end; a sheet is over in two minutes and leads nowhere', async () => {
    const { doors, clock, tokens } = access();
    const sheet = await doors.enterByCode(doors.newCode('sheet').code);
    expect(sheet?.wayBack).toBe('');
    expect(doors.admit(bearer(sheet?.session ?? ''), undefined)).toBeDefined();
    expect(await doors.enterByHeader(bearer(sheet?.session ?? ''))).toBeUndefined();
    clock.pass(121);
    expect(doors.admit(bearer(sheet?.session ?? ''), undefined)).toBeUndefined();
    clock.pass(30 * 24 * HOUR);
    expect(doors.admit(bearer(tokens.token), undefined)?.roles).toContain('leader');
    expect(doors.admit(bearer(tokens.displayToken), undefined)?.roles).toEqual(['display']);
  });

  test('the display token opens no session', async () => {
    const { doors, tokens } = access();
    expect(await doors.enterByHeader(bearer(tokens.displayToken))).toBeUndefined();
    expect(await doors.enterByHeader(bearer(tokens.token))).toBeDefined();
  });
});

test('a folder with a fault is left as it is', async () => {
  const file = join(temporaryFolder(), 'access.json');
  const { doors } = access(accessFile(file, async () => false));
  const window = await doors.enterByCode(doors.newCode('window').code);
  expect(existsSync(file)).toBe(false);
  expect(await doors.enterByWayBack(window?.wayBack ?? '')).toBeDefined();
});

/** One trade over HTTP, with the cookie that it sets. */
async function trade<T>(
  { host }: DeskHouse,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ reply: DeskReply<T>; cookie: string }> {
  const response = await fetch(host.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { reply: (await response.json()) as DeskReply<T>, cookie: response.headers.get('set-cookie') ?? '' };
}

describe('over HTTP', () => {
  test('a wall trades its code for a cookie that may only look, which the leader can end within its stream', async () => {
    const house = await workingHouse();
    const office = { authorization: bearer(house.tokens.token) };
    const { reply } = await trade<AccessCode>(house, ACCESS.code, { kind: 'wall', typed: true }, office);
    const opened = await trade(house, ACCESS.wall, { code: valueOf(reply).code });
    expect(opened.cookie).toMatch(/; HttpOnly; SameSite=Strict; Max-Age=\d+$/);
    const cookie = opened.cookie.split(';')[0] ?? '';
    expect(valueOf((await trade(house, '/desk/queue.wall', {}, { cookie })).reply)).toHaveProperty('calls');
    expect(codeOf((await trade(house, '/desk/queue.board', {}, { cookie })).reply)).toBe('not-allowed');
    expect(codeOf((await trade(house, ACCESS.code, { kind: 'window' }, { cookie })).reply)).toBe(
      'sender-refused',
    );

    const stream = await fetch(`${house.host.url}/events`, { headers: { cookie } });
    const heard = stream.text();
    const [wall] = valueOf((await trade<WallDoor[]>(house, ACCESS.walls, {}, office)).reply);
    await trade(house, ACCESS.endWall, { id: wall?.id }, office);
    expect(await heard).toContain('event: beat');
    expect(codeOf((await trade(house, '/desk/queue.wall', {}, { cookie })).reply)).toBe('sender-refused');
  });

  test('where officers sign in, walls are opened, listed and ended by whoever is signed in, and data is exchanged at the main PC alone', async () => {
    const house = await workingHouse();
    const { client } = house.doors.direct;
    const office = { authorization: bearer(house.tokens.token) };
    const { reply } = await trade<AccessCode>(house, ACCESS.code, { kind: 'wall' }, office);
    await trade(house, ACCESS.wall, { code: valueOf(reply).code });
    const [officer] = valueOf(await client.call('officer.list', {}));
    const officerId = officer?.id ?? '';
    valueOf(await client.call('officer.save', { id: officerId, pin: '1357' }, randomUUID()));
    valueOf(await client.call('access.set-policy', { pins: 'on' }, randomUUID()));
    const listed = async (headers: Record<string, string>) =>
      (await trade<WallDoor[]>(house, ACCESS.walls, {}, headers)).reply;
    expect(codeOf(await listed(office))).toBe('session-needed');
    expect(codeOf(await listed({}))).toBe('sender-refused');
    const wallCode = async (headers: Record<string, string>) =>
      (await trade<AccessCode>(house, ACCESS.code, { kind: 'wall', typed: true }, headers)).reply;
    expect(codeOf(await wallCode(office))).toBe('session-needed');
    valueOf((await trade(house, ACCESS.code, { kind: 'window' }, office)).reply);
    const end = async (headers: Record<string, string>, id: string) =>
      (await trade(house, ACCESS.endWall, { id }, headers)).reply;
    const { session } = valueOf(await client.call('session.open', { officerId, pin: '1357' }, randomUUID()));
    const signedIn = { ...office, 'x-desk-session': session };
    expect(valueOf(await wallCode(signedIn)).code).toMatch(/^\d{8}$/);
    const [wall] = valueOf(await listed(signedIn));
    expect(codeOf(await end(office, wall?.id ?? ''))).toBe('session-needed');
    expect(valueOf(await listed(signedIn))).toHaveLength(1);
    expect(valueOf(await end(signedIn, wall?.id ?? ''))).toEqual({ ended: true });

    const elsewhere: Asker = { role: 'leader', device: randomUUID() };
    const there = await house.desks.office.dispatch(
      'session.open',
      { officerId, pin: '1357' },
      elsewhere,
      randomUUID(),
    );
    const leader = { ...elsewhere, session: (valueOf(there) as { session: string }).session };
    for (const [method, input] of [
      ['data.encrypt', {}],
      ['backup.restore', { id: randomUUID(), reason: 'thử' }],
    ] as const)
      expect(codeOf(await house.desks.office.dispatch(method, input, leader, randomUUID()))).toBe(
        'main-pc-only',
      );
  });

  test('a wall that is opened again stays one wall', async () => {
    const house = await workingHouse();
    const office = { authorization: bearer(house.tokens.token) };
    const code = async () =>
      valueOf((await trade<AccessCode>(house, ACCESS.code, { kind: 'wall' }, office)).reply).code;
    const first = await trade(house, ACCESS.wall, { code: await code() });
    await trade(house, ACCESS.wall, { code: await code() }, { cookie: first.cookie.split(';')[0] ?? '' });
    expect(valueOf((await trade<WallDoor[]>(house, ACCESS.walls, {}, office)).reply)).toHaveLength(1);
  });

  test('a code is given to the office alone, and a wrong header is not mended by a cookie', async () => {
    const house = await workingHouse();
    for (const headers of [
      {},
      { authorization: bearer(house.tokens.displayToken) },
      { authorization: 'Bearer x' },
    ])
      for (const path of [ACCESS.code, ACCESS.walls, ACCESS.endWall])
        expect(codeOf((await trade(house, path, { kind: 'window' }, headers)).reply)).toBe('sender-refused');
    const session = await trade<AccessSession>(
      house,
      ACCESS.session,
      {},
      { authorization: bearer(house.tokens.token) },
    );
    const { reply } = await trade<AccessCode>(
      house,
      ACCESS.code,
      { kind: 'window' },
      { authorization: bearer(valueOf(session.reply).session) },
    );
    expect(valueOf(reply).seconds).toBeLessThanOrEqual(120);
    expect(
      codeOf(
        (await trade(house, ACCESS.code, { kind: 'leader' }, { authorization: bearer(house.tokens.token) }))
          .reply,
      ),
    ).toBe('invalid-input');
  });
});
