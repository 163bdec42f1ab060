import { addDays } from '#shared/domain/calendar/business-date.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { inParts } from './in-parts.ts';
import type { LevelTransaction, Tables } from './tables.ts';

/** Keys are remembered this long; a retry after a week is a new intent. */
const KEPT_DAYS = 7;

/** What tells a repetition of a command from another one with the same key. */
export type CommandKey = Pick<Tables['idempotency'], 'key' | 'method' | 'bodyHash'>;

/** The first replies that were given for keys. The same key with another method or body gives the refusal of that. */
export async function firstReplies(
  trx: LevelTransaction,
  commands: readonly CommandKey[],
): Promise<ReadonlyMap<string, DeskReply<unknown>>> {
  if (commands.length === 0) return new Map();
  const asked = new Map(commands.map((command) => [command.key, command]));
  const rows = await trx
    .selectFrom('idempotency')
    .selectAll()
    .where('key', 'in', [...asked.keys()])
    .execute();
  return new Map(
    rows.map(({ key, method, bodyHash, reply }) => {
      const command = asked.get(key);
      const isSame = command?.method === method && command.bodyHash === bodyHash;
      return [
        key,
        isSame
          ? (JSON.parse(reply) as DeskReply<unknown>)
          : { ok: false, problem: { code: 'idempotency-key-reused' } },
      ];
    }),
  );
}

/** Keeps replies in the transaction of their commands, so that both are there or neither. */
export async function keepReplies(
  trx: LevelTransaction,
  replies: readonly (CommandKey & { readonly reply: DeskReply<unknown> })[],
  at: string,
): Promise<void> {
  const rows = replies.map(({ key, method, bodyHash, reply }) => ({
    key,
    method,
    bodyHash,
    reply: JSON.stringify(reply),
    at,
  }));
  for (const part of inParts(rows)) await trx.insertInto('idempotency').values(part).execute();
}

/** Drops keys that are older than a week. */
export async function forgetOldKeys(trx: LevelTransaction, at: string): Promise<void> {
  await trx
    .deleteFrom('idempotency')
    .where('at', '<', addDays(at.slice(0, 10), -KEPT_DAYS))
    .execute();
}
