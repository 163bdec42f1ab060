import { useLive } from '#renderer/desk/live.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import type { QueueWall } from '#shared/contract/ticket.ts';
import { useEffect, useState } from 'react';
import { advance, hearCalls, noCalls, untilNext, type WallCalls } from './wall-calls.ts';

type Wall = {
  readonly wall: QueueWall | undefined;
  readonly calls: WallCalls;
  /** The instant since which nothing was heard; null while the desk is heard. */
  readonly lostSince: string | null;
  readonly connecting: boolean;
};

/** The wall as the desk tells it, and how long it has been silent. */
export function useWall(): Wall {
  const { value: wall, problem } = useDeskQuery('queue.wall', {});
  const { connection, since } = useLive();
  const [calls, setCalls] = useState(noCalls);
  const [problemSince, setProblemSince] = useState<string | null>(null);

  const heard = wall?.calls;
  const day = wall?.businessDay ?? null;
  useEffect(() => setCalls(noCalls), [day]);
  useEffect(() => {
    if (heard !== undefined) setCalls((former) => hearCalls(former, heard, performance.now()));
  }, [heard]);

  useEffect(() => {
    const wait = untilNext(calls, performance.now());
    if (wait === null) return undefined;
    const timer = setTimeout(() => setCalls((former) => advance(former, performance.now())), wait + 1);
    return () => clearTimeout(timer);
  }, [calls]);

  const refused = problem !== undefined;
  useEffect(() => setProblemSince(refused ? new Date().toISOString() : null), [refused]);

  const lostSince = connection === 'lost' ? since : problemSince;
  return { wall, calls, lostSince, connecting: connection === 'connecting' && wall === undefined };
}
