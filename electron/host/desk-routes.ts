import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Asker } from '#electron/desk/desk-call.ts';
import { bodyLimitKiB } from '#shared/contract/desk-contract.ts';
import { answered, refused, type DeskReply } from '#shared/contract/problem.ts';
import type { Desk } from '#electron/desk/desk.ts';
import type { Door } from './access.ts';
import { forDisplayReply } from './display-reply.ts';
import { eventStream, soFarText } from './event-stream.ts';
import type { Heart } from './heart.ts';
import { statusOf } from './http-status.ts';
import type { ServedDesk } from './kept-desk.ts';
import { CLOSED_POLICY, GUARD_HEADERS } from './page-files.ts';
import { readJson } from './request-body.ts';

export type HostContext = Context<{ Bindings: HttpBindings }>;

type DeskRoutes = {
  call(c: HostContext, desk: Pick<ServedDesk, 'dispatch'>): Promise<Response>;
  listen(c: HostContext, desk: Pick<ServedDesk, 'state'>, onEnd?: () => void): Promise<Response>;
  /** What `listen` would say by now, and no more: for a reader that comes again. */
  soFar(c: HostContext, desk: Pick<ServedDesk, 'state'>): Promise<Response>;
  /** Ends the streams of every door that is not open any more. */
  endShutOut(isOpen: (door: Door) => boolean): void;
  endStreams(): void;
};

export const answerHeaders = {
  ...GUARD_HEADERS,
  'content-security-policy': CLOSED_POLICY,
  'cache-control': 'no-store',
};

/** Calls and events of a desk over HTTP, for whom `admit` lets in. */
export function deskRoutes(options: {
  admit: (c: HostContext) => DeskReply<{ asker: Asker; door: Door }>;
  heart: Heart;
  now: () => string;
}): DeskRoutes {
  const endings = new Map<() => void, Door>();

  /** Who asks for events of which desk, and from where on. */
  async function readerOf(
    c: HostContext,
    desk: Pick<ServedDesk, 'state'>,
  ): Promise<DeskReply<{ opened: Desk; since: number; display: boolean; door: Door }>> {
    // The router answers HEAD with the handler of GET; a stream without a reader would never end.
    if (c.req.method !== 'GET') return refused({ code: 'unknown-method' });
    const admitted = options.admit(c);
    if (!admitted.ok) return admitted;
    const { asker, door } = admitted.value;
    const display = asker.role === 'display';
    const found = await desk.state();
    if (!found.ok) return display ? forDisplayReply(found) : found;
    const { desk: opened } = found;
    const last = await opened.lastEvent();
    const named = c.req.query('desk') ?? opened.id;
    const asked = c.req.query('since') ?? c.req.header('last-event-id');
    const since = named === opened.id ? sinceOf(asked, last) : answered(last);
    return since.ok ? answered({ opened, since: since.value, display, door }) : since;
  }

  return {
    async call(c, desk) {
      const admitted = options.admit(c);
      if (!admitted.ok) return answer(admitted);
      const asker = { ...admitted.value.asker, session: c.req.header('x-desk-session') };
      const body = await readJson(c.req.raw, bodyLimitKiB(c.req.param('method') ?? ''));
      if (!body.ok) return answer(body);
      const key = c.req.header('idempotency-key');
      const reply = await desk.dispatch(c.req.param('method') ?? '', body.value, asker, key);
      return answer(asker.role === 'display' ? forDisplayReply(reply) : reply);
    },
    async listen(c, desk, onEnd) {
      const reader = await readerOf(c, desk);
      if (!reader.ok) return answer(reader);
      const { door, opened, ...from } = reader.value;
      const { body, end } = eventStream(opened, {
        ...from,
        heart: options.heart,
        now: options.now,
        onEnd() {
          endings.delete(end);
          onEnd?.();
        },
      });
      endings.set(end, door);
      return sent(body);
    },
    async soFar(c, desk) {
      const reader = await readerOf(c, desk);
      if (!reader.ok) return answer(reader);
      const { opened, ...from } = reader.value;
      try {
        return sent(await soFarText(opened, { ...from, now: options.now }));
      } catch {
        return answer(refused({ code: 'desk-closing' })); // or its line was cut: whoever comes again learns which
      }
    },
    endShutOut(isOpen) {
      for (const [end, door] of endings) if (!isOpen(door)) end();
    },
    endStreams: () => [...endings.keys()].forEach((end) => end()),
  };
}

function sent(events: ReadableStream<Uint8Array> | string): Response {
  return new Response(events, {
    headers: {
      ...answerHeaders,
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
    },
  });
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

export function answer(reply: DeskReply<unknown>): Response {
  return new Response(JSON.stringify(reply), {
    status: statusOf(reply),
    headers: { ...answerHeaders, 'content-type': 'application/json' },
  });
}
