import type { DayCounts, Spread } from '#shared/domain/report/day-report.ts';
import { setImmediate as letOthersWork } from 'node:timers/promises';
import { localHour } from '#shared/domain/calendar/business-date.ts';
import {
  OUTCOMES,
  PROCEDURES,
  type Outcome,
  type PaperState,
  type Procedure,
} from '#shared/domain/procedure/vocabulary.ts';
import { spreadOf } from '#shared/domain/report/spread.ts';
import { breakdownsOf, type ServedTicket } from '#shared/domain/report/breakdowns.ts';
import { endState } from '#shared/domain/queue/end-state.ts';
import { isOpen, type TicketState } from '#shared/domain/queue/ticket-state.ts';
import { TELEPHONE } from '#shared/domain/procedure/vocabulary.ts';
import type { ReadableStore } from '../store/store.ts';
import {
  dayActivations,
  dayInactive,
  dayNote,
  dayRequests,
  NEWEST,
  type DayRequest,
} from '../store/rows/day-requests.ts';
import { dayPauses } from '../store/rows/counter-pause-row.ts';
import { readCounters } from '../store/rows/office-row.ts';

type TicketCountRow = {
  id: string;
  state: TicketState;
  priority: number;
  absent: number;
  since: string;
  served_at: string | null;
  served_by: string | null;
};
type PaperCountRow = { paper: string; state: PaperState; count: number };
type PeriodRow = {
  state: 'waiting' | 'serving';
  duration_ms: number;
  started_at: string;
  procedure: Procedure;
};

const noOutcomes = (): Record<Outcome, number> =>
  Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;

/**
 * The counts of one day from its rows, as a version of its report counts them; without one, as they now stand. A wait counts
 * when it ended in a call, a service when somebody ended it; what was taken back, or cut off by the closing, does not count.
 */
export function countDay(store: ReadableStore, office: string, day: string, version = NEWEST): DayCounts {
  const steps = countSteps(store, office, day, version);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same of a version that nobody changes, with others served between its parts. */
export async function countDayInSteps(
  store: ReadableStore,
  office: string,
  day: string,
  version: number,
): Promise<DayCounts> {
  const steps = countSteps(store, office, day, version);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await letOthersWork();
  }
}

function* countSteps(
  store: ReadableStore,
  office: string,
  day: string,
  version: number,
): Generator<undefined, DayCounts> {
  const periods = finishedPeriods(store, office, day, version);
  yield;
  const waits = periods.filter((period) => period.state === 'waiting');
  const requests = dayRequests(store, office, day, version);
  yield;
  const activations = dayActivations(store, office, day, version);
  yield;
  const tickets = dayTickets(store, office, day, requests, version);
  yield;
  const counted = countRequests(requests);
  const papers = countPapers(store, office, day, version);
  yield;
  const inactive = dayInactive(store, office, day, { requests, activations }, version);
  yield;
  return {
    businessDay: day,
    tickets: countTickets(tickets),
    requests: counted,
    papers,
    activated: counted.byProcedure.reduce((sum, row) => sum + row.activated, 0),
    waiting: spread(waits),
    serving: spread(periods.filter((period) => period.state === 'serving')),
    waitingByHour: byHour(waits),
    breakdowns: breakdownsOf({
      requests,
      activations,
      inactive,
      served: tickets.filter(({ state }) => state === 'done').map(asServed),
      counters: readCounters(store, office),
      pauses: dayPauses(store, office, day),
      ...dayNote(store, office, day, version),
    }),
  };
}

/** The day's tickets; one whose requests were corrected ends as their outcomes say. */
function dayTickets(
  store: ReadableStore,
  office: string,
  day: string,
  requests: readonly DayRequest[],
  version: number,
): TicketCountRow[] {
  const rows = store
    .prepare<[string, string, number], TicketCountRow>(
      `SELECT t.id, t.state, t.priority, t.not_here_count > 0 AS absent, t.since, s.started_at AS served_at, s.counter_id AS served_by
       FROM ticket t LEFT JOIN ticket_period s ON s.ticket_id = t.id AND s.event =
         (SELECT p.event FROM ticket_period p WHERE p.ticket_id = t.id AND p.undone = 0 AND p.state = 'serving' ORDER BY p.event DESC LIMIT 1)
       WHERE t.office_id = ? AND t.business_day = ? AND t.version BETWEEN 1 AND ? ORDER BY t.place`,
    )
    .all(office, day, version);
  const corrected = new Set(requests.filter((one) => one.corrected).map(({ ticketId }) => ticketId));
  return rows.map((row) => {
    if (!corrected.has(row.id)) return row;
    const outcomes = requests.flatMap(({ ticketId, outcome }) =>
      ticketId === row.id && outcome !== null ? [outcome] : [],
    );
    return { ...row, state: endState(outcomes) };
  });
}

function asServed(ticket: TicketCountRow): ServedTicket {
  return {
    counterId: ticket.served_by,
    hour: localHour(ticket.served_at ?? ticket.since),
  };
}

function countTickets(tickets: readonly TicketCountRow[]): DayCounts['tickets'] {
  const sum = (fits: (row: TicketCountRow) => boolean) => tickets.filter(fits).length;
  return {
    issued: tickets.length,
    priority: sum((row) => row.priority === 1),
    served: sum((row) => row.state === 'done'),
    notHere: sum((row) => row.absent === 1),
    left: sum((row) => row.state === 'left'),
    cancelled: sum((row) => row.state === 'cancelled'),
    open: sum((row) => isOpen(row.state)),
  };
}

function countRequests(requests: readonly DayRequest[]): DayCounts['requests'] {
  const byOutcome = noOutcomes();
  const byProcedure = PROCEDURES.flatMap((procedure) => {
    const own = requests.filter((request) => request.procedure === procedure);
    if (own.length === 0) return [];
    const outcomes = noOutcomes();
    for (const { outcome } of own) {
      if (outcome === null) continue;
      outcomes[outcome] += 1;
      byOutcome[outcome] += 1;
    }
    const open = own.filter(({ outcome }) => outcome === null).length;
    const activated = own.filter((request) => request.activated).length;
    return [{ procedure, total: own.length, open, byOutcome: outcomes, activated }];
  });
  return {
    total: requests.length,
    open: byProcedure.reduce((sum, row) => sum + row.open, 0),
    byOutcome,
    byProcedure,
  };
}

const paperColumn = {
  seen: 'seen',
  missing: 'missing',
  mismatch: 'mismatch',
  'not-wanted': 'notWanted',
  'in-vneid': 'inVneid',
} as const;

function countPapers(
  store: ReadableStore,
  office: string,
  day: string,
  version: number,
): DayCounts['papers'] {
  const rows = store
    .prepare<[string, string, number, string], PaperCountRow>(
      `SELECT p.paper, p.state, count(*) AS count
       FROM ticket t JOIN request r ON r.ticket_id = t.id JOIN request_paper p ON p.request_id = r.id
       WHERE t.office_id = ? AND t.business_day = ? AND t.version BETWEEN 1 AND ? AND p.state IS NOT NULL AND p.paper <> ? GROUP BY p.paper, p.state ORDER BY p.paper`,
    )
    .all(office, day, version, TELEPHONE);
  const papers = new Map<string, DayCounts['papers'][number]>();
  for (const row of rows) {
    const paper = papers.get(row.paper) ?? {
      paper: row.paper,
      seen: 0,
      missing: 0,
      mismatch: 0,
      notWanted: 0,
      inVneid: 0,
    };
    paper[paperColumn[row.state]] += row.count;
    papers.set(row.paper, paper);
  }
  return [...papers.values()];
}

/** A column of the period that followed `p`. */
const next = (column: string) =>
  `(SELECT n.${column} FROM ticket_period n WHERE n.ticket_id = p.ticket_id AND n.undone = 0 AND n.event > p.event ORDER BY n.event LIMIT 1)`;

/** Waits that ended in a call and services that somebody ended; what the closing of the day cut off says nothing of either. */
function finishedPeriods(store: ReadableStore, office: string, day: string, version: number): PeriodRow[] {
  return store
    .prepare<[string, string, number], PeriodRow>(
      `SELECT p.state, p.duration_ms, p.started_at, r.procedure
       FROM ticket t JOIN ticket_period p ON p.ticket_id = t.id JOIN request r ON r.ticket_id = t.id AND r.position = 0
       WHERE t.office_id = ? AND t.business_day = ? AND t.version BETWEEN 1 AND ? AND p.undone = 0 AND p.duration_ms IS NOT NULL AND (p.state = 'waiting' AND ${next('state')} = 'called' OR p.state = 'serving' AND ${next('cause')} IS NOT 'settled')
       ORDER BY p.event`,
    )
    .all(office, day, version);
}

function spread(periods: readonly PeriodRow[]): Spread {
  return spreadOf(periods.map((period) => period.duration_ms));
}

function byHour(waits: readonly PeriodRow[]): DayCounts['waitingByHour'] {
  const cells = new Map<string, { procedure: Procedure; hour: number; durations: number[] }>();
  for (const wait of waits) {
    const hour = localHour(wait.started_at);
    const key = `${wait.procedure} ${hour}`;
    const cell = cells.get(key) ?? { procedure: wait.procedure, hour, durations: [] };
    cell.durations.push(wait.duration_ms);
    cells.set(key, cell);
  }
  return [...cells.values()]
    .map((cell) => ({
      procedure: cell.procedure,
      hour: cell.hour,
      count: cell.durations.length,
      medianMs: spreadOf(cell.durations).medianMs ?? 0,
    }))
    .sort((a, b) => a.hour - b.hour || a.procedure.localeCompare(b.procedure));
}
