import { PROCEDURES, SPECIAL_CASES } from '../procedure/vocabulary.ts';
import type { DayReport } from './day-report.ts';
import type { MonthReport } from './month-report.ts';
import { addTo, dayParts, referralKey, sumOfParts, type Parts } from './parts.ts';

type Summed = Parts & Pick<MonthReport, 'days' | 'total' | 'difficulties' | 'proposals'>;

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
  const total = { issued: 0, requests: 0, taken: 0, activated: 0, referred: 0 };
  for (const day of days) addTo(total, day);
  const parts = sumOfParts(reports.map(dayParts));
  return {
    days,
    total,
    ...parts,
    byProcedure: parts.byProcedure.toSorted(
      (a, b) => PROCEDURES.indexOf(a.procedure) - PROCEDURES.indexOf(b.procedure),
    ),
    papers: parts.papers.toSorted((a, b) => (a.paper < b.paper ? -1 : 1)),
    referrals: parts.referrals.toSorted((a, b) => (referralKey(a) < referralKey(b) ? -1 : 1)),
    // By name; what nobody named comes last.
    byResidence: parts.byResidence.toSorted((a, b) =>
      a.residence === null ? 1 : b.residence === null ? -1 : a.residence < b.residence ? -1 : 1,
    ),
    byVisit: parts.byVisit.toSorted((a, b) => (a.visit < b.visit ? -1 : 1)),
    byCase: parts.byCase.toSorted(
      (a, b) => SPECIAL_CASES.indexOf(a.specialCase) - SPECIAL_CASES.indexOf(b.specialCase),
    ),
    difficulties: texts(reports, 'difficulties'),
    proposals: texts(reports, 'proposals'),
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
