import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Asker } from '#electron/desk/desk-call.ts';
import { bodyLimitKiB } from '#shared/contract/desk-contract.ts';
import { answered, refused, type DeskReply } from '#shared/contract/problem.ts';
import type { Door } from './access.ts';
import { forDisplayReply } from './display-reply.ts';
import { eventStream } from './event-stream.ts';
import type { Heart } from './heart.ts';
import { statusOf } from './http-status.ts';
import type { ServedDesk } from './kept-desk.ts';
import { CLOSED_POLICY, GUARD_HEADERS } from './page-files.ts';
import { readJson } from './request-body.ts';

export type HostContext = Context<{ Bindings: HttpBindings }>;

type DeskRoutes = {
  call(c: HostContext, desk: Pick<ServedDesk, 'dispatch'>): Promise<Response>;
  listen(c: HostContext, desk: Pick<ServedDesk, 'state'>, onEnd?: () => void): Promise<Response>;
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
      // The router answers HEAD with the handler of GET; a stream without a reader would never end.
      if (c.req.method !== 'GET') return answer(refused({ code: 'unknown-method' }));
      const admitted = options.admit(c);
      if (!admitted.ok) return answer(admitted);
      const { asker, door } = admitted.value;
      const display = asker.role === 'display';
      const opened = await desk.state();
      if (!opened.ok) return answer(display ? forDisplayReply(opened) : opened);
      const last = await opened.desk.lastEvent();
      const named = c.req.query('desk') ?? opened.desk.id;
      const asked = c.req.query('since') ?? c.req.header('last-event-id');
      const since = named === opened.desk.id ? sinceOf(asked, last) : answered(last);
      if (!since.ok) return answer(since);
      const { body, end } = eventStream(opened.desk, {
        since: since.value,
        display,
        heart: options.heart,
        now: options.now,
        onEnd() {
          endings.delete(end);
          onEnd?.();
        },
      });
      endings.set(end, door);
      return new Response(body, {
        headers: {
          ...answerHeaders,
          'content-type': 'text/event-stream; charset=utf-8',
          'x-accel-buffering': 'no',
        },
      });
    },
    endShutOut(isOpen) {
      for (const [end, door] of endings) if (!isOpen(door)) end();
    },
    endStreams: () => [...endings.keys()].forEach((end) => end()),
  };
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
