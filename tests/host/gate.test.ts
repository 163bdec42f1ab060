import { expect, test } from 'vitest';
import { newTokens } from '#electron/host/access-tokens.ts';
import { HTTP_STATUS } from '#electron/host/http-status.ts';
import { deskProblem } from '#shared/contract/problem.ts';
import { deskHouse } from '#tests/support/desk-clients.ts';
import { rawBytes, rawRequest, type RawRequest } from '#tests/support/raw-http.ts';

const json = 'application/json';
const senderRefused = { ok: false, problem: { code: 'sender-refused' } };

/** A host and a way to send it `system.health` with some headers changed. */
async function gate() {
  const house = await deskHouse();
  const { url, port } = house.host;
  const authorization = `Bearer ${house.tokens.token}`;
  const health = async (change: RawRequest = {}) => {
    const answer = await rawRequest(url, {
      method: 'POST',
      path: '/desk/system.health',
      body: '{}',
      ...change,
      headers: { host: `127.0.0.1:${port}`, authorization, 'content-type': json, ...change.headers },
    });
    return {
      ...answer,
      reply: JSON.parse(answer.text) as { ok: boolean; problem?: { code: string; reason?: string } },
    };
  };
  return { house, url, port, authorization, health };
}

test('a token can be given on a command line, whatever its first sign', () => {
  for (let count = 0; count < 50; count += 1)
    for (const token of Object.values(newTokens())) expect(token).toMatch(/^[\da-f]{64}$/);
});

test('only the whole token opens the desk', async () => {
  const { house, health } = await gate();
  const { token, displayToken } = house.tokens;
  const wrong = [
    '',
    'Bearer',
    'Bearer ',
    `Bearer ${token.slice(0, -1)}`,
    `Bearer ${token}x`,
    `Basic ${token}`,
    token,
    `Bearer ${token} `.repeat(2),
  ];
  for (const authorization of wrong) {
    const { status, reply } = await health({ headers: { authorization } });
    expect({ authorization, status, reply }).toEqual({ authorization, status: 401, reply: senderRefused });
  }
  expect((await health()).status).toBe(200);
  expect((await health({ headers: { authorization: `Bearer ${displayToken}` } })).status).toBe(200);
  expect(token).not.toBe(displayToken);
});

test('the display token is held to the wall, whatever role it claims', async () => {
  const { house, health } = await gate();
  const authorization = `Bearer ${house.tokens.displayToken}`;
  for (const role of ['leader', 'reception', 'counter']) {
    const { status, reply } = await health({ headers: { authorization, 'x-desk-role': role } });
    expect({ status, reply }).toEqual({
      status: 403,
      reply: { ok: false, problem: { code: 'not-allowed', role: 'display' } },
    });
  }
  const board = await health({ path: '/desk/queue.board', headers: { authorization } });
  expect(board.reply.problem?.code).toBe('not-allowed');
});

test('a role that does not exist is told so', async () => {
  const { health } = await gate();
  const { status, reply } = await health({ headers: { 'x-desk-role': 'admin' } });
  expect({ status, reason: reply.problem?.reason }).toEqual({ status: 400, reason: 'no-such-role' });
});

test('a foreign Host is refused on every path: it is a rebinding attack', async () => {
  const { health, port } = await gate();
  const foreign = [
    `evil.example:${port}`,
    'evil.example',
    '127.0.0.1',
    `127.0.0.1:${port + 1}`,
    `0.0.0.0:${port}`,
    `127.0.0.1.evil.example:${port}`,
    `localhost.:${port}`,
  ];
  for (const host of foreign) {
    for (const path of ['/desk/system.health', '/events', '/openapi.json', '/counter.html', '/']) {
      const { status, reply } = await health({
        method: path.startsWith('/desk') ? 'POST' : 'GET',
        path,
        headers: { host },
      });
      expect({ host, path, status, reply }).toEqual({ host, path, status: 401, reply: senderRefused });
    }
  }
  for (const host of [`localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`]) {
    expect((await health({ headers: { host } })).status).toBe(200);
  }
});

test('a page of another origin is refused and gets no CORS headers', async () => {
  const { health, port } = await gate();
  const foreign = [
    'null',
    'http://evil.example',
    `https://127.0.0.1:${port}`,
    `http://127.0.0.1:${port + 1}`,
    'http://127.0.0.1',
    'file://',
  ];
  for (const origin of foreign) {
    const { status, reply, headers } = await health({ headers: { origin } });
    expect({ origin, status, reply }).toEqual({ origin, status: 401, reply: senderRefused });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  }
  const { status, headers } = await health({ headers: { origin: `http://127.0.0.1:${port}` } });
  expect(status).toBe(200);
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
});

test('a body may have 64 KiB, announced or not, and not a byte more', async () => {
  const { health } = await gate();
  const body = (bytes: number): string => `{"x":"${'a'.repeat(bytes - 8)}"}`;
  for (const chunked of [false, true]) {
    expect((await health({ body: body(64 * 1024), chunked })).status).toBe(200);
    const { status, reply } = await health({ body: body(64 * 1024 + 1), chunked });
    expect({ status, reply }).toEqual({
      status: 413,
      reply: { ok: false, problem: { code: 'body-too-large', limitKiB: 64 } },
    });
  }
});

test('a body without the token is not even read', async () => {
  const { url, port } = await gate();
  const text = await rawBytes(
    url,
    `POST /desk/system.health HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: close\r\ncontent-type: ${json}\r\ncontent-length: 1000000000\r\n\r\n{`,
  );
  expect(text).toMatch(/^HTTP\/1\.1 401 /);
});

test.each([
  ['half an object', '{"a":', json],
  ['two values', '{} {}', json],
  ['bytes that are no UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22]), json],
  ['a text', 'xin chào', json],
])('%s is no JSON', async (_name, body, contentType) => {
  const { health } = await gate();
  const { status, reply } = await health({ body, headers: { 'content-type': contentType } });
  expect({ status, problem: reply.problem }).toEqual({
    status: 400,
    problem: { code: 'invalid-input', path: '', reason: 'not-json' },
  });
});

test('what a foreign form can send without asking is refused', async () => {
  const { health } = await gate();
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    '',
  ]) {
    const { status, reply } = await health({ headers: { 'content-type': type } });
    expect({ type, status, reason: reply.problem?.reason }).toEqual({
      type,
      status: 400,
      reason: 'not-application-json',
    });
  }
  expect((await health({ headers: { 'content-type': 'application/json; charset=utf-8' } })).status).toBe(200);
});

test('an odd verb or path gets a problem, never silence', async () => {
  const { health, url, port } = await gate();
  const odd: [string, string][] = [
    ...['DELETE', 'PUT', 'PATCH', 'OPTIONS', 'GET', 'PROPFIND'].map((verb): [string, string] => [
      verb,
      '/desk/system.health',
    ]),
    ['POST', '/events'],
    ['POST', '/'],
    ['DELETE', '/openapi.json'],
    ['POST', '/desk/'],
    ['POST', '/desk'],
    ['POST', '/desk/a/b'],
    ['POST', '/desk/%00'],
    ['POST', '/desk/%E0%A4%A'],
    ['GET', '/training'],
    ['POST', '/training/desk/ticket.destroy'],
    ['GET', '/nothing'],
  ];
  for (const [method, path] of odd) {
    const { status, reply, headers } = await health({
      method,
      path,
      ...(method === 'GET' ? { body: '' } : {}),
    });
    expect({ method, path, status, reply }).toEqual({
      method,
      path,
      status: 404,
      reply: { ok: false, problem: { code: 'unknown-method' } },
    });
    expect(headers['content-type']).toBe(json);
  }
  const noHttp = await rawBytes(url, 'CÓ AI KHÔNG\r\n\r\n');
  expect(noHttp).toContain('"reason":"malformed-request"');
  const noHost = await rawBytes(url, `GET / HTTP/1.0\r\n\r\n`);
  expect(noHost).toMatch(/invalid-input|sender-refused/);
  const badHost = await rawBytes(
    url,
    `GET / HTTP/1.1\r\nhost: 127.0.0.1:${port}@x\r\nconnection: close\r\n\r\n`,
  );
  expect(badHost).toMatch(/invalid-input|sender-refused/);
  const long = await rawBytes(url, `GET / HTTP/1.1\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`);
  expect(long).toMatch(/^HTTP\/1\.1 431 .*"reason":"headers-too-large"/s);
});

test('every refusal code has one status, and each answer forbids everything a page could do with it', async () => {
  const codes = deskProblem.options.map((option) => option.shape.code.value);
  expect(Object.keys(HTTP_STATUS).toSorted()).toEqual(codes.toSorted());
  const { health } = await gate();
  for (const { headers } of [await health(), await health({ headers: { authorization: '' } })]) {
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
  }
});
