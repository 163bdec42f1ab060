import type { DeskMethod } from '#shared/contract/method.ts';
import { READ_KINDS, type ReadKind } from '#shared/domain/person/keeping.ts';
import type { Clock } from './clock.ts';
import type { NewEvent } from './store/rows/event-row.ts';
import type { Actor } from './store/rows/officer-row.ts';

/** Counts the reads of personal data that a desk serves. */
export type CountReads = {
  /** A call was answered. */
  served(rule: DeskMethod, input: unknown, by: Actor): void;
  /** Writes what was counted once its quarter of an hour is over. */
  look(): void;
  /** Writes what is left; the desk closes. */
  stop(): void;
};

const QUARTER_MS = 15 * 60_000;
/** How often it is looked while nobody asks the desk for anything. */
const LOOK_MS = 60_000;

/**
 * One event for each officer, device and kind at the end of a quarter of an hour in which somebody read. `write` stores
 * them together and says whether it could; what it could not is tried with the next quarter.
 */
export function countReads(
  clock: Clock,
  write: (events: readonly { readonly by: Actor; readonly event: NewEvent }[]) => boolean,
): CountReads {
  const counts = new Map<string, { readonly by: Actor; readonly kind: ReadKind; times: number }>();
  let since = 0;
  let timer: NodeJS.Timeout | undefined;

  function tell(): void {
    if (counts.size === 0) return;
    const rows = [...counts.values()].toSorted(
      (a, b) => READ_KINDS.indexOf(a.kind) - READ_KINDS.indexOf(b.kind),
    );
    since = clock.monotonic();
    const isWritten = write(
      rows.map(({ by, kind, times }) => ({ by, event: { name: 'reads.counted', data: { kind, times } } })),
    );
    if (isWritten) counts.clear();
  }

  function look(): void {
    if (counts.size > 0 && clock.monotonic() - since >= QUARTER_MS) tell();
  }

  return {
    served({ reads }, input, { officer, device }) {
      if (reads === undefined || (reads.when !== undefined && !reads.when(input as never))) return;
      if (counts.size === 0) since = clock.monotonic();
      const key = JSON.stringify([officer, device, reads.kind]);
      const count = counts.get(key) ?? { by: { officer, device }, kind: reads.kind, times: 0 };
      counts.set(key, { ...count, times: count.times + 1 });
      timer ??= setInterval(look, LOOK_MS).unref();
    },
    look,
    stop() {
      clearInterval(timer);
      tell();
    },
  };
}
