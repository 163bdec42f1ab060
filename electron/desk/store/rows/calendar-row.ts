import type { DayKind } from '#shared/domain/calendar/calendar-file.ts';
import type { CalendarOverride } from '#shared/domain/calendar/office-calendar.ts';
import type { ReadableStore, WritableStore } from '../store.ts';

type CalendarDayRow = {
  day: string;
  kind: DayKind | 'ordinary';
  name: string;
  why: string;
  officer: string;
  at: string;
};

/** The days that the office has of its own. */
export function ownDays(store: ReadableStore, office: string): CalendarOverride[] {
  return store
    .prepare<[string], CalendarDayRow>(
      'SELECT day, kind, name, why, officer, at FROM calendar_day WHERE office_id = ? ORDER BY day',
    )
    .all(office)
    .map((row) => ({
      date: row.day,
      kind: row.kind,
      name: row.name,
      why: row.why,
      by: row.officer,
      at: row.at,
    }));
}

/** Keeps a day of the office's own over the shipped one. */
export function setOwnDay(store: WritableStore, office: string, day: CalendarOverride): void {
  store
    .prepare<string[]>(
      `INSERT INTO calendar_day (office_id, day, kind, name, why, officer, at) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET kind = excluded.kind, name = excluded.name, why = excluded.why, officer = excluded.officer, at = excluded.at`,
    )
    .run(office, day.date, day.kind, day.name, day.why, day.by, day.at);
}

/** Gives a day back to the shipped calendar. */
export function removeOwnDay(store: WritableStore, office: string, date: string): void {
  store
    .prepare<[string, string]>('DELETE FROM calendar_day WHERE office_id = ? AND day = ?')
    .run(office, date);
}
