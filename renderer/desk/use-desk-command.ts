import type { CommandName, Input, Output } from '#shared/contract/desk-contract.ts';
import type { DeskProblem, DeskReply } from '#shared/contract/problem.ts';
import { useCallback, useState } from 'react';
import { useDesk } from './desk-context.ts';
import { isOfLine, useHeardAgain } from './live.ts';
import { giveCommand } from './send-command.ts';

type DeskCommand<M extends CommandName> = {
  readonly run: (input: Input<M>) => Promise<DeskReply<Output<M>>>;
  readonly isPending: boolean;
  /** Why the latest attempt was refused; gone with the next one, and with its cause: a lost line that is back. */
  readonly problem: DeskProblem | undefined;
  readonly reset: () => void;
};

/** Gives a command by `giveCommand` and says how it goes. */
export function useDeskCommand<M extends CommandName>(method: M): DeskCommand<M> {
  const desk = useDesk();
  const [pending, setPending] = useState(0);
  const [problem, setProblem] = useState<DeskProblem | undefined>(undefined);

  const run = useCallback(
    async (input: Input<M>) => {
      setPending((count) => count + 1);
      setProblem(undefined);
      const reply = await giveCommand(desk, method, input);
      setPending((count) => count - 1);
      if (!reply.ok) setProblem(reply.problem);
      return reply;
    },
    [desk, method],
  );
  useHeardAgain(() => setProblem((said) => (said !== undefined && isOfLine(said) ? undefined : said)));
  const reset = useCallback(() => setProblem(undefined), []);
  return { run, isPending: pending > 0, problem, reset };
}
