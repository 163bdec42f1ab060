import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test, type TestContext } from 'vitest';
import { newLevelTokens } from '#electron/level-host/level-access.ts';
import { startLevel } from '#electron/level-host/start-level.ts';
import { levelContract } from '#shared/contract/level.ts';
import { streamReader, type SentMessage } from '#shared/contract/sent-messages.ts';
import { dayFileOf } from '#tests/support/day-files.ts';
import { registered, testLevel } from '#tests/support/test-level.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const DAY = '2026-11-20';

/** A served level, and what asks it. */
async function served(context: TestContext, publicUrl?: string) {
  const level = await testLevel(context, 'sqlite');
  const tokens = newLevelTokens();
  const host = await startLevel({
    level: level.level,
    tokens,
    folder: level.folder,
    port: 0,
    publicUrl,
    rendererFolder: temporaryFolder('pages'),
    log: () => {},
    beatMs: 20,
  });
  onTestFinished(() => host.close());
  const post = async (path: string, body: unknown, token?: string, headers: Record<string, string> = {}) => {
    const response = await fetch(host.url + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, reply: (await response.json()) as unknown };
  };
  return { ...level, tokens, host, post };
}

test('each token opens what its role may do, and nothing opens without one', async (context) => {
  const { tokens, post } = await served(context);
  expect(await post('/desk/level.state', {})).toMatchObject({ status: 401 });
  expect(await post('/desk/level.state', {}, 'a'.repeat(64))).toMatchObject({ status: 401 });
  expect(await post('/desk/level.state', {}, tokens.clerk)).toMatchObject({ reply: { ok: true } });
  const own = { code: 'LG', name: 'Công an tỉnh Lam Giang', receivingLevel: 'C06' };
  expect(await post('/desk/level.set-up', own, tokens.clerk)).toMatchObject({
    status: 403,
    reply: { problem: { code: 'not-allowed' } },
  });
  expect(await post('/desk/level.set-up', own, tokens.leader)).toMatchObject({
    status: 200,
    reply: { value: own },
  });
  expect(await post('/desk/ticket.issue', {}, tokens.leader)).toMatchObject({ status: 404 });
});

test('a page trades its token for a session of the same role, and a code opens one window', async (context) => {
  const { tokens, post } = await served(context);
  const { reply } = await post('/access/session', {}, tokens.clerk);
  const { session } = (reply as { value: { session: string } }).value;
  expect(await post('/desk/level.state', {}, session)).toMatchObject({ status: 200 });
  expect(await post('/desk/folder.watch', { folder: null }, session)).toMatchObject({ status: 403 });
  expect(await post('/access/code', { kind: 'window', role: 'leader' }, session)).toMatchObject({
    status: 401,
  });
  const code = await post('/access/code', { kind: 'window' }, tokens.leader);
  const wish = { code: (code.reply as { value: { code: string } }).value.code };
  expect(await post('/access/session', wish)).toMatchObject({ status: 200 });
  expect(await post('/access/session', wish)).toMatchObject({ status: 401 });
});

test('the book names who says to work at the window', async (context) => {
  const { tokens, post, call, ...level } = await served(context);
  const [office] = await registered({ ...level, call }, 1);
  if (office === undefined) throw new Error('registered');
  const file = { fileName: 'a.json', base64: dayFileOf(office, DAY).toString('base64') };
  const name = encodeURIComponent('Đào Thị Kim Chi');
  await post('/desk/file.receive', file, tokens.clerk, { 'x-level-name': name });
  await post('/desk/file.receive', { ...file, base64: 'AAAA' }, tokens.clerk, { 'x-level-name': '%' });
  const [line, bad] = (await call('file.list', {})).toReversed();
  expect([line?.by, bad?.by]).toEqual(['Đào Thị Kim Chi', 'clerk']);
});

test('an office hands in its own files over the line, and none of another', async (context) => {
  const { post, call, tokens, ...level } = await served(context);
  const [office, other] = await registered({ ...level, call }, 2);
  if (office === undefined || other === undefined) throw new Error('registered');
  const { token } = await call('office.token', { code: office.code, allow: true });
  if (token === null) throw new Error('a token was given');
  const own = { fileName: 'own.json', base64: dayFileOf(office, DAY).toString('base64') };
  expect(await post('/receive', own)).toMatchObject({ status: 401 });
  expect(await post('/receive', own, 'wrong')).toMatchObject({ status: 401 });
  expect(await post('/receive', own, tokens.leader)).toMatchObject({ status: 401 });
  expect(await post('/receive', own, token)).toMatchObject({
    status: 200,
    reply: { value: { status: 'new', office: { code: office.code } } },
  });
  expect(await post('/desk/office.list', {}, token)).toMatchObject({ status: 401 });
  const foreign = { fileName: 'other.json', base64: dayFileOf(other, DAY).toString('base64') };
  expect(await post('/receive', foreign, token)).toMatchObject({
    status: 400,
    reply: { problem: { reason: 'file-of-another-office' } },
  });
  expect((await call('level.day', { businessDay: DAY })).received).toHaveLength(1);
  await call('office.token', { code: office.code, allow: false });
  expect(await post('/receive', own, token)).toMatchObject({ status: 401 });
});

test('a page hears of a change, also of one that came while it was away', async (context) => {
  const { host, tokens, level, call } = await served(context);
  const since = level.revision();
  const heard = async (from: number, until: (message: SentMessage) => boolean) => {
    const stop = new AbortController();
    const response = await fetch(`${host.url}/events?since=${from}`, {
      headers: { authorization: `Bearer ${tokens.clerk}` },
      signal: stop.signal,
    });
    const found = Promise.withResolvers<SentMessage>();
    const read = streamReader((message) => {
      if (until(message)) found.resolve(message);
    });
    const decoder = new TextDecoder();
    void (async () => {
      for await (const part of response.body ?? []) read(decoder.decode(part, { stream: true }));
    })().catch(() => undefined);
    return found.promise.finally(() => stop.abort());
  };
  const beat = await heard(since, ({ event }) => event === 'beat');
  expect(JSON.parse(beat.data)).toMatchObject({ hello: { since } });
  const change = heard(since, ({ event }) => event === null);
  await call('level.set-up', { code: 'LG', name: 'Lam Giang', receivingLevel: 'C06' });
  expect(JSON.parse((await change).data)).toEqual({ number: level.revision(), name: 'level.changed' });
  const later = await heard(since, ({ event }) => event === null);
  expect(JSON.parse(later.data)).toMatchObject({ number: level.revision() });
  // Where no stream may stay open, a page comes again and again.
  const once = await fetch(`${host.url}/events?since=${since}&once=1`, {
    headers: { authorization: `Bearer ${tokens.clerk}` },
  });
  const said: SentMessage[] = [];
  streamReader((message) => said.push(message))(await once.text());
  expect(said.map(({ event, id }) => event ?? Number(id))).toEqual(['beat', level.revision()]);
});

test('behind a proxy its name may ask, and no other one', async (context) => {
  const { host, tokens } = await served(context, 'https://tonghop.example');
  const { request } = await import('node:http');
  const statusFor = (name: string): Promise<number> =>
    new Promise((done) => {
      const { port } = new URL(host.url);
      const headers = {
        host: name,
        authorization: `Bearer ${tokens.leader}`,
        'content-type': 'application/json',
      };
      const asked = request(
        { port, host: '127.0.0.1', method: 'POST', path: '/desk/level.state', headers },
        (answer) => done(answer.resume().statusCode ?? 0),
      );
      asked.end('{}');
    });
  expect(await statusFor('tonghop.example')).toBe(200);
  expect(await statusFor('khac.example')).toBe(401);
});

test('its contract is told as OpenAPI, every method, and the door of the offices', async (context) => {
  const { host } = await served(context);
  const response = await fetch(`${host.url}/openapi.json`);
  expect(response.headers.get('content-type')).toBe('application/json');
  const document = (await response.json()) as {
    paths: Record<string, Record<string, { operationId: string; parameters: { name: string }[] }>>;
  };
  expect(Object.keys(document.paths).toSorted()).toEqual(
    ['/events', '/receive', ...Object.keys(levelContract).map((name) => `/desk/${name}`)].toSorted(),
  );
  for (const [name, { kind }] of Object.entries(levelContract)) {
    const { post } = document.paths[`/desk/${name}`] ?? {};
    const asksKey = post?.parameters.some((parameter) => parameter.name === 'idempotency-key');
    expect([name, post?.operationId, asksKey]).toEqual([name, name, kind === 'command']);
  }
  expect(JSON.stringify(document)).not.toMatch(/\$defs|"\$schema"|DeskEvent/);
});
