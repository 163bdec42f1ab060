import type { DayReport } from '#shared/domain/report/day-report.ts';
import type { CommandCall, QueryCall, Services } from '../desk-call.ts';
import { chainHead } from '../store/rows/event-row.ts';
import { Refusal } from '../refusal.ts';
import type { ReadableStore } from '../store/store.ts';
import { dayRow } from '../store/rows/day-row.ts';
import { countDay } from './day-counts.ts';
import { officeId, readOffice } from '../store/rows/office-row.ts';

/** The latest frozen version of a day's report; null where none was frozen. */
export function reportVersion(store: ReadableStore, office: string, day: string): number | null {
  const row = store
    .prepare<[string, string], { version: number }>(
      'SELECT version FROM day_report WHERE office_id = ? AND day = ? ORDER BY version DESC LIMIT 1',
    )
    .get(office, day);
  return row?.version ?? null;
}

/** The lines of the office at the head of every report and file; empty before it is set up. */
export function officeLines(store: ReadableStore): DayReport['office'] {
  const office = readOffice(store);
  return {
    name: office?.name ?? '',
    code: office?.code ?? '',
    receivingLevel: office?.receivingLevel ?? '',
  };
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

function liveReport(call: QueryCall, office: string, day: string): DayReport {
  return {
    ...countDay(call.store, office, day),
    office: officeLines(call.store),
    version: null,
    frozenAt: null,
    by: null,
    reason: null,
    chainHead: chainHead(call.store).hash,
  };
}

/**
 * Counts the day once more and keeps the result as its next numbered version, with the event the figures rest on. A version
 * above 1 has the reason for which it replaces the one before.
 */
export function freezeReport(
  call: CommandCall,
  office: string,
  day: string,
  reason: string | null,
): DayReport {
  const version = (reportVersion(call.store, office, day) ?? 0) + 1;
  const { officer: by, device } = call.caller;
  const report: DayReport = { ...liveReport(call, office, day), version, frozenAt: call.at, by, reason };
  call.store
    .prepare<(string | number | null)[]>(
      'INSERT INTO day_report (office_id, day, version, frozen_at, chain_head, report, reason, officer, device) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(office, day, version, call.at, report.chainHead, JSON.stringify(report), reason, by, device);
  return report;
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

/**
 * The figures of a day: live ones of the open day, the newest version of a closed one, or the version asked for. Refuses
 * with `unknown-day` and `unknown-version`.
 */
export function dayReport(call: QueryCall, day: string, version?: number): DayReport {
  const office = officeId(call.store);
  const row = dayRow(call.store, office, day);
  if (row === undefined) throw new Refusal({ code: 'unknown-day', businessDay: day });
  if (row.closed_at === null && version === undefined) return liveReport(call, office, day);
  const frozen = call.store
    .prepare<[string, string, number | null, number | null], { report: string }>(
      `SELECT report FROM day_report WHERE office_id = ? AND day = ? AND (? IS NULL OR version = ?)
       ORDER BY version DESC LIMIT 1`,
    )
    .get(office, day, version ?? null, version ?? null);
  if (frozen !== undefined) return JSON.parse(frozen.report) as DayReport;
  throw new Refusal({ code: 'unknown-version', businessDay: day, version: version ?? 1 });
}

export const reportServices = {
  'report.day': (call, input) => dayReport(call, input.businessDay, input.version),
} satisfies Partial<Services>;
