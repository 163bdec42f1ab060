import type { PrintJob } from '#shared/contract/print.ts';

export type NumberPrint = { readonly state: PrintJob['state']; readonly copies: number };

/** The latest print of each ticket's number and how often it was printed again; `jobs` come newest first. */
export function numberPrints(jobs: readonly PrintJob[]): ReadonlyMap<string, NumberPrint> {
  const prints = new Map<string, NumberPrint>();
  for (const { ticketId, sheet, state, copy } of jobs) {
    if (ticketId !== null && sheet === 'number' && !prints.has(ticketId))
      prints.set(ticketId, { state, copies: copy });
  }
  return prints;
}

/** What asking for a number's paper again means: its job that never came out, or none where a further one is due. */
export function unprintedNumber(jobs: readonly PrintJob[], ticketId: string): PrintJob | undefined {
  const latest = jobs.find((job) => job.ticketId === ticketId && job.sheet === 'number');
  return latest?.state === 'failed' || latest?.state === 'queued' ? latest : undefined;
}
