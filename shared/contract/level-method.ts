import type { z } from 'zod';
import type { LevelRole } from '#shared/domain/level/words.ts';

/** One row of the contract of the receiving level. A command carries an idempotency key. */
export type LevelMethod = {
  readonly kind: 'query' | 'command';
  readonly roles: readonly LevelRole[];
  /** Where officers sign in with a PIN: served to nobody in particular, too. */
  readonly session?: 'free';
  /** Reaches into the folders of the level's own PC: asked for from there alone. */
  readonly atItsPc?: true;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** Largest body in KiB where a method takes a whole file. */
  readonly bodyKiB?: number;
  /** Works on files and the disk: it opens transactions of its own, and a repetition with its key joins the one that is running. */
  readonly slow?: true;
  /** Its answer is not kept, as of a whole file: a repetition is served again and comes to the same. */
  readonly repeatable?: true;
  /** Its answer is secret: it is not kept, and a repetition of the key is refused. */
  readonly secret?: true;
};
