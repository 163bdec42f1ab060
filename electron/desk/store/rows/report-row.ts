import type { DayReport } from '#shared/domain/report/day-report.ts';
import type { ReadableStore, WritableStore } from '../store.ts';
import type { Actor } from './officer-row.ts';

/** The latest frozen version of a day's report; null where none was frozen. */
export function reportVersion(store: ReadableStore, office: string, day: string): number | null {
  const row = store
    .prepare<[string, string], { version: number }>(
      'SELECT version FROM day_report WHERE office_id = ? AND day = ? ORDER BY version DESC LIMIT 1',
    )
    .get(office, day);
  return row?.version ?? null;
}

/** The newest frozen version of each closed day between two dates. */
export function newestVersions(
  store: ReadableStore,
  office: string,
  first: string,
  last: string,
): ReadonlyMap<string, number> {
  const rows = store
    .prepare<[string, string, string], { day: string; version: number }>(
      `SELECT day, max(version) AS version FROM day_report WHERE office_id = ? AND day >= ? AND day <= ? GROUP BY day`,
    )
    .all(office, first, last);
  return new Map(rows.map(({ day, version }) => [day, version]));
}

/** The frozen versions of a day's report, first to last; none for an open day. */
export function frozenReports(store: ReadableStore, office: string, day: string): DayReport[] {
  return store
    .prepare<[string, string], { report: string }>(
      'SELECT report FROM day_report WHERE office_id = ? AND day = ? ORDER BY version',
    )
    .all(office, day)
    .map((row) => JSON.parse(row.report) as DayReport);
}

/** One frozen version of a day's report, the newest without a number; undefined where there is none. */
export function frozenReport(
  store: ReadableStore,
  office: string,
  day: string,
  version: number | null,
): DayReport | undefined {
  const row = store
    .prepare<[string, string, number | null, number | null], { report: string }>(
      `SELECT report FROM day_report WHERE office_id = ? AND day = ? AND (? IS NULL OR version = ?)
       ORDER BY version DESC LIMIT 1`,
    )
    .get(office, day, version, version);
  return row === undefined ? undefined : (JSON.parse(row.report) as DayReport);
}

/** Keeps a frozen version of a day's report; the schema takes only the next number. */
export function addReport(
  store: WritableStore,
  office: string,
  day: string,
  report: DayReport & { readonly version: number; readonly frozenAt: string },
  by: Actor,
): void {
  store
    .prepare<(string | number | null)[]>(
      'INSERT INTO day_report (office_id, day, version, frozen_at, chain_head, report, reason, officer, device) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(
      office,
      day,
      report.version,
      report.frozenAt,
      report.chainHead,
      JSON.stringify(report),
      report.reason,
      by.officer,
      by.device,
    );
}

/** Whether tickets of a closed day count from a version on that is still to be frozen. */
export function isAheadOfReport(store: ReadableStore, office: string, day: string): boolean {
  const row = store
    .prepare<[string, string], { ahead: number }>(
      `SELECT EXISTS (
         SELECT 1 FROM ticket t JOIN business_day d ON d.office_id = t.office_id AND d.day = t.business_day
         WHERE t.office_id = ? AND t.business_day = ? AND d.closed_at IS NOT NULL AND d.voided_at IS NULL
           AND t.version > (SELECT coalesce(max(r.version), 0) FROM day_report r WHERE r.office_id = d.office_id AND r.day = d.day)
       ) AS ahead`,
    )
    .get(office, day);
  return row?.ahead === 1;
}
