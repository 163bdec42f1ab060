import type { Desk } from '#electron/desk/desk.ts';
import { BEAT_NAME, type StreamHello } from '#shared/contract/channels.ts';
import type { DeskEvent, WallEvent } from '#shared/contract/event.ts';
import { feedEvents, forDisplay, type EventFeed } from './event-feed.ts';
import type { Heart } from './heart.ts';

/** Bytes that may wait for a slow reader before the log has to serve as its buffer. */
const bufferBytes = 64 * 1024;

/** Whoever is further behind than this comes again for the rest. */
const SO_FAR_MOST = 1000;

const encoder = new TextEncoder();

type EventStreamOptions = {
  since: number;
  /** Leaves out what only officers may know. */
  display: boolean;
  heart: Heart;
  now: () => string;
  /** Hears when the stream ends, whoever ended it. */
  onEnd: () => void;
};

/** The desk's events as a server-sent stream; the id of each is its number. It ends with the desk; `end` ends it before. */
export function eventStream(
  desk: Desk,
  { since, display, heart, now, onEnd }: EventStreamOptions,
): { body: ReadableStream<Uint8Array>; end: () => void } {
  let feed: EventFeed | undefined;
  let stopBeat = (): void => {};
  let close = (): void => {};
  let ended = false;

  function end(): void {
    if (ended) return;
    ended = true;
    feed?.stop();
    stopBeat();
    onEnd();
    close();
  }

  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const ready = (): boolean => !ended && (controller.desiredSize ?? 0) > 0;
        const send = (text: string): void => controller.enqueue(encoder.encode(text));
        const beat = (at: string, hello?: StreamHello): void => {
          if (ready()) send(beatText(at, hello));
        };
        close = () => {
          try {
            controller.close();
          } catch {
            // The reader went away first.
          }
        };
        beat(now(), { desk: desk.id, since });
        stopBeat = heart.listen((at) => beat(at));
        feed = feedEvents(desk, since, {
          ready,
          take: (events) => send(eventsText(events, display)),
          end,
        });
      },
      pull: () => feed?.pump(),
      cancel: end,
    },
    { highWaterMark: bufferBytes, size: (chunk) => chunk?.byteLength ?? 0 },
  );
  return { body, end };
}

/**
 * What a stream would say by now: the beginning of one that ends at once, with a page of events at most. Rejects when the desk is
 * closed.
 */
export async function soFarText(
  desk: Pick<Desk, 'id' | 'eventsSince'>,
  { since, display, now }: Pick<EventStreamOptions, 'since' | 'display' | 'now'>,
): Promise<string> {
  const events = await desk.eventsSince(since, SO_FAR_MOST);
  return beatText(now(), { desk: desk.id, since }) + eventsText(events, display);
}

function beatText(at: string, hello?: StreamHello): string {
  return `event: ${BEAT_NAME}\ndata: ${JSON.stringify({ at, hello })}\n\n`;
}

function eventsText(events: readonly DeskEvent[], display: boolean): string {
  return events.map((event) => asText(display ? forDisplay(event) : event)).join('');
}

function asText(event: DeskEvent | WallEvent): string {
  return `id: ${event.number}\ndata: ${JSON.stringify(event)}\n\n`;
}
