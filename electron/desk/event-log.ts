import { createHash } from 'node:crypto';
import type { DeskEvent, DeskEventName } from '#shared/contract/event.ts';
import type { ReadableStore, WritableStore } from './store/store.ts';

export type NewEvent = {
  name: DeskEventName;
  businessDay?: string | null;
  ticketId?: string | null;
  requestId?: string | null;
  counterId?: string | null;
  data?: DeskEvent['data'];
};

type EventRow = {
  number: number;
  at: string;
  business_day: string | null;
  name: DeskEventName;
  ticket_id: string | null;
  request_id: string | null;
  counter_id: string | null;
  data: string;
  hash: string;
};

const columns = 'number, at, business_day, name, ticket_id, request_id, counter_id, data, hash';
const firstLink = '0'.repeat(64);

/** The link of a row: SHA-256 over the link before it and everything the row says. */
function link(before: string, row: Omit<EventRow, 'hash'>): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        before,
        row.number,
        row.at,
        row.business_day,
        row.name,
        row.ticket_id,
        row.request_id,
        row.counter_id,
        row.data,
      ]),
    )
    .digest('hex');
}

function asEvent(row: EventRow): DeskEvent {
  return {
    number: row.number,
    at: row.at,
    businessDay: row.business_day,
    name: row.name,
    ticketId: row.ticket_id,
    requestId: row.request_id,
    counterId: row.counter_id,
    data: JSON.parse(row.data) as DeskEvent['data'],
  };
}

/** The last event's number and link; number 0 and a chain of zeros when nothing has happened yet. */
export function chainHead(store: ReadableStore): { number: number; hash: string } {
  return (
    store
      .prepare<[], { number: number; hash: string }>(
        'SELECT number, hash FROM event ORDER BY number DESC LIMIT 1',
      )
      .get() ?? { number: 0, hash: firstLink }
  );
}

/** Appends one event inside the caller's transaction. Numbers rise by one and are never reused. */
export function appendEvent(store: WritableStore, at: string, event: NewEvent): DeskEvent {
  const head = chainHead(store);
  const row = {
    number: head.number + 1,
    at,
    business_day: event.businessDay ?? null,
    name: event.name,
    ticket_id: event.ticketId ?? null,
    request_id: event.requestId ?? null,
    counter_id: event.counterId ?? null,
    data: JSON.stringify(event.data ?? {}),
  };
  const hash = link(head.hash, row);
  store
    .prepare<EventRow>(
      `INSERT INTO event (${columns})
       VALUES (@number, @at, @business_day, @name, @ticket_id, @request_id, @counter_id, @data, @hash)`,
    )
    .run({ ...row, hash });
  return asEvent({ ...row, hash });
}

/** Events with a number above `since`, oldest first, at most `limit`. */
export function eventsSince(store: ReadableStore, since: number, limit: number): DeskEvent[] {
  return store
    .prepare<[number, number], EventRow>(
      `SELECT ${columns} FROM event WHERE number > ? ORDER BY number LIMIT ?`,
    )
    .all(since, limit)
    .map(asEvent);
}

/** One stored event; the caller knows that it exists. */
export function eventAt(store: ReadableStore, number: number): DeskEvent | undefined {
  const row = store.prepare<[number], EventRow>(`SELECT ${columns} FROM event WHERE number = ?`).get(number);
  return row === undefined ? undefined : asEvent(row);
}

/** Walks the whole chain; `firstBroken` is the first number that is missing or whose link does not fit. */
export function verifyEvents(store: ReadableStore): { events: number; firstBroken: number | null } {
  let before = firstLink;
  let events = 0;
  for (const row of store.prepare<[], EventRow>(`SELECT ${columns} FROM event ORDER BY number`).iterate()) {
    events += 1;
    if (row.number !== events || link(before, row) !== row.hash) return { events, firstBroken: events };
    before = row.hash;
  }
  return { events, firstBroken: null };
}
