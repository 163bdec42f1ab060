import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { DeskEvent } from '#shared/contract/event.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { streamReader } from './event-stream.ts';

export type HttpDeskOptions = {
  /** Put before `/desk/…` and `/events`: an origin, a prefix, or nothing. */
  readonly base: string;
  readonly token: string;
  /** Silence after which the stream counts as lost. The host beats every second. */
  readonly silenceMs?: number;
  /** First pause before a new attempt; it doubles up to `longestPauseMs`. */
  readonly pauseMs?: number;
  readonly longestPauseMs?: number;
  readonly callTimeoutMs?: number;
};

/** The desk over HTTP: plain JSON for calls, a streamed answer for events. */
export function httpDesk(options: HttpDeskOptions): DeskClient {
  const {
    base,
    token,
    silenceMs = 5000,
    pauseMs = 300,
    longestPauseMs = 5000,
    callTimeoutMs = 15_000,
  } = options;
  const authorization = `Bearer ${token}`;

  const call = async (method: string, input: unknown, key?: string): Promise<DeskReply<unknown>> => {
    const headers: Record<string, string> = { authorization, 'content-type': 'application/json' };
    if (key !== undefined) headers['idempotency-key'] = key;
    try {
      const response = await fetch(`${base}/desk/${method}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(input),
        cache: 'no-store',
        signal: AbortSignal.timeout(callTimeoutMs),
      });
      const reply: unknown = await response.json();
      return isReply(reply) ? reply : { ok: false, problem: { code: 'unreachable' } };
    } catch {
      return { ok: false, problem: { code: 'unreachable' } };
    }
  };

  /** Follows one connection until it ends; resolves when it is over, whatever the reason. */
  const follow = async (
    since: number,
    stop: AbortSignal,
    onEvent: (event: DeskEvent) => void,
    onLive: () => void,
  ) => {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), silenceMs);
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), silenceMs);
    };
    try {
      const response = await fetch(`${base}/events?since=${since}`, {
        headers: { authorization, accept: 'text/event-stream' },
        cache: 'no-store',
        signal: AbortSignal.any([stop, silence.signal]),
      });
      if (!response.ok || response.body === null) return;
      onLive();
      heard();
      const decoder = new TextDecoder();
      const read = streamReader((message) => {
        const event = parseEvent(message.data);
        if (event !== null) onEvent(event);
      });
      const reader = response.body.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        heard();
        read(decoder.decode(value, { stream: true }));
      }
    } catch {
      // Lost or stopped: the caller knows which.
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    // The contract is checked where the desk answers; here its type is taken at its word.
    call: call as DeskClient['call'],
    listen(since, listener, connection) {
      const stop = new AbortController();
      void (async () => {
        let last = since;
        let pause = pauseMs;
        while (!stop.signal.aborted) {
          await follow(
            last,
            stop.signal,
            (event) => {
              if (stop.signal.aborted || event.number <= last) return;
              last = event.number;
              listener(event);
            },
            () => {
              pause = pauseMs;
              if (!stop.signal.aborted) connection?.(true);
            },
          );
          if (stop.signal.aborted) return;
          connection?.(false);
          await wait(pause, stop.signal);
          pause = Math.min(pause * 2, longestPauseMs);
        }
      })();
      return () => stop.abort();
    },
  };
}

function isReply(value: unknown): value is DeskReply<unknown> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return value.ok === true ? 'value' in value : 'problem' in value;
}

function parseEvent(data: string): DeskEvent | null {
  try {
    const event: unknown = JSON.parse(data);
    const numbered =
      typeof event === 'object' &&
      event !== null &&
      'number' in event &&
      typeof event.number === 'number' &&
      'name' in event;
    return numbered ? (event as DeskEvent) : null;
  } catch {
    return null;
  }
}

function wait(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, milliseconds);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
}
