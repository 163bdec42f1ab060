import type { Query, QueryClient } from '@tanstack/react-query';

/**
 * Answers on screen are asked for again. Those that nobody looks at are forgotten: a screen that opens later would show
 * them until the new one comes, and somebody could act on what is no longer so.
 */
export async function growOld(queries: QueryClient, predicate: (query: Query) => boolean): Promise<void> {
  queries.removeQueries({ type: 'inactive', predicate });
  const first = queries
    .getQueryCache()
    .findAll({ predicate })
    .filter(({ state }) => state.fetchStatus === 'fetching' && state.data === undefined);
  await Promise.all([
    queries.invalidateQueries({ predicate }),
    ...first.map((query) => askOnceMore(queries, query)),
  ]);
}

/** A first answer that is under way may be one from before; it is waited for, whatever others wait for, and then asked for again. */
async function askOnceMore(queries: QueryClient, query: Query): Promise<void> {
  await query.promise?.catch(() => undefined);
  if (query.getObserversCount() === 0) queries.getQueryCache().remove(query);
  else await queries.invalidateQueries({ predicate: (one) => one === query });
}

/** An answer that grew old while somebody looked, and was left before the new one came, is forgotten too. */
export function forgetLeft(queries: QueryClient): () => void {
  return queries.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'observerRemoved' || !query.state.isInvalidated) return;
    // A component that only moves looks again at once.
    queueMicrotask(() => {
      if (query.getObserversCount() === 0 && query.state.isInvalidated) queries.getQueryCache().remove(query);
    });
  });
}
