import type { Desk } from '#electron/desk/open-desk.ts';
import type { DeskEvent } from '#shared/contract/event.ts';

/** Where events go. `ready` says whether more can be taken now; after `fail` nothing follows. */
export type EventSink = {
  ready(): boolean;
  take(events: readonly DeskEvent[]): void;
  fail(error: unknown): void;
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
  let stopped = false;

  function deliver(events: readonly DeskEvent[]): void {
    delivered = events.at(-1)?.number ?? delivered;
    sink.take(events);
  }

  function stop(): void {
    stopped = true;
    unsubscribe();
  }

  function pump(news: readonly DeskEvent[] = []): void {
    // A reader that fails must not reach the command that announced the events.
    try {
      const follows =
        news.length > 0 &&
        news[0]?.number === delivered + 1 &&
        news.at(-1)?.number === delivered + news.length;
      if (!stopped && sink.ready() && follows) return deliver(news);
      while (!stopped && sink.ready()) {
        const page = desk.eventsSince(delivered, pageSize);
        if (page.length === 0) return;
        deliver(page);
      }
    } catch (error) {
      stop();
      sink.fail(error);
    }
  }

  const unsubscribe = desk.subscribe(pump);
  pump();
  return { pump: () => pump(), stop };
}

/** The wall learns that something happened and when to look again, not to whom. */
export function forDisplay(event: DeskEvent): DeskEvent {
  return { ...event, ticketId: null, requestId: null, data: {} };
}
