import type { EventPlace, StreamMessage } from '#shared/contract/channels.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';

/** One stream of events; `place` says how far they were heard by now. Resolves when it is over, whatever the reason, and soon after `stop`. */
type OneStream = (
  place: () => EventPlace,
  stop: AbortSignal,
  hear: (message: StreamMessage) => void,
) => Promise<void>;

export type ListenPatience = {
  /** Silence after which a stream counts as lost; the desk beats every second. */
  readonly silenceMs?: number;
  /** First pause before a new stream; it doubles up to `longestPauseMs`: a line that is back is heard within a second. */
  readonly pauseMs?: number;
  readonly longestPauseMs?: number;
};

/**
 * Follows the events of a desk over one stream after another. Each event comes once; where the desk turns out to be another
 * one, with numbers of its own, the connection counts as lost and found again.
 */
export function keepListening(
  stream: OneStream,
  { silenceMs = 5000, pauseMs = 300, longestPauseMs = 500 }: ListenPatience,
): DeskClient['listen'] {
  return (from, listener, connection) => {
    const stop = new AbortController();
    let place = from;
    let isLive: boolean | undefined;
    let pause = pauseMs;

    const tell = (live: boolean) => {
      if (stop.signal.aborted || live === isLive) return;
      isLive = live;
      connection?.(live);
    };
    const hear = (message: StreamMessage) => {
      if (stop.signal.aborted) return;
      if (message.kind === 'beat') {
        const { desk, since } = message.hello ?? place;
        if (place.desk !== undefined && desk !== place.desk) {
          tell(false);
          place = { since };
        }
        if (desk !== undefined) place = { desk, since: place.since };
      }
      pause = pauseMs;
      tell(true);
      if (message.kind !== 'events') return;
      for (const event of message.events) {
        if (stop.signal.aborted || event.number <= place.since) continue;
        place = { ...place, since: event.number };
        listener(event);
      }
    };

    void (async () => {
      while (!stop.signal.aborted) {
        const silence = new AbortController();
        const quit = () => silence.abort();
        stop.signal.addEventListener('abort', quit);
        let timer = setTimeout(() => silence.abort(), silenceMs);
        await stream(
          () => place,
          silence.signal,
          (message) => {
            clearTimeout(timer);
            timer = setTimeout(() => silence.abort(), silenceMs);
            hear(message);
          },
        );
        clearTimeout(timer);
        stop.signal.removeEventListener('abort', quit);
        tell(false);
        await wait(pause, stop.signal);
        pause = Math.min(pause * 2, longestPauseMs);
      }
    })();
    return () => stop.abort();
  };
}

/** Until so much time has passed, or `stop`. */
export function wait(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const over = () => {
      clearTimeout(timer);
      stop.removeEventListener('abort', over);
      done();
    };
    const timer = setTimeout(over, milliseconds);
    stop.addEventListener('abort', over);
  });
}
