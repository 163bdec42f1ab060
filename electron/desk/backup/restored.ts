import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { DeskReply } from '#shared/contract/problem.ts';
import { appendEvent, eventsSince, type NewEvent } from '../store/rows/event-row.ts';
import { findOpenDay } from '../store/rows/day-row.ts';
import { officeRow } from '../store/rows/office-row.ts';
import type { Actor } from '../store/rows/officer-row.ts';
import { lastNumbers, readSeries } from '../store/rows/series-row.ts';
import { readOrder, writeOrder, type Given } from '../store/restore-steps.ts';
import type { Store } from '../store/store.ts';
import { ownCopies } from './copy-folder.ts';

type Restored = {
  readonly store: Store;
  readonly by: Actor;
  readonly now: () => string;
  /** Gives a command of the desk itself. */
  readonly command: (
    method: string,
    input: unknown,
    key: string,
  ) => DeskReply<unknown> | Promise<DeskReply<unknown>>;
};

/**
 * Ends a restore in the database that took its place: the journal says so, and numbers given after the copy enter the queue again
 * without a name, so that none is given twice. To be called when the desk opens and after a day is opened; does nothing twice.
 */
export function endRestore({ store, by, now, command }: Restored): void {
  const order = store.folder === '' ? null : readOrder(store.folder);
  const office = officeRow(store);
  if (order === null || office === undefined || (order.stage !== 'placed' && order.given.length === 0))
    return;
  const told: NewEvent =
    order.kind === 'restore'
      ? { name: 'backup.restored', data: { restore: order.id, copy: order.copy, events: order.events } }
      : { name: 'data.encrypted', data: { exchange: order.id } };
  const isTold = eventsSince(store, order.events, Number.MAX_SAFE_INTEGER).some(
    (event) => event.name === told.name && isDeepStrictEqual(event.data, told.data),
  );
  if (!isTold) store.write(() => appendEvent(store, now(), by, told));
  // What was enciphered is not kept beside it in plain.
  if (order.kind === 'encrypt')
    rmSync(join(ownCopies(store.folder), order.replaced), { recursive: true, force: true });
  const open = findOpenDay(store, office.id)?.day;
  const isOf = ({ day }: Given): boolean => open !== undefined && (day === null || day === open);
  let { nameless } = order;
  for (const { numbers } of order.given.filter(isOf))
    for (const [letter, last] of Object.entries(numbers)) nameless += raise(letter, last);
  // What was given on a day that is not open waits for it.
  const given = order.given.filter((one) => !isOf(one));
  writeOrder(store.folder, { ...order, stage: 'done', given, nameless });

  function raise(letter: string, last: number): number {
    if (!readSeries(store, officeRow(store)?.id ?? '').some((series) => series.letter === letter))
      void command('series.save', { letter, name: letter }, `restore-${order?.id}-series-${letter}`);
    let raised = 0;
    const held = (): number => lastNumbers(store, open ?? '')[letter] ?? 0;
    for (let number = held() + 1; number <= last; number += 1, raised += 1) {
      const input = { series: letter, requests: [{ procedure: 'guidance', subject: 'citizen' }] };
      void command('ticket.issue', input, `restore-${order?.id}-${letter}${number}`);
      if (held() < number) break;
    }
    return raised;
  }
}
