import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import type { HttpBindings } from '@hono/node-server';
import { randomUUID } from 'node:crypto';
import type { Asker } from '#electron/desk/desk-call.ts';
import { answered, refused, type DeskProblem, type DeskReply } from '#shared/contract/problem.ts';
import type { Access, Door } from './access.ts';
import { TRADES } from './access-routes.ts';
import { roleOf } from './caller-role.ts';
import { answer, answerHeaders, deskRoutes, type HostContext } from './desk-routes.ts';
import type { Heart } from './heart.ts';
import type { ServedApp } from './http-server.ts';
import type { IncidentLog } from './incident-log.ts';
import type { ServedDesk } from './kept-desk.ts';
import { openApi } from './open-api.ts';
import type { OwnNames } from './own-names.ts';
import type { PageFiles } from './page-files.ts';
import { readJson } from './request-body.ts';

type HostAppOptions = {
  desks: { office: ServedDesk; training: ServedDesk };
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

/** The desk over HTTP: calls, events, the description of both, and the pages. */
export function hostApp(options: HostAppOptions): ServedApp {
  const { desks, access, names, pages, heart, now, log } = options;
  const app = new Hono<{ Bindings: HttpBindings }>();
  const routes = deskRoutes({ admit, heart, now });
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
    app.post(`${prefix}/desk/:method`, (c) => routes.call(c, desk));
    app.get(`${prefix}/events`, (c) =>
      c.req.query('once') === undefined ? routes.listen(c, desk) : routes.soFar(c, desk),
    );
  }
  for (const [path, trade] of Object.entries(TRADES)) {
    app.post(path, async (c) => {
      const body = await readJson(c.req.raw, 1);
      if (!body.ok) return answer(body);
      const cookie = cookieOf(c);
      const session = c.req.header('x-desk-session');
      const { reply, wallSecret } = await trade(
        access,
        body.value,
        c.req.header('authorization'),
        cookie,
        // What every officer may ask, and nobody else.
        async () => desks.office.dispatch('counter.list', {}, { role: 'counter', session }),
      );
      // A stream lives no longer than what let it in.
      routes.endShutOut((door) => access.isOpen(door));
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

  function admit(c: HostContext): DeskReply<{ asker: Asker; door: Door }> {
    const door = access.admit(c.req.header('authorization'), cookieOf(c));
    if (door === undefined) return refused({ code: 'sender-refused' });
    options.onAdmitted(c.env);
    const role = roleOf(door.roles, c.req.header('x-desk-role'));
    return role.ok ? answered({ asker: { role: role.value, program: door.program }, door }) : role;
  }

  function cookieOf(c: HostContext): string | undefined {
    return getCookie(c, options.wallCookie());
  }

  function wallSetCookie(secret: string): string {
    return `${options.wallCookie()}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${400 * 86_400}`;
  }

  function failed(error: unknown, path = ''): Response {
    const incident = randomUUID();
    log(incident, path, error);
    return answer(refused({ code: 'unexpected', incident }));
  }

  return {
    fetch: (request, env) => app.fetch(request, env),
    failed: (error) => (isBadRequest(error) ? answer(refused(notHttp)) : failed(error)),
    endStreams: routes.endStreams,
  };
}

const notHttp: DeskProblem = { code: 'invalid-input', path: '', reason: 'malformed-request' };

/** The adapter refuses addresses and Host headers that are none before the app sees them. */
function isBadRequest(error: unknown): boolean {
  return error instanceof Error && error.name === 'RequestError';
}
