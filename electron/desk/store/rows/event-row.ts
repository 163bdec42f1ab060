import type { DeskEvent, DeskEventName, EventData } from '#shared/contract/event.ts';
import type { Actor } from './officer-row.ts';
import { CHAIN_FORM, CHAIN_START, eventColumns as columns, link, type EventRow } from '../event-chain.ts';
import type { ChainPlace, ReadableStore, WritableStore } from '../store.ts';

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
export function chainHead(store: ReadableStore): ChainPlace {
  return (
    store.prepare<[], ChainPlace>('SELECT number, hash FROM event ORDER BY number DESC LIMIT 1').get() ??
    CHAIN_START
  );
}

/** When the last event happened that the desk did not write because of the clock itself; empty where there is none. */
export function lastEventAt(store: ReadableStore): string {
  return (
    store
      .prepare<[], { at: string }>(
        "SELECT at FROM event WHERE name <> 'clock.jumped' ORDER BY number DESC LIMIT 1",
      )
      .get()?.at ?? ''
  );
}

/** Appends one event inside the caller's transaction. Numbers rise by one and are never reused. */
export function appendEvent(store: WritableStore, at: string, by: Actor, event: NewEvent): DeskEvent {
  const head = chainHead(store);
  // In the order of the columns: values by their names take half as long again.
  const row = {
    number: head.number + 1,
    v: CHAIN_FORM,
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

/** Whether anything else than events of these names happened after a number. */
export function happenedBeside(
  store: ReadableStore,
  after: number,
  names: readonly DeskEventName[],
): boolean {
  return (
    store
      .prepare<(string | number)[]>(
        `SELECT 1 FROM event WHERE number > ? AND name NOT IN (${names.map(() => '?').join(', ')}) LIMIT 1`,
      )
      .get(after, ...names) !== undefined
  );
}

/** One stored event; the caller knows that it exists. */
export function eventAt(store: ReadableStore, number: number): DeskEvent | undefined {
  const row = store.prepare<[number], EventRow>(`SELECT ${columns} FROM event WHERE number = ?`).get(number);
  return row === undefined ? undefined : asEvent(row);
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
