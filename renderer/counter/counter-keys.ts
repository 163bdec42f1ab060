import { sayInBar, type ScreenKey } from '#renderer/frame/screen-keys.tsx';
import type { QueueBoard, QueueRow, TicketDetail } from '#shared/contract/ticket.ts';
import { isOpen } from '#shared/domain/queue/ticket-state.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { ticketActions, type DialogWish } from './ticket-actions.ts';
import type { FootAction } from './ticket-foot.tsx';
import type { CounterMoves } from './use-counter-moves.ts';
import type { SlipPrinting } from './use-slip-printing.ts';

export type CounterKeysInput = {
  readonly counterId: string;
  readonly board: QueueBoard;
  /** The ticket this counter has called or serves. */
  readonly inHand: Pick<QueueRow, 'id' | 'number' | 'state'> | null;
  /** The ticket on screen. */
  readonly ticket: TicketDetail | null;
  readonly moves: CounterMoves;
  readonly printing: SlipPrinting;
  readonly finish: () => Promise<boolean>;
  readonly ask: (wish: DialogWish) => void;
  readonly pause: () => void;
  readonly show: (ticketId: string) => void;
};

/**
 * What a counter has in hand, by its row of the list and the ticket on screen. Either may be here before the other: what the ticket
 * says of itself is what the officer sees, also that it is finished.
 */
export function handOf(counterId: string, listed: QueueRow | null, ticket: TicketDetail | null) {
  const isHere = ticket?.counterId === counterId && (ticket.state === 'called' || ticket.state === 'serving');
  if (isHere) return ticket;
  return listed?.id === ticket?.id ? null : listed;
}

/** The keys of a counter, each with the reason when it cannot act, and the buttons under the ticket. */
export function counterKeys(input: CounterKeysInput, text: Catalogue) {
  const words = text.counter;
  const { inHand, ticket, moves, printing, board } = input;
  const called = inHand?.state === 'called' ? inHand : null;
  const callNextReason =
    inHand !== null
      ? words.busy(inHand.number)
      : board.waiting.length === 0
        ? nobodyWaits(board, words)
        : undefined;
  const nothing = inHand === null ? words.noTicket : undefined;
  const nothingCalled = nothing ?? (called === null ? words.notCalled : undefined);
  const nothingServed = nothing ?? (inHand?.state === 'serving' ? undefined : words.notServing);

  /** A key of the ticket at the counter, pressed while another one is on screen, first shows whom it is about. */
  const onHand = (run: (ticketId: string) => void) => () => {
    if (inHand === null) return;
    if (ticket?.id === inHand.id) run(inHand.id);
    else {
      input.show(inHand.id);
      sayInBar(words.backToHand(inHand.number));
    }
  };
  const isServing = ticket?.state === 'serving' && ticket.counterId === input.counterId;
  // A slip without its outcome would help nobody: while a person is served, printing finishes first.
  const print = () => {
    if (!isServing) printing.print();
    else void input.finish().then((done) => done && printing.print());
  };

  const main: readonly ScreenKey[] = [
    {
      key: 'F4',
      label: text.frame.keyCallNext,
      run: () => void moves.callNext(),
      disabledReason: callNextReason,
    },
    {
      key: 'Shift+F4',
      label: words.recall,
      run: onHand((id) => void moves.recall(id)),
      disabledReason: nothingCalled,
    },
    {
      key: 'F6',
      label: text.frame.keyNotHere,
      run: onHand((id) => void moves.notHere(id)),
      disabledReason: nothingCalled,
    },
    {
      key: 'F7',
      label: text.frame.keyHold,
      run: onHand((id) => void moves.hold(id)),
      disabledReason: nothing,
    },
    {
      key: 'F8',
      label: isServing ? words.finishAndPrint : text.frame.keyPrint,
      run: print,
      disabledReason: ticket === null ? words.noSlipYet : undefined,
    },
    {
      key: 'F9',
      label: text.frame.keyFinish,
      run: onHand(() => void input.finish()),
      disabledReason: nothingServed,
    },
  ];
  const rest: ScreenKey = {
    key: 'Shift+F7',
    label: words.pause,
    run: input.pause,
    disabledReason: inHand === null ? undefined : words.pauseBusy(inHand.number),
  };
  const start: readonly ScreenKey[] =
    called === null ? [] : [{ label: words.start, run: () => void moves.start(called.id) }];
  const further: readonly ScreenKey[] =
    ticket === null ? [] : ticketActions(ticket, moves, 'hand', input.ask, text);
  return {
    all: [...main, rest, ...start, ...further],
    callNextReason,
    print,
    footActions: footActions(input, callNextReason, text.counter),
  };
}

/** Why nobody can be called next: those who were not there are called by hand. */
export function nobodyWaits(board: QueueBoard, words: Catalogue['counter']): string {
  return board.notHere.length === 0
    ? words.nobody
    : words.nobodyButAbsent(board.notHere.map(({ number }) => number));
}

function footActions(
  input: CounterKeysInput,
  callNextReason: string | undefined,
  words: Catalogue['counter'],
): readonly FootAction[] {
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
  const busy = inHand === null ? undefined : words.busy(inHand.number);
  const back: readonly FootAction[] =
    inHand === null
      ? []
      : [{ label: words.showHand(inHand.number), isMain: true, run: () => input.show(inHand.id) }];
  const isMain = inHand === null;
  if (state === 'called' || state === 'serving') return back;
  if (state === 'on-hold') {
    return [
      { label: words.resumeThis, isMain, disabledReason: busy, run: () => void moves.resume(id, 'hand') },
      ...back,
    ];
  }
  if (isOpen(state)) {
    return [
      { label: words.callThis, isMain, disabledReason: busy, run: () => void moves.call(id, 'hand') },
      ...back,
    ];
  }
  return [
    { label: words.reopen, run: () => ask({ kind: 'reopen', ticketId: id, number }) },
    ...(inHand === null
      ? [
          {
            label: words.callNext,
            keyHint: 'F4',
            isMain: true,
            disabledReason: callNextReason,
            run: () => void moves.callNext(),
          },
        ]
      : back),
  ];
}
