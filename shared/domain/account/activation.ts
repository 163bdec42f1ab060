import type { Outcome, Procedure } from '#shared/domain/procedure/vocabulary.ts';

/** Procedures that end in an account somebody can sign in to. */
const accountProcedures: readonly Procedure[] = ['level-1', 'level-2', 'level-2-with-card', 'activate'];

/** Whether a request can count an account as activated at all: it was taken, and an account came of it. */
export function mayActivate(procedure: Procedure, outcome: Outcome): boolean {
  return outcome === 'taken' && accountProcedures.includes(procedure);
}

/**
 * Whether an account counts as activated and signed in (R11). Without a word from the officer an activation that was
 * taken counts, and nothing else does.
 */
export function countsAsActivated(
  procedure: Procedure,
  outcome: Outcome,
  said: boolean | undefined,
): boolean {
  return mayActivate(procedure, outcome) && (said ?? procedure === 'activate');
}
