import { z } from 'zod';

/** Minutes that nobody of a series should wait longer than, by its letter; a series that is not named has no target. */
export const waitingTargets = z.record(z.string().regex(/^[A-Z]$/), z.int().min(5).max(240));
type WaitingTargets = z.infer<typeof waitingTargets>;

/** Those who wait longer than the target of the series they wait in, the longest first. Instants are UTC. */
export function overdue<T extends { readonly queue: string; readonly issuedAt: string }>(
  waiting: readonly T[],
  targets: WaitingTargets,
  now: string,
): T[] {
  return waiting
    .filter(({ queue, issuedAt }) => {
      const minutes = targets[queue];
      return minutes !== undefined && Date.parse(now) - Date.parse(issuedAt) > minutes * 60_000;
    })
    .sort((a, b) => a.issuedAt.localeCompare(b.issuedAt));
}
