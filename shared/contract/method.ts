import type { z } from 'zod';
import type { ReadKind } from '#shared/domain/person/keeping.ts';
import type { DeskEventName } from './event.ts';

/** Who may call a method. A window has exactly one role; the wall display may read nothing but the wall. */
export const ROLES = ['reception', 'counter', 'leader', 'display'] as const;
export type Role = (typeof ROLES)[number];

export const everyone = ROLES;
export const officers = ['reception', 'counter', 'leader'] as const;
export const leaders = ['leader'] as const;

/** An event by its name, or every event of an area. */
type StaleAfter = DeskEventName | (DeskEventName extends `${infer Area}.${string}` ? Area : never);

type Row = {
  readonly roles: readonly Role[];
  /** Where officers sign in with a PIN: served to nobody in particular, too; or under a locked screen. */
  readonly session?: 'free' | 'locked';
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** Largest body in KiB where a method takes a whole file; every other method keeps the usual limit. */
  readonly bodyKiB?: number;
  /** Reads personal data: each answer is counted, or those to inputs that `when` names. */
  readonly reads?: { readonly kind: ReadKind; readonly when?: (input: never) => boolean };
};

/** Changes nothing. `stale` names the events after which a kept answer is no longer so; empty where no answer is ever kept. */
type DeskQuery = Row & {
  readonly kind: 'query';
  readonly stale: readonly StaleAfter[];
  readonly slow?: never;
  readonly secret?: never;
};

/** Carries an idempotency key. */
type DeskCommand = Row & {
  readonly kind: 'command';
  /**
   * Waits for a disk or a device: the command runs outside any transaction, answers with a promise, and a repetition with
   * the same key joins the one that is running.
   */
  readonly slow?: true;
  /** Its body or its answer is secret: neither is kept, and a repetition of the key is refused. */
  readonly secret?: true;
};

/** One row of the contract. */
export type DeskMethod = DeskQuery | DeskCommand;
