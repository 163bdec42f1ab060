import { useText } from '#renderer/desk/language.ts';
import { useScreenKeys, type ScreenKey } from '#renderer/frame/screen-keys.tsx';
import { openFind } from '#renderer/frame/overlay.ts';
import type { QueueBoard, QueueRow, TicketDetail } from '#shared/contract/ticket.ts';
import { isOpen } from '#shared/domain/queue/ticket-state.ts';
import { ticketActions, type DialogWish } from './ticket-actions.ts';
import type { FootAction } from './ticket-foot.tsx';
import type { CounterMoves } from './use-counter-moves.ts';
import type { SlipPrinting } from './use-slip-printing.ts';

export type CounterKeysInput = {
  readonly counterId: string;
  readonly board: QueueBoard;
  /** The ticket this counter has called or serves. */
  readonly inHand: QueueRow | null;
  /** The ticket on screen. */
  readonly ticket: TicketDetail | null;
  readonly moves: CounterMoves;
  readonly printing: SlipPrinting;
  readonly finish: () => Promise<boolean>;
  readonly ask: (wish: DialogWish) => void;
};

/** The keys of a counter, each with the reason when it cannot act, and the buttons under the ticket. */
export function useCounterKeys(input: CounterKeysInput) {
  const text = useText();
  const words = text.counter;
  const { inHand, ticket, moves, printing, board } = input;
  const called = inHand?.state === 'called' ? inHand : null;
  const callNextReason = inHand !== null ? words.busy(inHand.number) : board.waiting.length === 0 ? words.nobody : undefined;
  const nothing = inHand === null ? words.noTicket : undefined;
  const nothingCalled = nothing ?? (called === null ? words.notCalled : undefined);
  const nothingServed = nothing ?? (inHand?.state === 'serving' ? undefined : words.notServing);

  const isServing = ticket?.state === 'serving' && ticket.counterId === input.counterId;
  // A slip without its outcome would help nobody: while a person is served, printing finishes first.
  const print = () => {
    if (!isServing) printing.print();
    else void input.finish().then((done) => done && printing.print());
  };

  const main: readonly ScreenKey[] = [
    { key: 'F4', label: text.frame.keyCallNext, run: () => void moves.callNext(), disabledReason: callNextReason },
    { key: 'Shift+F4', label: words.recall, run: () => called && void moves.recall(called.id), disabledReason: nothingCalled },
    { key: 'F6', label: text.frame.keyNotHere, run: () => called && void moves.notHere(called.id), disabledReason: nothingCalled },
    { key: 'F7', label: text.frame.keyHold, run: () => inHand && void moves.hold(inHand.id), disabledReason: nothing },
    {
      key: 'F8',
      label: isServing ? words.finishAndPrint : text.frame.keyPrint,
      run: print,
      disabledReason: ticket === null ? words.noSlipYet : undefined,
    },
    { key: 'F9', label: text.frame.keyFinish, run: () => void input.finish(), disabledReason: nothingServed },
  ];
  const start: readonly ScreenKey[] = called === null ? [] : [{ label: words.start, run: () => void moves.start(called.id) }];
  const further: readonly ScreenKey[] = ticket === null ? [] : ticketActions(ticket, moves, 'hand', input.ask, text);
  useScreenKeys([...main, ...start, ...further]);

  return { callNextReason, openFind, print, footActions: footActions(input, callNextReason, text.counter) };
}

function footActions(input: CounterKeysInput, callNextReason: string | undefined, words: ReturnType<typeof useText>['counter']): readonly FootAction[] {
  const { ticket, counterId, moves, inHand, ask } = input;
  if (ticket === null) return [];
  const { id, number, state } = ticket;
  if (isOpen(state) && ticket.counterId === counterId && state === 'called') {
    return [
      { label: words.recall, keyHint: 'Shift+F4', run: () => void moves.recall(id) },
      { label: words.notHere, keyHint: 'F6', run: () => void moves.notHere(id) },
      { label: words.start, keyHint: 'Enter', isMain: true, run: () => void moves.start(id) },
    ];
  }
  if (state === 'serving' && ticket.counterId === counterId) {
    return [{ label: words.finish, keyHint: 'F9', isMain: true, run: () => void input.finish() }];
  }
  if (state === 'called' || state === 'serving') return [];
  const busy = inHand === null ? undefined : words.busy(inHand.number);
  if (state === 'on-hold') return [{ label: words.resumeThis, isMain: true, disabledReason: busy, run: () => void moves.resume(id, 'hand') }];
  if (isOpen(state)) return [{ label: words.callThis, isMain: true, disabledReason: busy, run: () => void moves.call(id, 'hand') }];
  return [
    { label: words.reopen, run: () => ask({ kind: 'reopen', ticketId: id, number }) },
    { label: words.callNext, keyHint: 'F4', isMain: true, disabledReason: callNextReason, run: () => void moves.callNext() },
  ];
}
