import { z } from 'zod';
import { deskEvent, type DeskEvent } from './event.ts';
import { ROLES, type Role } from './method.ts';
import { instant } from './primitives.ts';
import { deskProblem, type DeskProblem, type DeskReply } from './problem.ts';

/** Between a window of Electron and the desk: the only two channels there are. */
export const DESK_CALL = 'desk:call';
export const DESK_LISTEN = 'desk:listen';

/** No call may carry more than this, on any transport. */
export const BODY_LIMIT_KIB = 64;

/** A live stream says that it lives at least this often; silence for longer means that it does not. */
export const BEAT_MS = 1000;

/** Name of the server-sent event that carries a beat; an event of the desk has no name, its id is its number. */
export const BEAT_NAME = 'beat';

export const beat = z.object({ at: instant });

/** One call as it crosses from a window: `body` is the input as JSON text. */
export const bridgeCall = z.strictObject({
  method: z.string().max(100),
  body: z.string(),
  key: z.string().max(200).optional(),
  /** A window may ask for less than it is allowed, never for more. */
  role: z.enum(ROLES).optional(),
  training: z.boolean().optional(),
});
export type BridgeCall = z.infer<typeof bridgeCall>;

/** Starts or stops one stream of events; `stream` is the window's own number for it. */
export const bridgeListen = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('start'),
    stream: z.int().min(1),
    since: z.int().min(0),
    role: z.enum(ROLES).optional(),
    training: z.boolean().optional(),
  }),
  z.strictObject({ action: z.literal('stop'), stream: z.int().min(1) }),
]);
export type BridgeListen = z.infer<typeof bridgeListen>;

/** What a stream of events delivers. After `refused` nothing follows. */
export const streamMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('events'), events: z.array(deskEvent) }),
  z.object({ kind: z.literal('beat'), at: instant }),
  z.object({ kind: z.literal('refused'), problem: deskProblem }),
]);
export type StreamMessage =
  | { kind: 'events'; events: readonly DeskEvent[] }
  | { kind: 'beat'; at: string }
  | { kind: 'refused'; problem: DeskProblem };

export type BridgeOptions = { role?: Role; training?: boolean };

/** `window.deskBridge` in Electron. Plain JSON in both directions. */
export type DeskBridge = {
  call(method: string, input: unknown, key?: string, options?: BridgeOptions): Promise<DeskReply<unknown>>;
  /** Delivers every event after `since`, in order, then live ones and a beat each second; returns what stops it. */
  listen(since: number, onMessage: (message: StreamMessage) => void, options?: BridgeOptions): () => void;
};
