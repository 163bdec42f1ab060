import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { isOfLine, useHeardAgain, useLive } from '#renderer/desk/live.ts';
import { OWN_EVENT_MS, sayInBar } from '#renderer/frame/screen-keys.tsx';
import { offerUndo } from '#renderer/frame/undo.tsx';
import type { Input } from '#shared/contract/desk-contract.ts';
import type { DeskProblem, DeskReply } from '#shared/contract/problem.ts';
import type { Ticket } from '#shared/contract/ticket.ts';
import { useEffect, useState } from 'react';

/** Where on the screen a command was given, and so where its refusal stands. */
export type Spot = 'queue' | 'hand' | 'dialog';
type Trouble = {
  readonly spot: Spot;
  readonly problem: DeskProblem;
  /** The ticket it speaks of. */
  readonly ticketId: string | null;
  readonly at: number;
};
export type FinishInput = Input<'ticket.finish'>['outcomes'];

/**
 * Everything this counter can do to a ticket. Each move offers its undo, or leaves its refusal at the spot it came from;
 * `answer` is the ticket as the latest move left it.
 */
export function useCounterMoves(counterId: string, select: (ticketId: string | null) => void) {
  const words = useText().counter;
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [answer, setAnswer] = useState<Ticket | null>(null);
  const callNext = useDeskCommand('ticket.call-next');
  const call = useDeskCommand('ticket.call');
  const recall = useDeskCommand('ticket.recall');
  const start = useDeskCommand('ticket.start');
  const notHere = useDeskCommand('ticket.not-here');
  const giveBack = useDeskCommand('ticket.return');
  const hold = useDeskCommand('ticket.hold');
  const resume = useDeskCommand('ticket.resume');
  const transfer = useDeskCommand('ticket.transfer');
  const finish = useDeskCommand('ticket.finish');
  const leave = useDeskCommand('ticket.leave');
  const cancel = useDeskCommand('ticket.cancel');
  const reopen = useDeskCommand('ticket.reopen');
  const isPending = [
    callNext,
    call,
    recall,
    start,
    notHere,
    giveBack,
    hold,
    resume,
    transfer,
    finish,
    leave,
    cancel,
    reopen,
  ].some((command) => command.isPending);

  const doing = async (
    spot: Spot,
    ticketId: string | null,
    answer: Promise<DeskReply<Ticket | null>>,
    then: (ticket: Ticket) => {
      readonly said: string;
      readonly select?: string | null;
      readonly finished?: boolean;
    },
    nobody = words.nobody,
  ): Promise<boolean> => {
    setTrouble(null);
    const reply = await answer;
    if (!reply.ok) {
      setTrouble({ spot, problem: reply.problem, ticketId, at: performance.now() });
      return false;
    }
    // Only calling from an empty queue answers without a ticket.
    if (reply.value === null) {
      sayInBar(nobody);
      return true;
    }
    setAnswer(reply.value);
    const { said, select: chosen, finished = false } = then(reply.value);
    offerUndo({ ticketId: reply.value.id, counterId, text: said, finished });
    if (chosen !== undefined) select(chosen);
    return true;
  };
  useEffect(
    () =>
      useLive.subscribe(({ lastEvent }, before) => {
        if (lastEvent === null || lastEvent === before.lastEvent || !('ticketId' in lastEvent)) return;
        const { ticketId } = lastEvent;
        setTrouble((said) => (said !== null && isOver(said, ticketId) ? null : said));
      }),
    [],
  );
  useHeardAgain(() => setTrouble((said) => (said !== null && isOfLine(said.problem) ? null : said)));
  const moves = {
    /** `nobody` is what is said where nobody is left to be called. */
    callNext: (nobody?: string) =>
      doing(
        'hand',
        null,
        callNext.run({ counterId }),
        (t) => ({ said: words.called(t.number), select: t.id }),
        nobody,
      ),
    call: (ticketId: string, spot: Spot = 'queue') =>
      doing(spot, ticketId, call.run({ ticketId, counterId }), (t) => ({
        said: words.called(t.number),
        select: t.id,
      })),
    recall: (ticketId: string) =>
      doing('hand', ticketId, recall.run({ ticketId, counterId }), (t) => ({
        said: words.recalled(t.number),
      })),
    start: (ticketId: string) =>
      doing('hand', ticketId, start.run({ ticketId, counterId }), (t) => ({
        said: words.started(t.number),
        select: t.id,
      })),
    notHere: (ticketId: string) =>
      doing('hand', ticketId, notHere.run({ ticketId, counterId }), (t) => ({
        said: words.markedNotHere(t.number),
        select: null,
      })),
    giveBack: (ticketId: string, spot: Spot = 'queue') =>
      doing(spot, ticketId, giveBack.run({ ticketId, counterId }), (t) => ({
        said: words.returned(t.number),
        select: null,
      })),
    hold: (ticketId: string) =>
      doing('hand', ticketId, hold.run({ ticketId, counterId }), (t) => ({
        said: words.held(t.number),
        select: null,
      })),
    resume: (ticketId: string, spot: Spot = 'queue') =>
      doing(spot, ticketId, resume.run({ ticketId, counterId }), (t) => ({
        said: words.resumed(t.number),
        select: t.id,
      })),
    transfer: (input: Input<'ticket.transfer'>) =>
      doing('dialog', input.ticketId, transfer.run({ ...input, fromCounterId: counterId }), (t) => ({
        said: words.transferred(t.number),
        select: null,
      })),
    finish: (ticketId: string, outcomes: FinishInput, outcomeText: string) =>
      doing('hand', ticketId, finish.run({ ticketId, counterId, outcomes }), (t) => ({
        said: words.finished(t.number, outcomeText),
        select: t.id,
        finished: true,
      })),
    leave: (ticketId: string, spot: Spot = 'queue') =>
      doing(spot, ticketId, leave.run({ ticketId, counterId }), (t) => ({
        said: words.markedLeft(t.number),
        select: null,
      })),
    cancel: (ticketId: string, reason: string) =>
      doing(
        'dialog',
        ticketId,
        cancel.run({ ticketId, counterId, ...(reason === '' ? {} : { reason }) }),
        (t) => ({
          said: words.cancelled(t.number),
          select: null,
        }),
      ),
    reopen: (ticketId: string, reason: string) =>
      doing('dialog', ticketId, reopen.run({ ticketId, counterId, reason }), (t) => ({
        said: words.reopened(t.number),
        select: t.id,
      })),
  };

  return { moves, trouble, answer, isPending, forgive: () => setTrouble(null) };
}

/** Something has happened to the ticket since, and not what the refusal was about. */
function isOver({ ticketId, at }: Trouble, moved: string | null): boolean {
  return (ticketId === null || ticketId === moved) && performance.now() - at > OWN_EVENT_MS;
}

export type CounterMoves = ReturnType<typeof useCounterMoves>['moves'];
