import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import type { PrintResult } from '#renderer/paper/print-job.ts';
import { usePrint } from '#renderer/paper/use-print.ts';
import type { PrintJob } from '#shared/contract/print.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useEffect, useState } from 'react';

export type SlipPrinting = {
  /** The newest print of this ticket's guidance slip. */
  readonly job: PrintJob | undefined;
  readonly result: PrintResult | null;
  readonly refusal: string;
  readonly isPending: boolean;
  readonly print: () => void;
  readonly confirm: () => void;
};

/** Prints the guidance slip of a ticket and follows what became of it. */
export function useSlipPrinting(ticketId: string | null): SlipPrinting {
  const text = useText();
  const send = usePrint();
  const mark = useDeskCommand('print.mark');
  // A printer that keeps one ticket's slip waiting holds up no other ticket.
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const [result, setResult] = useState<{ readonly of: string; readonly what: PrintResult } | null>(null);
  const jobs = useDeskQuery('print.list', {}).value ?? [];
  const job = jobs.find((candidate) => candidate.ticketId === ticketId && candidate.sheet === 'guidance');
  useEffect(() => setResult(null), [ticketId]);

  const print = async () => {
    if (ticketId === null || pending.has(ticketId)) return;
    setPending((before) => new Set([...before, ticketId]));
    // A slip that never came out is the same slip still; one that did is printed again, marked.
    const isUnprinted = job?.state === 'failed' || job?.state === 'queued';
    const what = isUnprinted ? await send.again(job.id) : await send.sheet({ ticketId, sheet: 'guidance' });
    setResult({ of: ticketId, what });
    setPending((before) => new Set([...before].filter((one) => one !== ticketId)));
  };
  const own = result !== null && result.of === ticketId ? result.what : null;
  return {
    job,
    result: own,
    refusal: own?.kind === 'refused' ? problemText(own.problem, text) : '',
    isPending: ticketId !== null && pending.has(ticketId),
    print: () => void print(),
    confirm: () => {
      if (job !== undefined) void mark.run({ jobId: job.id, state: 'confirmed' });
    },
  };
}
