import { z } from 'zod';
import { count } from '#shared/domain/values.ts';
import { JOINED_KINDS } from './lan-words.ts';
import { leaders, officers, type DeskMethod } from './method.ts';

const nothing = z.object({});

/** Answered by the program of this PC, whichever desk it serves: which one that is, or that it is none. */
export const joinContract = {
  /**
   * Desks of the network that answer a broadcast. What they say proves nothing: a desk is known by the code. Refused with
   * `already-set-up` where this PC keeps an office or has joined one.
   */
  'join.find': {
    kind: 'query',
    stale: ['office.set-up'],
    roles: leaders,
    input: nothing,
    output: z.array(z.object({ address: z.string(), port: count, words: z.array(z.string()) })),
  },
  /**
   * Joins the desk at an address with a code of its leader (`pairing.start`): from then on that desk is served here, in the place of
   * another one that was joined. Refused with `already-set-up` where this PC keeps an office of its own.
   */
  'join.here': {
    kind: 'command',
    slow: true,
    secret: true,
    roles: leaders,
    input: z.object({ address: z.ipv4(), port: z.int().min(1).max(65_535), code: z.string().max(60) }),
    output: z.object({ kind: z.enum(JOINED_KINDS), name: z.string(), words: z.array(z.string()) }),
  },
  /**
   * This PC becomes a receiving level, with a database of its own; at later starts, too, until that level makes it a desk again
   * (`pc.become-desk`). `address` opens the first window of the level, once; null where the program starts again by itself. Refused
   * with `already-set-up` where this PC keeps an office or has joined one.
   */
  'pc.become-level': {
    kind: 'command',
    slow: true,
    secret: true,
    roles: leaders,
    input: nothing,
    output: z.object({ address: z.string().nullable() }),
  },
  /** Forgets the desk that was joined; also while its line is cut. Refused with `unknown-device` where none was. */
  'join.leave': { kind: 'command', slow: true, roles: officers, input: nothing, output: nothing },
} as const satisfies Record<string, DeskMethod>;
