import type { z } from 'zod';

/** Who may call a method. A window has exactly one role; the wall display may read nothing but the wall. */
export const ROLES = ['reception', 'counter', 'leader', 'display'] as const;
export type Role = (typeof ROLES)[number];

export const everyone = ROLES;
export const officers = ['reception', 'counter', 'leader'] as const;
export const leaders = ['leader'] as const;

/** One row of the contract: a query changes nothing; a command carries an idempotency key. */
export type DeskMethod = {
  readonly kind: 'query' | 'command';
  readonly roles: readonly Role[];
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** Largest body in KiB where a method takes a whole file; every other method keeps the usual limit. */
  readonly bodyKiB?: number;
  /**
   * Waits for a disk or a device: the command runs outside any transaction, answers with a promise, and a repetition with
   * the same key joins the one that is running.
   */
  readonly slow?: true;
};
