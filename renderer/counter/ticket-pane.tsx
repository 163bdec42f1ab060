import { takeFocus } from '#renderer/frame/take-focus.ts';
import { SpecialCaseField } from '#renderer/person/special-case-field.tsx';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useText } from '#renderer/desk/language.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import type { TicketDetail } from '#shared/contract/ticket.ts';
import { useEffect, useRef, type RefObject } from 'react';
import { Checklist, type ChecklistHandle } from './checklist.tsx';
import { outcomeOf, useOutcomeDrafts } from './outcome-drafts.ts';
import { PANEL_ID, RequestTabs } from './request-tabs.tsx';
import { TicketFoot, type FootAction } from './ticket-foot.tsx';
import { TicketHead } from './ticket-head.tsx';
import type { DueDate } from './use-due-dates.ts';
import { Verdict } from './verdict.tsx';
import { isTyping } from '#renderer/ui/key-chord.ts';
import styles from './ticket-pane.module.css';

/** The request on top; `visits` counts how often the keyboard was sent there, and `goal` says to which part of it. */
export type ChosenRequest = {
  readonly id: string | null;
  readonly visits: number;
  readonly goal: 'checklist' | 'outcome';
};

type TicketPaneProps = {
  readonly ticket: TicketDetail;
  readonly counterId: string;
  readonly dues: readonly (DueDate | undefined)[];
  readonly chosen: ChosenRequest;
  readonly onRequest: (requestId: string) => void;
  readonly onGoToRequest: (requestId: string) => void;
  readonly actions: readonly FootAction[];
  readonly words: string | null;
  readonly problem: DeskProblem | null;
  readonly isPending: boolean;
};

/** The ticket in hand: who, what for, which papers, what came of it. */
export function TicketPane({
  ticket,
  counterId,
  dues,
  chosen,
  onRequest,
  onGoToRequest,
  actions,
  words,
  problem,
  isPending,
}: TicketPaneProps) {
  const text = useText();
  const setCase = useDeskCommand('request.set-case');
  const pane = useRef<HTMLElement>(null);
  const checklist = useRef<ChecklistHandle>(null);
  const isMine = ticket.counterId === counterId;
  const isServing = isMine && ticket.state === 'serving';
  const request = ticket.requests.find((candidate) => candidate.id === chosen.id) ?? ticket.requests[0];
  useWorkFocus(
    pane,
    checklist,
    isMine ? `${ticket.id} ${ticket.state}` : ticket.id,
    isServing ? 'checklist' : isMine ? 'main-step' : 'none',
  );
  const isSentTo = chosen.visits > 0 && isServing && chosen.id === request?.id;
  useEffect(() => {
    if (!isSentTo) return;
    if (chosen.goal === 'checklist') checklist.current?.focus();
    else focusOutcome(pane.current);
  }, [isSentTo, chosen.visits, chosen.goal]);
  const draft = useOutcomeDrafts((state) =>
    request === undefined ? undefined : state.byRequest[request.id],
  );
  if (request === undefined) return null;
  return (
    <section ref={pane} className={styles['pane']} aria-label={text.counter.ticket}>
      <TicketHead ticket={ticket} person={ticket.requests[0]?.person ?? null} />
      <RequestTabs
        requests={ticket.requests}
        businessDay={ticket.businessDay}
        chosen={request.id}
        onChoose={onRequest}
        onGoTo={onGoToRequest}
      />
      <div
        id={PANEL_ID}
        role="tabpanel"
        aria-label={text.common.procedure[request.procedure]}
        className={styles['panel']}
      >
        <Verdict
          request={request}
          due={dues[ticket.requests.indexOf(request)]}
          outcome={outcomeOf(request, draft)}
          decidesAt={isServing ? counterId : null}
        />
        <Checklist
          key={request.id}
          ref={checklist}
          request={request}
          counterId={counterId}
          readOnly={!isServing}
        />
        {isServing && (
          <div className={styles['case']}>
            <SpecialCaseField
              value={request.specialCase}
              onChange={(specialCase) => void setCase.run({ requestId: request.id, specialCase, counterId })}
            />
          </div>
        )}
      </div>
      <TicketFoot
        ticket={ticket}
        request={request}
        isServing={isServing}
        actions={actions}
        words={words}
        problem={problem}
        isPending={isPending}
      />
    </section>
  );
}

function focusOutcome(pane: HTMLElement | null): void {
  const answers = pane?.querySelector('[data-outcome]');
  (answers?.querySelector<HTMLElement>(':checked') ?? answers?.querySelector<HTMLElement>('input'))?.focus();
}

/**
 * After a step the focus goes where the work goes on: to the checklist once a person is served, to the main button
 * while a called one is awaited. Somebody who is typing elsewhere is left alone.
 */
function useWorkFocus(
  pane: RefObject<HTMLElement | null>,
  checklist: RefObject<ChecklistHandle | null>,
  step: string,
  goal: 'checklist' | 'main-step' | 'none',
): void {
  useEffect(() => {
    if (goal === 'none' || isTyping(document.activeElement)) return;
    const button = pane.current?.querySelector<HTMLElement>('[data-main-step]');
    if (goal === 'checklist' && checklist.current !== null) checklist.current.focus();
    else takeFocus(button ?? null);
  }, [pane, checklist, step, goal]);
}
