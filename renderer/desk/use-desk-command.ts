import type { CommandName, Input, Output } from '#shared/contract/desk-contract.ts';
import type { DeskProblem, DeskReply } from '#shared/contract/problem.ts';
import { useCallback, useRef, useState } from 'react';
import { v4 } from 'uuid';
import { useDesk } from './desk-context.ts';
import { useLive } from './live.ts';
import { intentFor, sendCommand, type Intent } from './send-command.ts';

const PAUSES_MS = [250, 750, 2000];

type DeskCommand<M extends CommandName> = {
  readonly run: (input: Input<M>) => Promise<DeskReply<Output<M>>>;
  readonly isPending: boolean;
  /** Why the latest attempt was refused; gone with the next one. */
  readonly problem: DeskProblem | undefined;
  readonly reset: () => void;
};

/** Tells the desk to do something, once per wish. While the line is known to be cut one attempt is made and nothing waits. */
export function useDeskCommand<M extends CommandName>(method: M): DeskCommand<M> {
  const desk = useDesk();
  const [pending, setPending] = useState(0);
  const [problem, setProblem] = useState<DeskProblem | undefined>(undefined);
  const lost = useRef<Intent | null>(null);

  const run = useCallback(
    async (input: Input<M>) => {
      const intent = intentFor(lost.current, input, v4, performance.now());
      setPending((count) => count + 1);
      setProblem(undefined);
      const pauses = useLive.getState().connection === 'lost' ? [] : PAUSES_MS;
      const reply = await sendCommand(desk, method, input, intent.key, pauses);
      lost.current = !reply.ok && reply.problem.code === 'unreachable' ? intent : null;
      setPending((count) => count - 1);
      if (!reply.ok) setProblem(reply.problem);
      return reply;
    },
    [desk, method],
  );
  const reset = useCallback(() => setProblem(undefined), []);
  return { run, isPending: pending > 0, problem, reset };
}
