import type { LevelPaper } from '#shared/contract/level-shapes.ts';
import { LOCK_MINUTES } from '#shared/domain/access/officer-rules.ts';
import type { KeptRecovery } from '#shared/domain/backup/recovery-key.ts';
import type { LevelTransaction } from './tables.ts';

/** What the level keeps of itself, each as JSON. */
type LevelSettings = {
  own: { code: string; name: string; receivingLevel: string } | null;
  /** Fingerprint of the key that signs its sums. */
  keyId: string | null;
  watched: { folder: string; by: string; officer?: string | null } | null;
  lastBackup: string | null;
  /** Null until somebody has said it. */
  paper: LevelPaper | null;
  /** Whether and how officers sign in. */
  access: { pins: boolean; lockMinutes: number; recovery: KeptRecovery | null };
};

const usual: LevelSettings = {
  own: null,
  keyId: null,
  watched: null,
  lastBackup: null,
  paper: null,
  access: { pins: false, lockMinutes: LOCK_MINUTES.usual, recovery: null },
};

export async function readSettings(trx: LevelTransaction): Promise<LevelSettings> {
  const rows = await trx.selectFrom('setting').selectAll().execute();
  const kept = rows.filter(({ key }) => key in usual).map(({ key, value }) => [key, JSON.parse(value)]);
  return { ...usual, ...(Object.fromEntries(kept) as Partial<LevelSettings>) };
}

export async function saveSetting<K extends keyof LevelSettings>(
  trx: LevelTransaction,
  key: K,
  kept: LevelSettings[K],
): Promise<void> {
  const value = JSON.stringify(kept);
  await trx
    .insertInto('setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}
