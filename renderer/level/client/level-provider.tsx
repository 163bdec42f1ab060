import { DeskContext } from '#renderer/desk/desk-context.ts';
import { createQueries } from '#renderer/desk/desk-provider.tsx';
import { setConnection, useLive } from '#renderer/desk/live.ts';
import { Opening, Unreachable } from '#renderer/frame/opening.tsx';
import styles from '#renderer/frame/opening.module.css';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { followLevel } from './follow-level.ts';
import type { LevelClient } from './level-client.ts';
import { useLevelWords } from './words.ts';

const PAUSE_MS = 1000;

type Start = 'asking' | 'open' | DeskProblem;

/** Asks the level until it answers, follows its changes, and shows what stands below only then. */
export function LevelProvider({
  client,
  signing,
  children,
}: {
  readonly client: DeskClient;
  /** Where one signs in, which some levels want before they answer anything else. */
  readonly signing: ReactNode;
  readonly children: ReactNode;
}) {
  const [queries] = useState(createQueries);
  const [start, setStart] = useState<Start>('asking');
  const [attempt, setAttempt] = useState(0);
  const askAgain = useCallback(() => setAttempt((count) => count + 1), []);
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stop: (() => void) | undefined;
    const ask = async () => {
      const reply = await (client as unknown as LevelClient).call('level.state', {});
      if (isOver) return;
      if (reply.ok) {
        setStart('open');
        stop = followLevel(client, queries, reply.value.revision);
        return;
      }
      setStart(reply.problem);
      setConnection('lost');
      if (reply.problem.code !== 'sender-refused') timer = setTimeout(() => void ask(), PAUSE_MS);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [client, queries, attempt]);
  const isShutOut = useLive((live) => live.isShutOut);
  const handle = useMemo(
    () => ({ client, training: false, doors: undefined, start: { state: 'asking' } as const, askAgain }),
    [client, askAgain],
  );
  const problem: DeskProblem | undefined = isShutOut
    ? { code: 'sender-refused' }
    : typeof start === 'object'
      ? start
      : undefined;
  return (
    <DeskContext value={handle}>
      {problem?.code === 'sender-refused' ? (
        <ShutOut />
      ) : problem !== undefined ? (
        <Unreachable problem={problem} onRetry={askAgain} />
      ) : (
        <QueryClientProvider client={queries}>
          {start === 'asking' ? <Opening /> : children}
          {signing}
        </QueryClientProvider>
      )}
    </DeskContext>
  );
}

/** The host knows nothing of this window: its code was used up, or the program was started anew. */
function ShutOut() {
  const { frame } = useLevelWords().level;
  return (
    <main className={styles['page']}>
      <div className={styles['box']}>
        <h1 className={styles['title']}>{frame.refused}</h1>
        <p>{frame.refusedHelp}</p>
      </div>
    </main>
  );
}
