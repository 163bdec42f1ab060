import type { DayReport } from '#shared/domain/report/day-report.ts';
import type { MonthReport } from '#shared/domain/report/month-report.ts';
import { INACTIVE_REASONS, SITES } from '../account/follow-up.ts';
import { OUTCOMES, PROCEDURES, type Outcome } from '../procedure/vocabulary.ts';

type Summed = Pick<
  MonthReport,
  | 'days'
  | 'total'
  | 'byProcedure'
  | 'papers'
  | 'referrals'
  | 'inactive'
  | 'bySite'
  | 'byResidence'
  | 'byGroup'
  | 'difficulties'
  | 'proposals'
>;

type Division = { readonly total: number; readonly taken: number; readonly activated: number };

const sum = <T>(list: readonly T[], of: (one: T) => number): number =>
  list.reduce((total, one) => total + of(one), 0);

/** The sum of the reports of some days, in their order. Times do not add up and are left out. */
export function sumOfDays(reports: readonly DayReport[]): Summed {
  const days = reports.map((report) => ({
    day: report.businessDay,
    version: report.version,
    issued: report.tickets.issued,
    requests: report.requests.total,
    taken: report.breakdowns.taken,
    activated: report.breakdowns.activated.total,
    referred: report.requests.byOutcome.referred,
  }));
  return {
    days,
    total: {
      issued: sum(days, ({ issued }) => issued),
      requests: sum(days, ({ requests }) => requests),
      taken: sum(days, ({ taken }) => taken),
      activated: sum(days, ({ activated }) => activated),
      referred: sum(days, ({ referred }) => referred),
    },
    byProcedure: sumProcedures(reports),
    papers: sumPapers(reports),
    referrals: sumReferrals(reports),
    inactive: INACTIVE_REASONS.map((reason) => ({
      reason,
      count: sum(reports, ({ breakdowns }) =>
        sum(
          breakdowns.inactive.filter((row) => row.reason === reason),
          ({ count }) => count,
        ),
      ),
    })),
    bySite: SITES.map((site) => ({
      site,
      ...divide(reports.flatMap(({ breakdowns }) => breakdowns.bySite.filter((row) => row.site === site))),
    })),
    byResidence: sumResidences(reports),
    byGroup: (['staff', 'citizen'] as const).map((group) => ({
      group,
      ...divide(reports.flatMap(({ breakdowns }) => breakdowns.byGroup.filter((row) => row.group === group))),
    })),
    difficulties: texts(reports, 'difficulties'),
    proposals: texts(reports, 'proposals'),
  };
}

function divide(rows: readonly Division[]): { total: number; taken: number; activated: number } {
  return {
    total: sum(rows, ({ total }) => total),
    taken: sum(rows, ({ taken }) => taken),
    activated: sum(rows, ({ activated }) => activated),
  };
}

function texts(
  reports: readonly DayReport[],
  which: 'difficulties' | 'proposals',
): { day: string; text: string }[] {
  return reports.flatMap(({ businessDay, breakdowns }) =>
    breakdowns[which] === '' ? [] : [{ day: businessDay, text: breakdowns[which] }],
  );
}

function sumProcedures(reports: readonly DayReport[]): Summed['byProcedure'] {
  const all = reports.flatMap(({ requests }) => requests.byProcedure);
  return PROCEDURES.flatMap((procedure) => {
    const rows = all.filter((row) => row.procedure === procedure);
    if (rows.length === 0) return [];
    const byOutcome = Object.fromEntries(
      OUTCOMES.map((outcome) => [outcome, sum(rows, (row) => row.byOutcome[outcome])]),
    ) as Record<Outcome, number>;
    return [
      {
        procedure,
        total: sum(rows, ({ total }) => total),
        open: sum(rows, ({ open }) => open),
        byOutcome,
        activated: sum(rows, ({ activated }) => activated),
      },
    ];
  });
}

function sumPapers(reports: readonly DayReport[]): Summed['papers'] {
  const papers = new Map<string, Summed['papers'][number]>();
  for (const row of reports.flatMap((report) => report.papers)) {
    const so = papers.get(row.paper);
    papers.set(row.paper, {
      paper: row.paper,
      seen: (so?.seen ?? 0) + row.seen,
      missing: (so?.missing ?? 0) + row.missing,
      mismatch: (so?.mismatch ?? 0) + row.mismatch,
      notWanted: (so?.notWanted ?? 0) + row.notWanted,
      inVneid: (so?.inVneid ?? 0) + row.inVneid,
    });
  }
  return [...papers.values()].sort((a, b) => (a.paper < b.paper ? -1 : 1));
}

function sumReferrals(reports: readonly DayReport[]): Summed['referrals'] {
  const cells = new Map<string, Summed['referrals'][number]>();
  for (const { place, reason, count } of reports.flatMap(({ breakdowns }) => breakdowns.referrals)) {
    const key = JSON.stringify([place, reason]);
    cells.set(key, { place, reason, count: (cells.get(key)?.count ?? 0) + count });
  }
  return [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}

/** By name; what nobody named comes last. */
function sumResidences(reports: readonly DayReport[]): Summed['byResidence'] {
  const rows = reports.flatMap(({ breakdowns }) => breakdowns.byResidence);
  const names = [...new Set(rows.map(({ residence }) => residence))];
  names.sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  return names.map((residence) => ({
    residence,
    ...divide(rows.filter((row) => row.residence === residence)),
  }));
}
