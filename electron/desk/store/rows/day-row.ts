import { Refusal } from '../../refusal.ts';
import type { ReadableStore } from '../store.ts';

export type DayRow = {
  day: string;
  opened_at: string;
  closed_at: string | null;
  issued: number;
  calls: number;
};

const columns = 'day, opened_at, closed_at, issued, calls';

/** The open business day, or undefined; there is never more than one. */
export function findOpenDay(store: ReadableStore, office: string): DayRow | undefined {
  return store
    .prepare<[string], DayRow>(
      `SELECT ${columns} FROM business_day WHERE office_id = ? AND closed_at IS NULL`,
    )
    .get(office);
}

/** The open business day; refuses with `day-not-open`. */
export function openDay(store: ReadableStore, office: string): DayRow {
  const row = findOpenDay(store, office);
  if (row === undefined) throw new Refusal({ code: 'day-not-open' });
  return row;
}

export function dayRow(store: ReadableStore, office: string, day: string): DayRow | undefined {
  return store
    .prepare<[string, string], DayRow>(`SELECT ${columns} FROM business_day WHERE office_id = ? AND day = ?`)
    .get(office, day);
}

export function lastDay(store: ReadableStore, office: string): DayRow | undefined {
  return store
    .prepare<[string], DayRow>(
      `SELECT ${columns} FROM business_day WHERE office_id = ? ORDER BY day DESC LIMIT 1`,
    )
    .get(office);
}

/** The latest business day up to a date, or null. */
export function latestDay(store: ReadableStore, office: string, upTo: string): string | null {
  const row = store
    .prepare<[string, string], { day: string }>(
      'SELECT day FROM business_day WHERE office_id = ? AND day <= ? ORDER BY day DESC LIMIT 1',
    )
    .get(office, upTo);
  return row?.day ?? null;
}
