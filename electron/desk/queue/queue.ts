import type { Office } from '#shared/contract/office.ts';
import type { QueueRow } from '#shared/contract/ticket.ts';
import type { Procedure } from '#shared/domain/procedure/vocabulary.ts';
import { callableBy } from '#shared/domain/queue/callable.ts';
import { callOrder, sharedRun } from '#shared/domain/queue/call-order.ts';
import { peopleAhead } from '#shared/domain/queue/people-ahead.ts';
import { estimateWait } from '#shared/domain/queue/wait-estimate.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import { searchedPhone } from '#shared/domain/identity/match-phone.ts';
import { matchTicket } from '#shared/domain/queue/find-ticket.ts';
import type { QueryCall, Services } from '../desk-call.ts';
import type { ReadableStore } from '../store/store.ts';
import { readDevice } from '../store/rows/device-row.ts';
import { dayRow, findOpenDay, type DayRow } from '../store/rows/day-row.ts';
import { callingCounters, officeId, readOffice, readSettings } from '../store/rows/office-row.ts';
import { seriesFor } from './ticket-plan.ts';
import {
  asTicket,
  listedRequestColumns,
  ticketRow,
  waitingTickets,
  type ListedRequestRow,
  type TicketRow,
  type WaitingTicket,
} from '../store/rows/ticket-row.ts';

type ListedTicketRow = TicketRow & {
  name: string | null;
  queue: string;
  counter_name: string | null;
  target_counter_name: string | null;
  remark: string | null;
};

const listed = `t.id, t.business_day, t.series_id, t.queue_id, t.letter, t.number, t.place, t.priority, t.state, t.counter_id,
  t.target_counter_id, t.issued_at, t.since, t.not_here_count, t.returns_at,
  (SELECT p.full_name FROM request r JOIN person p ON p.id = r.person_id WHERE r.ticket_id = t.id ORDER BY r.position LIMIT 1) AS name,
  (SELECT s.letter FROM series s WHERE s.id = t.queue_id) AS queue,
  (SELECT c.name FROM counter c WHERE c.id = t.counter_id) AS counter_name,
  (SELECT c.name FROM counter c WHERE c.id = t.target_counter_id) AS target_counter_name,
  (SELECT n.remark FROM ticket_remark n WHERE n.ticket_id = t.id) AS remark`;

/** Tickets of one day with their requests; `where` is a condition on ticket `t` with its bindings. */
export function listTickets(
  store: ReadableStore,
  office: string,
  day: DayRow,
  where: string,
  bindings: readonly string[],
): QueueRow[] {
  const rows = store
    .prepare<string[], ListedTicketRow>(
      `SELECT ${listed} FROM ticket t WHERE t.office_id = ? AND t.business_day = ? AND ${where} ORDER BY t.place`,
    )
    .all(office, day.day, ...bindings);
  const requests = new Map<string, ListedRequestRow[]>();
  const found = store
    .prepare<string[], ListedRequestRow>(
      `SELECT ${listedRequestColumns}
       FROM ticket t JOIN request r ON r.ticket_id = t.id
       WHERE t.office_id = ? AND t.business_day = ? AND ${where} ORDER BY r.position`,
    )
    .all(office, day.day, ...bindings);
  for (const request of found) {
    const list = requests.get(request.ticket_id);
    if (list === undefined) requests.set(request.ticket_id, [request]);
    else list.push(request);
  }
  return rows.map((row) => ({
    ...asTicket(row, requests.get(row.id) ?? []),
    name: row.name,
    queue: row.queue,
    counterName: row.counter_name,
    targetCounterName: row.target_counter_name,
    returnsIn:
      row.state === 'not-here' && row.returns_at !== null ? Math.max(0, row.returns_at - day.calls) : null,
    remark: row.remark,
  }));
}

/** The telephones of the people on each ticket of a day. */
function phonesOf(store: ReadableStore, office: string, day: string): ReadonlyMap<string, string[]> {
  const rows = store
    .prepare<[string, string], { ticket_id: string; phone: string }>(
      `SELECT r.ticket_id, p.phone FROM ticket t JOIN request r ON r.ticket_id = t.id JOIN person p ON p.id = r.person_id
       WHERE t.office_id = ? AND t.business_day = ? AND p.phone IS NOT NULL`,
    )
    .all(office, day);
  const phones = new Map<string, string[]>();
  for (const row of rows) phones.set(row.ticket_id, [...(phones.get(row.ticket_id) ?? []), row.phone]);
  return phones;
}

/** Durations of the day's finished services, oldest first, in milliseconds. */
function finishedServices(store: ReadableStore, office: string, day: string): number[] {
  return store
    .prepare<[string, string], { duration_ms: number }>(
      `SELECT p.duration_ms FROM ticket t JOIN ticket_period p ON p.ticket_id = t.id
       WHERE t.office_id = ? AND t.business_day = ? AND t.state = 'done' AND p.state = 'serving' AND p.undone = 0 AND p.duration_ms > 0
       ORDER BY p.event`,
    )
    .all(office, day)
    .map((row) => row.duration_ms);
}

/** Counters that called somebody in the last half hour or have somebody now and do not rest; those count for an estimate. */
function countersAtWork(call: QueryCall, office: string, day: string): number {
  const since = new Date(Date.parse(call.at) - 30 * 60_000).toISOString();
  const row = call.store
    .prepare<[string, string, string], { counters: number }>(
      `SELECT count(DISTINCT counter_id) AS counters FROM ticket
       WHERE office_id = ? AND business_day = ? AND counter_id IS NOT NULL AND state <> 'on-hold'
         AND counter_id NOT IN (SELECT counter_id FROM counter_pause WHERE ended_at IS NULL)
         AND (since >= ? OR state IN ('called', 'serving'))`,
    )
    .get(office, day, since);
  return row?.counters ?? 0;
}

/** Minutes until a ticket with `ahead` tickets before it is called; null when the day has too little to go on. */
export function waitRange(call: QueryCall, office: string, day: string, ahead: number) {
  return estimateWait({
    services: finishedServices(call.store, office, day),
    ahead,
    countersAtWork: countersAtWork(call, office, day),
  });
}

export function groupByProcedure(
  waiting: readonly QueueRow[],
): { procedure: Procedure; count: number; oldestSince: string | null }[] {
  const groups = new Map<Procedure, { procedure: Procedure; count: number; oldestSince: string | null }>();
  for (const ticket of waiting) {
    const procedure = ticket.requests[0]?.procedure;
    if (procedure === undefined) continue;
    const group = groups.get(procedure) ?? { procedure, count: 0, oldestSince: null };
    group.count += 1;
    if (group.oldestSince === null || ticket.issuedAt < group.oldestSince)
      group.oldestSince = ticket.issuedAt;
    groups.set(procedure, group);
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}

const emptyBoard = {
  businessDay: null,
  issued: 0,
  active: [],
  waiting: [],
  onHold: [],
  notHere: [],
  byProcedure: [],
  estimate: null,
};

export const queueServices = {
  'ticket.list'(call, input) {
    const { store } = call;
    const office = officeId(store);
    const day =
      input.businessDay === undefined ? findOpenDay(store, office) : dayRow(store, office, input.businessDay);
    if (day === undefined) return [];
    const rows =
      input.state === undefined
        ? listTickets(store, office, day, 'true', [])
        : listTickets(store, office, day, 't.state = ?', [input.state]);
    const search = input.search ?? '';
    if (search.trim() === '') return rows;
    const phones = searchedPhone(search) === null ? undefined : phonesOf(store, office, day.day);
    const found = rows.map((row) => ({
      row,
      match: matchTicket(search, { ...row, phones: phones?.get(row.id) ?? [] }),
    }));
    return [
      ...found.filter(({ match }) => match === 'exact'),
      ...found.filter(({ match }) => match === 'part'),
    ].map(({ row }) => row);
  },
  'queue.board'(call, input) {
    const { store } = call;
    const office = officeId(store);
    const day = findOpenDay(store, office);
    if (day === undefined) return emptyBoard;
    const open = listTickets(
      store,
      office,
      day,
      "t.state IN ('waiting', 'called', 'serving', 'on-hold', 'not-here')",
      [],
    );
    const waiting = open.filter((ticket) => ticket.state === 'waiting');
    const counters = callingCounters(store, office);
    const { counterId } = input;
    const mine = counterId === undefined ? () => true : callableBy(counterId, counters);
    const run = counters.find(({ id }) => id === counterId)?.run ?? 0;
    const rule = readSettings(store, office);
    const ordered = callOrder(waiting.filter(mine), run, rule);
    // Somebody who comes now without priority: to this counter, or wherever most people go.
    const newcomer = {
      queue: seriesFor(call.store, office, undefined, 'guidance').letter,
      targetCounterId: counterId ?? null,
      priority: false,
    };
    const ahead = peopleAhead(newcomer, [...waiting, newcomer], counters, rule);
    return {
      businessDay: day.day,
      issued: day.issued,
      active: open.filter((ticket) => ticket.state === 'called' || ticket.state === 'serving'),
      waiting: [...ordered, ...waiting.filter((ticket) => !mine(ticket))],
      onHold: open.filter((ticket) => ticket.state === 'on-hold'),
      notHere: open.filter((ticket) => ticket.state === 'not-here'),
      byProcedure: groupByProcedure(waiting),
      estimate: waitRange(call, office, day.day, ahead),
    };
  },
  'queue.wall'(call) {
    const { store } = call;
    const office = readOffice(store);
    const { voice } = readDevice(store, call.caller.device);
    const day = office === null ? undefined : findOpenDay(store, office.id);
    if (office === null || day === undefined) {
      return {
        office: office?.name ?? '',
        voice,
        businessDay: null,
        training: call.training,
        at: call.at,
        calls: [],
        waiting: [],
        counters: [],
        next: [],
      };
    }
    return {
      office: office.name,
      voice,
      businessDay: day.day,
      training: call.training,
      at: call.at,
      calls: latestCalls(store, day.day),
      waiting: waitingCounts(store, office.id, day.day),
      counters: atCounters(store, office, day.day),
      next: nextNumbers(store, office.id, day.day),
    };
  },
} satisfies Partial<Services>;

type CallRow = { event: number; at: string; letter: string; number: number; counter: string };

/**
 * The last calls of the day, newest first, each ticket once, at most six. A call that was taken back is gone, and so
 * are its recalls.
 */
function latestCalls(store: ReadableStore, day: string) {
  return store
    .prepare<[string], CallRow>(
      `SELECT event, at, letter, number, counter FROM (
         SELECT e.number AS event, e.at, t.letter, t.number, c.name AS counter,
                row_number() OVER (PARTITION BY e.ticket_id ORDER BY e.number DESC) AS latest
         FROM event e JOIN counter c ON c.id = e.counter_id JOIN ticket t ON t.id = e.ticket_id
         WHERE e.business_day = ? AND e.name IN ('ticket.called', 'ticket.recalled')
           AND (SELECT p.undone FROM ticket_period p WHERE p.ticket_id = e.ticket_id AND p.event <= e.number ORDER BY p.event DESC LIMIT 1) = 0
       ) WHERE latest = 1 ORDER BY event DESC LIMIT 6`,
    )
    .all(day)
    .map((row) => ({
      callId: row.event,
      number: ticketNumber(row.letter, row.number),
      counter: row.counter,
      calledAt: row.at,
    }));
}

/** The counters in use, whom each has in hand, and which rest. */
function atCounters(store: ReadableStore, office: Pick<Office, 'id' | 'counters'>, day: string) {
  const inHand = store
    .prepare<[string, string], { counter: string; letter: string; number: number }>(
      `SELECT counter_id AS counter, letter, number FROM ticket
       WHERE office_id = ? AND business_day = ? AND state IN ('called', 'serving')`,
    )
    .all(office.id, day);
  return office.counters
    .filter(({ active }) => active)
    .map(({ id, name, pause }) => {
      const ticket = inHand.find(({ counter }) => counter === id);
      return {
        counter: name,
        number: ticket === undefined ? null : ticketNumber(ticket.letter, ticket.number),
        pause: pause === null ? null : { returnsAt: pause.returnsAt },
      };
    });
}

/** So many people are told to get ready. */
const GET_READY = 3;

/** The numbers that are called next. */
function nextNumbers(store: ReadableStore, office: string, day: string): string[] {
  const heads = ([1, 0] as const).flatMap((priority) => {
    const found: WaitingTicket[] = [];
    for (const ticket of waitingTickets(store, office, day, priority)) {
      found.push(ticket);
      if (found.length === GET_READY) break;
    }
    return found;
  });
  return callOrder(heads, sharedRun(callingCounters(store, office)), readSettings(store, office))
    .slice(0, GET_READY)
    .map(({ id }) => {
      const { letter, number } = ticketRow(store, id);
      return ticketNumber(letter, number);
    });
}

function waitingCounts(
  store: ReadableStore,
  office: string,
  day: string,
): { procedure: Procedure; count: number }[] {
  return store
    .prepare<[string, string], { procedure: Procedure; count: number }>(
      `SELECT r.procedure, count(*) AS count FROM ticket t JOIN request r ON r.ticket_id = t.id AND r.position = 0
       WHERE t.office_id = ? AND t.business_day = ? AND t.state = 'waiting' GROUP BY r.procedure ORDER BY count DESC, r.procedure`,
    )
    .all(office, day);
}
