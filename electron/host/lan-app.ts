import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { randomUUID } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { Asker } from '#electron/desk/desk-call.ts';
import type { LanDoor } from '#electron/desk/lan/port/lan-port.ts';
import {
  DRIVERS_HEADER,
  LINE,
  PAIR_EXPORTER,
  pairWish,
  RUN_HEADER,
  VERSION_HEADER,
} from '#shared/contract/lan-line.ts';
import { answered, refused, type DeskReply } from '#shared/contract/problem.ts';
import type { Door } from './access.ts';
import { roleOf } from './caller-role.ts';
import { answer, deskRoutes, type HostContext } from './desk-routes.ts';
import { forDisplay } from './event-feed.ts';
import type { Heart } from './heart.ts';
import type { IncidentLog } from './incident-log.ts';
import type { ServedDesk } from './kept-desk.ts';
import { readJson } from './request-body.ts';

/** An answer above this is packed: a queue is asked for after every event, by every window. */
const PACK_BYTES = 1024;
/** So many former runs of a device are known. */
const MOST_RUNS = 64;
const pack = promisify(gzip);

type LanApp = {
  fetch(request: Request, env: HttpBindings): Response | Promise<Response>;
  failed(error: unknown): Response;
  shutOut(device: string): void;
  endStreams(): void;
};

/** What other PCs of the office may ask over TLS: calls and events of the office's desk, by the token of a device; and to be joined. */
export function lanApp(options: {
  door: LanDoor;
  desk: ServedDesk;
  heart: Heart;
  now: () => string;
  log: IncidentLog;
  /** Hears of each request that was let in, and from which device. */
  onAdmitted: (request: HttpBindings, device: string) => void;
}): LanApp {
  const { door, desk } = options;
  const app = new Hono<{ Bindings: HttpBindings }>();
  const routes = deskRoutes({ admit, heart: options.heart, now: options.now });
  /** Of each device the run of its program that has the line, and those that had it before. */
  const runs = new Map<string, { readonly now: string; readonly left: Set<string> }>();
  const runOf = (c: HostContext): string => (c.req.header(RUN_HEADER) ?? '').slice(0, 64);

  app.use(async (c, next) => {
    await next();
    const packed = await packedBody(c.res, c.req.header('accept-encoding'));
    if (packed !== undefined) c.res = packed;
    // Whoever was not let in begins anew, and the number of beginnings is limited.
    if (c.res.status === 401 || c.req.path === LINE.pair) c.res.headers.set('connection', 'close');
  });
  app.post('/desk/:method', (c) => routes.call(c, desk));
  app.get('/events', async (c) => {
    const admitted = admit(c);
    if (!admitted.ok) return answer(admitted);
    const { id } = admitted.value.door;
    takeLine(id, runOf(c));
    // A device has one line: what is left of a former one that was cut is ended by the next.
    routes.endShutOut((other) => other.id !== id);
    const response = await routes.listen(c, desk, () => door.lineEnded(id));
    if (response.ok) door.lineOpened(id, c.req.header(DRIVERS_HEADER) === '1');
    return response;
  });
  app.get(LINE.page, async (c) => {
    const admitted = admit(c);
    if (!admitted.ok) return answer(admitted);
    const since = Number(c.req.query('since') ?? 0);
    if (!Number.isSafeInteger(since) || since < 0)
      return answer(refused({ code: 'invalid-input', path: 'since', reason: 'no-event-number' }));
    const opened = await desk.state();
    if (!opened.ok) return answer(opened);
    const events = await opened.desk.eventsSince(since, 200);
    return answer(answered(admitted.value.asker.role === 'display' ? events.map(forDisplay) : events));
  });
  app.get(LINE.pair, (c) => answer(differing(c) ?? door.pairSalt()));
  app.post(LINE.pair, async (c) => {
    const body = await readJson(c.req.raw, 1);
    if (!body.ok) return answer(body);
    const wish = pairWish.safeParse(body.value);
    if (!wish.success) return answer(refused({ code: 'invalid-input', path: '', reason: 'not-a-pairing' }));
    const socket = c.env.incoming.socket as TLSSocket;
    const channel = socket.exportKeyingMaterial(32, PAIR_EXPORTER, Buffer.alloc(0));
    return answer(await door.pair({ ...wish.data, channel }));
  });
  app.all('*', () => answer(refused({ code: 'sender-refused' })));
  app.onError((error) => failed(error));

  function admit(c: HostContext): DeskReply<{ asker: Asker; door: Door }> {
    const token = /^Bearer ([\da-f]{64})$/.exec(c.req.header('authorization') ?? '')?.[1];
    const device = token === undefined ? undefined : door.admit(token);
    if (device === undefined) return refused({ code: 'sender-refused' });
    options.onAdmitted(c.env, device.id ?? '');
    const differs = differing(c);
    // Only a device that is known is told where.
    const folder = door.releases();
    if (differs !== undefined) return folder === null ? differs : refused({ ...differs.problem, folder });
    const role = roleOf(device.roles, c.req.header('x-desk-role'));
    if (!role.ok) return role;
    const { id, roles } = device;
    if (id !== undefined && runs.get(id)?.left.has(runOf(c)) === true)
      return refused({ code: 'device-doubled' });
    return answered({
      asker: { role: role.value, ...(id === undefined ? {} : { device: id }) },
      door: { id: id ?? '', roles },
    });
  }

  /** A run whose line another one took is over; where it comes back all the same, two PCs have one token. */
  function takeLine(device: string, run: string): void {
    const known = runs.get(device);
    const left = known?.left ?? new Set();
    if (known !== undefined && known.now !== run) left.add(known.now);
    const [oldest = ''] = left;
    if (left.size > MOST_RUNS) left.delete(oldest);
    runs.set(device, { now: run, left });
  }

  /** Programs of two versions may mean different things by one word: the older one is brought up first. */
  function differing(c: HostContext) {
    const here = c.req.header(VERSION_HEADER) ?? '';
    if (here === door.version) return undefined;
    return { ok: false as const, problem: { code: 'version-differs' as const, here, there: door.version } };
  }

  function failed(error: unknown): Response {
    const incident = randomUUID();
    options.log(incident, 'lan', error);
    return answer(refused({ code: 'unexpected', incident }));
  }

  return {
    fetch: (request, env) => app.fetch(request, env),
    failed,
    shutOut: (device) => routes.endShutOut(({ id }) => id !== device),
    endStreams: routes.endStreams,
  };
}

async function packedBody(response: Response, accepts: string | undefined): Promise<Response | undefined> {
  if (!/\bgzip\b/.test(accepts ?? '')) return undefined;
  if (response.headers.get('content-type') !== 'application/json') return undefined;
  const bytes = Buffer.from(await response.arrayBuffer());
  const { status, headers } = response;
  if (bytes.length <= PACK_BYTES) return new Response(bytes, { status, headers });
  const packed = await pack(bytes, { level: constants.Z_BEST_SPEED });
  headers.set('content-encoding', 'gzip');
  return new Response(new Uint8Array(packed), { status, headers });
}
