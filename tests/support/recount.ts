import type { DeskEvent } from '#shared/contract/event.ts';
import type { DayCounts } from '#shared/contract/report.ts';
import type { Outcome, PaperState, Procedure } from '#shared/domain/procedure/vocabulary.ts';

type CountedRequest = {
  procedure: Procedure;
  outcome: Outcome | null;
  activated: boolean;
  papers: Map<string, PaperState | null>;
};
type CountedState = {
  state: string;
  event: number;
  absences: number;
  /** The period this step ended, when its time counts: a wait ended by a call, a service ended by somebody. */
  ended: { what: 'waiting' | 'serving'; ms: number } | null;
  outcomes: Map<string, { outcome: Outcome; activated: boolean }>;
};
type CountedTicket = { priority: boolean; requests: Map<string, CountedRequest>; history: CountedState[] };
type Outcomes = { requestId: string; outcome: Outcome; activated: boolean }[];

const stateAfter: Record<string, string> = {
  'ticket.called': 'called',
  'ticket.started': 'serving',
  'ticket.not-here': 'not-here',
  'ticket.returned': 'waiting',
  'ticket.held': 'on-hold',
  'ticket.resumed': 'serving',
  'ticket.transferred': 'waiting',
  'ticket.left': 'left',
  'ticket.cancelled': 'cancelled',
  'ticket.reopened': 'serving',
};

function endedAs(outcomes: Outcomes): string {
  if (outcomes.every(({ outcome }) => outcome === 'cancelled')) return 'cancelled';
  if (outcomes.every(({ outcome }) => ['left', 'cancelled'].includes(outcome))) return 'left';
  return 'done';
}

function step(ticket: CountedTicket, event: DeskEvent): void {
  const before = ticket.history.at(-1) ?? {
    state: 'waiting',
    event: 0,
    absences: 0,
    ended: null,
    outcomes: new Map(),
  };
  if (event.name === 'ticket.undone') {
    ticket.history.pop();
    return;
  }
  const given = (event.data['outcomes'] ?? []) as Outcomes;
  const ends = event.name === 'ticket.finished' || event.name === 'ticket.settled';
  const state = ends ? endedAs(given) : stateAfter[event.name];
  if (state === undefined) return;
  const outcomes = new Map(event.name === 'ticket.reopened' ? [] : before.outcomes);
  for (const { requestId, outcome, activated } of given) outcomes.set(requestId, { outcome, activated });
  ticket.history.push({
    state,
    event: event.number,
    absences: before.absences + (state === 'not-here' ? 1 : 0),
    ended: timed(event, state),
    outcomes,
  });
}

function timed(event: DeskEvent, state: string): CountedState['ended'] {
  const ms = event.data['durationMs'] as number;
  if (event.data['from'] === 'waiting' && state === 'called') return { what: 'waiting', ms };
  if (event.data['from'] === 'serving' && event.name !== 'ticket.settled') return { what: 'serving', ms };
  return null;
}

/**
 * The day's counts from its event log alone, as slowly and plainly as can be: one pass, one history per ticket, an undo takes
 * the last step away. It shares nothing with the desk's own counting.
 */
export function recountDay(
  events: readonly DeskEvent[],
  day: string,
): Omit<DayCounts, 'businessDay' | 'waitingByHour'> {
  const tickets = new Map<string, CountedTicket>();
  for (const event of events.filter(({ businessDay }) => businessDay === day)) {
    if (event.ticketId === null) continue;
    const added = (event.data['requests'] ?? []) as { requestId: string; procedure: Procedure }[];
    if (event.name === 'ticket.issued') {
      tickets.set(event.ticketId, {
        priority: event.data['priority'] === true,
        requests: new Map(),
        history: [{ state: 'waiting', event: event.number, absences: 0, ended: null, outcomes: new Map() }],
      });
    }
    const ticket = tickets.get(event.ticketId);
    if (ticket === undefined) throw new Error(`event ${event.number} speaks of a ticket nobody issued`);
    for (const { requestId, procedure } of added) {
      ticket.requests.set(requestId, { procedure, outcome: null, activated: false, papers: new Map() });
    }
    if (event.name === 'request.paper-set' && event.requestId !== null) {
      ticket.requests
        .get(event.requestId)
        ?.papers.set(event.data['paper'] as string, event.data['state'] as PaperState | null);
    }
    step(ticket, event);
  }
  return total([...tickets.values()]);
}

function total(tickets: CountedTicket[]): ReturnType<typeof recountDay> {
  const zero = (): Record<Outcome, number> => ({
    taken: 0,
    'papers-missing': 0,
    referred: 0,
    guided: 0,
    left: 0,
    cancelled: 0,
  });
  const last = tickets.map((ticket) => ticket.history.at(-1));
  const inState = (...states: string[]) => last.filter((state) => states.includes(state?.state ?? '')).length;
  const requests = tickets.flatMap((ticket) =>
    [...ticket.requests].map(([id, request]) => ({ ...request, ...ticket.history.at(-1)?.outcomes.get(id) })),
  );
  const rows = new Map<Procedure, DayCounts['requests']['byProcedure'][number]>();
  const papers = new Map<string, DayCounts['papers'][number]>();
  const byOutcome = zero();
  for (const { procedure, outcome, activated, papers: checklist } of requests) {
    const row = rows.get(procedure) ?? { procedure, total: 0, open: 0, byOutcome: zero(), activated: 0 };
    rows.set(procedure, row);
    row.total += 1;
    if (outcome === null) row.open += 1;
    else {
      row.byOutcome[outcome] += 1;
      byOutcome[outcome] += 1;
    }
    if (activated) row.activated += 1;
    for (const [paper, state] of checklist) {
      if (state === null) continue;
      const line = papers.get(paper) ?? { paper, seen: 0, missing: 0, mismatch: 0, notWanted: 0, inVneid: 0 };
      papers.set(paper, line);
      line[
        (
          {
            seen: 'seen',
            missing: 'missing',
            mismatch: 'mismatch',
            'not-wanted': 'notWanted',
            'in-vneid': 'inVneid',
          } as const
        )[state]
      ] += 1;
    }
  }
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
      notHere: last.filter((state) => (state?.absences ?? 0) > 0).length,
      left: inState('left'),
      cancelled: inState('cancelled'),
      open: inState('waiting', 'called', 'serving', 'on-hold', 'not-here'),
    },
    requests: {
      total: requests.length,
      open: requests.filter(({ outcome }) => outcome === null).length,
      byOutcome,
      byProcedure: [...rows.values()],
    },
    papers: [...papers.values()],
    activated: requests.filter(({ activated }) => activated).length,
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
