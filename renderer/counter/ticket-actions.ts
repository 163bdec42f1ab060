import { isOpen, mayMove } from '#shared/domain/queue/ticket-state.ts';
import type { QueueRow, Ticket } from '#shared/contract/ticket.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { correctPerson } from '#renderer/person/correction.ts';
import { writeRemark } from '#renderer/person/remark.ts';
import type { Chord } from '#renderer/ui/key-chord.ts';
import type { CounterMoves, Spot } from './use-counter-moves.ts';

export type TicketAction = { readonly label: string; readonly run: () => void; readonly key?: Chord };
export type DialogWish = {
  readonly kind: 'transfer' | 'reopen' | 'cancel';
  readonly ticketId: string;
  readonly number: string;
};

/** The moves that make sense for a ticket besides the keys of the bottom bar, by the lifecycle table. */
export function ticketActions(
  ticket: Ticket & Pick<QueueRow, 'remark'>,
  moves: CounterMoves,
  spot: Spot,
  ask: (wish: DialogWish) => void,
  text: Catalogue,
): readonly TicketAction[] {
  const { id: ticketId, number, state } = ticket;
  const words = text.counter;
  const all: readonly (TicketAction & { readonly may: boolean })[] = [
    { may: mayMove('resume', state), label: words.resumeThis, run: () => void moves.resume(ticketId, spot) },
    {
      may: mayMove('call', state) && state !== 'on-hold',
      label: words.callThis,
      run: () => void moves.call(ticketId, spot),
    },
    { may: mayMove('return', state), label: words.toQueue, run: () => void moves.giveBack(ticketId, spot) },
    {
      may: mayMove('transfer', state),
      label: words.transfer,
      run: () => ask({ kind: 'transfer', ticketId, number }),
    },
    { may: mayMove('leave', state), label: words.leave, run: () => void moves.leave(ticketId, spot) },
    {
      may: mayMove('cancel', state),
      label: words.cancelTicket,
      run: () => ask({ kind: 'cancel', ticketId, number }),
    },
    {
      may: mayMove('reopen', state),
      label: words.reopen,
      run: () => ask({ kind: 'reopen', ticketId, number }),
    },
    {
      may: isOpen(state),
      key: 'Alt+R',
      label: text.person.remark.write,
      run: () => writeRemark(ticket),
    },
    { may: true, label: text.person.correct, run: () => correctPerson({ ticketId, number }) },
  ];
  return all.filter((action) => action.may).map(({ may: _, ...action }) => action);
}
