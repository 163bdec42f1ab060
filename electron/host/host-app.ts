import { Hono, type Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { HttpBindings } from '@hono/node-server';
import { randomUUID } from 'node:crypto';
import { bodyLimitKiB } from '#shared/contract/desk-contract.ts';
import type { Role } from '#shared/contract/method.ts';
import { answered, refused, type DeskProblem, type DeskReply } from '#shared/contract/problem.ts';
import type { Access, Door } from './access.ts';
import { TRADES } from './access-routes.ts';
import { roleOf } from './caller-role.ts';
import { forDisplayReply } from './display-reply.ts';
import { eventStream } from './event-stream.ts';
import type { Heart } from './heart.ts';
import { statusOf } from './http-status.ts';
import type { IncidentLog } from './incident-log.ts';
import type { KeptDesk } from './kept-desk.ts';
import { openApi } from './open-api.ts';
import type { OwnNames } from './own-names.ts';
import { CLOSED_POLICY, GUARD_HEADERS, type PageFiles } from './page-files.ts';
import { readJson } from './request-body.ts';

type HostAppOptions = {
  desks: { office: KeptDesk; training: KeptDesk };
  access: Access;
  names: OwnNames;
  pages: PageFiles;
  heart: Heart;
  now: () => string;
  version: string;
  log: IncidentLog;
  /** Hears of each request that was let in. */
  onAdmitted: (request: HttpBindings) => void;
  /** The name of the cookie of walls: of this host alone, because a browser shares its cookies between all ports. */
  wallCookie: () => string;
};

type HostApp = {
  fetch(request: Request, env: HttpBindings): Response | Promise<Response>;
  /** What an error outside of the app is answered with. */
  failed(error: unknown): Response;
  /** Ends every open stream, so that the server can close. */
  endStreams(): void;
};

type HostContext = Context<{ Bindings: HttpBindings }>;

const answerHeaders = {
  ...GUARD_HEADERS,
  'content-security-policy': CLOSED_POLICY,
  'cache-control': 'no-store',
};

/** The desk over HTTP: calls, events, the description of both, and the pages. */
export function hostApp(options: HostAppOptions): HostApp {
  const { desks, access, names, pages, heart, now, log } = options;
  const app = new Hono<{ Bindings: HttpBindings }>();
  const endings = new Map<() => void, Door>();
  let description: string | undefined;

  app.use(async (c, next) => {
    if (!names.host(c.req.header('host')) || !names.origin(c.req.header('origin'))) {
      return answer(refused({ code: 'sender-refused' }));
    }
    return next();
  });

  for (const [prefix, desk] of [
    ['', desks.office],
    ['/training', desks.training],
  ] as const) {
    app.post(`${prefix}/desk/:method`, (c) => call(c, desk));
    app.get(`${prefix}/events`, (c) => listen(c, desk));
  }
  for (const [path, trade] of Object.entries(TRADES)) {
    app.post(path, async (c) => {
      const body = await readJson(c.req.raw, 1);
      if (!body.ok) return answer(body);
      const cookie = cookieOf(c);
      const { reply, wallSecret } = await trade(access, body.value, c.req.header('authorization'), cookie);
      endShutOut();
      const response = answer(reply);
      if (wallSecret !== undefined) response.headers.set('set-cookie', wallSetCookie(wallSecret));
      return response;
    });
  }
  app.get('/openapi.json', () => {
    description ??= JSON.stringify(openApi(options.version));
    return new Response(description, { headers: { ...answerHeaders, 'content-type': 'application/json' } });
  });
  app.get('/', (c) => {
    const location = `/counter.html${new URL(c.req.url).search}`;
    return new Response(null, { status: 302, headers: { ...answerHeaders, location } });
  });
  app.get('*', async (c) => {
    const file = await pages.read(c.req.path);
    return file === undefined
      ? answer(refused({ code: 'unknown-method' }))
      : new Response(file.bytes, { headers: file.headers });
  });
  app.all('*', () => answer(refused({ code: 'unknown-method' })));
  app.onError((error, c) => failed(error, c.req.path));

  async function call(c: HostContext, desk: KeptDesk): Promise<Response> {
    const admitted = admit(c);
    if (!admitted.ok) return answer(admitted);
    const { role, door } = admitted.value;
    const body = await readJson(c.req.raw, bodyLimitKiB(c.req.param('method') ?? ''));
    if (!body.ok) return answer(body);
    const key = c.req.header('idempotency-key');
    const asker = { role, program: door.program, session: c.req.header('x-desk-session') };
    const reply = await desk.dispatch(c.req.param('method') ?? '', body.value, asker, key);
    return answer(role === 'display' ? forDisplayReply(reply) : reply);
  }

  async function listen(c: HostContext, desk: KeptDesk): Promise<Response> {
    // The router answers HEAD with the handler of GET; a stream without a reader would never end.
    if (c.req.method !== 'GET') return answer(refused({ code: 'unknown-method' }));
    const admitted = admit(c);
    if (!admitted.ok) return answer(admitted);
    const { role, door } = admitted.value;
    const opened = await desk.state();
    if (!opened.ok) return answer(role === 'display' ? forDisplayReply(opened) : opened);
    const last = await opened.desk.lastEvent();
    const named = c.req.query('desk') ?? opened.desk.id;
    const asked = c.req.query('since') ?? c.req.header('last-event-id');
    const since = named === opened.desk.id ? sinceOf(asked, last) : answered(last);
    if (!since.ok) return answer(since);
    const { body, end } = eventStream(opened.desk, {
      since: since.value,
      display: role === 'display',
      heart,
      now,
      onEnd: () => endings.delete(end),
    });
    endings.set(end, door);
    return new Response(body, {
      headers: {
        ...answerHeaders,
        'content-type': 'text/event-stream; charset=utf-8',
        'x-accel-buffering': 'no',
      },
    });
  }

  function admit(c: HostContext): DeskReply<{ role: Role; door: Door }> {
    const door = access.admit(c.req.header('authorization'), cookieOf(c));
    if (door === undefined) return refused({ code: 'sender-refused' });
    options.onAdmitted(c.env);
    const role = roleOf(door.roles, c.req.header('x-desk-role'));
    return role.ok ? answered({ role: role.value, door }) : role;
  }

  function cookieOf(c: HostContext): string | undefined {
    return getCookie(c, options.wallCookie());
  }

  function wallSetCookie(secret: string): string {
    return `${options.wallCookie()}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${400 * 86_400}`;
  }

  /** A stream lives no longer than what let it in. */
  function endShutOut(): void {
    for (const [end, door] of endings) if (!access.isOpen(door)) end();
  }

  function failed(error: unknown, path = ''): Response {
    const incident = randomUUID();
    log(incident, path, error);
    return answer(refused({ code: 'unexpected', incident }));
  }

  return {
    fetch: (request, env) => app.fetch(request, env),
    failed: (error) => (isBadRequest(error) ? answer(refused(notHttp)) : failed(error)),
    endStreams: () => [...endings.keys()].forEach((end) => end()),
  };
}

const notHttp: DeskProblem = { code: 'invalid-input', path: '', reason: 'malformed-request' };

/** The adapter refuses addresses and Host headers that are none before the app sees them. */
function isBadRequest(error: unknown): boolean {
  return error instanceof Error && error.name === 'RequestError';
}

/** A number above the last event belongs to another desk: the reader must load everything anew. */
function sinceOf(text: string | undefined, last: number): DeskReply<number> {
  if (text === undefined) return { ok: true, value: last };
  const since = /^\d{1,15}$/.test(text) ? Number(text) : -1;
  if (since >= 0 && since <= last) return { ok: true, value: since };
  return refused({
    code: 'invalid-input',
    path: 'since',
    reason: since < 0 ? 'no-event-number' : 'beyond-last-event',
  });
}

function answer(reply: DeskReply<unknown>): Response {
  return new Response(JSON.stringify(reply), {
    status: statusOf(reply),
    headers: { ...answerHeaders, 'content-type': 'application/json' },
  });
}
