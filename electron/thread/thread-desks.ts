import type { Asker } from '#electron/desk/desk-call.ts';
import type { Desk, DeskListener, Opening } from '#electron/desk/desk.ts';
import type { ServedPair } from '#electron/host/desk-pair.ts';
import type { ServedDesk } from '#electron/host/kept-desk.ts';
import type { DeskEvent } from '#shared/contract/event.ts';
import { refused, type DeskProblem, type DeskReply } from '#shared/contract/problem.ts';
import { ThreadEnded, type ThreadLine } from './thread-line.ts';

type Which = keyof ServedPair;

/** What the desks' thread is asked. A desk is named by its id; one that was closed since is not there any more. */
export type DeskCalls = {
  state(which: Which): Promise<{ ok: true; id: string } | { ok: false; problem: DeskProblem }>;
  /** Without an id: whichever desk is open, or the reason why none is. */
  dispatch(
    which: Which,
    id: string | undefined,
    method: string,
    payload: unknown,
    asker: Asker,
    key: string | undefined,
  ): Promise<DeskReply<unknown>>;
  eventsSince(
    which: Which,
    id: string,
    since: number,
    limit: number | undefined,
  ): Promise<readonly DeskEvent[]>;
  lastEvent(which: Which, id: string): Promise<number>;
  subscribe(which: Which, id: string, reader: number): void;
  unsubscribe(reader: number): void;
};

/** What the readers of news are told, by the number they gave themselves. */
export type NewsCalls = {
  news(reader: number, events: readonly DeskEvent[]): void;
  ended(reader: number): void;
};

/** The desks of this thread for another one. */
export function offerDesks(desks: ServedPair, tell: NewsCalls): DeskCalls {
  const open = new Map<Which, Desk>();
  const readers = new Map<number, () => void>();

  const deskOf = (which: Which, id: string): Desk | undefined => {
    const desk = open.get(which);
    return desk?.id === id ? desk : undefined;
  };
  const needed = (which: Which, id: string): Desk => {
    const desk = deskOf(which, id);
    if (desk === undefined) throw new Error('the desk was closed');
    return desk;
  };

  return {
    async state(which) {
      const found = await desks[which].state();
      if (!found.ok) return found;
      open.set(which, found.desk);
      return { ok: true, id: found.desk.id };
    },
    async dispatch(which, id, ...call) {
      const desk = id === undefined ? desks[which] : deskOf(which, id);
      return desk === undefined ? refused({ code: 'desk-closing' }) : desk.dispatch(...call);
    },
    eventsSince: async (which, id, since, limit) => needed(which, id).eventsSince(since, limit),
    lastEvent: async (which, id) => needed(which, id).lastEvent(),
    subscribe(which, id, reader) {
      const desk = deskOf(which, id);
      if (desk === undefined) return tell.ended(reader);
      const stop = desk.subscribe({
        news: (events) => tell.news(reader, events),
        ended() {
          readers.delete(reader);
          tell.ended(reader);
        },
      });
      readers.set(reader, stop);
    },
    unsubscribe(reader) {
      readers.get(reader)?.();
      readers.delete(reader);
    },
  };
}

/** The readers of this thread, wherever their desk is. */
export function newsReaders() {
  const listeners = new Map<number, DeskListener>();
  let last = 0;
  const calls: NewsCalls = {
    news: (reader, events) => listeners.get(reader)?.news(events),
    ended(reader) {
      const listener = listeners.get(reader);
      listeners.delete(reader);
      listener?.ended();
    },
  };
  return {
    calls,
    add(listener: DeskListener): number {
      last += 1;
      listeners.set(last, listener);
      return last;
    },
    /** Whether it was still there. */
    remove: (reader: number): boolean => listeners.delete(reader),
    endAll: () => [...listeners.keys()].forEach(calls.ended),
  };
}

type Far = {
  /** The line to the other thread, which is another one after that thread has died; or why there is none. */
  line(): ThreadLine<DeskCalls> | DeskProblem;
  /** Why it is gone now. */
  whyGone(): DeskProblem;
};

/** A desk of the other thread. */
export function deskOfThread(
  which: Which,
  { line, whyGone }: Far,
  readers: Pick<ReturnType<typeof newsReaders>, 'add' | 'remove'>,
): Pick<ServedDesk, 'state' | 'dispatch'> {
  const unanswered = (error: unknown): { ok: false; problem: DeskProblem } => {
    if (error instanceof ThreadEnded) return refused(whyGone());
    throw error;
  };

  function openDesk(id: string, over: ThreadLine<DeskCalls>): Desk {
    return {
      id,
      dispatch: (method, payload, asker, key) =>
        over.ask('dispatch', which, id, method, payload, asker, key).catch(unanswered),
      eventsSince: (since, limit) => over.ask('eventsSince', which, id, since, limit),
      lastEvent: () => over.ask('lastEvent', which, id),
      subscribe(listener) {
        const reader = readers.add(listener);
        over.tell('subscribe', which, id, reader);
        return () => {
          if (readers.remove(reader)) over.tell('unsubscribe', reader);
        };
      },
      close: () => Promise.resolve(), // with its thread
    };
  }

  return {
    async state(): Promise<Opening> {
      const over = line();
      if ('code' in over) return refused(over);
      const found = await over.ask('state', which).catch(unanswered);
      return found.ok ? { ok: true, desk: openDesk(found.id, over) } : found;
    },
    async dispatch(method, payload, asker, key) {
      const over = line();
      if ('code' in over) return refused(over);
      return over.ask('dispatch', which, undefined, method, payload, asker, key).catch(unanswered);
    },
  };
}
