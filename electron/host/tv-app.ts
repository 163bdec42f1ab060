import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { randomUUID } from 'node:crypto';
import type { Asker } from '#electron/desk/desk-call.ts';
import type { TvDoor } from '#electron/desk/lan/port/lan-port.ts';
import { ACCESS, codeSaid } from '#shared/contract/access.ts';
import { answered, refused, type DeskReply } from '#shared/contract/problem.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import type { Door } from './access.ts';
import { DISPLAY_ROLES, roleOf } from './caller-role.ts';
import { answer, answerHeaders, deskRoutes, type HostContext } from './desk-routes.ts';
import type { Heart } from './heart.ts';
import type { IncidentLog } from './incident-log.ts';
import type { ServedDesk } from './kept-desk.ts';
import type { PageFiles } from './page-files.ts';
import { readJson } from './request-body.ts';

const COOKIE = 'quay-tiep-dan-tv';
/** As long as a browser keeps one; it is given anew with each load of the page. */
const COOKIE_SECONDS = 400 * 86_400;
const EMPTY_ROOT = '<div id="root"></div>';

type TvApp = {
  fetch(request: Request, env: HttpBindings): Response | Promise<Response>;
  failed(error: unknown): Response;
  shutOut(device: string): void;
  endStreams(): void;
};

/** What a TV of the network may ask over plain HTTP: the page of the wall, and with its token what a display may ask of the office's desk. */
export function tvApp(options: {
  door: TvDoor;
  desk: ServedDesk;
  pages: PageFiles;
  heart: Heart;
  now: () => string;
  log: IncidentLog;
  /** `192.168.1.20:8080`; another name in a request means a page of elsewhere. */
  at: () => string;
  /** Hears of each request that was let in, and from which TV. */
  onAdmitted: (request: HttpBindings, device: string) => void;
}): TvApp {
  const { door, desk, pages } = options;
  const app = new Hono<{ Bindings: HttpBindings }>();
  const routes = deskRoutes({ admit, heart: options.heart, now: options.now });

  app.use(async (c, next) => {
    const here = options.at();
    const origin = c.req.header('origin');
    const isOwn = c.req.header('host') === here || c.req.header('host') === here.replace(/:80$/, '');
    if (!isOwn || (origin !== undefined && origin !== `http://${here.replace(/:80$/, '')}`))
      return notHere(c, 'sender-refused');
    return next();
  });
  app.post('/desk/:method', (c) => routes.call(c, desk));
  app.get('/events', async (c) => {
    const admitted = admit(c);
    if (!admitted.ok) return answer(admitted);
    const { id } = admitted.value.door;
    const response = await routes.listen(c, desk, () => door.lineEnded(id));
    if (response.ok) door.lineOpened(id);
    return response;
  });
  app.post(ACCESS.wall, async (c) => {
    const body = await readJson(c.req.raw, 1);
    if (!body.ok) return answer(body);
    const said = codeSaid.safeParse(body.value);
    if (!said.success) return answer(refused({ code: 'invalid-input', path: '', reason: 'not-a-trade' }));
    const reply = door.letIn(said.data.code);
    return reply.ok ? withToken(answer(answered({})), reply.value.token) : answer(reply);
  });
  app.get('/', async (c) => {
    const file = await pages.read('/display.html');
    if (file === undefined) return notHere(c, 'unknown-method');
    const html = new TextDecoder().decode(file.bytes).replace(EMPTY_ROOT, withSentence);
    const response = new Response(html, { headers: file.headers });
    const token = getCookie(c, COOKIE) ?? '';
    return door.admit(token) === undefined ? response : withToken(response, token);
  });
  app.get('/assets/*', async (c) => {
    const file = await pages.read(c.req.path);
    return file === undefined
      ? notHere(c, 'unknown-method')
      : new Response(file.bytes, { headers: file.headers });
  });
  app.all('*', (c) => notHere(c, 'unknown-method'));
  app.onError((error) => failed(error));

  function admit(c: HostContext): DeskReply<{ asker: Asker; door: Door }> {
    const device = door.admit(getCookie(c, COOKIE) ?? '');
    if (device === undefined) return refused({ code: 'sender-refused' });
    options.onAdmitted(c.env, device);
    const role = roleOf(DISPLAY_ROLES, c.req.header('x-desk-role'));
    if (!role.ok) return role;
    return answered({ asker: { role: role.value, device }, door: { id: device, roles: DISPLAY_ROLES } });
  }

  /** Whoever typed another address reads the right one; a program reads a refusal. */
  function notHere(c: HostContext, code: 'sender-refused' | 'unknown-method'): Response {
    const response = answer(refused({ code }));
    if (!(c.req.header('accept') ?? '').includes('text/html')) return response;
    const sentences = [catalogue('vi'), catalogue('en')].map(({ wall }) =>
      wall.tv.notHere(`http://${options.at()}/`),
    );
    const html = `<!doctype html><meta charset="utf-8"><title>Màn hình gọi số</title>${big(sentences)}`;
    const headers = { ...answerHeaders, 'content-type': 'text/html; charset=utf-8' };
    return new Response(html, { status: response.status, headers });
  }

  function failed(error: unknown): Response {
    const incident = randomUUID();
    options.log(incident, 'tv', error);
    return answer(refused({ code: 'unexpected', incident }));
  }

  return {
    fetch: (request, env) => app.fetch(request, env),
    failed,
    shutOut: (device) => routes.endShutOut(({ id }) => id !== device),
    endStreams: routes.endStreams,
  };
}

/** Stands until the page runs: for ever in a browser that is too old for it. */
function withSentence(): string {
  return `<div id="root">${big([catalogue('vi').wall.tv.tooOld, catalogue('en').wall.tv.tooOld])}</div>`;
}

/** Without any style of its own, which the policy of an answer forbids. */
function big(sentences: readonly string[]): string {
  return sentences.map((sentence) => `<h1>${sentence}</h1>`).join('');
}

function withToken(response: Response, token: string): Response {
  response.headers.set(
    'set-cookie',
    `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${COOKIE_SECONDS}`,
  );
  return response;
}
