import type { DayCounts, Spread } from '#shared/contract/report.ts';
import { localTime } from '#shared/domain/calendar/business-date.ts';
import {
  OUTCOMES,
  PROCEDURES,
  type Outcome,
  type PaperState,
  type Procedure,
} from '#shared/domain/procedure/vocabulary.ts';
import { spreadOf } from '#shared/domain/report/spread.ts';
import type { TicketState } from '#shared/domain/queue/ticket-state.ts';
import type { Store } from '../store/store.ts';

type TicketCountRow = { state: TicketState; priority: number; absent: number; count: number };
type RequestCountRow = { procedure: Procedure; outcome: Outcome | null; count: number; activated: number };
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
 * The counts of one day from its rows. A wait counts when it ended in a call, a service when somebody ended it; what was
 * taken back, or cut off by the closing of the day, does not count.
 */
export function countDay(store: Store, office: string, day: string): DayCounts {
  const periods = finishedPeriods(store, office, day);
  const requests = countRequests(store, office, day);
  const waits = periods.filter((period) => period.state === 'waiting');
  return {
    businessDay: day,
    tickets: countTickets(store, office, day),
    requests,
    papers: countPapers(store, office, day),
    activated: requests.byProcedure.reduce((sum, row) => sum + row.activated, 0),
    waiting: spread(waits),
    serving: spread(periods.filter((period) => period.state === 'serving')),
    waitingByHour: byHour(waits),
  };
}

function countTickets(store: Store, office: string, day: string): DayCounts['tickets'] {
  const rows = store
    .prepare<[string, string], TicketCountRow>(
      `SELECT state, priority, not_here_count > 0 AS absent, count(*) AS count FROM ticket
       WHERE office_id = ? AND business_day = ? GROUP BY state, priority, absent`,
    )
    .all(office, day);
  const sum = (fits: (row: TicketCountRow) => boolean) =>
    rows.filter(fits).reduce((total, row) => total + row.count, 0);
  return {
    issued: sum(() => true),
    priority: sum((row) => row.priority === 1),
    served: sum((row) => row.state === 'done'),
    notHere: sum((row) => row.absent === 1),
    left: sum((row) => row.state === 'left'),
    cancelled: sum((row) => row.state === 'cancelled'),
    open: sum((row) => !['done', 'left', 'cancelled'].includes(row.state)),
  };
}

function countRequests(store: Store, office: string, day: string): DayCounts['requests'] {
  const rows = store
    .prepare<[string, string], RequestCountRow>(
      `SELECT r.procedure, r.outcome, count(*) AS count, sum(r.activated) AS activated
       FROM ticket t JOIN request r ON r.ticket_id = t.id
       WHERE t.office_id = ? AND t.business_day = ? GROUP BY r.procedure, r.outcome`,
    )
    .all(office, day);
  const byOutcome = noOutcomes();
  const byProcedure = PROCEDURES.flatMap((procedure) => {
    const own = rows.filter((row) => row.procedure === procedure);
    if (own.length === 0) return [];
    const outcomes = noOutcomes();
    let open = 0;
    let activated = 0;
    for (const row of own) {
      activated += row.activated;
      if (row.outcome === null) open += row.count;
      else {
        outcomes[row.outcome] += row.count;
        byOutcome[row.outcome] += row.count;
      }
    }
    const total = own.reduce((sum, row) => sum + row.count, 0);
    return [{ procedure, total, open, byOutcome: outcomes, activated }];
  });
  return {
    total: byProcedure.reduce((sum, row) => sum + row.total, 0),
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

function countPapers(store: Store, office: string, day: string): DayCounts['papers'] {
  const rows = store
    .prepare<[string, string], PaperCountRow>(
      `SELECT p.paper, p.state, count(*) AS count
       FROM ticket t JOIN request r ON r.ticket_id = t.id JOIN request_paper p ON p.request_id = r.id
       WHERE t.office_id = ? AND t.business_day = ? AND p.state IS NOT NULL GROUP BY p.paper, p.state ORDER BY p.paper`,
    )
    .all(office, day);
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
function finishedPeriods(store: Store, office: string, day: string): PeriodRow[] {
  return store
    .prepare<[string, string], PeriodRow>(
      `SELECT p.state, p.duration_ms, p.started_at, r.procedure
       FROM ticket t JOIN ticket_period p ON p.ticket_id = t.id JOIN request r ON r.ticket_id = t.id AND r.position = 0
       WHERE t.office_id = ? AND t.business_day = ? AND p.undone = 0 AND p.duration_ms IS NOT NULL AND (p.state = 'waiting' AND ${next('state')} = 'called' OR p.state = 'serving' AND ${next('cause')} IS NOT 'settled')
       ORDER BY p.event`,
    )
    .all(office, day);
}

function spread(periods: readonly PeriodRow[]): Spread {
  return spreadOf(periods.map((period) => period.duration_ms));
}

function byHour(waits: readonly PeriodRow[]): DayCounts['waitingByHour'] {
  const cells = new Map<string, { procedure: Procedure; hour: number; durations: number[] }>();
  for (const wait of waits) {
    const hour = Number(localTime(wait.started_at).slice(0, 2));
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
