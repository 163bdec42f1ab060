import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { expect, onTestFinished, test } from 'vitest';
import { newTokens } from '#electron/host/access-tokens.ts';
import { startHost } from '#electron/host/start-host.ts';
import { deskHouse, type DeskHouse } from '#tests/support/desk-clients.ts';
import { rawBytes } from '#tests/support/raw-http.ts';

function callText({ host, tokens }: DeskHouse, more = ''): string {
  return (
    `POST /desk/system.health HTTP/1.1\r\nhost: 127.0.0.1:${host.port}\r\nauthorization: Bearer ${tokens.token}\r\n` +
    `content-type: application/json\r\n${more}`
  );
}

/** A second host over the same desk, with little patience. */
async function impatientHost(house: DeskHouse) {
  const tokens = newTokens();
  const host = await startHost({
    desks: house.desks,
    tokens,
    port: 0,
    rendererFolder: house.folder,
    version: '0.0.0',
    patience: { headersMs: 100, requestMs: 200 },
  });
  onTestFinished(() => host.close());
  return { ...house, host, tokens };
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  await new Promise<void>((done) => socket.once('connect', done));
  onTestFinished(() => void socket.destroy());
  return socket;
}

test('a body that does not arrive is given up, in words', async () => {
  const house = await impatientHost(await deskHouse());
  const slow = await rawBytes(house.host.url, callText(house, 'content-length: 100\r\n\r\n{'));
  expect(slow).toMatch(/^HTTP\/1\.1 408 /);
  expect(slow).toContain('{"ok":false,"problem":{"code":"invalid-input","path":"","reason":"too-slow"}}');
});

test('headers that do not arrive are given up', async () => {
  const house = await impatientHost(await deskHouse());
  expect(await rawBytes(house.host.url, callText(house))).toMatch(/^HTTP\/1\.1 408 /);
});

test('1,000 connections at once: each is answered, and the desk beside them stays quick', async () => {
  const house = await deskHouse();
  const sockets = await Promise.all(Array.from({ length: 1000 }, () => open(house.host.port)));
  const times: number[] = [];
  for (let n = 0; n < 50; n += 1) {
    const started = performance.now();
    expect((await house.doors.http.client.call('system.health', {})).ok).toBe(true);
    times.push(performance.now() - started);
  }
  expect(times.toSorted((a, b) => a - b).at(-1)).toBeLessThan(200);
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

test('connections above the limit are dropped, and those that exist go on', async () => {
  const house = await deskHouse();
  const { client } = house.doors.http;
  expect((await client.call('system.health', {})).ok).toBe(true);
  const sockets = Array.from({ length: 1300 }, () => connect(house.host.port, '127.0.0.1'));
  onTestFinished(() => sockets.forEach((socket) => socket.destroy()));
  const dropped = new Set<Socket>();
  await new Promise<void>((done) => {
    for (const socket of sockets) {
      socket.on('error', () => {}).resume(); // an end is noticed only by who reads
      socket.once('close', () => {
        dropped.add(socket);
        if (dropped.size >= 276) done();
      });
    }
  });
  expect((await client.call('system.health', {})).ok).toBe(true);
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
