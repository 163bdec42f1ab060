import { z } from 'zod';

/**
 * What a code opens, each once: `window` a window of the office, `sheet` the page of one report that is being drawn, `wall` a
 * screen that may only look.
 */
export type CodeKind = 'window' | 'sheet' | 'wall';

/** What a window or a program of the office may ask for. `typed`: eight digits that somebody types, for a wall alone. */
export const codeWish = z.union([
  z.strictObject({ kind: z.literal('window') }),
  z.strictObject({ kind: z.literal('wall'), typed: z.boolean().optional() }),
]);
export type AccessCode = { readonly code: string; readonly seconds: number };

const secret = z.string().min(1).max(100);
export const codeSaid = z.strictObject({ code: secret });

/** What a page trades for a session: a code, its way back from before a restart, or the token or session in its header. */
export const sessionWish = z.union([codeSaid, z.strictObject({ wayBack: secret }), z.strictObject({})]);

/** `wayBack` opens one new session, also after the host was restarted; a page holds it in memory alone. */
export type AccessSession = { readonly session: string; readonly wayBack: string };

/** A screen that was let in to look; instants are UTC text. */
export type WallDoor = { readonly id: string; readonly since: string; readonly lastSeen: string };

/** Where pages and programs trade, beside the methods of the desk; all are POST and answer as a method does. */
export const ACCESS = {
  code: '/access/code',
  session: '/access/session',
  wall: '/access/wall',
  walls: '/access/walls',
  endWall: '/access/end-wall',
} as const;
