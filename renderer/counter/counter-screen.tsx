import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Note } from '#renderer/ui/note.tsx';
import type { Office } from '#shared/contract/office.ts';
import type { QueueBoard, Ticket } from '#shared/contract/ticket.ts';
import { callableBy } from '#shared/domain/queue/callable.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { Suspense, useCallback, useEffect, useEffectEvent, useState } from 'react';
import { usePlace } from '#renderer/frame/place.ts';
import { EmptyHand } from './empty-hand.tsx';
import { QueueColumn } from './queue-column.tsx';
import { SlipColumn } from './slip-column.tsx';
import { ticketActions, type DialogWish } from './ticket-actions.ts';
import { TicketPane, type ChosenRequest } from './ticket-pane.tsx';
import { counterKeys, handOf } from './counter-keys.ts';
import { useCounterMoves } from './use-counter-moves.ts';
import { useFinish } from './use-finish.ts';
import { useDueDates } from './use-due-dates.ts';
import { useQueueSound } from './use-queue-sound.ts';
import { useSlipPrinting } from './use-slip-printing.ts';
import { openFind } from '#renderer/frame/overlay.ts';
import { sayInBar, useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { lazyPart } from '#renderer/ui/lazy-part.ts';
import { TicketHead } from './ticket-head.tsx';
import styles from './counter-screen.module.css';
import ticketStyles from './ticket-pane.module.css';

type ArrivingTicketProps = { readonly ticket: Ticket; readonly board: QueueBoard };

/** A ticket whose number the desk has answered already, while its people and papers are still being read. */
function ArrivingTicket({ ticket, board }: ArrivingTicketProps) {
  const text = useText();
  const rows = [...board.waiting, ...board.notHere, ...board.onHold, ...board.active];
  return (
    <section className={ticketStyles['pane']} aria-label={text.counter.ticket} aria-busy="true">
      <TicketHead
        ticket={ticket}
        person={null}
        name={rows.find(({ id }) => id === ticket.id)?.name ?? undefined}
      />
    </section>
  );
}

const TicketDialog = lazyPart(() => import('./ticket-dialogs.tsx').then((m) => m.TicketDialog));

const PauseDialog = lazyPart(() => import('./pause-dialog.tsx').then((m) => m.PauseDialog));

export type CounterScreenProps = { readonly counterId: string };

/** One counter at work: the line, the ticket in hand, its slip. */
export function CounterScreen({ counterId }: CounterScreenProps) {
  const text = useText();
  const board = useDeskQuery('queue.board', { counterId });
  const office = useDeskQuery('office.show', {}).value;
  if (board.value === undefined || office == null) {
    return board.problem === undefined ? null : <Note tone="bad">{problemText(board.problem, text)}</Note>;
  }
  return <Counter counterId={counterId} board={board.value} office={office} />;
}

type CounterProps = { readonly counterId: string; readonly board: QueueBoard; readonly office: Office };

function Counter({ counterId, board, office }: CounterProps) {
  const text = useText();
  const wanted = usePlace((state) => state.ticketId);
  const go = usePlace((state) => state.go);
  const wantsCall = usePlace((state) => state.callNext);
  const [chosen, setChosen] = useState<string | null>(wanted);
  const [request, setRequest] = useState<ChosenRequest>({ id: null, visits: 0, goal: 'checklist' });
  const goTo = (goal: ChosenRequest['goal']) => (id: string) =>
    setRequest(({ visits }) => ({ id, visits: visits + 1, goal }));
  const [dialog, setDialog] = useState<DialogWish | null>(null);
  const [isPausing, setPausing] = useState(false);
  const select = useCallback((ticketId: string | null) => setChosen(ticketId), []);
  useEffect(() => {
    if (wanted === null) return;
    setChosen(wanted);
    go({ counterId });
  }, [wanted, go, counterId]);

  const listed = board.active.find((row) => row.counterId === counterId) ?? null;
  const shownId = chosen ?? listed?.id ?? null;
  const detail = useDeskQuery('ticket.get', { ticketId: shownId ?? '' }, { enabled: shownId !== null });
  const ticket = shownId === null ? null : (detail.value ?? null);
  const inHand = handOf(counterId, listed, ticket);
  const own = office.counters.find(({ id }) => id === counterId);
  const mine = board.waiting.filter(
    callableBy(
      counterId,
      office.counters.filter(({ active }) => active),
    ),
  );
  useQueueSound(mine.length, inHand === null && own?.pause == null);
  const { moves, trouble, answer, isPending, forgive } = useCounterMoves(counterId, select);
  const forgiveShown = useEffectEvent(forgive);
  useEffect(() => forgiveShown(), [shownId]);
  const dues = useDueDates(ticket);
  const printing = useSlipPrinting(ticket?.id ?? null);
  const finish = useFinish(ticket, request.id, moves, goTo('outcome'));
  const keys = counterKeys(
    {
      counterId,
      board,
      inHand,
      ticket,
      moves,
      printing,
      finish: finish.run,
      ask: setDialog,
      pause: () => setPausing(true),
      show: setChosen,
    },
    text,
  );
  useScreenKeys(keys.all);
  const callNext = useEffectEvent(() => {
    go({ counterId });
    // Somebody who was just given a number may not be in the list yet: the desk knows.
    if (inHand === null) void moves.callNext(keys.callNextReason);
    else sayInBar(text.counter.busy(inHand.number));
  });
  useEffect(() => {
    if (wantsCall) callNext();
  }, [wantsCall]);
  const problemAt = (spot: 'queue' | 'hand' | 'dialog') => (trouble?.spot === spot ? trouble.problem : null);
  const choose = (ticketId: string) => {
    setRequest({ id: null, visits: 0, goal: 'checklist' });
    setChosen(ticketId);
  };

  return (
    <div className={styles['columns']}>
      <QueueColumn
        board={board}
        counterId={counterId}
        shown={shownId}
        priorityRun={office.settings.priorityRun}
        problem={problemAt('queue')}
        onChoose={(row) => choose(row.id)}
        onEnter={(row) => {
          if (row.state === 'on-hold') void moves.resume(row.id);
          else if (row.state === 'waiting' || row.state === 'not-here') void moves.call(row.id);
          else choose(row.id);
        }}
        actionsFor={(row) => ticketActions(row, moves, 'queue', setDialog, text)}
        onFind={openFind}
      />
      {ticket === null && answer !== null && answer.id === shownId ? (
        <ArrivingTicket ticket={answer} board={board} />
      ) : ticket === null ? (
        <EmptyHand
          board={board}
          counter={own}
          onPause={() => setPausing(true)}
          onCallNext={() => void moves.callNext()}
          onCall={(ticketId) => void moves.call(ticketId, 'hand')}
          disabledReason={keys.callNextReason}
          problem={problemAt('hand') ?? (shownId === null ? null : (detail.problem ?? null))}
          isPending={isPending}
        />
      ) : (
        <TicketPane
          key={ticket.id}
          ticket={ticket}
          counterId={counterId}
          dues={dues}
          chosen={request}
          onRequest={(id) => setRequest({ id, visits: 0, goal: 'checklist' })}
          onGoToRequest={goTo('checklist')}
          actions={keys.footActions}
          words={finish.words}
          problem={problemAt('hand')}
          isPending={isPending}
        />
      )}
      <SlipColumn
        ticket={ticket}
        isServing={ticket?.state === 'serving' && ticket.counterId === counterId}
        onPrint={keys.print}
        printing={printing}
        disabledReason={ticket === null ? text.counter.noSlipYet : undefined}
      />
      <Suspense fallback={null}>
        {isPausing && (
          <PauseDialog
            counterId={counterId}
            office={office}
            board={board}
            onClose={() => setPausing(false)}
          />
        )}
        {dialog !== null && (
          <TicketDialog
            wish={dialog}
            office={office}
            counterId={counterId}
            moves={moves}
            problem={problemAt('dialog')}
            onClose={() => {
              forgive();
              setDialog(null);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
