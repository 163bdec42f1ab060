import type { DeskEvent } from '#shared/contract/event.ts';
import type { DeskProblem, DeskReply } from '#shared/contract/problem.ts';
import type { Asker } from './desk-call.ts';

/** What a reader of the news gives to a desk. */
export type DeskListener = {
  /** The events of one commit, after it. */
  news(events: readonly DeskEvent[]): void;
  /** The desk was closed or cannot be reached any more: nothing follows. */
  ended(): void;
};

/** An open desk, wherever it is: in this thread, in one of its own, on another PC. What may cross a line is a promise. */
export type Desk = {
  /** Another one after each opening: numbers of events mean something together with it only. */
  readonly id: string;
  /** Serves one call; never rejects. Commands need an idempotency key. */
  dispatch(method: string, payload: unknown, asker: Asker, key?: string): Promise<DeskReply<unknown>>;
  /** Events with a number above `since`, oldest first. Rejects when the desk is closed. */
  eventsSince(since: number, limit?: number): Promise<readonly DeskEvent[]>;
  lastEvent(): Promise<number>;
  /** Returns the function that stops the news; after it `ended` is not called. */
  subscribe(listener: DeskListener): () => void;
  /** Ends the news of every listener, then lets the database go. */
  close(): Promise<void>;
};

/** An open desk, or why there is none. */
export type Opening = { ok: true; desk: Desk } | { ok: false; problem: DeskProblem };
