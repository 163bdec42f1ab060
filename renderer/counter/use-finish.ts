import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { useDesk } from '#renderer/desk/desk-context.ts';
import { outcomeOfAwaited } from '#renderer/desk/send-command.ts';
import { useText } from '#renderer/desk/language.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { TicketDetail } from '#shared/contract/ticket.ts';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import {
  activatedOf,
  forgetDrafts,
  outcomeOf,
  detailsOf,
  unseenOf,
  useOutcomeDrafts,
} from './outcome-drafts.ts';
import { paperName } from '#shared/text/rule-text.ts';
import type { CounterMoves, FinishInput } from './use-counter-moves.ts';

/**
 * The ticket as the desk has it once every paper that was answered is stored; null where one was not. Keys can be faster than the
 * desk, and than the screen: a paper that is stored already may not be in what is shown yet, and an outcome follows from all of them.
 */
export async function wholeTicket(desk: DeskClient, shown: TicketDetail): Promise<TicketDetail | null> {
  const papers = await outcomeOfAwaited(desk, 'request.set-paper');
  if (papers === 'refused') return null;
  const fresh = await desk.call('ticket.get', { ticketId: shown.id });
  if (fresh.ok) return fresh.value;
  // A desk that is not heard says so to the finishing itself.
  return papers === 'none' ? shown : null;
}

/**
 * Finishes the ticket with the chosen outcomes. Where one is missing, each request that lacks something is named and one of
 * them opened, `shownRequest` if it is among them.
 */
export function useFinish(
  ticket: TicketDetail | null,
  shownRequest: string | null,
  moves: CounterMoves,
  openRequest: (requestId: string) => void,
): { readonly run: () => Promise<boolean>; readonly words: string | null } {
  const text = useText();
  const desk = useDesk();
  const drafts = useOutcomeDrafts((state) => state.byRequest);
  const isRunning = useRef(false);
  const [words, setWords] = useState<string | null>(null);
  useEffect(() => setWords(null), [ticket, drafts]);

  const whole = async (shown: TicketDetail): Promise<TicketDetail | null> => {
    const now = await wholeTicket(desk, shown);
    if (now !== null) return now;
    setWords(text.counter.papersNotStored);
    sayInBar(text.counter.papersNotStored, true);
    return null;
  };
  const finish = async (shown: TicketDetail) => {
    const now = await whole(shown);
    if (now === null) return false;
    const outcomes: FinishInput = [];
    const missing: { readonly requestId: string; readonly asked: string; readonly wantsReason: boolean }[] =
      [];
    const isAlone = now.requests.length === 1;
    now.requests.forEach((request, index) => {
      const draft = useOutcomeDrafts.getState().byRequest[request.id];
      const outcome = outcomeOf(request, draft);
      const unseen = unseenOf(request, draft);
      const of = isAlone ? '' : `${text.counter.requestAt(index + 1)}: `;
      const ask = (asked: string) =>
        missing.push({ requestId: request.id, asked: `${of}${asked}`, wantsReason: unseen.length > 0 });
      if (outcome === null) ask(text.counter.chooseOutcomeOf(text.common.procedure[request.procedure]));
      else if (unseen.length > 0)
        ask(text.counter.excuseAsked(unseen.map((code) => paperName(code, text)).join(', ')));
      else {
        const activated = activatedOf(request, draft);
        outcomes.push({ requestId: request.id, outcome, activated, ...detailsOf(outcome, draft) });
      }
    });
    const first = missing.find(({ requestId }) => requestId === shownRequest) ?? missing[0];
    if (first !== undefined) {
      const asked = missing.map((one) => one.asked).join(' ');
      flushSync(() => {
        openRequest(first.requestId);
        setWords(asked);
      });
      if (first.wantsReason) document.querySelector<HTMLElement>('[data-excuse] input')?.focus();
      sayInBar(asked, true);
      return false;
    }
    const said = now.requests
      .map(({ id, procedure }) => {
        const given = outcomes.find(({ requestId }) => requestId === id)?.outcome ?? 'taken';
        const word = text.common.outcome[given].toLowerCase();
        return isAlone ? word : `${text.common.procedureShort[procedure]} ${word}`;
      })
      .join(', ');
    const done = await moves.finish(now.id, outcomes, said);
    if (done) forgetDrafts(outcomes.map(({ requestId }) => requestId));
    return done;
  };
  const run = async () => {
    if (ticket === null || isRunning.current) return false;
    isRunning.current = true;
    try {
      return await finish(ticket);
    } finally {
      isRunning.current = false;
    }
  };
  return { run, words };
}
