import type { DeskEvent } from '#shared/contract/event.ts';
import type { DayCounts } from '#shared/domain/report/day-report.ts';
import type { ActivationSource, InactiveReason } from '#shared/domain/account/follow-up.ts';
import type { Outcome, Procedure, SpecialCase } from '#shared/domain/procedure/vocabulary.ts';
import {
  endedAs,
  retell,
  type Given,
  type LoggedHouse,
  type LoggedRequest,
  type LoggedTicket,
} from './recount-log.ts';

type Request = LoggedRequest & Partial<Given>;
type Account = Pick<LoggedRequest, 'procedure' | 'site' | 'staff' | 'residence' | 'day'> & {
  source: ActivationSource;
};
/** The breakdowns that stand in the log: not the texts, which are nobody's codes, and no name of a counter or of a visited place. */
export type RecountedBreakdowns = Omit<
  DayCounts['breakdowns'],
  'difficulties' | 'proposals' | 'byCounter' | 'pauses' | 'byVisit'
> & {
  byCounter: { counterId: string | null; hour: number; served: number }[];
};
export type Recount = Omit<DayCounts, 'businessDay' | 'waitingByHour' | 'breakdowns'> & {
  breakdowns: RecountedBreakdowns;
};

const account = ['level-1', 'level-2', 'level-2-with-card', 'activate'];
const isFile = ({ procedure, outcome }: Request) =>
  outcome === 'taken' && procedure !== 'activate' && account.includes(procedure);

/**
 * The day's counts from the event log alone, as slowly and plainly as can be: one pass, one history per ticket, an undo takes
 * the last step away, and the corrections up to `version` come last. It shares nothing with the desk's own counting. Whose account a request is for stands
 * in no log: `owners` names it by request, as `person level`.
 */
export function recountDay(
  events: readonly DeskEvent[],
  day: string,
  version = Infinity,
  owners: ReadonlyMap<string, string> = new Map(),
): Recount {
  const house = retell(events);
  const tickets = [...house.tickets.values()].filter((ticket) => ticket.day === day);
  const requests = new Map<string, Request>();
  for (const ticket of tickets) {
    for (const id of ticket.requests) {
      const request = house.requests.get(id);
      if (request !== undefined) requests.set(id, { ...request, ...ticket.history.at(-1)?.outcomes.get(id) });
    }
  }
  const accounts = new Map<string, Account>();
  for (const [id, request] of requests)
    if (request.activated === true) accounts.set(id, { ...request, source: 'desk' });
  for (const [id, learned] of house.learned) {
    const request = house.requests.get(id) ?? lateOf(house, id);
    if (learned.day === day && request !== undefined)
      accounts.set(id, { ...request, source: learned.source });
  }
  const corrected = correct(house, day, version, requests, accounts);
  return {
    ...countRequests([...requests.values()]),
    ...countTickets(tickets, requests, corrected),
    breakdowns: divide(house, day, tickets, requests, accounts, corrected, owners),
  };
}

function lateOf(house: LoggedHouse, id: string): LoggedRequest | undefined {
  for (const { day, late } of house.corrections) {
    const found = late.find(({ requestId }) => requestId === id);
    if (found !== undefined) return { ...found, id, day, late: true, papers: new Map() };
  }
  return undefined;
}

/** Applies the corrections of a day in their order; answers which requests they changed. */
function correct(
  house: LoggedHouse,
  day: string,
  version: number,
  requests: Map<string, Request>,
  accounts: Map<string, Account>,
): ReadonlySet<string> {
  const corrected = new Set<string>();
  for (const one of house.corrections) {
    if (one.day !== day || one.version > version) continue;
    for (const { requestId, outcome, activated, counted } of one.changes) {
      const request = requests.get(requestId);
      if (request !== undefined) {
        // Corrected away and back again, a referral is the one it was.
        requests.set(requestId, { ...request, outcome, activated });
        corrected.add(requestId);
      }
      if (!counted) accounts.delete(requestId);
      else if (request !== undefined && !accounts.has(requestId))
        accounts.set(requestId, { ...request, source: 'desk' });
    }
    for (const { requestId, ...late } of one.late) {
      const request = { ...late, id: requestId, day, late: true, papers: new Map() };
      requests.set(requestId, request);
      if (late.activated) accounts.set(requestId, { ...request, source: 'desk' });
    }
  }
  return corrected;
}

function endOf(
  ticket: LoggedTicket,
  requests: ReadonlyMap<string, Request>,
  corrected: ReadonlySet<string>,
): string {
  if (!ticket.requests.some((id) => corrected.has(id))) return ticket.history.at(-1)?.state ?? '';
  return endedAs(
    ticket.requests.flatMap((id) => {
      const outcome = requests.get(id)?.outcome;
      return outcome === undefined ? [] : [{ outcome }];
    }),
  );
}

function countTickets(
  tickets: LoggedTicket[],
  requests: ReadonlyMap<string, Request>,
  corrected: ReadonlySet<string>,
): Pick<Recount, 'tickets' | 'waiting' | 'serving'> {
  const ends = tickets.map((ticket) => endOf(ticket, requests, corrected));
  const inState = (...states: string[]) => ends.filter((state) => states.includes(state)).length;
  const times = tickets.flatMap(({ history }) =>
    history.flatMap(({ ended }) => (ended === null ? [] : [ended])),
  );
  return {
    waiting: naiveSpread(times.filter(({ what }) => what === 'waiting')),
    serving: naiveSpread(times.filter(({ what }) => what === 'serving')),
    tickets: {
      issued: tickets.length,
      priority: tickets.filter(({ priority }) => priority).length,
      served: inState('done'),
      notHere: tickets.filter(({ history }) => (history.at(-1)?.absences ?? 0) > 0).length,
      left: inState('left'),
      cancelled: inState('cancelled'),
      open: inState('waiting', 'called', 'serving', 'on-hold', 'not-here'),
    },
  };
}

function countRequests(requests: Request[]): Pick<Recount, 'requests' | 'papers' | 'activated'> {
  const zero = (): Record<Outcome, number> => ({
    taken: 0,
    'papers-missing': 0,
    referred: 0,
    guided: 0,
    left: 0,
    cancelled: 0,
  });
  const rows = new Map<Procedure, DayCounts['requests']['byProcedure'][number]>();
  const papers = new Map<string, DayCounts['papers'][number]>();
  const byOutcome = zero();
  for (const { procedure, outcome, activated, papers: checklist } of requests) {
    const row = rows.get(procedure) ?? { procedure, total: 0, open: 0, byOutcome: zero(), activated: 0 };
    rows.set(procedure, row);
    row.total += 1;
    if (outcome === undefined) row.open += 1;
    else {
      row.byOutcome[outcome] += 1;
      byOutcome[outcome] += 1;
    }
    if (activated === true) row.activated += 1;
    for (const [paper, state] of checklist) {
      if (state === null) continue;
      const line = papers.get(paper) ?? { paper, seen: 0, missing: 0, mismatch: 0, notWanted: 0, inVneid: 0 };
      papers.set(paper, line);
      const column = { 'not-wanted': 'notWanted', 'in-vneid': 'inVneid' } as const;
      line[state === 'not-wanted' || state === 'in-vneid' ? column[state] : state] += 1;
    }
  }
  return {
    requests: {
      total: requests.length,
      open: requests.filter(({ outcome }) => outcome === undefined).length,
      byOutcome,
      byProcedure: [...rows.values()],
    },
    papers: [...papers.values()],
    activated: requests.filter(({ activated }) => activated === true).length,
  };
}

function tally<T>(list: readonly T[], keyOf: (one: T) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return [...counts];
}

function divide(
  house: LoggedHouse,
  day: string,
  tickets: LoggedTicket[],
  counted: ReadonlyMap<string, Request>,
  accounts: ReadonlyMap<string, Account>,
  corrected: ReadonlySet<string>,
  owners: ReadonlyMap<string, string>,
): RecountedBreakdowns {
  const requests = [...counted.values()];
  const activated = [...accounts.values()];
  const by = (fits: (one: Request | Account) => boolean) => ({
    total: requests.filter(fits).length,
    taken: requests.filter((one) => fits(one) && isFile(one)).length,
    activated: activated.filter(fits).length,
  });
  const files = requests.filter(isFile);
  const reasons = [...house.reasons.values()].filter((one) => {
    const own = counted.get(one.requestId);
    const leads = own === undefined || (own.outcome === 'taken' && account.includes(own.procedure));
    const owner = owners.get(one.requestId);
    const activatedSo = [...accounts.keys()].some((id) => owner !== undefined && owners.get(id) === owner);
    return one.day === day && !accounts.has(one.requestId) && !activatedSo && leads;
  });
  const reasonCount = (reason: InactiveReason) => ({
    reason,
    count: reasons.filter((one) => one.reason === reason).length,
  });
  const done = tickets.filter((ticket) => endOf(ticket, counted, corrected) === 'done');
  return {
    taken: files.length,
    activated: {
      total: activated.length,
      bySource: {
        desk: activated.filter(({ source }) => source === 'desk').length,
        telephone: activated.filter(({ source }) => source === 'telephone').length,
        extract: activated.filter(({ source }) => source === 'extract').length,
      },
      ofToday: activated.filter((one) => one.day === day).length,
      ofEarlier: activated.filter((one) => one.day !== day).length,
      byProcedure: tally(activated, ({ procedure }) => procedure).map(([procedure, count]) => ({
        procedure: procedure as Procedure,
        count,
      })),
    },
    levels: {
      level1Guided: requests.filter(
        ({ procedure, outcome }) => procedure === 'level-1' && (outcome === 'taken' || outcome === 'guided'),
      ).length,
      level2: files.filter(({ procedure }) => procedure === 'level-2').length,
      level2WithCard: files.filter(({ procedure }) => procedure === 'level-2-with-card').length,
    },
    referrals: tally(
      requests.filter(({ outcome }) => outcome === 'referred'),
      ({ referredTo, referralReason }) => JSON.stringify([referredTo ?? null, referralReason ?? null]),
    ).map(([key, count]) => {
      const [place, reason] = JSON.parse(key) as [string | null, never];
      return { place, reason, count };
    }),
    inactive: (['away', 'no-device', 'missed-notice', 'not-guided', 'needs-help'] as const).map(reasonCount),
    byGroup: (['staff', 'citizen'] as const).map((group) => ({
      group,
      ...by(({ staff }) => staff === (group === 'staff')),
    })),
    bySite: (['desk', 'mobile', 'home'] as const).map((site) => ({
      site,
      ...by((one) => one.site === site),
    })),
    byResidence: tally([...requests, ...activated], ({ residence }) => JSON.stringify(residence)).map(
      ([key]) => {
        const residence = JSON.parse(key) as string | null;
        return { residence, ...by((one) => one.residence === residence) };
      },
    ),
    byCase: tally(
      requests.filter(({ specialCase }) => specialCase != null),
      ({ specialCase }) => String(specialCase),
    ).map(([specialCase, count]) => ({ specialCase: specialCase as SpecialCase, count })),
    byCounter: tally(done, ({ history }) => {
      const service = history.findLast(({ state }) => state === 'serving');
      const at = new Date(service?.at ?? history.at(-1)?.at ?? '');
      return JSON.stringify([service?.counterId ?? null, (at.getUTCHours() + 7) % 24]);
    }).map(([key, served]) => {
      const [counterId, hour] = JSON.parse(key) as [string | null, number];
      return { counterId, hour, served };
    }),
    late: requests.filter(({ late }) => late).length,
  };
}

/** The middle value and the one that nine in ten do not exceed, found by counting. */
function naiveSpread(times: readonly { ms: number }[]): DayCounts['waiting'] {
  const values = times.map(({ ms }) => ms);
  const least = (share: number) =>
    [...values]
      .sort((a, b) => a - b)
      .find((value) => values.filter((other) => other <= value).length >= share * values.length) ?? null;
  return { count: values.length, medianMs: least(0.5), p90Ms: least(0.9) };
}

/** Lists of a count have no order that means anything; compared, they are sorted, and rows of nothing are left out. */
export function unordered(breakdowns: RecountedBreakdowns | DayCounts['breakdowns']): object {
  const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();
  const { activated, referrals, byResidence, byCase, byCounter } = breakdowns;
  return {
    taken: breakdowns.taken,
    levels: breakdowns.levels,
    late: breakdowns.late,
    inactive: breakdowns.inactive,
    byGroup: breakdowns.byGroup,
    bySite: breakdowns.bySite,
    activated: { ...activated, byProcedure: sorted(activated.byProcedure) },
    referrals: sorted(referrals),
    byResidence: sorted(byResidence),
    byCase: sorted(byCase),
    byCounter: sorted(byCounter.map(({ counterId, hour, served }) => ({ counterId, hour, served }))),
  };
}
