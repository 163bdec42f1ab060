import type { DayCounts, DayReport } from '#shared/domain/report/day-report.ts';
import type { CommandCall, QueryCall, Services } from '../desk-call.ts';
import { chainHead } from '../store/rows/event-row.ts';
import { Refusal } from '../refusal.ts';
import type { ReadableStore } from '../store/store.ts';
import { knownDay } from '../store/rows/day-row.ts';
import { addReport, frozenReport, reportVersion } from '../store/rows/report-row.ts';
import { countDay } from './day-counts.ts';
import { officeId, readOffice, readSettings } from '../store/rows/office-row.ts';
import { officerFigures } from '../store/rows/officer-figures.ts';

/** The lines of the office at the head of every report and file; empty before it is set up. */
export function officeLines(store: ReadableStore): DayReport['office'] {
  const office = readOffice(store);
  return {
    name: office?.name ?? '',
    code: office?.code ?? '',
    receivingLevel: office?.receivingLevel ?? '',
  };
}

function liveReport(
  call: QueryCall,
  office: string,
  day: string,
  counts = countDay(call.store, office, day),
): DayReport {
  return {
    ...counts,
    office: officeLines(call.store),
    version: null,
    frozenAt: null,
    by: null,
    reason: null,
    chainHead: chainHead(call.store).hash,
    leading: readSettings(call.store, office).leadingFigures,
  };
}

/**
 * Counts the day once more and keeps the result as its next numbered version, with the event the figures rest on. A version
 * above 1 has the reason for which it replaces the one before. `counts` are what was counted of that very version.
 */
export function freezeReport(
  call: CommandCall,
  office: string,
  day: string,
  reason: string | null,
  counts?: DayCounts,
): DayReport {
  const version = (reportVersion(call.store, office, day) ?? 0) + 1;
  const by = call.caller.officer;
  const report = { ...liveReport(call, office, day, counts), version, frozenAt: call.at, by, reason };
  addReport(call.store, office, day, report, call.caller);
  return report;
}

/**
 * The figures of a day: live ones of the open day, the newest version of a closed one, or the version asked for. Refuses
 * with `unknown-day` and `unknown-version`.
 */
export function dayReport(call: QueryCall, day: string, version?: number): DayReport {
  const office = officeId(call.store);
  const row = knownDay(call.store, office, day);
  const voided = row.voided_at === null ? {} : { voidedAt: row.voided_at };
  if (row.closed_at === null && version === undefined) return liveReport(call, office, day);
  const frozen = frozenReport(call.store, office, day, version ?? null);
  if (frozen !== undefined) return { ...frozen, ...voided };
  // Voided while it was open.
  if (row.voided_at !== null && version === undefined) return { ...liveReport(call, office, day), ...voided };
  throw new Refusal({ code: 'unknown-version', businessDay: day, version: version ?? 1 });
}

export const reportServices = {
  'report.officers'({ store }, { from, to }) {
    const office = officeId(store);
    return readSettings(store, office).countsOfficers ? officerFigures(store, office, from, to) : null;
  },

  'report.day': (call, input) => dayReport(call, input.businessDay, input.version),
} satisfies Partial<Services>;
