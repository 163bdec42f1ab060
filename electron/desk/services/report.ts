import type { DayReport } from '#shared/contract/report.ts';
import type { DeskCall, Services } from '../desk-call.ts';
import { chainHead } from '../event-log.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store/store.ts';
import { dayRow } from './day-row.ts';
import { countDay } from './day-counts.ts';
import { officeId, readOffice } from './office.ts';

/** The latest frozen version of a day's report; null where none was frozen. */
export function reportVersion(store: Store, office: string, day: string): number | null {
  const row = store
    .prepare<[string, string], { version: number }>(
      'SELECT version FROM day_report WHERE office_id = ? AND day = ? ORDER BY version DESC LIMIT 1',
    )
    .get(office, day);
  return row?.version ?? null;
}

function liveReport(call: DeskCall, office: string, day: string): DayReport {
  const lines = readOffice(call.store);
  return {
    ...countDay(call.store, office, day),
    office: { name: lines?.name ?? '', code: lines?.code ?? '', receivingLevel: lines?.receivingLevel ?? '' },
    version: null,
    frozenAt: null,
    chainHead: chainHead(call.store).hash,
  };
}

/** Counts the day once more and keeps the result as its next numbered version, with the event the figures rest on. */
export function freezeReport(call: DeskCall, office: string, day: string): DayReport {
  const version = (reportVersion(call.store, office, day) ?? 0) + 1;
  const report: DayReport = { ...liveReport(call, office, day), version, frozenAt: call.at };
  call.store
    .prepare<(string | number | null)[]>(
      'INSERT INTO day_report (office_id, day, version, frozen_at, chain_head, report) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(office, day, version, call.at, report.chainHead, JSON.stringify(report));
  return report;
}

/** The figures of a day: the latest frozen version of a closed one, live figures of the open one. */
export function dayReport(call: DeskCall, day: string): DayReport {
  const office = officeId(call.store);
  const row = dayRow(call.store, office, day);
  if (row === undefined) throw new Refusal({ code: 'unknown-day', businessDay: day });
  if (row.closed_at === null) return liveReport(call, office, day);
  const frozen = call.store
    .prepare<[string, string], { report: string }>(
      'SELECT report FROM day_report WHERE office_id = ? AND day = ? ORDER BY version DESC LIMIT 1',
    )
    .get(office, day);
  return frozen === undefined ? liveReport(call, office, day) : (JSON.parse(frozen.report) as DayReport);
}

export const reportServices = {
  'report.day': (call, input) => dayReport(call, input.businessDay),
} satisfies Partial<Services>;
