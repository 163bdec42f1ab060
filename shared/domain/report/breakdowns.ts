import {
  ACTIVATION_SOURCES,
  INACTIVE_REASONS,
  SITES,
  type ActivationSource,
  type InactiveReason,
} from '../account/follow-up.ts';
import { PROCEDURES, SPECIAL_CASES } from '../procedure/vocabulary.ts';
import { countedBy, type CountedActivation, type CountedRequest, type OpenedFigure } from './counted.ts';
import type { DayBreakdowns } from './day-report.ts';

export type ServedTicket = { readonly counterId: string | null; readonly hour: number };

/** Everything one version of a day's report divides. */
type DayMaterial = {
  readonly requests: readonly CountedRequest[];
  readonly activations: readonly CountedActivation[];
  readonly inactive: readonly { readonly reason: InactiveReason }[];
  readonly served: readonly ServedTicket[];
  /** In the order in which the office names its counters. */
  readonly counters: readonly { readonly id: string; readonly name: string }[];
  readonly pauses: readonly { readonly counterId: string; readonly durationMs: number | null }[];
  readonly difficulties: string;
  readonly proposals: string;
};

/** Divides a day's requests and activations in every way the report shows them. */
export function breakdownsOf(day: DayMaterial): DayBreakdowns {
  const { requests, activations } = day;
  const accounts = (row: string, column: string): number =>
    countOf(day, { section: 'accounts', row, column });
  return {
    taken: accounts('all', 'files'),
    activated: {
      total: accounts('all', 'activated'),
      bySource: Object.fromEntries(
        ACTIVATION_SOURCES.map((source) => [source, accounts('activated-by-source', source)]),
      ) as Record<ActivationSource, number>,
      ofToday: accounts('activated-of', 'this-day'),
      ofEarlier: accounts('activated-of', 'earlier-days'),
      byProcedure: PROCEDURES.flatMap((procedure) => {
        const count = activations.filter((one) => one.procedure === procedure).length;
        return count === 0 ? [] : [{ procedure, count }];
      }),
    },
    levels: {
      level1Guided: countOf(day, { section: 'levels', column: 'level-1-guided' }),
      level2: countOf(day, { section: 'levels', column: 'level-2' }),
      level2WithCard: countOf(day, { section: 'levels', column: 'level-2-with-card' }),
    },
    referrals: referralsOf(requests),
    inactive: INACTIVE_REASONS.map((reason) => ({
      reason,
      count: day.inactive.filter((one) => one.reason === reason).length,
    })),
    byGroup: (['staff', 'citizen'] as const).map((group) => ({
      group,
      ...divided(day, 'groups', group),
    })),
    bySite: SITES.map((site) => ({ site, ...divided(day, 'sites', site) })),
    byResidence: residencesOf(day).map((residence) => ({
      residence,
      ...divided(day, 'residences', residence ?? ''),
    })),
    byVisit: visitsOf(day).map((visit) => ({ visit, ...divided(day, 'visits', visit) })),
    byCase: SPECIAL_CASES.flatMap((specialCase) => {
      const count = countOf(day, { section: 'cases', row: specialCase, column: 'count' });
      return count === 0 ? [] : [{ specialCase, count }];
    }),
    byCounter: servedOf(day),
    pauses: pausesOf(day),
    late: accounts('all', 'late'),
    difficulties: day.difficulties,
    proposals: day.proposals,
  };
}

/** How many requests and activations the figure of a place counts. */
function countOf({ requests, activations }: DayMaterial, figure: OpenedFigure): number {
  const counted = countedBy(figure);
  return requests.filter(counted.request).length + activations.filter(counted.activation).length;
}

function divided(
  day: DayMaterial,
  section: 'groups' | 'sites' | 'residences' | 'visits',
  row: string,
): { total: number; taken: number; activated: number } {
  const of = (column: string): number => countOf(day, { section, row, column });
  return { total: of('total'), taken: of('files'), activated: of('activated') };
}

function byText(a: string | null, b: string | null): number {
  if (a === b) return 0;
  // Nobody named one: last.
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

function residencesOf({ requests, activations }: DayMaterial): (string | null)[] {
  return [...new Set([...requests, ...activations].map(({ residence }) => residence))].sort(byText);
}

function visitsOf({ requests, activations }: DayMaterial): string[] {
  const places = [...requests, ...activations].flatMap(({ visit }) => visit ?? []);
  return [...new Set(places)].sort(byText);
}

function referralsOf(requests: readonly CountedRequest[]): DayBreakdowns['referrals'] {
  const cells = new Map<string, DayBreakdowns['referrals'][number]>();
  for (const { outcome, referredTo: place, referralReason: reason } of requests) {
    if (outcome !== 'referred') continue;
    const key = JSON.stringify([place, reason]);
    const cell = cells.get(key) ?? { place, reason, count: 0 };
    cells.set(key, { ...cell, count: cell.count + 1 });
  }
  return [...cells.values()].sort((a, b) => byText(a.place, b.place) || byText(a.reason, b.reason));
}

function pausesOf({ pauses, counters }: DayMaterial): DayBreakdowns['pauses'] {
  return counters.flatMap(({ id, name }) => {
    const own = pauses.filter(({ counterId }) => counterId === id);
    const ms = own.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0);
    return own.length === 0
      ? []
      : [{ counterId: id, counter: name, times: own.length, minutes: Math.round(ms / 60_000) }];
  });
}

function servedOf({ served, counters }: DayMaterial): DayBreakdowns['byCounter'] {
  const cells = new Map<string, DayBreakdowns['byCounter'][number]>();
  for (const { counterId, hour } of served) {
    const key = `${counterId} ${hour}`;
    const counter = counters.find(({ id }) => id === counterId)?.name ?? null;
    const cell = cells.get(key) ?? { counterId, counter, hour, served: 0 };
    cells.set(key, { ...cell, served: cell.served + 1 });
  }
  const place = (id: string | null): number => {
    const index = counters.findIndex((counter) => counter.id === id);
    return index === -1 ? counters.length : index;
  };
  return [...cells.values()].sort((a, b) => place(a.counterId) - place(b.counterId) || a.hour - b.hour);
}
