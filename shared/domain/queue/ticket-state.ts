/** The states of a ticket. One period row is kept for each state a ticket passes through. */
export const TICKET_STATES = [
  'waiting',
  'called',
  'serving',
  'on-hold',
  'not-here',
  'done',
  'left',
  'cancelled',
] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/** A ticket in one of these states still needs somebody before the day can be closed. */
const OPEN_STATES = ['waiting', 'called', 'serving', 'on-hold', 'not-here'] as const;

/** A ticket in one of these states occupies its counter. */
const ACTIVE_STATES = ['called', 'serving'] as const;

export function isOpen(state: TicketState): boolean {
  return (OPEN_STATES as readonly string[]).includes(state);
}

export function isActive(state: TicketState): boolean {
  return (ACTIVE_STATES as readonly string[]).includes(state);
}

/** What an officer can do to a ticket that already exists. */
const TICKET_MOVES = [
  'call',
  'recall',
  'start',
  'not-here',
  'return',
  'hold',
  'resume',
  'transfer',
  'finish',
  'leave',
  'cancel',
  'settle',
  'reopen',
] as const;
export type TicketMove = (typeof TICKET_MOVES)[number];

const allowed: Record<TicketMove, readonly TicketState[]> = {
  call: ['waiting', 'not-here', 'on-hold'],
  recall: ['called'],
  start: ['called'],
  'not-here': ['called'],
  return: ['not-here', 'on-hold', 'called'],
  hold: ['called', 'serving'],
  resume: ['on-hold'],
  transfer: ['waiting', 'called', 'serving', 'on-hold', 'not-here'],
  finish: ['called', 'serving'],
  leave: ['waiting', 'called', 'serving', 'on-hold', 'not-here'],
  cancel: ['waiting', 'called', 'serving', 'on-hold', 'not-here'],
  settle: ['waiting', 'called', 'serving', 'on-hold', 'not-here'],
  reopen: ['done', 'left', 'cancelled'],
};

/** Whether `move` makes sense for a ticket in `state`; the one lifecycle table of the program. */
export function mayMove(move: TicketMove, state: TicketState): boolean {
  return allowed[move].includes(state);
}

/** Who wants to move a ticket; without a counter of its own a window is everybody's, such as reception's. */
type Mover = { readonly counterId: string | null; readonly isLeader: boolean };

/**
 * Whether another counter has the ticket in hand: it was called there, or is served there. A ticket on hold has freed its
 * counter and is anybody's; a leader may always move one.
 */
export function isElsewhere(
  ticket: { readonly state: TicketState; readonly counterId: string | null },
  { counterId, isLeader }: Mover,
): boolean {
  return !isLeader && isActive(ticket.state) && counterId !== null && ticket.counterId !== counterId;
}
