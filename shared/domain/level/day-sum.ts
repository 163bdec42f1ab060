import { ACTIVATION_SOURCES } from '../account/follow-up.ts';
import { OUTCOMES, PROCEDURES, SPECIAL_CASES } from '../procedure/vocabulary.ts';
import type { DayBreakdowns, DayCounts } from '../report/day-report.ts';
import { addTo, gathered, referralKey, sumOfParts } from '../report/parts.ts';

/** Everything that is counted of a day, without the day. */
export type Counts = Omit<DayCounts, 'businessDay'>;

/** The counts of one office of a day. */
export type OfficeCounts = { readonly name: string; readonly counts: Counts };

/** As much of what all offices write about a day as a signed sum carries; the whole stands at the level. */
const MOST_NOTE = 200_000;

/**
 * The counts of many offices as those of one day of the level above them. Times, pauses and the names of counters do not add up and are left
 * out. The places within an office are not told apart from those of another: the division by residence is by office, and
 * a visit bears the name of its office.
 */
export function sumOfOffices(offices: readonly OfficeCounts[]): Counts {
  const sum = nothing();
  for (const { counts } of offices) {
    addTo(sum.tickets, counts.tickets);
    addTo(sum.requests, { ...counts.requests, byProcedure: [] });
    sum.activated += counts.activated;
    const { taken, activated, levels, late } = counts.breakdowns;
    addTo(sum.breakdowns, { taken, late, levels, activated: { ...activated, byProcedure: [] } });
  }
  const all = offices.map(({ counts }) => counts);
  const parts = sumOfParts(
    offices.map(({ name, counts: { requests, papers, breakdowns } }) => ({
      ...breakdowns,
      byProcedure: requests.byProcedure,
      papers,
      byResidence: breakdowns.byResidence.map((row) => ({ ...row, residence: name })),
      byVisit: breakdowns.byVisit.map((row) => ({ ...row, visit: `${name}: ${row.visit}` })),
    })),
  );
  const inOrder = <Row extends { procedure: (typeof PROCEDURES)[number] }>(rows: readonly Row[]): Row[] =>
    rows.toSorted((a, b) => PROCEDURES.indexOf(a.procedure) - PROCEDURES.indexOf(b.procedure));
  return {
    ...sum,
    requests: { ...sum.requests, byProcedure: inOrder(parts.byProcedure) },
    papers: parts.papers.toSorted((a, b) => (a.paper < b.paper ? -1 : 1)),
    breakdowns: {
      ...sum.breakdowns,
      activated: {
        ...sum.breakdowns.activated,
        byProcedure: inOrder(
          gathered(
            all.flatMap(({ breakdowns }) => breakdowns.activated.byProcedure),
            ({ procedure }) => procedure,
          ),
        ),
      },
      referrals: parts.referrals.toSorted((a, b) => (referralKey(a) < referralKey(b) ? -1 : 1)),
      inactive: parts.inactive,
      byGroup: parts.byGroup,
      bySite: parts.bySite,
      byResidence: parts.byResidence,
      byVisit: parts.byVisit.toSorted((a, b) => (a.visit < b.visit ? -1 : 1)),
      byCase: parts.byCase.toSorted(
        (a, b) => SPECIAL_CASES.indexOf(a.specialCase) - SPECIAL_CASES.indexOf(b.specialCase),
      ),
      byCounter: servedByHour(all),
      difficulties: notesOf(offices, 'difficulties'),
      proposals: notesOf(offices, 'proposals'),
    },
  };
}

/** Of all counters together, hour by hour. */
function servedByHour(all: readonly Counts[]): DayBreakdowns['byCounter'] {
  const hours = new Map<number, number>();
  for (const { hour, served } of all.flatMap(({ breakdowns }) => breakdowns.byCounter))
    hours.set(hour, (hours.get(hour) ?? 0) + served);
  return [...hours]
    .toSorted(([a], [b]) => a - b)
    .map(([hour, served]) => ({ counterId: null, counter: null, hour, served }));
}

function notesOf(offices: readonly OfficeCounts[], kind: 'difficulties' | 'proposals'): string {
  const all = offices.flatMap(({ name, counts: { breakdowns } }) =>
    breakdowns[kind] === '' ? [] : [`${name}: ${breakdowns[kind]}`],
  );
  const kept: string[] = [];
  let length = 0;
  for (const line of all) {
    length += line.length + 1;
    if (length > MOST_NOTE) return [...kept, `(+ ${all.length - kept.length})`].join('\n');
    kept.push(line);
  }
  return kept.join('\n');
}

/** Counts of a day on which nobody came. */
export function nothing(): Counts {
  const byOutcome = Object.fromEntries(
    OUTCOMES.map((outcome) => [outcome, 0]),
  ) as DayCounts['requests']['byOutcome'];
  const noTimes = { count: 0, medianMs: null, p90Ms: null };
  return {
    tickets: { issued: 0, priority: 0, served: 0, notHere: 0, left: 0, cancelled: 0, open: 0 },
    requests: { total: 0, open: 0, byOutcome, byProcedure: [] },
    papers: [],
    activated: 0,
    waiting: noTimes,
    serving: noTimes,
    waitingByHour: [],
    breakdowns: {
      taken: 0,
      activated: {
        total: 0,
        bySource: Object.fromEntries(
          ACTIVATION_SOURCES.map((source) => [source, 0]),
        ) as DayBreakdowns['activated']['bySource'],
        ofToday: 0,
        ofEarlier: 0,
        byProcedure: [],
      },
      levels: { level1Guided: 0, level2: 0, level2WithCard: 0 },
      referrals: [],
      inactive: [],
      byGroup: [],
      bySite: [],
      byResidence: [],
      byVisit: [],
      byCase: [],
      byCounter: [],
      pauses: [],
      late: 0,
      difficulties: '',
      proposals: '',
    },
  };
}
