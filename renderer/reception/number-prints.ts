import type { PrintJob } from '#shared/contract/print.ts';

export type NumberPrint = { readonly state: PrintJob['state']; readonly copies: number };

/** The latest print of each ticket's number and how often it was printed again; `jobs` come newest first. */
export function numberPrints(jobs: readonly PrintJob[]): ReadonlyMap<string, NumberPrint> {
  const prints = new Map<string, NumberPrint>();
  for (const job of jobs) {
    if (job.sheet === 'number' && !prints.has(job.ticketId))
      prints.set(job.ticketId, { state: job.state, copies: job.copy });
  }
  return prints;
}
