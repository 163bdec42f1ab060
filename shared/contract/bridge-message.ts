import { z } from 'zod';
import { ROLES } from './method.ts';
import { count } from '#shared/domain/values.ts';

/** One call as it crosses from a window: `body` is the input as JSON text. */
export const bridgeCall = z.strictObject({
  method: z.string().max(100),
  body: z.string(),
  key: z.string().max(200).optional(),
  role: z.enum(ROLES).optional(),
  /** The secret of `session.open`, where an officer is signed in. */
  session: z.string().max(200).optional(),
  training: z.boolean().optional(),
});
export type BridgeCall = z.infer<typeof bridgeCall>;

/** Starts or stops one stream of events; `stream` is the window's own number for it. */
export const bridgeListen = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('start'),
    stream: count,
    since: count,
    desk: z.string().max(100).optional(),
    role: z.enum(ROLES).optional(),
    training: z.boolean().optional(),
  }),
  z.strictObject({ action: z.literal('stop'), stream: count }),
]);
export type BridgeListen = z.infer<typeof bridgeListen>;

const path = z.string().max(1000);

/** What the counter asks of its PC: choose a folder, see where a file or folder lies, draw title bars in its colours. */
export const pcAsk = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('choose-folder'), from: path }),
  z.strictObject({ ask: z.literal('show-in-folder'), path }),
  z.strictObject({ ask: z.literal('follow-theme'), theme: z.enum(['light', 'dark', 'system']) }),
]);
export type PcAsk = z.infer<typeof pcAsk>;
