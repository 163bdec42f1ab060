import { Refusal } from '../../refusal.ts';
import type { ReadableStore, WritableStore } from '../store.ts';

export type DayRow = {
  day: string;
  opened_at: string;
  closed_at: string | null;
  /** Opened by mistake: kept, but it does not count. */
  voided_at: string | null;
  issued: number;
  calls: number;
};

export const dayColumns = 'day, opened_at, closed_at, voided_at, issued, calls';

/** The open business day, or undefined; there is never more than one. */
export function findOpenDay(store: ReadableStore, office: string): DayRow | undefined {
  return store
    .prepare<[string], DayRow>(
      `SELECT ${dayColumns} FROM business_day WHERE office_id = ? AND closed_at IS NULL`,
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
    .prepare<[string, string], DayRow>(
      `SELECT ${dayColumns} FROM business_day WHERE office_id = ? AND day = ?`,
    )
    .get(office, day);
}

/** A business day that there is; refuses with `unknown-day`. */
export function knownDay(store: ReadableStore, office: string, day: string): DayRow {
  const row = dayRow(store, office, day);
  if (row === undefined) throw new Refusal({ code: 'unknown-day', businessDay: day });
  return row;
}

/** The business days from one date to another that count, the oldest first. */
export function daysBetween(store: ReadableStore, office: string, first: string, last: string): string[] {
  return store
    .prepare<[string, string, string], { day: string }>(
      'SELECT day FROM business_day WHERE office_id = ? AND day BETWEEN ? AND ? AND voided_at IS NULL ORDER BY day',
    )
    .all(office, first, last)
    .map(({ day }) => day);
}

/** The latest business day that counts, open or closed. */
export function lastDay(store: ReadableStore, office: string): DayRow | undefined {
  return store
    .prepare<[string], DayRow>(
      `SELECT ${dayColumns} FROM business_day WHERE office_id = ? AND voided_at IS NULL ORDER BY day DESC LIMIT 1`,
    )
    .get(office);
}

/** The latest business day that counts up to a date, or null. */
export function latestDay(store: ReadableStore, office: string, upTo: string): string | null {
  const row = store
    .prepare<[string, string], { day: string }>(
      'SELECT day FROM business_day WHERE office_id = ? AND day <= ? AND voided_at IS NULL ORDER BY day DESC LIMIT 1',
    )
    .get(office, upTo);
  return row?.day ?? null;
}

/** Opens a day; the schema lets it only move forward. */
export function addDay(store: WritableStore, office: string, day: string, at: string): void {
  store
    .prepare<[string, string, string]>(
      'INSERT INTO business_day (office_id, day, opened_at) VALUES (?, ?, ?)',
    )
    .run(office, day, at);
}

/** Closes a day; nothing of it changes afterwards. */
export function closeDayRow(store: WritableStore, office: string, day: string, at: string): void {
  store
    .prepare<[string, string, string]>(
      'UPDATE business_day SET closed_at = ? WHERE office_id = ? AND day = ?',
    )
    .run(at, office, day);
}

/** Voids the last day, closed with it; refused by the schema for any other. */
export function voidDayRow(store: WritableStore, office: string, day: string, at: string): void {
  store
    .prepare<[string, string, string, string]>(
      'UPDATE business_day SET closed_at = coalesce(closed_at, ?), voided_at = ? WHERE office_id = ? AND day = ?',
    )
    .run(at, at, office, day);
}

/** Opens a voided day once more: it gives the numbers after those it gave. */
export function takeUpDay(store: WritableStore, office: string, day: string, at: string): void {
  store
    .prepare<[string, string, string]>(
      'UPDATE business_day SET opened_at = ?, closed_at = NULL, voided_at = NULL WHERE office_id = ? AND day = ?',
    )
    .run(at, office, day);
}

/** Removes a day that was opened by mistake: open, and without a number. */
export function removeDay(store: WritableStore, office: string, day: string): void {
  store
    .prepare<[string, string]>('DELETE FROM business_day WHERE office_id = ? AND day = ?')
    .run(office, day);
}

/** The next place in the queue of a day. */
export function nextPlace(store: WritableStore, office: string, day: string): number {
  const row = store
    .prepare<[string, string], { issued: number }>(
      'UPDATE business_day SET issued = issued + 1 WHERE office_id = ? AND day = ? RETURNING issued',
    )
    .get(office, day);
  return row?.issued ?? 0;
}

/** Counts one more call of a day; answers how many there were. */
export function countDayCall(store: WritableStore, office: string, day: string): number {
  const row = store
    .prepare<[string, string], { calls: number }>(
      'UPDATE business_day SET calls = calls + 1 WHERE office_id = ? AND day = ? RETURNING calls',
    )
    .get(office, day);
  return row?.calls ?? 0;
}

/** Keeps the last number that a series has given on a day. */
export function setLastNumber(
  store: WritableStore,
  office: string,
  day: string,
  seriesId: string,
  number: number,
): void {
  store
    .prepare<[string, string, string, number]>(
      `INSERT INTO series_day (office_id, day, series_id, last_number) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET last_number = excluded.last_number`,
    )
    .run(office, day, seriesId, number);
}

/** How many tickets were given on all days together. */
export function issuedEver(store: ReadableStore): number {
  const row = store
    .prepare<[], { issued: number }>('SELECT coalesce(sum(issued), 0) AS issued FROM business_day')
    .get();
  return row?.issued ?? 0;
}

/** Adds a day that this desk never opened: closed, and voided until all of it is here. */
export function addArrivingDay(
  store: WritableStore,
  office: string,
  day: { readonly day: string; readonly openedAt: string; readonly closedAt: string },
): void {
  store
    .prepare<string[]>(
      'INSERT INTO business_day (office_id, day, opened_at, closed_at, voided_at, of_team) VALUES (?, ?, ?, ?, ?, 1)',
    )
    .run(office, day.day, day.openedAt, day.closedAt, day.closedAt);
}

/** Whether a day is one that a team brought and that does not count yet. */
export function isArrivingDay(store: ReadableStore, office: string, day: string): boolean {
  return (
    store
      .prepare<[string, string], { found: number }>(
        'SELECT 1 AS found FROM business_day WHERE office_id = ? AND day = ? AND of_team = 1 AND voided_at IS NOT NULL AND closed_at IS NOT NULL',
      )
      .get(office, day) !== undefined
  );
}

/** A day that a team brought counts from now on. */
export function countArrivedDay(store: WritableStore, office: string, day: string): void {
  store
    .prepare<[string, string]>(
      'UPDATE business_day SET voided_at = NULL WHERE office_id = ? AND day = ? AND of_team = 1',
    )
    .run(office, day);
}
