import type { DayReport } from '#shared/domain/report/day-report.ts';
import type { MonthReport } from '#shared/domain/report/month-report.ts';
import { OUTCOMES } from '#shared/domain/procedure/vocabulary.ts';
import { figureList, type Figure, type FigureList } from './figure-list.ts';

/** Every figure of the report as one long table, in a fixed order; `training` marks figures of the training desk. */
export function dayFigures(report: DayReport, training = false): Figure[] {
  const list = figureList(report.office, 'day', {
    'business-day': report.businessDay,
    version: report.version,
    'frozen-at': report.frozenAt,
    reason: report.reason,
    'chain-head': report.chainHead,
    training: training ? 'yes' : 'no',
  });
  const { issued, priority, served, notHere, left, cancelled, open } = report.tickets;
  list.put('tickets', 'all', { issued, priority, served, 'not-here': notHere, left, cancelled, open });
  const { requests, breakdowns } = report;
  putRequests(list, requests.byProcedure);
  list.put(
    'requests',
    'all',
    requestColumns(requests.total, requests.byOutcome, requests.open, report.activated),
  );
  putPapers(list, report.papers);
  for (const row of ['waiting', 'serving'] as const) {
    const { count, medianMs, p90Ms } = report[row];
    list.put('times', row, { count, 'median-ms': medianMs, 'p90-ms': p90Ms });
  }
  for (const { procedure, hour, count, medianMs } of report.waitingByHour) {
    list.put('waiting-by-hour', `${procedure}/${twoDigits(hour)}`, { count, 'median-ms': medianMs });
  }
  const { activated, levels } = breakdowns;
  list.put('accounts', 'all', { taken: breakdowns.taken, activated: activated.total, late: breakdowns.late });
  list.put('accounts', 'activated-by-source', activated.bySource);
  list.put('accounts', 'activated-of', {
    'this-day': activated.ofToday,
    'earlier-days': activated.ofEarlier,
  });
  for (const { procedure, count } of activated.byProcedure)
    list.put('activated-by-procedure', procedure, { count });
  list.put('levels', 'all', {
    'level-1-guided': levels.level1Guided,
    'level-2': levels.level2,
    'level-2-with-card': levels.level2WithCard,
  });
  putParts(list, breakdowns);
  for (const { counterId, counter, hour, served: count } of breakdowns.byCounter) {
    list.put('counters', `${counter ?? counterId ?? ''}/${twoDigits(hour)}`, { served: count });
  }
  list.put('notes', 'all', { difficulties: breakdowns.difficulties, proposals: breakdowns.proposals });
  return list.figures;
}

export function putRequests(list: FigureList, rows: MonthReport['byProcedure']): void {
  for (const row of rows) {
    list.put('requests', row.procedure, requestColumns(row.total, row.byOutcome, row.open, row.activated));
  }
}

export function putPapers(list: FigureList, papers: DayReport['papers']): void {
  for (const { paper, seen, missing, mismatch, notWanted, inVneid } of papers) {
    list.put('papers', paper, { seen, missing, mismatch, 'not-wanted': notWanted, 'in-vneid': inVneid });
  }
}

type Parts = Pick<MonthReport, 'referrals' | 'inactive' | 'bySite' | 'byResidence' | 'byGroup'>;

/** A place, reason or hamlet that nobody named is an empty row name. */
export function putParts(list: FigureList, parts: Parts): void {
  for (const { place, reason, count } of parts.referrals)
    list.put('referrals', place ?? '', { [reason ?? 'not-named']: count });
  for (const { reason, count } of parts.inactive) list.put('inactive', reason, { count });
  for (const { group, total, taken, activated } of parts.byGroup)
    list.put('groups', group, { total, taken, activated });
  for (const { site, total, taken, activated } of parts.bySite)
    list.put('sites', site, { total, taken, activated });
  for (const { residence, total, taken, activated } of parts.byResidence)
    list.put('residences', residence ?? '', { total, taken, activated });
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

function twoDigits(hour: number): string {
  return String(hour).padStart(2, '0');
}
