import type { Heart } from '#electron/host/heart.ts';
import { BEAT_NAME, type StreamHello } from '#shared/contract/channels.ts';
import type { Level } from '#electron/level/level.ts';

const encoder = new TextEncoder();
/** Bytes that may wait for a slow reader; what it misses the next change tells it, too. */
const bufferBytes = 16 * 1024;

type ChangeStreamOptions = {
  /** The last revision that the reader knows. */
  readonly since: number;
  /** Names this start of the level: a revision of another start means nothing to it. */
  readonly name: string;
  /** Ends after its hello and the revision there is. */
  readonly once: boolean;
  readonly heart: Heart;
  readonly now: () => string;
  readonly onEnd: () => void;
};

/**
 * The revisions of the level as a server-sent stream in the form of the desk's events, `{ number, name: 'level.changed' }`: one
 * message may stand for many changes, the newest number counts. Between them beats, so that silence means a lost line.
 */
export function changeStream(
  level: Pick<Level, 'revision' | 'onChange'>,
  { since, name, once, heart, now, onEnd }: ChangeStreamOptions,
): { body: ReadableStream<Uint8Array>; end: () => void } {
  let told = since;
  let stops: (() => void)[] = [];
  let close = (): void => {};
  let pull = (): void => {};

  function end(): void {
    if (stops.length === 0) return;
    for (const stop of stops) stop();
    stops = [];
    onEnd();
    close();
  }

  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = (text: string): void => {
          if (stops.length > 0 && (controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(text));
        };
        const beat = (at: string, hello?: StreamHello): void =>
          send(`event: ${BEAT_NAME}\ndata: ${JSON.stringify({ at, hello })}\n\n`);
        close = () => {
          try {
            controller.close();
          } catch {
            // The reader went away first.
          }
        };
        pull = () => {
          const number = level.revision();
          if (number === told || (controller.desiredSize ?? 0) <= 0) return;
          told = number;
          send(`id: ${number}\ndata: ${JSON.stringify({ number, name: 'level.changed' })}\n\n`);
        };
        stops = [heart.listen((at) => beat(at)), level.onChange(() => pull())];
        beat(now(), { desk: name, since });
        pull();
        if (once) queueMicrotask(end);
      },
      pull: () => pull(),
      cancel: end,
    },
    { highWaterMark: bufferBytes, size: (chunk) => chunk?.byteLength ?? 0 },
  );
  return { body, end };
}
