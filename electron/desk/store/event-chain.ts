import { hash } from 'node:crypto';
import type { DeskEventName } from '#shared/contract/event.ts';
import type { ChainPlace, ReadableStore } from './store.ts';

/** A row of the journal. */
export type EventRow = {
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

export const eventColumns =
  'number, v, at, business_day, name, officer, device, ticket_id, request_id, counter_id, data, hash';
/** The form of the links written now. A later form gets the next number; the links before it keep theirs. */
export const CHAIN_FORM = 1;

/** The link of a row: SHA-256 over its form, the link before it and everything the row says. */
export function link(before: string, row: Omit<EventRow, 'hash'>): string {
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

/** Before the first event. */
export const CHAIN_START: ChainPlace = { number: 0, hash: '0'.repeat(64) };

/** Walks at most `most` events after a place; `firstBroken` is the first number that is missing or whose link does not fit. */
export function walkChain(
  store: Pick<ReadableStore, 'prepare'>,
  after: ChainPlace,
  most: number,
): { readonly place: ChainPlace; readonly firstBroken: number | null } {
  let { number, hash: before } = after;
  const rows = store
    .prepare<[number, number], EventRow>(
      `SELECT ${eventColumns} FROM event WHERE number > ? ORDER BY number LIMIT ?`,
    )
    .all(number, most);
  for (const row of rows) {
    if (row.number !== number + 1 || row.v !== CHAIN_FORM || link(before, row) !== row.hash)
      return { place: { number, hash: before }, firstBroken: number + 1 };
    ({ number, hash: before } = row);
  }
  return { place: { number, hash: before }, firstBroken: null };
}
