import type { DeskProblem } from '#shared/contract/problem.ts';
import type { Ticket } from '#shared/contract/ticket.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useCallback, useRef } from 'react';
import { useDesk } from '#renderer/desk/desk-context.ts';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { sayInBar } from '#renderer/frame/screen-keys.tsx';
import { offerUndo } from '#renderer/frame/undo.tsx';
import { troubleText } from '#renderer/paper/print-text.ts';
import { usePrint } from '#renderer/paper/use-print.ts';
import { useReception, type ReceptionDraft } from './draft-store.ts';
import { unprintedNumber } from './number-prints.ts';
import { cardNote } from '../person/person-warnings.ts';
import { procedureOf, triageQuestion } from '../person/reception-draft.ts';
import { ticketDraft } from './ticket-draft.ts';

type SaveTicket = {
  readonly issue: (print: boolean) => Promise<Ticket | null>;
  /** Adds what is on screen to a ticket that already waits. */
  readonly addTo: (ticketId: string) => Promise<boolean>;
  readonly reprint: (ticketId: string, number: string) => void;
  readonly isPending: boolean;
  readonly problem: DeskProblem | undefined;
  readonly reset: () => void;
};

/** Saves what is on screen. The number exists once the desk has answered; printing comes after that, never before. */
export function useSaveTicket(businessDay: string): SaveTicket {
  const desk = useDesk();
  const text = useText();
  const words = text.reception;
  const issueTicket = useDeskCommand('ticket.issue');
  const addRequest = useDeskCommand('ticket.add-request');
  const print = usePrint();
  const busy = useRef(false);

  /** Every request with the procedure triage gives it at this moment, so that a fast hand saves what it would have seen. */
  const draftOf = async (draft: ReceptionDraft) => {
    const procedures = await Promise.all(
      draft.requests.map(async (request) => {
        if (request.byHand !== null) return request.byHand;
        const answer = await desk.call(
          'procedure.triage',
          triageQuestion(request, draft.person, businessDay),
        );
        return procedureOf(request, answer.ok ? answer.value : undefined);
      }),
    );
    return ticketDraft(draft, procedures, businessDay, cardNote(draft, businessDay, words.reading));
  };
  const printNumber = useCallback(
    async (ticketId: string) => {
      const result = await print.sheet({ ticketId, sheet: 'number' });
      if (result.kind === 'refused') sayInBar(words.printFailed);
      if (result.kind === 'failed') sayInBar(text.printing.numberFailed(troubleText(result.job, text)));
    },
    [print, words, text],
  );
  const reprint = useCallback(
    async (ticketId: string, number: string) => {
      const jobs = await desk.call('print.list', {});
      const unprinted = jobs.ok ? unprintedNumber(jobs.value, ticketId) : undefined;
      if (unprinted === undefined || unprinted.mayHavePrinted) sayInBar(words.duplicate.reprinted(number));
      if (unprinted === undefined) return printNumber(ticketId);
      const result = await print.again(unprinted.id);
      if (result.kind === 'refused') sayInBar(problemText(result.problem, text));
      if (result.kind === 'failed') sayInBar(troubleText(result.job, text));
    },
    [desk, print, printNumber, words, text],
  );
  /** A second press while the first is on its way is the same wish. */
  const once = async <T>(act: () => Promise<T>): Promise<T | null> => {
    if (busy.current) return null;
    busy.current = true;
    try {
      return await act();
    } finally {
      busy.current = false;
    }
  };

  return {
    issue: (printIt) =>
      once(async () => {
        const draft = useReception.getState();
        const reply = await issueTicket.run(await draftOf(draft));
        if (!reply.ok) return null;
        const ticket = reply.value;
        draft.done(ticket);
        const procedures = ticket.requests
          .map((request) => text.common.procedureShort[request.procedure])
          .join(', ');
        offerUndo({ ticketId: ticket.id, text: words.issuedText(ticket.number, procedures) });
        if (printIt) void printNumber(ticket.id);
        return ticket;
      }),
    addTo: async (ticketId) => {
      const added = await once(async () => {
        const draft = useReception.getState();
        for (const request of (await draftOf(draft)).requests) {
          const reply = await addRequest.run({ ticketId, request });
          if (!reply.ok) return false;
          sayInBar(words.duplicate.added(reply.value.number, text.common.procedureShort[request.procedure]));
        }
        draft.startOver();
        return true;
      });
      return added === true;
    },
    reprint: (ticketId, number) => void reprint(ticketId, number),
    isPending: issueTicket.isPending || addRequest.isPending,
    problem: issueTicket.problem ?? addRequest.problem,
    reset: () => {
      issueTicket.reset();
      addRequest.reset();
    },
  };
}
