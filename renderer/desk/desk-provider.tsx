import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { DeskEventName } from '#shared/contract/event.ts';
import { QueryClient, QueryClientProvider, type Query } from '@tanstack/react-query';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { DeskContext, type DeskStart } from './desk-context.ts';
import { staleAfter } from './invalidation.ts';
import { setConnection, useLive } from './live.ts';
import { DeskRefusal } from './use-desk-query.ts';

/** The first pause before the desk is asked again, and the longest. */
const PAUSES_MS = [500, 1000, 2000, 4000];
/** Events that come together cause one round of questions. */
const GATHER_MS = 25;

export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Infinity,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (failures, error) =>
          failures < 2 && error instanceof DeskRefusal && error.problem.code === 'unreachable',
        retryDelay: 400,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

export type DeskProviderProps = {
  readonly client: DeskClient;
  readonly training?: boolean;
  readonly children: ReactNode;
};

/** Asks the desk whether it is open, follows its events, and throws away answers that grew old. */
export function DeskProvider({ client, training = false, children }: DeskProviderProps) {
  const [queries] = useState(createQueries);
  const [start, setStart] = useState<DeskStart>({ state: 'asking' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stop: (() => void) | undefined;
    const ask = async (failures: number) => {
      const reply = await client.call('system.health', {});
      if (over) return;
      if (!reply.ok) {
        setStart({ state: 'refused', problem: reply.problem });
        setConnection('lost');
        if (reply.problem.code !== 'unreachable' && reply.problem.code !== 'desk-closing') return;
        timer = setTimeout(() => void ask(failures + 1), PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)]);
        return;
      }
      setStart({ state: 'open', health: reply.value });
      stop = follow(client, queries, reply.value.lastEvent);
    };
    void ask(0);
    return () => {
      over = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [client, queries, attempt]);

  const handle = useMemo(
    () => ({ client, training, start, askAgain: () => setAttempt((count) => count + 1) }),
    [client, training, start],
  );
  return (
    <DeskContext value={handle}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </DeskContext>
  );
}

/**
 * Answers on screen are asked for again. Those that nobody looks at are forgotten: a screen that opens later would show
 * them until the new one comes, and somebody could act on what is no longer so.
 */
function growOld(queries: QueryClient, predicate: (query: Query) => boolean): void {
  queries.removeQueries({ type: 'inactive', predicate });
  void queries.invalidateQueries({ predicate });
}

function follow(client: DeskClient, queries: QueryClient, since: number): () => void {
  const heard = new Set<DeskEventName>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasLost = false;
  const refresh = () => {
    timer = undefined;
    const stale = new Set<string>([...heard].flatMap((name) => staleAfter(name)));
    heard.clear();
    growOld(queries, ({ queryKey: [method] }) => stale.has(String(method)));
  };
  const stop = client.listen(
    since,
    (event) => {
      useLive.setState({ lastEvent: event });
      heard.add(event.name);
      timer ??= setTimeout(refresh, GATHER_MS);
    },
    (live) => {
      setConnection(live ? 'live' : 'lost');
      // After a gap the desk may be another one, restored or restarted: everything is asked again.
      if (live && wasLost) growOld(queries, () => true);
      wasLost = !live;
    },
  );
  return () => {
    clearTimeout(timer);
    stop();
  };
}
