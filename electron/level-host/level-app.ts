import { Hono, type Context } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { answer, answerHeaders } from '#electron/host/desk-routes.ts';
import type { Heart } from '#electron/host/heart.ts';
import type { ServedApp } from '#electron/host/http-server.ts';
import type { IncidentLog } from '#electron/host/incident-log.ts';
import type { OwnNames } from '#electron/host/own-names.ts';
import type { PageFiles } from '#electron/host/page-files.ts';
import { programVersion } from '#electron/host/program-files.ts';
import { readJson } from '#electron/host/request-body.ts';
import { ACCESS, sessionWish } from '#shared/contract/access.ts';
import { BODY_LIMIT_KIB } from '#shared/contract/channels.ts';
import { FILE_BODY_KIB } from '#shared/contract/level-shapes.ts';
import { answered, refused } from '#shared/contract/problem.ts';
import { LEVEL_ROLES } from '#shared/domain/level/words.ts';
import { changeStream } from './change-stream.ts';
import type { AddressGuesses } from './address-guesses.ts';
import type { LevelDoor } from './level-access.ts';
import { bodyLimitKiB, levelOpenApi } from './level-open-api.ts';
import type { Level } from '#electron/level/level.ts';

type LevelAppOptions = {
  level: Level;
  access: LevelDoor;
  /** Counts wrong PINs by address, where other PCs come in. */
  guesses?: AddressGuesses | undefined;
  names: OwnNames;
  pages: PageFiles;
  heart: Heart;
  now: () => string;
  log: IncidentLog;
  onAdmitted: (request: HttpBindings) => void;
};

type LevelContext = Context<{ Bindings: HttpBindings }>;

const shutOut = refused({ code: 'sender-refused' });
const codeAsked = z.strictObject({ kind: z.literal('window'), role: z.enum(LEVEL_ROLES).optional() });

/** The receiving level over HTTP: its methods, its changes, files from offices, and the pages. */
export function levelApp(options: LevelAppOptions): ServedApp {
  const { level, access, pages, log } = options;
  const app = new Hono<{ Bindings: HttpBindings }>();
  const streams = new Set<() => void>();
  const name = randomUUID();
  let description: string | undefined;

  app.use(async (c, next) => {
    if (!options.names.host(c.req.header('host')) || !options.names.origin(c.req.header('origin')))
      return answer(shutOut);
    return next();
  });

  app.post('/desk/:method', async (c) => {
    const caller = await callerOf(c);
    if (caller === undefined) return answer(shutOut);
    const method = c.req.param('method');
    const body = await readJson(c.req.raw, caller.isSignedIn ? bodyLimitKiB(method) : BODY_LIMIT_KIB);
    if (!body.ok) return answer(body);
    const ask = () => level.dispatch(method, body.value, caller.asker, c.req.header('idempotency-key'));
    const address = c.env.incoming.socket.remoteAddress ?? '';
    return answer(await (options.guesses === undefined ? ask() : options.guesses.ask(address, method, ask)));
  });

  app.post('/receive', async (c) => {
    const token = /^Bearer ([\w-]+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (token === undefined || !(await level.knowsOffice(token))) return answer(shutOut);
    options.onAdmitted(c.env);
    const body = await readJson(c.req.raw, FILE_BODY_KIB);
    if (!body.ok) return answer(body);
    const reply = await level.receiveFrom(token, body.value, c.req.header('idempotency-key'));
    return answer(reply ?? shutOut);
  });

  app.get('/events', async (c) => {
    // The router answers HEAD with the handler of GET; a stream without a reader would never end.
    if (c.req.method !== 'GET') return answer(refused({ code: 'unknown-method' }));
    const caller = await callerOf(c);
    if (caller === undefined) return answer(shutOut);
    if (!caller.isSignedIn && caller.asker.program !== true)
      return answer(refused({ code: 'session-needed' }));
    return listen(c);
  });

  app.post(ACCESS.code, async (c) => {
    const body = await readJson(c.req.raw, 1);
    if (!body.ok) return answer(body);
    const asked = codeAsked.safeParse(body.value);
    if (!asked.success) return answer(refused({ code: 'invalid-input', path: '', reason: 'not-a-trade' }));
    const code = access.newCode(c.req.header('authorization'), asked.data.role ?? 'leader');
    return answer(code === undefined ? shutOut : answered(code));
  });
  app.post(ACCESS.session, async (c) => {
    const body = await readJson(c.req.raw, 1);
    if (!body.ok) return answer(body);
    const wish = sessionWish.safeParse(body.value);
    const session = wish.success ? await access.enter(wish.data, c.req.header('authorization')) : undefined;
    return answer(session === undefined ? shutOut : answered(session));
  });

  app.get('/openapi.json', () => {
    description ??= JSON.stringify(levelOpenApi(programVersion()));
    return new Response(description, { headers: { ...answerHeaders, 'content-type': 'application/json' } });
  });
  app.get(
    '/',
    () => new Response(null, { status: 302, headers: { ...answerHeaders, location: '/level.html' } }),
  );
  app.get('*', async (c) => {
    const file = await pages.read(c.req.path);
    return file === undefined
      ? answer(refused({ code: 'unknown-method' }))
      : new Response(file.bytes, { headers: file.headers });
  });
  app.all('*', () => answer(refused({ code: 'unknown-method' })));
  app.onError((error, c) => failed(error, c.req.path));

  /** Whoever asks, if the door lets them; a socket from elsewhere is kept only for who is signed in. */
  async function callerOf(c: LevelContext) {
    const admitted = access.admit(c.req.header('authorization'));
    if (admitted === undefined) return undefined;
    const asker = { ...admitted, by: nameOf(c) ?? admitted.role, session: c.req.header('x-desk-session') };
    const isSignedIn = await level.isSignedIn(asker);
    if (isSignedIn || asker.remote !== true) options.onAdmitted(c.env);
    return { asker, isSignedIn };
  }

  function listen(c: LevelContext): Response {
    const asked = Number(c.req.query('since') ?? c.req.header('last-event-id'));
    const isOurs = (c.req.query('desk') ?? name) === name && Number.isSafeInteger(asked) && asked >= 0;
    const { body, end } = changeStream(level, {
      once: c.req.query('once') !== undefined,
      since: isOurs ? Math.min(asked, level.revision()) : level.revision(),
      name,
      heart: options.heart,
      now: options.now,
      onEnd: () => streams.delete(end),
    });
    streams.add(end);
    return new Response(body, {
      headers: {
        ...answerHeaders,
        'content-type': 'text/event-stream; charset=utf-8',
        'x-accel-buffering': 'no',
      },
    });
  }

  function failed(error: unknown, path = ''): Response {
    const incident = randomUUID();
    log(incident, path, error);
    return answer(refused({ code: 'unexpected', incident }));
  }

  return {
    fetch: (request, env) => app.fetch(request, env),
    failed: (error) =>
      error instanceof Error && error.name === 'RequestError'
        ? answer(refused({ code: 'invalid-input', path: '', reason: 'malformed-request' }))
        : failed(error),
    endStreams: () => [...streams].forEach((end) => end()),
  };
}

/** Who sits at the page, as they named themselves: kept in the book beside the role that the door gave. */
function nameOf(c: LevelContext): string | undefined {
  try {
    const name = decodeURIComponent(c.req.header('x-level-name') ?? '').trim();
    return name === '' ? undefined : name.slice(0, 80);
  } catch {
    return undefined;
  }
}
