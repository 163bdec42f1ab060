import type { PauseReason } from '#shared/domain/queue/pause.ts';
import { newId } from '../../new-id.ts';
import type { ReadableStore, WritableStore } from '../store.ts';

/** A pause that is not over. */
export type PauseRow = {
  id: string;
  counter_id: string;
  business_day: string;
  reason: PauseReason;
  returns_at: string | null;
  started_at: string;
  started_mono: number;
  run: string;
};

/** The pauses that are not over, of all counters. */
export function openPauses(store: ReadableStore): PauseRow[] {
  return store
    .prepare<[], PauseRow>(
      `SELECT id, counter_id, business_day, reason, returns_at, started_at, started_mono, run
       FROM counter_pause WHERE ended_at IS NULL`,
    )
    .all();
}

/** Begins a pause of a counter that has none. */
export function beginPause(
  store: WritableStore,
  office: string,
  now: { readonly at: string; readonly mono: number; readonly run: string },
  pause: Pick<PauseRow, 'counter_id' | 'business_day' | 'reason' | 'returns_at'>,
): void {
  store
    .prepare<(string | number | null)[]>(
      `INSERT INTO counter_pause (id, office_id, counter_id, business_day, reason, returns_at, started_at, started_mono, run)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      newId(),
      office,
      pause.counter_id,
      pause.business_day,
      pause.reason,
      pause.returns_at,
      now.at,
      now.mono,
      now.run,
    );
}

/** Changes what an open pause says. */
export function changePause(
  store: WritableStore,
  id: string,
  said: Pick<PauseRow, 'reason' | 'returns_at'>,
): void {
  store
    .prepare<[string, string | null, string]>(
      'UPDATE counter_pause SET reason = ?, returns_at = ? WHERE id = ?',
    )
    .run(said.reason, said.returns_at, id);
}

/** Ends a pause after `durationMs` milliseconds. */
export function endPauseRow(store: WritableStore, id: string, at: string, durationMs: number): void {
  store
    .prepare<[string, number, string]>('UPDATE counter_pause SET ended_at = ?, duration_ms = ? WHERE id = ?')
    .run(at, durationMs, id);
}

/** Removes the pauses of a day that is withdrawn. */
export function removeDayPauses(store: WritableStore, office: string, day: string): void {
  store
    .prepare<[string, string]>('DELETE FROM counter_pause WHERE office_id = ? AND business_day = ?')
    .run(office, day);
}

/** The pauses of a day, oldest first; `durationMs` is null of one that is not over. */
export function dayPauses(
  store: ReadableStore,
  office: string,
  day: string,
): { counterId: string; durationMs: number | null }[] {
  return store
    .prepare<[string, string], { counterId: string; durationMs: number | null }>(
      `SELECT counter_id AS counterId, duration_ms AS durationMs FROM counter_pause
       WHERE office_id = ? AND business_day = ? ORDER BY id`,
    )
    .all(office, day);
}
