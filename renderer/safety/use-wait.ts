import type { DeskProblem } from '#shared/contract/problem.ts';
import { useEffect, useState } from 'react';
import { useNow } from '#renderer/ui/use-now.ts';

/** Seconds that are still to be waited after too many wrong secrets, counted down; 0: none. */
export function useWait(problem: DeskProblem | undefined): number {
  const now = useNow(1000);
  const [until, setUntil] = useState(0);
  useEffect(() => {
    const seconds =
      problem?.code === 'wrong-secret'
        ? problem.waitSeconds
        : problem?.code === 'wait-first'
          ? problem.seconds
          : 0;
    setUntil(seconds === 0 ? 0 : Date.now() + seconds * 1000);
  }, [problem]);
  return Math.max(0, Math.ceil((until - now) / 1000));
}
