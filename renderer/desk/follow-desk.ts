import type { EventPlace } from '#shared/contract/channels.ts';
import { isStaleAfter, type DeskClient } from '#shared/contract/desk-contract.ts';
import type { DeskEventName } from '#shared/contract/event.ts';
import type { Query, QueryClient } from '@tanstack/react-query';
import { setConnection, setWhy, useLive } from './live.ts';

/** Events that come together cause one round of questions. */
const GATHER_MS = 25;
/** How often the host is asked why the desk is not heard. */
const WHY_MS = 1000;

/**
 * Answers on screen are asked for again. Those that nobody looks at are forgotten: a screen that opens later would show
 * them until the new one comes, and somebody could act on what is no longer so.
 */
async function growOld(queries: QueryClient, predicate: (query: Query) => boolean): Promise<void> {
  queries.removeQueries({ type: 'inactive', predicate });
  // A first answer that is under way may be one from before; it is waited for, and then asked for again.
  const first = new Set(
    queries
      .getQueryCache()
      .findAll({ predicate })
      .filter(({ state }) => state.fetchStatus === 'fetching' && state.data === undefined),
  );
  await queries.invalidateQueries({ predicate });
  if (first.size > 0) await queries.invalidateQueries({ predicate: (query) => first.has(query) });
}

/** An answer that grew old while somebody looked, and was left before the new one came, is forgotten too. */
function forgetLeft(queries: QueryClient): () => void {
  return queries.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'observerRemoved' || !query.state.isInvalidated) return;
    // A component that only moves looks again at once.
    queueMicrotask(() => {
      if (query.getObserversCount() === 0 && query.state.isInvalidated) queries.getQueryCache().remove(query);
    });
  });
}

/**
 * Follows the events of the desk: answers that grew old are asked for again, after a gap all of them before the line counts as live.
 * `shutOut` hears when the desk that is there now is none for this window, as when its PC joined another as a wall.
 */
export function followDesk(
  client: DeskClient,
  queries: QueryClient,
  from: EventPlace,
  shutOut: () => void,
): () => void {
  const heard = new Set<DeskEventName>();
  const stopForgetting = forgetLeft(queries);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let gaps = 0;
  let isOver = false;
  const refresh = () => {
    timer = undefined;
    const events = [...heard];
    heard.clear();
    void growOld(queries, ({ queryKey: [method] }) =>
      events.some((event) => isStaleAfter(String(method), event)),
    );
  };
  /** After a gap the desk may be another one, restored or restarted: what is on screen is not live before it was asked again. */
  const becomeLive = async () => {
    const before = gaps;
    if (gaps > 0) await growOld(queries, () => true);
    if (!isOver && gaps === before) setConnection('live');
  };
  const askWhy = async (gap: number) => {
    while (!isOver && gap === gaps && useLive.getState().connection === 'lost') {
      const reply = await client.call('system.health', {});
      if (!isOver && gap === gaps && !reply.ok) {
        if (reply.problem.code === 'not-allowed') return shutOut();
        setWhy(reply.problem);
      }
      await new Promise((done) => setTimeout(done, WHY_MS));
    }
  };
  const stop = client.listen(
    from,
    (event) => {
      useLive.setState({ lastEvent: event });
      heard.add(event.name);
      timer ??= setTimeout(refresh, GATHER_MS);
    },
    (live) => {
      if (live) return void becomeLive();
      gaps += 1;
      setConnection('lost');
      void askWhy(gaps);
    },
  );
  return () => {
    isOver = true;
    clearTimeout(timer);
    stopForgetting();
    stop();
  };
}
