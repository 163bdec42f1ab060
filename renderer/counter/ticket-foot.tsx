import { mayActivate } from '#shared/domain/account/activation.ts';
import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { DeskProblem } from '#shared/contract/problem.ts';
import type { TicketDetail } from '#shared/contract/ticket.ts';
import { completeness } from '#shared/domain/checklist/checklist.ts';
import { OUTCOMES } from '#shared/domain/procedure/vocabulary.ts';
import { problemText } from '#shared/text/problem-text.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import {
  activatedOf,
  draftOutcome,
  outcomeOf,
  unseenOf,
  useOutcomeDrafts,
  type RequestDetail,
} from './outcome-drafts.ts';
import { paperName } from '#shared/text/rule-text.ts';
import { ReferralFields } from './referral-fields.tsx';
import styles from './ticket-pane.module.css';

/** Cancelling is a thing of the whole ticket, not the outcome of one request. */
const CHOICES = OUTCOMES.filter((outcome) => outcome !== 'cancelled');

export type FootAction = {
  readonly label: string;
  readonly run: () => void;
  readonly keyHint?: string;
  readonly isMain?: boolean;
  readonly disabledReason?: string | undefined;
};

type TicketFootProps = {
  readonly ticket: TicketDetail;
  readonly request: RequestDetail;
  /** The outcome can be chosen: the ticket is being served at this counter. */
  readonly isServing: boolean;
  readonly actions: readonly FootAction[];
  readonly words: string | null;
  readonly problem: DeskProblem | null;
  readonly isPending: boolean;
};

/** What comes of the request, and the next right step. */
export function TicketFoot({
  ticket,
  request,
  isServing,
  actions,
  words,
  problem,
  isPending,
}: TicketFootProps) {
  const text = useText();
  const draft = useOutcomeDrafts((state) => state.byRequest[request.id]);
  const outcome = outcomeOf(request, draft);
  const hasUnseen = unseenOf(request, draft).length > 0;
  return (
    <footer className={styles['foot']}>
      {problem !== null && (
        <Note tone="bad" announce className={styles['footNote']}>
          {problemText(problem, text)}
        </Note>
      )}
      {words === null ? (
        <p role="status" className={styles['footWords']}>
          {isServing ? checklistWords(request, text) : recordedWords(ticket, text)}
        </p>
      ) : (
        <p role="alert" className={styles['footAlert']}>
          <IconAlertTriangle size={18} stroke={1.75} aria-hidden="true" />
          {words}
        </p>
      )}
      <div className={styles['choices']} data-outcome>
        {isServing && (
          <Segmented
            label={text.counter.outcome}
            value={outcome}
            options={CHOICES.map((value) => ({ value, label: text.common.outcome[value] }))}
            onChange={(value) => draftOutcome(request.id, { outcome: value })}
          />
        )}
        {isServing && outcome === 'referred' && <ReferralFields request={request} />}
        {isServing && outcome === 'taken' && (hasUnseen || draft?.excuse !== undefined) && (
          <div className={styles['referral']} data-excuse>
            <TextField
              size="small"
              label={text.counter.excuse}
              placeholder={text.counter.reasonHint}
              value={draft?.excuse ?? ''}
              maxLength={200}
              onType={(excuse) => draftOutcome(request.id, { excuse })}
            />
          </div>
        )}
      </div>
      {/* After the outcomes for the keyboard, since it hangs on them; above them on screen. */}
      {isServing && outcome !== null && mayActivate(request.procedure, outcome) && (
        <div className={styles['activation']}>
          <CheckField
            label={text.counter.activated}
            checked={activatedOf(request, draft)}
            onChange={(activated) => draftOutcome(request.id, { activated })}
          />
        </div>
      )}
      <div className={styles['buttons']}>{actions.map((action) => asButton(action, isPending))}</div>
    </footer>
  );
}

function asButton(action: FootAction, isPending: boolean): ReactNode {
  return (
    <Button
      key={action.label}
      variant={action.isMain ? 'primary' : 'plain'}
      keyHint={action.keyHint}
      onClick={action.run}
      isPending={isPending && action.isMain === true}
      disabledReason={action.disabledReason}
      {...(action.isMain ? { 'data-focus-home': true, 'data-main-step': true } : {})}
    >
      {action.label}
    </Button>
  );
}

function checklistWords(request: RequestDetail, text: Catalogue): string {
  const words = text.counter;
  if (request.papers.length === 0) return words.nothingNeeded;
  const { open, toBring } = completeness(
    request.papers.map((line) => ({ ...line, state: line.state ?? undefined })),
  );
  const names = (codes: readonly string[]) => codes.map((code) => paperName(code, text)).join(', ');
  const required = open.filter((code) => request.papers.some((line) => line.paper === code && line.required));
  const later = request.papers.filter(
    (line) => (line.state === 'missing' || line.state === 'mismatch') && !toBring.includes(line.paper),
  ).length;
  const parts = [
    required.length > 0 ? words.stillRequired(required.length, names(required)) : null,
    open.length > required.length ? words.stillOpen(open.length - required.length) : null,
    toBring.length > 0 ? words.toBring(names(toBring)) : null,
    open.length === 0 && toBring.length === 0 ? words.allThere : null,
    later > 0 ? words.laterPapers(later) : null,
  ];
  return parts.filter((part) => part !== null).join(' ');
}

function recordedWords(ticket: TicketDetail, text: Catalogue): string {
  const recorded = ticket.requests.filter((request) => request.outcome !== null);
  return recorded
    .map(
      (request) =>
        `${text.common.procedureShort[request.procedure]}: ${text.common.outcome[request.outcome ?? 'taken'].toLowerCase()}`,
    )
    .join(' · ');
}
