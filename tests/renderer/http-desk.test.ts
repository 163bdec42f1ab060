import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { withToken } from '#tests/support/with-token.ts';
import { httpDesk, type HttpDeskOptions } from '#renderer/desk/http-desk.ts';
import { browserPlaces, type LinePlaces } from '#renderer/desk/line-places.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serve(handler: Handler): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => handler(request, response, body));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closers.push(
    () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function desk(base: string, options: Partial<HttpDeskOptions> = {}) {
  return httpDesk({ base, access: withToken('secret'), pauseMs: 1, longestPauseMs: 5, ...options });
}

function eventText(number: number): string {
  const event = {
    number,
    at: '2026-11-20T01:00:00.000Z',
    businessDay: null,
    name: 'ticket.issued',
    ticketId: null,
    requestId: null,
    counterId: null,
    data: {},
  };
  return `id: ${number}\ndata: ${JSON.stringify(event)}\n\n`;
}

const streaming = { 'content-type': 'text/event-stream' };

describe('calls', () => {
  test('carry the token, the key and the input, and bring back the reply', async () => {
    const seen: unknown[] = [];
    const base = await serve((request, response, body) => {
      seen.push([
        request.method,
        request.url,
        request.headers.authorization,
        request.headers['idempotency-key'],
        JSON.parse(body),
      ]);
      response.end(JSON.stringify({ ok: true, value: [] }));
    });
    expect(await desk(base).call('counter.list', {})).toEqual({ ok: true, value: [] });
    await desk(base).call('counter.add', { name: 'Quầy 1' }, 'key-1');
    expect(seen).toEqual([
      ['POST', '/desk/counter.list', 'Bearer secret', undefined, {}],
      ['POST', '/desk/counter.add', 'Bearer secret', 'key-1', { name: 'Quầy 1' }],
    ]);
  });

  test('a refusal is a reply, whatever the status', async () => {
    const base = await serve((_request, response) => {
      response.writeHead(409).end(JSON.stringify({ ok: false, problem: { code: 'day-not-open' } }));
    });
    expect(await desk(base).call('counter.list', {})).toEqual({
      ok: false,
      problem: { code: 'day-not-open' },
    });
  });

  test.each([
    ['nobody listens', () => Promise.resolve('http://127.0.0.1:9')],
    ['the line is cut', () => serve((request) => request.socket.destroy())],
    ['something else answers', () => serve((_request, response) => response.end('<html>'))],
    ['JSON that is no reply', () => serve((_request, response) => response.end('{"ok":true}'))],
  ])('unreachable when %s', async (_name, start) => {
    expect(await desk(await start()).call('counter.list', {})).toEqual({
      ok: false,
      problem: { code: 'unreachable' },
    });
  });

  test('unreachable when no answer comes in time', async () => {
    const base = await serve(() => undefined);
    const reply = await desk(base, { callTimeoutMs: 20 }).call('counter.list', {});
    expect(reply).toEqual({ ok: false, problem: { code: 'unreachable' } });
  });
});

describe('events', () => {
  /** Listens until `count` events have come. */
  function collect(base: string, since: number, count: number, options: Partial<HttpDeskOptions> = {}) {
    const states: boolean[] = [];
    return new Promise<{ numbers: number[]; states: boolean[] }>((done) => {
      const numbers: number[] = [];
      const stop = desk(base, options).listen(
        { since },
        (event) => {
          numbers.push(event.number);
          if (numbers.length < count) return;
          stop();
          done({ numbers, states });
        },
        (live) => states.push(live),
      );
    });
  }

  test('begin after the number that was asked for', async () => {
    const asked: (string | undefined)[] = [];
    const base = await serve((request, response) => {
      asked.push(request.url);
      response.writeHead(200, streaming).write(eventText(8) + eventText(9));
    });
    expect((await collect(base, 7, 2)).numbers).toEqual([8, 9]);
    expect(asked).toEqual(['/events?since=7']);
  });

  test('go on after a cut line with the last number, none missing and none twice', async () => {
    const asked: (string | undefined)[] = [];
    const base = await serve((request, response) => {
      asked.push(request.url);
      response.writeHead(200, streaming);
      if (asked.length === 1) {
        response.write(eventText(1) + eventText(2), () => request.socket.destroy());
        return;
      }
      // A host that repeats itself must not make an event happen twice.
      response.write(eventText(2) + eventText(3) + eventText(4));
    });
    const { numbers, states } = await collect(base, 0, 4);
    expect(numbers).toEqual([1, 2, 3, 4]);
    expect(asked).toEqual(['/events?since=0', '/events?since=2']);
    expect(states).toEqual([true, false, true]);
  });

  test('silence counts as a lost line, beats do not', async () => {
    let connections = 0;
    const base = await serve((_request, response) => {
      connections += 1;
      response.writeHead(200, streaming);
      if (connections === 1) {
        response.flushHeaders();
        return;
      }
      response.write(`event: beat\ndata: {"at":"2026-11-20T01:00:00.000Z"}\n\n${eventText(1)}`);
    });
    const { numbers, states } = await collect(base, 0, 1, { silenceMs: 30 });
    expect(numbers).toEqual([1]);
    expect(states).toEqual([false, true]);
  });

  test('a refused stream is tried again', async () => {
    let attempts = 0;
    const base = await serve((_request, response) => {
      attempts += 1;
      if (attempts < 3) response.writeHead(503).end();
      else response.writeHead(200, streaming).write(eventText(1));
    });
    expect((await collect(base, 0, 1)).states).toEqual([false, true]);
  });

  test('are fetched again and again where no stream may stay open, and streamed once one may', async () => {
    const asked: (string | undefined)[] = [];
    let isFull = true;
    const base = await serve((request, response) => {
      asked.push(request.url);
      const number = asked.length;
      response.writeHead(200, streaming);
      const hello = `event: beat\ndata: {"at":"2026-11-20T01:00:00.000Z","hello":{"desk":"d","since":0}}\n\n`;
      if (request.url?.endsWith('&once=1') !== true) response.write(hello + eventText(number));
      // The second time nothing has happened.
      else response.end(number === 2 ? hello : hello + eventText(number));
      isFull = number < 3;
    });
    const places: LinePlaces = async (hold) => {
      if (!isFull) await hold();
      return !isFull;
    };
    const { numbers, states } = await collect(base, 0, 3, { places, fetchEveryMs: 1 });
    expect(numbers).toEqual([1, 3, 4]);
    expect(asked).toEqual([
      '/events?since=0&once=1',
      '/events?since=1&desk=d&once=1',
      '/events?since=1&desk=d&once=1',
      '/events?since=3&desk=d',
    ]);
    expect(states).toEqual([true]);
  });

  test('that cannot be fetched leave a lost line', async () => {
    let attempts = 0;
    const base = await serve((_request, response) => {
      attempts += 1;
      if (attempts === 2) response.writeHead(503).end();
      else response.writeHead(200, streaming).end(eventText(attempts));
    });
    const { numbers, states } = await collect(base, 0, 2, { places: async () => false, fetchEveryMs: 1 });
    expect(numbers).toEqual([1, 3]);
    expect(states).toEqual([true, false, true]);
  });
});

test('three windows of a browser keep a stream open, and the next does when one of them is closed', async () => {
  const holds = [1, 2, 3].map(() => Promise.withResolvers<void>());
  const inside = holds.map(() => Promise.withResolvers<void>());
  const kept = holds.map(({ promise }, place) =>
    browserPlaces(() => {
      inside[place]?.resolve();
      return promise;
    }),
  );
  await Promise.all(inside.map(({ promise }) => promise));
  let runs = 0;
  const next = () =>
    browserPlaces(async () => {
      runs += 1;
    });
  expect([await next(), runs]).toEqual([false, 0]);
  holds[1]?.resolve();
  await kept[1];
  expect([await next(), runs]).toEqual([true, 1]);
  for (const { resolve } of holds) resolve();
  expect(await Promise.all(kept)).toEqual([true, true, true]);
});

test.for([
  ['knows no locks', {}],
  [
    'refuses them',
    { locks: { request: () => Promise.reject(new DOMException('no data here', 'SecurityError')) } },
  ],
] as const)('a window of a browser that %s keeps its stream open', async ([_what, navigator]) => {
  vi.stubGlobal('navigator', navigator);
  onTestFinished(() => void vi.unstubAllGlobals());
  let runs = 0;
  const isHeld = await browserPlaces(async () => {
    runs += 1;
  });
  expect([isHeld, runs]).toEqual([true, 1]);
});
