import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { focusManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { DeskContext, type DeskStart } from './desk-context.ts';
import { followDesk } from './follow-desk.ts';
import type { Doors } from './doors.ts';
import { setConnection, useLive } from './live.ts';
import { DeskRefusal } from './use-desk-query.ts';

/** The first pause before the desk is asked again, and the longest. */
const PAUSES_MS = [500, 1000, 2000, 4000];

/** What may pass by itself: the desk is asked again. */
const PASSING: readonly DeskProblem['code'][] = [
  'unreachable',
  'desk-closing',
  'desk-stopped',
  'line-cut',
  'host-changed',
  'version-differs',
];

const SHUT_OUT: DeskStart = { state: 'refused', problem: { code: 'sender-refused' } };

export function createQueries(): QueryClient {
  // A window that is covered or minimised has calls to read aloud: what was not answered is asked again there, too.
  focusManager.setFocused(true);
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

type DeskProviderProps = {
  readonly client: DeskClient;
  readonly training?: boolean;
  readonly doors?: Doors | undefined;
  readonly children: ReactNode;
};

/** Asks the desk whether it is open, follows its events, and throws away answers that grew old. */
export function DeskProvider({ client, training = false, doors, children }: DeskProviderProps) {
  const [queries] = useState(createQueries);
  const [start, setStart] = useState<DeskStart>({ state: 'asking' });
  const [attempt, setAttempt] = useState(0);

  const askAgain = useCallback(() => setAttempt((count) => count + 1), []);
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
        if (!PASSING.includes(reply.problem.code)) return;
        const longest = reply.problem.code === 'unreachable' ? PAUSES_MS.length - 1 : 0;
        timer = setTimeout(() => void ask(failures + 1), PAUSES_MS[Math.min(failures, longest)]);
        return;
      }
      setStart({ state: 'open', health: reply.value });
      const { desk, lastEvent } = reply.value;
      stop = followDesk(client, queries, { desk, since: lastEvent }, askAgain);
    };
    void ask(0);
    return () => {
      over = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [client, queries, attempt, askAgain]);

  const isShutOut = useLive((live) => live.isShutOut);
  const handle = useMemo(
    () => ({
      client,
      training,
      doors,
      start: isShutOut ? SHUT_OUT : start,
      askAgain,
    }),
    [client, training, doors, start, isShutOut, askAgain],
  );
  return (
    <DeskContext value={handle}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </DeskContext>
  );
}
