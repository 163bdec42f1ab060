import type { Desk } from '#electron/desk/desk.ts';
import type { DeskEvent, WallEvent } from '#shared/contract/event.ts';

/** Where events go. `ready` says whether more can be taken now; after `end` nothing follows. */
type EventSink = {
  ready(): boolean;
  take(events: readonly DeskEvent[]): void;
  /** The desk is gone, or the reader broke and `error` says how. */
  end(error?: unknown): void;
};

export type EventFeed = {
  /** Hands on what is waiting; to be called when the sink becomes ready again. */
  pump(): void;
  stop(): void;
};

const pageSize = 200;

/**
 * Delivers every event after `since` exactly once and in order: first the stored ones, then each new one.
 * The log itself is the buffer, so a reader that does not keep up costs no memory and misses nothing.
 */
export function feedEvents(
  desk: Pick<Desk, 'eventsSince' | 'subscribe'>,
  since: number,
  sink: EventSink,
): EventFeed {
  let delivered = since;
  let isStopped = false;
  let isReading = false;
  let isBehind = false;

  function deliver(events: readonly DeskEvent[]): void {
    delivered = events.at(-1)?.number ?? delivered;
    sink.take(events);
  }

  function stop(): void {
    isStopped = true;
    unsubscribe();
  }

  function end(error?: unknown): void {
    if (isStopped) return;
    stop();
    sink.end(error);
  }

  function news(events: readonly DeskEvent[]): void {
    const follows =
      events[0]?.number === delivered + 1 && events.at(-1)?.number === delivered + events.length;
    if (isReading || !follows || !sink.ready()) return void readOn();
    // A reader that fails must not reach the command that announced the events.
    try {
      deliver(events);
    } catch (error) {
      end(error);
    }
  }

  /** Reads the log until nothing is behind. One reading at a time; what happens meanwhile is read by it too. */
  async function readOn(): Promise<void> {
    isBehind = true;
    if (isReading) return;
    isReading = true;
    try {
      while (isBehind && !isStopped && sink.ready()) {
        isBehind = false;
        const page = await desk.eventsSince(delivered, pageSize);
        if (page.length === 0 || isStopped) continue;
        isBehind = true;
        if (sink.ready()) deliver(page);
      }
    } catch (error) {
      end(error);
    }
    isReading = false;
  }

  const unsubscribe = desk.subscribe({ news, ended: () => end() });
  void readOn();
  return { pump: () => void readOn(), stop };
}

/** The wall learns that something happened and when to look again, not to whom. */
export function forDisplay({ number, at, businessDay, counterId, name }: DeskEvent): WallEvent {
  return { number, at, businessDay, counterId, name };
}
