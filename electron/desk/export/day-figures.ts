import type { DayReport } from '#shared/contract/report.ts';
import { OUTCOMES } from '#shared/domain/procedure/vocabulary.ts';

/** One figure of a day with its place: a section, a row in it and a column of that row. Codes are those of the contract. */
export type DayFigure = {
  readonly section: 'report' | 'tickets' | 'requests' | 'papers' | 'times' | 'waiting-by-hour';
  readonly row: string;
  readonly column: string;
  /** A count, milliseconds in the columns named `…-ms`, text in the section `report`; null where there is nothing to measure. */
  readonly value: number | string | null;
};

/** The shape of {@link dayFigures}; rises when a section, row or column changes its meaning. */
export const FIGURES_SCHEMA = { name: 'quay-tiep-dan/so-lieu-ngay', version: 1 } as const;

const paperColumns = {
  seen: 'seen',
  missing: 'missing',
  mismatch: 'mismatch',
  notWanted: 'not-wanted',
  inVneid: 'in-vneid',
} as const;

/** Every figure of the report as one long table, in a fixed order; `training` marks figures of the training desk. */
export function dayFigures(report: DayReport, training: boolean): DayFigure[] {
  const figures: DayFigure[] = [];
  const put = (
    section: DayFigure['section'],
    row: string,
    columns: Readonly<Record<string, DayFigure['value']>>,
  ): void => {
    for (const [column, value] of Object.entries(columns)) figures.push({ section, row, column, value });
  };
  put('report', 'schema', { name: FIGURES_SCHEMA.name, version: FIGURES_SCHEMA.version });
  put('report', 'office', {
    name: report.office.name,
    code: report.office.code,
    'receiving-level': report.office.receivingLevel,
  });
  put('report', 'day', {
    'business-day': report.businessDay,
    version: report.version,
    'frozen-at': report.frozenAt,
    'chain-head': report.chainHead,
    training: training ? 'yes' : 'no',
  });
  const { issued, priority, served, notHere, left, cancelled, open } = report.tickets;
  put('tickets', 'all', { issued, priority, served, 'not-here': notHere, left, cancelled, open });
  const { requests } = report;
  for (const row of requests.byProcedure) {
    put('requests', row.procedure, requestColumns(row.total, row.byOutcome, row.open, row.activated));
  }
  put('requests', 'all', requestColumns(requests.total, requests.byOutcome, requests.open, report.activated));
  for (const paper of report.papers) {
    put(
      'papers',
      paper.paper,
      Object.fromEntries(
        Object.entries(paperColumns).map(([key, code]) => [code, paper[key as keyof typeof paperColumns]]),
      ),
    );
  }
  for (const row of ['waiting', 'serving'] as const) {
    const { count, medianMs, p90Ms } = report[row];
    put('times', row, { count, 'median-ms': medianMs, 'p90-ms': p90Ms });
  }
  for (const { procedure, hour, count, medianMs } of report.waitingByHour) {
    put('waiting-by-hour', `${procedure}/${String(hour).padStart(2, '0')}`, { count, 'median-ms': medianMs });
  }
  return figures;
}

function requestColumns(
  total: number,
  byOutcome: DayReport['requests']['byOutcome'],
  open: number,
  activated: number,
): Readonly<Record<string, number>> {
  const outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, byOutcome[outcome]]));
  return { total, ...outcomes, open, activated };
}
