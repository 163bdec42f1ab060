import type { Outcome, Procedure } from '../procedure/vocabulary.ts';
import type { AccountLevel } from './follow-up.ts';

/** Procedures in which a file is taken for a new account: the parts of the "files taken", which add up to them. */
export const FILED_PROCEDURES: readonly Procedure[] = ['level-1', 'level-2', 'level-2-with-card'];

/** Whether a request is one of the "files taken for an account" that the letters count each day (S4). */
export function isFileTaken(procedure: Procedure, outcome: Outcome | null): boolean {
  return outcome === 'taken' && FILED_PROCEDURES.includes(procedure);
}

/** The level of the account a procedure leads to. An activation alone says nothing of it: level 2 is what this desk issues. */
export function accountLevel(procedure: Procedure): AccountLevel {
  return procedure === 'level-1' ? 'level-1' : 'level-2';
}

/** Whether a request counts as level 1 guided: made at the desk, or shown how (S1, S2). */
export function isLevel1Guided(procedure: Procedure, outcome: Outcome | null): boolean {
  return procedure === 'level-1' && (outcome === 'taken' || outcome === 'guided');
}
