import { hash } from 'node:crypto';
import type { DeskEvent, DeskEventName, EventData } from '#shared/contract/event.ts';
import type { Actor } from './officer-row.ts';
import type { ReadableStore, WritableStore } from '../store.ts';

type NewHeading = {
  businessDay?: string | null;
  ticketId?: string | null;
  requestId?: string | null;
  counterId?: string | null;
};
/** What a service says of an event; the desk adds when, who and where. */
export type NewEvent = {
  [N in DeskEventName]: NewHeading & { name: N } & (Record<string, never> extends EventData<N>
      ? { data?: EventData<N> }
      : { data: EventData<N> });
}[DeskEventName];

type EventRow = {
  number: number;
  v: number;
  at: string;
  business_day: string | null;
  name: DeskEventName;
  officer: string;
  device: string;
  ticket_id: string | null;
  request_id: string | null;
  counter_id: string | null;
  data: string;
  hash: string;
};

const columns =
  'number, v, at, business_day, name, officer, device, ticket_id, request_id, counter_id, data, hash';
const firstLink = '0'.repeat(64);

/** The form of the links written now. A later form gets the next number; the links before it keep theirs. */
const FORM = 1;

/** The link of a row: SHA-256 over its form, the link before it and everything the row says. */
function link(before: string, row: Omit<EventRow, 'hash'>): string {
  return hash(
    'sha256',
    JSON.stringify([
      row.v,
      before,
      row.number,
      row.at,
      row.business_day,
      row.name,
      row.officer,
      row.device,
      row.ticket_id,
      row.request_id,
      row.counter_id,
      row.data,
    ]),
  );
}

function asEvent(row: EventRow): DeskEvent {
  return {
    number: row.number,
    at: row.at,
    businessDay: row.business_day,
    name: row.name,
    officer: row.officer,
    device: row.device,
    ticketId: row.ticket_id,
    requestId: row.request_id,
    counterId: row.counter_id,
    data: JSON.parse(row.data),
  } as DeskEvent;
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
export function appendEvent(store: WritableStore, at: string, by: Actor, event: NewEvent): DeskEvent {
  const head = chainHead(store);
  // In the order of the columns: values by their names take half as long again.
  const row = {
    number: head.number + 1,
    v: FORM,
    at,
    business_day: event.businessDay ?? null,
    name: event.name,
    officer: by.officer,
    device: by.device,
    ticket_id: event.ticketId ?? null,
    request_id: event.requestId ?? null,
    counter_id: event.counterId ?? null,
    data: JSON.stringify(event.data ?? {}),
  };
  const linked = { ...row, hash: link(head.hash, row) };
  store
    .prepare<(string | number | null)[]>(
      `INSERT INTO event (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(...Object.values(linked));
  return asEvent(linked);
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
    if (row.number !== events || row.v !== FORM || link(before, row) !== row.hash)
      return { events, firstBroken: events };
    before = row.hash;
  }
  return { events, firstBroken: null };
}

type SavedEvent = DeskEvent<'report.saved'>;

/** The files of days between two dates that lie in a folder, oldest first. */
export function savedOfDays(store: ReadableStore, first: string, last: string): SavedEvent[] {
  return store
    .prepare<[string, string], EventRow>(
      `SELECT ${columns} FROM event WHERE name = 'report.saved' AND business_day >= ? AND business_day <= ? ORDER BY number`,
    )
    .all(first, last)
    .map((row) => asEvent(row) as SavedEvent);
}

/** The files of months, years and campaigns that lie in a folder. */
export function savedOfPeriods(store: ReadableStore): SavedEvent[] {
  return store
    .prepare<[], EventRow>(
      `SELECT ${columns} FROM event WHERE name = 'report.saved' AND business_day IS NULL`,
    )
    .all()
    .map((row) => asEvent(row) as SavedEvent);
}
