import { BEAT_MS, BEAT_NAME, type EventPlace, type StreamMessage } from '#shared/contract/channels.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { DeskEvent, WallEvent } from '#shared/contract/event.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { streamReader, type SentMessage } from '#shared/contract/sent-messages.ts';
import { keepListening, wait, type ListenPatience } from './keep-listening.ts';
import type { LinePlaces } from './line-places.ts';
import type { PageAccess } from './page-access.ts';

export type HttpDeskOptions = ListenPatience & {
  /** Put before `/desk/…` and `/events`: an origin, a prefix, or nothing. */
  readonly base: string;
  readonly access: PageAccess;
  readonly callTimeoutMs?: number;
  /** Whoever is signed in at this page. */
  readonly session?: () => string | undefined;
  /** Where a stream may stay open; without it everywhere. */
  readonly places?: LinePlaces | undefined;
  /** How often what happened is fetched where no stream may stay open. */
  readonly fetchEveryMs?: number;
};

/** The desk over HTTP: plain JSON for calls, a streamed answer for events. */
export function httpDesk(options: HttpDeskOptions): DeskClient {
  const { base, access, callTimeoutMs = 15_000, session } = options;

  /** Once more where the page was let in anew meanwhile: the host was restarted, and each command has its key. */
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const sendWith = (headers: Readonly<Record<string, string>>) =>
      fetch(base + path, {
        ...init,
        cache: 'no-store',
        headers: { ...init.headers, ...headers } as HeadersInit,
      });
    const headers = await access.headers();
    const response = await sendWith(headers);
    if (response.status !== 401) return response;
    const renewed = await access.renew(headers);
    if (renewed === 'unreachable') throw new Error('unreachable');
    return renewed === 'in' ? sendWith(await access.headers()) : response;
  };

  const call = async (method: string, input: unknown, key?: string): Promise<DeskReply<unknown>> => {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (key !== undefined) headers['idempotency-key'] = key;
    const signedIn = session?.();
    if (signedIn !== undefined) headers['x-desk-session'] = signedIn;
    try {
      const response = await send(`/desk/${method}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(input),
        signal: AbortSignal.timeout(callTimeoutMs),
      });
      const reply: unknown = await response.json();
      return isReply(reply) ? reply : { ok: false, problem: { code: 'unreachable' } };
    } catch {
      return { ok: false, problem: { code: 'unreachable' } };
    }
  };

  /** Reads one stream to its end. False where it was refused, lost or stopped. */
  const read = async (
    { desk, since }: EventPlace,
    stop: AbortSignal,
    hear: (message: StreamMessage) => void,
    once: '' | '&once=1' = '',
  ): Promise<boolean> => {
    try {
      const named = desk === undefined ? '' : `&desk=${encodeURIComponent(desk)}`;
      const response = await send(`/events?since=${since}${named}${once}`, {
        headers: { accept: 'text/event-stream' },
        signal: stop,
      });
      if (!response.ok || response.body === null) return false;
      const decoder = new TextDecoder();
      const take = streamReader((sent) => {
        const message = asMessage(sent);
        if (message !== null) hear(message);
      });
      const reader = response.body.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return true;
        take(decoder.decode(value, { stream: true }));
      }
    } catch {
      return false;
    }
  };

  const { places = always, fetchEveryMs = BEAT_MS } = options;
  const listen = keepListening(async (place, stop, hear) => {
    while (!(await places(async () => void (await read(place(), stop, hear))))) {
      if (!(await read(place(), stop, hear, '&once=1')) || stop.aborted) return;
      await wait(fetchEveryMs, stop);
    }
  }, options);

  // The contract is checked where the desk answers; here its type is taken at its word.
  return { call: call as DeskClient['call'], listen };
}

const always: LinePlaces = async (hold) => {
  await hold();
  return true;
};

function isReply(value: unknown): value is DeskReply<unknown> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return value.ok === true ? 'value' in value : 'problem' in value;
}

function asMessage({ event, data }: SentMessage): StreamMessage | null {
  try {
    const said: unknown = JSON.parse(data);
    if (typeof said !== 'object' || said === null) return null;
    if (event === BEAT_NAME) return { kind: 'beat', at: '', ...said };
    const isEvent = 'number' in said && typeof said.number === 'number' && 'name' in said;
    return isEvent ? { kind: 'events', events: [said as DeskEvent | WallEvent] } : null;
  } catch {
    return null;
  }
}
