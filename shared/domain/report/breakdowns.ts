import type { DayBreakdowns } from '#shared/domain/report/day-report.ts';
import {
  ACTIVATION_SOURCES,
  INACTIVE_REASONS,
  SITES,
  type ActivationSource,
  type InactiveReason,
  type ReferralReason,
  type Site,
} from '../account/follow-up.ts';
import { isFileTaken, isLevel1Guided } from '../account/level.ts';
import { PROCEDURES, type Outcome, type Procedure } from '../procedure/vocabulary.ts';

type Who = { readonly site: Site; readonly staff: boolean; readonly residence: string | null };

export type CountedRequest = Who & {
  readonly procedure: Procedure;
  readonly outcome: Outcome | null;
  /** At the desk, in the visit itself. */
  readonly activated: boolean;
  readonly referredTo: string | null;
  readonly referralReason: ReferralReason | null;
  /** Entered after the closing. */
  readonly late: boolean;
};

export type CountedActivation = Who & {
  readonly procedure: Procedure;
  readonly source: ActivationSource;
  /** Of a request taken on the day that counts it. */
  readonly ofToday: boolean;
};

export type ServedTicket = { readonly counterId: string | null; readonly hour: number };

/** Everything one version of a day's report divides. */
export type DayMaterial = {
  readonly requests: readonly CountedRequest[];
  readonly activations: readonly CountedActivation[];
  readonly inactive: readonly { readonly reason: InactiveReason }[];
  readonly served: readonly ServedTicket[];
  /** In the order in which the office names its counters. */
  readonly counters: readonly { readonly id: string; readonly name: string }[];
  readonly difficulties: string;
  readonly proposals: string;
};

/** Divides a day's requests and activations in every way the report shows them. */
export function breakdownsOf(day: DayMaterial): DayBreakdowns {
  const { requests, activations } = day;
  return {
    taken: requests.filter(isFile).length,
    activated: {
      total: activations.length,
      bySource: Object.fromEntries(
        ACTIVATION_SOURCES.map((source) => [
          source,
          activations.filter((one) => one.source === source).length,
        ]),
      ) as Record<ActivationSource, number>,
      ofToday: activations.filter(({ ofToday }) => ofToday).length,
      ofEarlier: activations.filter(({ ofToday }) => !ofToday).length,
      byProcedure: PROCEDURES.flatMap((procedure) => {
        const count = activations.filter((one) => one.procedure === procedure).length;
        return count === 0 ? [] : [{ procedure, count }];
      }),
    },
    levels: {
      level1Guided: requests.filter(({ procedure, outcome }) => isLevel1Guided(procedure, outcome)).length,
      level2: requests.filter((one) => isFile(one) && one.procedure === 'level-2').length,
      level2WithCard: requests.filter((one) => isFile(one) && one.procedure === 'level-2-with-card').length,
    },
    referrals: referralsOf(requests),
    inactive: INACTIVE_REASONS.map((reason) => ({
      reason,
      count: day.inactive.filter((one) => one.reason === reason).length,
    })),
    byGroup: (['staff', 'citizen'] as const).map((group) => ({
      group,
      ...divided(day, (one) => one.staff === (group === 'staff')),
    })),
    bySite: SITES.map((site) => ({ site, ...divided(day, (one) => one.site === site) })),
    byResidence: residencesOf(day).map((residence) => ({
      residence,
      ...divided(day, (one) => one.residence === residence),
    })),
    byCounter: servedOf(day),
    late: requests.filter(({ late }) => late).length,
    difficulties: day.difficulties,
    proposals: day.proposals,
  };
}

/** Whether a counted request is one of the files taken for an account. */
export function isFile({ procedure, outcome }: CountedRequest): boolean {
  return isFileTaken(procedure, outcome);
}

function divided(
  { requests, activations }: DayMaterial,
  fits: (one: Who) => boolean,
): { total: number; taken: number; activated: number } {
  const own = requests.filter(fits);
  return {
    total: own.length,
    taken: own.filter(isFile).length,
    activated: activations.filter(fits).length,
  };
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
