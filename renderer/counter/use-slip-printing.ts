import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import type { PrintResult } from '#renderer/frame/print-job.ts';
import { usePrint } from '#renderer/frame/use-print.ts';
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
  const [isPending, setPending] = useState(false);
  const [result, setResult] = useState<PrintResult | null>(null);
  const jobs = useDeskQuery('print.list', {}).value ?? [];
  const job = jobs.find((candidate) => candidate.ticketId === ticketId && candidate.sheet === 'guidance');
  useEffect(() => setResult(null), [ticketId]);

  const print = async () => {
    if (ticketId === null) return;
    setPending(true);
    setResult(await send({ ticketId, sheet: 'guidance' }));
    setPending(false);
  };
  return {
    job,
    result,
    refusal: result?.kind === 'refused' ? problemText(result.problem, text) : '',
    isPending,
    print: () => void print(),
    confirm: () => {
      if (job !== undefined) void mark.run({ jobId: job.id, state: 'confirmed' });
    },
  };
}
