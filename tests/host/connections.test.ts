import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { newTokens } from '#electron/host/access-tokens.ts';
import { type HostOptions, startHost } from '#electron/host/start-host.ts';
import { httpDesk } from '#renderer/desk/http-desk.ts';
import { deskHouse, type DeskHouse } from '#tests/support/desk-clients.ts';
import { rawBytes } from '#tests/support/raw-http.ts';

function callText({ host, tokens }: DeskHouse, more = ''): string {
  return (
    `POST /desk/system.health HTTP/1.1\r\nhost: 127.0.0.1:${host.port}\r\nauthorization: Bearer ${tokens.token}\r\n` +
    `content-type: application/json\r\n${more}`
  );
}

/** A second host over the same desk, with limits of its own. */
async function otherHost(house: DeskHouse, limits: Pick<HostOptions, 'patience' | 'mostConnections'>) {
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

test('connections above the limit are dropped, and those that exist go on', async () => {
  const { host, tokens } = await otherHost(await deskHouse(), { mostConnections: 20 });
  const client = httpDesk({ base: host.url, token: tokens.token });
  expect((await client.call('system.health', {})).ok).toBe(true);
  const sockets = Array.from({ length: 60 }, () => connect(host.port, '127.0.0.1'));
  onTestFinished(() => sockets.forEach((socket) => socket.destroy()));
  let dropped = 0;
  await new Promise<void>((done) => {
    for (const socket of sockets) {
      socket.on('error', () => {}).resume(); // an end is noticed only by who reads
      socket.once('close', () => {
        dropped += 1;
        if (dropped === 41) done();
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
