// @module-tag slow
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { newTokens } from '#electron/host/access-tokens.ts';
import { type HostOptions, startHost } from '#electron/host/start-host.ts';
import { deskHouse, type DeskHouse } from '#tests/support/desk-clients.ts';
import { rawBytes, rawRequest } from '#tests/support/raw-http.ts';

function callText({ host, tokens }: DeskHouse, more = ''): string {
  return (
    `POST /desk/system.health HTTP/1.1\r\nhost: 127.0.0.1:${host.port}\r\nauthorization: Bearer ${tokens.token}\r\n` +
    `content-type: application/json\r\n${more}`
  );
}

/** A second host over the same desk, with limits of its own. */
async function otherHost(house: DeskHouse, limits: Pick<HostOptions, 'patience' | 'mostIdle'>) {
  const tokens = newTokens();
  const { desks, folder: rendererFolder } = house;
  const host = await startHost({ desks, tokens, port: 0, rendererFolder, version: '0.0.0', ...limits });
  onTestFinished(() => host.close());
  return { ...house, host, tokens };
}

const impatient = { patience: { headersMs: 100, requestMs: 200 } };

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  await new Promise<void>((done) => socket.once('connect', done));
  onTestFinished(() => void socket.destroy());
  return socket;
}

test('a body that does not arrive is given up, in words', async () => {
  const house = await otherHost(await deskHouse(), impatient);
  const slow = await rawBytes(house.host.url, callText(house, 'content-length: 100\r\n\r\n{'));
  expect(slow).toMatch(/^HTTP\/1\.1 408 /);
  expect(slow).toContain('{"ok":false,"problem":{"code":"invalid-input","path":"","reason":"too-slow"}}');
});

test('headers that do not arrive are given up', async () => {
  const house = await otherHost(await deskHouse(), impatient);
  expect(await rawBytes(house.host.url, callText(house))).toMatch(/^HTTP\/1\.1 408 /);
});

test('1,000 connections at once: the desk beside them goes on, and each of them is answered', async () => {
  const house = await deskHouse();
  const sockets = await Promise.all(Array.from({ length: 1000 }, () => open(house.host.port)));
  for (let n = 0; n < 50; n += 1) {
    expect((await house.doors.http.client.call('system.health', {})).ok).toBe(true);
  }
  const answers = await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<string>((done) => {
          socket.once('data', (part) => done(part.toString('utf8')));
          socket.write(callText(house, 'content-length: 2\r\n\r\n{}'));
        }),
    ),
  );
  expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 200 '))).toHaveLength(1000);
});

test('a socket that says nothing is closed within five seconds', async () => {
  const house = await deskHouse();
  const socket = (await open(house.host.port)).resume();
  const closed = new Promise<string>((done) => socket.once('close', () => done('closed')));
  const late = once(AbortSignal.timeout(5_000), 'abort').then(() => 'still open');
  expect(await Promise.race([closed, late])).toBe('closed');
});

test('of the sockets that do nothing the oldest make room, and a stream and new windows are never kept out', async () => {
  const { host, tokens } = await otherHost(await deskHouse(), { mostIdle: 20 });
  const authorization = `Bearer ${tokens.token}`;
  const stream = await fetch(`${host.url}/events`, { headers: { authorization } });
  const reader = stream.body?.getReader();
  const closed: Promise<unknown>[] = [];
  for (let count = 0; count < 300; count += 1) {
    const socket = (await open(host.port)).resume(); // an end is noticed only by who reads
    closed.push(new Promise((done) => socket.once('close', done)));
    if (count % 50 !== 0) continue;
    const answer = await rawRequest(host.url, {
      method: 'POST',
      path: '/desk/system.health',
      body: '{}',
      headers: { host: `127.0.0.1:${host.port}`, authorization, 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(200);
  }
  await Promise.all(closed.slice(0, 280));
  expect((await reader?.read())?.done).toBe(false);
  await reader?.cancel();
});

test('three thousand silent sockets of one program do not keep a window out', async () => {
  const house = await deskHouse();
  for (let round = 0; round < 6; round += 1) {
    await Promise.all(Array.from({ length: 500 }, () => open(house.host.port)));
    expect(
      (
        await rawRequest(house.host.url, {
          path: '/openapi.json',
          headers: { host: `127.0.0.1:${house.host.port}` },
        })
      ).status,
    ).toBe(200);
  }
});

test('closing the host ends its streams and frees its port at once', async () => {
  const house = await deskHouse();
  const stream = await fetch(`${house.host.url}/events`, {
    headers: { authorization: `Bearer ${house.tokens.token}` },
  });
  const read = stream.text();
  await house.host.close();
  expect(await read).toContain('event: beat');
  await expect(fetch(house.host.url)).rejects.toThrow();
});
