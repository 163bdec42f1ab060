export const PRINT_STATES = ['queued', 'sent', 'confirmed', 'failed', 'given-up'] as const;
export type PrintState = (typeof PRINT_STATES)[number];

/** A job that nobody has asked for within this time waits for a person: late paper lies in the tray of the next visitor. */
const PRINTS_BY_ITSELF_MS = 2 * 60_000;

/** "Sent" is what the program knows; only a person says that paper came out, or that it did not after all. */
const next: Record<PrintState, readonly PrintState[]> = {
  queued: ['sent', 'confirmed', 'failed', 'given-up'],
  sent: ['sent', 'confirmed', 'failed', 'given-up'],
  failed: ['sent', 'confirmed', 'failed', 'given-up'],
  confirmed: ['confirmed', 'failed'],
  'given-up': ['given-up'],
};

/** Whether a job may pass from one state to another when somebody says what became of it. */
export function mayBecome(from: PrintState, to: PrintState): boolean {
  return next[from].includes(to);
}

/**
 * Whether a job may print only after a person has asked for it again: one that failed, and one that has been waiting for
 * more than two minutes. `wantedAt` and `now` are instants.
 */
export function waitsForPerson(job: { state: PrintState; wantedAt: string }, now: string): boolean {
  if (job.state === 'failed') return true;
  return job.state === 'queued' && Date.parse(now) - Date.parse(job.wantedAt) > PRINTS_BY_ITSELF_MS;
}

/** Whether a window that has shown its print dialogue since `begunAt` is still waited for. Both are instants. */
export function dialogueStands(begunAt: string, now: string): boolean {
  return Date.parse(now) - Date.parse(begunAt) <= PRINTS_BY_ITSELF_MS;
}
