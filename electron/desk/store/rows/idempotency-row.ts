import { hash } from 'node:crypto';
import type { DeskReply } from '#shared/contract/problem.ts';
import { Refusal } from '../../refusal.ts';
import type { ReadableStore, WritableStore } from '../store.ts';

type IdempotencyRow = { method: string; body_hash: string; reply: string };

/** Keys are remembered this long; a retry after a week is a new intent. */
const keptDays = 7;

export function bodyHash(body: unknown): string {
  return hash('sha256', JSON.stringify(body));
}

/** The first reply given for this key, or undefined. The same key with another method or body is refused. */
export function firstReply(
  store: ReadableStore,
  key: string,
  method: string,
  hash: string,
): DeskReply<unknown> | undefined {
  const row = store
    .prepare<[string], IdempotencyRow>('SELECT method, body_hash, reply FROM idempotency WHERE key = ?')
    .get(key);
  if (row === undefined) return undefined;
  if (row.method !== method || row.body_hash !== hash) throw new Refusal({ code: 'idempotency-key-reused' });
  return JSON.parse(row.reply) as DeskReply<unknown>;
}

/** Keeps the reply in the transaction of the command itself, so that both are there or neither. */
export function keepReply(
  store: WritableStore,
  key: string,
  method: string,
  hash: string,
  reply: DeskReply<unknown>,
  at: string,
): void {
  store
    .prepare<[string, string, string, string, string]>(
      'INSERT INTO idempotency (key, method, body_hash, reply, at) VALUES (?, ?, ?, ?, ?)',
    )
    .run(key, method, hash, JSON.stringify(reply), at);
}

/** Drops keys older than a week; called when a day is opened. */
export function forgetOldKeys(store: WritableStore, at: string): void {
  const before = new Date(Date.parse(at) - keptDays * 86_400_000).toISOString();
  // Keys lie in the order of their time: nothing but what goes is read.
  store
    .prepare<[string]>(
      `DELETE FROM idempotency
       WHERE rowid < coalesce((SELECT rowid FROM idempotency WHERE at >= ? ORDER BY rowid LIMIT 1), 9223372036854775807)`,
    )
    .run(before);
}
