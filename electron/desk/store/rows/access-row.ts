import { LOCK_MINUTES } from '#shared/domain/access/officer-rules.ts';
import type { KeptRecovery } from '#shared/domain/backup/recovery-key.ts';
import type { ReadableStore, WritableStore } from '../store.ts';

/** Whether and how officers sign in. */
type AccessRow = {
  readonly pins: boolean;
  readonly lockMinutes: number;
  readonly recovery: KeptRecovery | null;
};

type StoredAccess = {
  readonly pins: number;
  readonly lock_minutes: number;
  readonly recovery: string | null;
};

/** How officers sign in; an office that never said anything of it has no PINs. */
export function readAccess(store: ReadableStore): AccessRow {
  const row = store
    .prepare<[], StoredAccess>('SELECT pins, lock_minutes, recovery FROM access LIMIT 1')
    .get();
  return {
    pins: row?.pins === 1,
    lockMinutes: row?.lock_minutes ?? LOCK_MINUTES.usual,
    recovery: row?.recovery == null ? null : (JSON.parse(row.recovery) as KeptRecovery),
  };
}

export function saveAccess(store: WritableStore, office: string, access: AccessRow): void {
  store
    .prepare<(string | number | null)[]>(
      `INSERT INTO access (office_id, pins, lock_minutes, recovery) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET pins = excluded.pins, lock_minutes = excluded.lock_minutes, recovery = excluded.recovery`,
    )
    .run(office, access.pins ? 1 : 0, access.lockMinutes, access.recovery && JSON.stringify(access.recovery));
}
