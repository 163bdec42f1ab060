import type { Outcome } from '../procedure/vocabulary.ts';
import type { TicketState } from './ticket-state.ts';

/** The state a ticket ends in by the outcomes of its requests: cancelled when all were, left when nobody was served, else done. */
export function endState(outcomes: readonly Outcome[]): TicketState {
  if (outcomes.every((outcome) => outcome === 'cancelled')) return 'cancelled';
  if (outcomes.every((outcome) => outcome === 'left' || outcome === 'cancelled')) return 'left';
  return 'done';
}
