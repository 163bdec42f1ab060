import type { Procedure } from '#shared/domain/procedure/vocabulary.ts';
import { callableBy } from '#shared/domain/queue/callable.ts';
import { callOrder, sharedRun } from '#shared/domain/queue/call-order.ts';
import type { Services } from '../desk-call.ts';
import { findOpenDay } from '../store/rows/day-row.ts';
import { callingCounters, officeId, readCounters, readSettings } from '../store/rows/office-row.ts';
import { waitingPapers } from '../store/rows/checklist-row.ts';
import { waitingTickets } from '../store/rows/ticket-row.ts';
import type { ReadableStore } from '../store/store.ts';
import { groupByProcedure, listTickets } from './queue.ts';

export const roomServices = {
  'queue.room'({ store }) {
    const office = officeId(store);
    const day = findOpenDay(store, office);
    if (day === undefined)
      return { businessDay: null, issued: 0, counters: [], waiting: [], byProcedure: [] };
    const open = listTickets(store, office, day, "t.state IN ('waiting', 'called', 'serving')", []);
    const waiting = open.filter(({ state }) => state === 'waiting');
    const run = sharedRun(callingCounters(store, office));
    const acts = lastActs(store, day.day);
    const served = servedByCounter(store, office, day.day);
    return {
      businessDay: day.day,
      issued: day.issued,
      counters: readCounters(store, office)
        .filter(({ active }) => active)
        .map(({ id, name, pause }) => {
          const ticket = open.find(({ counterId, state }) => counterId === id && state !== 'waiting');
          const act = acts.find(({ counter }) => counter === id);
          const work = served.find(({ counter }) => counter === id);
          return {
            counterId: id,
            counter: name,
            officer: act?.officer ?? null,
            ticket:
              ticket === undefined
                ? null
                : {
                    number: ticket.number,
                    state: ticket.state,
                    procedure: ticket.requests[0]?.procedure ?? null,
                  },
            pause: pause === null ? null : { reason: pause.reason, returnsAt: pause.returnsAt },
            since: ticket?.since ?? pause?.since ?? act?.at ?? null,
            done: work?.done ?? 0,
            servingMs: work === undefined ? null : Math.round(work.servingMs / work.done),
          };
        }),
      waiting: callOrder(waiting, run, readSettings(store, office)).map((ticket) => ({
        ticketId: ticket.id,
        number: ticket.number,
        queue: ticket.queue,
        procedure: ticket.requests[0]?.procedure ?? null,
        priority: ticket.priority,
        issuedAt: ticket.issuedAt,
      })),
      byProcedure: groupByProcedure(waiting),
    };
  },
  'queue.papers'({ store }, { counterId }) {
    const office = officeId(store);
    const day = findOpenDay(store, office);
    if (day === undefined) return [];
    const isMine = callableBy(counterId, callingCounters(store, office));
    const mine = new Set([...waitingTickets(store, office, day.day)].filter(isMine).map(({ id }) => id));
    const found = new Map<Procedure, { requests: Set<string>; papers: Set<string> }>();
    for (const { ticket, request, procedure, paper } of waitingPapers(store, office, day.day)) {
      if (!mine.has(ticket)) continue;
      const line = found.get(procedure) ?? { requests: new Set(), papers: new Set() };
      found.set(procedure, line);
      line.requests.add(request);
      line.papers.add(paper);
    }
    return [...found]
      .map(([procedure, { requests, papers }]) => ({ procedure, count: requests.size, papers: [...papers] }))
      .sort((one, other) => other.count - one.count);
  },
} satisfies Partial<Services>;

/** The latest thing that somebody did at each counter on a day, and who. */
function lastActs(store: ReadableStore, day: string) {
  return store
    .prepare<[string], { counter: string; officer: string | null; at: string; number: number }>(
      `SELECT e.counter_id AS counter, nullif(o.name, '') AS officer, e.at, max(e.number) AS number
       FROM event e LEFT JOIN officer o ON o.id = e.officer
       WHERE e.business_day = ? AND e.counter_id IS NOT NULL AND (e.name LIKE 'ticket.%' OR e.name LIKE 'counter.%')
       GROUP BY e.counter_id`,
    )
    .all(day);
}

/** The finished tickets of each counter, by who served them last, with the whole time of serving them. */
function servedByCounter(store: ReadableStore, office: string, day: string) {
  return store
    .prepare<[string, string], { counter: string; done: number; servingMs: number }>(
      `SELECT counter, count(*) AS done, sum(serving) AS servingMs FROM (
         SELECT p.counter_id AS counter, sum(p.duration_ms) AS serving, max(p.event)
         FROM ticket t JOIN ticket_period p ON p.ticket_id = t.id
         WHERE t.office_id = ? AND t.business_day = ? AND t.state = 'done' AND p.state = 'serving' AND p.undone = 0
         GROUP BY t.id
       ) WHERE counter IS NOT NULL GROUP BY counter`,
    )
    .all(office, day);
}
