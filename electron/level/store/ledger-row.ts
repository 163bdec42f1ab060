import { hash } from 'node:crypto';
import { inParts } from './in-parts.ts';
import type { LedgerKind, LedgerRow, LevelTransaction } from './tables.ts';
import type { Worker } from '../level.ts';

/** The end of the ledger: the last line and its hash. */
export type LedgerHead = { readonly seq: number; readonly hash: string };

/** A line before it has its number and its link. What is left out is not said. */
export type NewLine = { readonly kind: LedgerKind; readonly by: Worker } & {
  readonly [
    K in Exclude<keyof LedgerRow, 'kind' | 'by' | 'officerId' | 'at' | 'seq' | 'previous' | 'hash' | 'data'>
  ]?: LedgerRow[K] | undefined;
} & { readonly data?: Readonly<Record<string, unknown>> };

const START: LedgerHead = { seq: 0, hash: '0'.repeat(64) };

export async function ledgerHead(trx: LevelTransaction): Promise<LedgerHead> {
  const row = await trx
    .selectFrom('ledger')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? START;
}

/** Writes lines after `head`, each linked to the one before; answers the new end. */
export async function appendLines(
  trx: LevelTransaction,
  head: LedgerHead,
  at: string,
  lines: readonly NewLine[],
): Promise<LedgerHead> {
  let { seq, hash: previous } = head;
  const rows = lines.map((line): LedgerRow => {
    seq += 1;
    const row = {
      seq,
      at,
      by: line.by.name,
      kind: line.kind,
      status: line.status ?? null,
      reason: line.reason ?? null,
      officeCode: line.officeCode ?? null,
      businessDay: line.businessDay ?? null,
      version: line.version ?? null,
      sha256: line.sha256 ?? null,
      fileName: line.fileName ?? null,
      route: line.route ?? null,
      data: JSON.stringify(line.data ?? {}),
      officerId: line.by.officer,
      previous,
    };
    previous = link(row);
    return { ...row, hash: previous };
  });
  for (const part of inParts(rows)) await trx.insertInto('ledger').values(part).execute();
  return { seq, hash: previous };
}

/** SHA-256 over everything that a line says, the link before it included. */
function link(row: Omit<LedgerRow, 'hash'>): string {
  return hash(
    'sha256',
    JSON.stringify([
      row.previous,
      row.seq,
      row.at,
      row.by,
      row.kind,
      row.status,
      row.reason,
      row.officeCode,
      row.businessDay,
      row.version,
      row.sha256,
      row.fileName,
      row.route,
      row.data,
      // Lines from before there were officers are linked as they were.
      ...(row.officerId === null ? [] : [row.officerId]),
    ]),
  );
}

const WALK = 5_000;

/** Walks the chain from its beginning. `brokenAt` is the first number that is missing or does not fit. */
export async function walkLedger(
  trx: LevelTransaction,
): Promise<{ readonly lines: number; readonly brokenAt: number | null }> {
  let { seq, hash: previous } = START;
  for (;;) {
    const rows = await trx
      .selectFrom('ledger')
      .selectAll()
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(WALK)
      .execute();
    for (const row of rows) {
      if (row.seq !== seq + 1 || row.previous !== previous || link(row) !== row.hash)
        return { lines: seq, brokenAt: seq + 1 };
      ({ seq, hash: previous } = row);
    }
    if (rows.length < WALK) return { lines: seq, brokenAt: null };
  }
}
