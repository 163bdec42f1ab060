import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { useDesk } from '#renderer/desk/desk-context.ts';
import { outcomeOfAwaited } from '#renderer/desk/send-command.ts';
import { useText } from '#renderer/desk/language.ts';
import type { TicketDetail } from '#shared/contract/ticket.ts';
import { useEffect, useRef, useState } from 'react';
import {
  activatedOf,
  forgetDrafts,
  outcomeOf,
  detailsOf,
  unseenOf,
  useOutcomeDrafts,
} from './outcome-drafts.ts';
import { paperName } from './paper-name.ts';
import type { CounterMoves, FinishInput } from './use-counter-moves.ts';

/** Finishes the ticket with the chosen outcomes; a request without one is opened and named instead. */
export function useFinish(
  ticket: TicketDetail | null,
  moves: CounterMoves,
  openRequest: (requestId: string) => void,
): { readonly run: () => Promise<boolean>; readonly words: string | null } {
  const text = useText();
  const desk = useDesk();
  const drafts = useOutcomeDrafts((state) => state.byRequest);
  const isRunning = useRef(false);
  const [words, setWords] = useState<string | null>(null);
  useEffect(() => setWords(null), [ticket, drafts]);

  /** Keys can be faster than the desk: an outcome follows from all papers that were answered, the last one too. */
  const whole = async (shown: TicketDetail): Promise<TicketDetail | null> => {
    const papers = await outcomeOfAwaited(desk, 'request.set-paper');
    if (papers === 'none') return shown;
    const fresh = papers === 'done' ? await desk.call('ticket.get', { ticketId: shown.id }) : null;
    if (fresh?.ok === true) return fresh.value;
    setWords(text.counter.papersNotStored);
    sayInBar(text.counter.papersNotStored, true);
    return null;
  };
  const finish = async (shown: TicketDetail) => {
    const now = await whole(shown);
    if (now === null) return false;
    const outcomes: FinishInput = [];
    for (const request of now.requests) {
      const draft = useOutcomeDrafts.getState().byRequest[request.id];
      const outcome = outcomeOf(request, draft);
      if (outcome === null) {
        openRequest(request.id);
        const missing = text.counter.chooseOutcomeOf(text.common.procedure[request.procedure]);
        setWords(missing);
        sayInBar(missing, true);
        return false;
      }
      const unseen = unseenOf(request, draft);
      if (unseen.length > 0) {
        openRequest(request.id);
        const asked = text.counter.excuseAsked(unseen.map((code) => paperName(code, text)).join(', '));
        setWords(asked);
        sayInBar(asked, true);
        requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-excuse] input')?.focus());
        return false;
      }
      const activated = activatedOf(request, draft);
      outcomes.push({ requestId: request.id, outcome, activated, ...detailsOf(outcome, draft) });
    }
    const said = [...new Set(outcomes.map(({ outcome }) => text.common.outcome[outcome].toLowerCase()))].join(
      ', ',
    );
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
