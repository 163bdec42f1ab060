import type { PcAsk } from './bridge-message.ts';
import type { DeskEvent, WallEvent } from './event.ts';
import type { Role } from './method.ts';
import type { DeskProblem, DeskReply } from './problem.ts';

/** The only channels of a window of Electron: to the desk, events from it, and to the PC that the window stands on. */
export const DESK_CALL = 'desk:call';
export const DESK_LISTEN = 'desk:listen';
export const PC_ASK = 'pc:ask';

/** No call may carry more than this, on any transport. */
export const BODY_LIMIT_KIB = 64;

/** A live stream says that it lives at least this often; silence for longer means that it does not. */
export const BEAT_MS = 1000;

/** Name of the server-sent event that carries a beat, `{ at, hello? }`. An event of the desk has no name, its id is its number. */
export const BEAT_NAME = 'beat';

/** Where in the events of which desk: a number means nothing to another desk, or to the same database opened anew. */
export type EventPlace = { desk?: string; since: number };

/**
 * What the first beat of a stream says: events of `desk` above `since` follow. A reader that named another desk begins at the
 * last event of this one, and what it knew is to be asked anew.
 */
export type StreamHello = { desk: string; since: number };

/** What a stream of events delivers. After `refused`, and after `ended` (the desk was closed or replaced), nothing follows. */
export type StreamMessage =
  | { kind: 'events'; events: readonly (DeskEvent | WallEvent)[] }
  | { kind: 'beat'; at: string; hello?: StreamHello }
  | { kind: 'ended' }
  | { kind: 'refused'; problem: DeskProblem };

/** `role` asks for less than the window is allowed, never for more. */
type BridgeOptions = { role?: Role; training?: boolean };
type BridgeCallOptions = BridgeOptions & { session?: string };

/** `window.deskBridge` in Electron. Plain JSON in both directions. */
export type DeskBridge = {
  call(
    method: string,
    input: unknown,
    key?: string,
    options?: BridgeCallOptions,
  ): Promise<DeskReply<unknown>>;
  /** Delivers every event after `from`, in order, then live ones and a beat each second; returns what stops it. */
  listen(from: EventPlace, onMessage: (message: StreamMessage) => void, options?: BridgeOptions): () => void;
};

/** `window.pcBridge` in Electron. Answers the folder that was chosen; null where none was, and where nothing is answered. */
export type PcBridge = { ask(asked: PcAsk): Promise<string | null> };
