import type { DeskProblem } from '#shared/contract/problem.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useEffect, useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useNow } from '#renderer/ui/use-now.ts';

type SecretTrouble = {
  /** Seconds that are still to be waited, counted down; 0: none. */
  readonly waiting: number;
  /** What is said of the last attempt; null: nothing any more. */
  readonly says: string | null;
};

/** What came of a secret that was typed: after too many wrong ones its wait, and what is left to say when that is over. */
export function useSecretTrouble(problem: DeskProblem | undefined): SecretTrouble {
  const text = useText();
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
  const waiting = Math.max(0, Math.ceil((until - now) / 1000));
  if (waiting > 0) return { waiting, says: text.safety.waitFor(waiting) };
  if (problem === undefined || problem.code === 'wait-first') return { waiting, says: null };
  const told = problem.code === 'wrong-secret' ? { ...problem, waitSeconds: 0 } : problem;
  return { waiting, says: problemText(told, text) };
}
