import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { mayActivate } from '#shared/domain/account/activation.ts';
import { OUTCOMES } from '#shared/domain/procedure/vocabulary.ts';
import type { Language } from '#shared/domain/language.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { IconPlus } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import styles from './correct-dialog.module.css';
import {
  changeable,
  correctionFault,
  correctionInput,
  isChanged,
  newLate,
  rareFirst,
  withOutcome,
  type ChangedRequest,
  type CorrectionDraft,
} from './correction-draft.ts';
import { LateEntry } from './late-entry.tsx';

/** Rows that are drawn at once; a name or a number finds the others. */
const MOST_FOUND = 60;

type CorrectDialogProps = {
  readonly report: DayReport;
  /** The number the new version will get. */
  readonly next: number;
  /** What was typed so far; it outlives the dialog. */
  readonly draft: CorrectionDraft;
  readonly onDraft: (draft: CorrectionDraft) => void;
  readonly onClose: () => void;
  readonly onDone: (version: number) => void;
};

/** Corrects a closed day: what it does and why stands beside it, the version before stays as it is. */
export function CorrectDialog({ report, next, draft, onDraft, onClose, onDone }: CorrectDialogProps) {
  const text = useText();
  const words = text.dayEnd;
  const correct = useDeskCommand('day.correct');
  const put = (part: Partial<CorrectionDraft>) => onDraft({ ...draft, ...part });
  const change = (request: ChangedRequest) =>
    put({ changes: [...draft.changes.filter((one) => one.requestId !== request.requestId), request] });
  const fault = correctionFault(draft);
  const changed = draft.changes.filter(isChanged);
  const run = async () => {
    const reply = await correct.run(correctionInput(report.businessDay, draft));
    if (reply.ok) onDone(reply.value.version ?? next);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.correctTitle(next)}
      width={840}
      closeLabel={text.common.close}
      footer={
        <Button
          variant="primary"
          size="big"
          isPending={correct.isPending}
          disabledReason={
            fault === 'no-change'
              ? words.nothingChanged
              : fault === 'no-reason'
                ? words.reasonFirst
                : undefined
          }
          onClick={() => void run()}
        >
          {words.makeVersion(next)}
        </Button>
      }
    >
      <div className={styles['parts']}>
        <p>{words.correctExplains(next - 1)}</p>
        <FindRequests day={report.businessDay} draft={draft} onChange={change} />
        {changed.length === 0 ? null : (
          <section aria-label={words.changed}>
            <h3>{words.changed}</h3>
            <ul className={styles['rows']}>
              {changed.map((request) => (
                <RequestRow key={request.requestId} request={request} onChange={change} />
              ))}
            </ul>
          </section>
        )}
        <section aria-label={words.lateEntries}>
          <h3>{words.lateEntries}</h3>
          {draft.late.map((entry) => (
            <LateEntry
              key={entry.key}
              entry={entry}
              onChange={(part) =>
                put({ late: draft.late.map((one) => (one.key === entry.key ? { ...one, ...part } : one)) })
              }
              onRemove={() => put({ late: draft.late.filter((one) => one.key !== entry.key) })}
            />
          ))}
          <Button
            size="small"
            icon={<IconPlus size={16} aria-hidden="true" />}
            onClick={() =>
              put({ late: [...draft.late, newLate(Math.max(0, ...draft.late.map((one) => one.key)) + 1)] })
            }
          >
            {words.addLate}
          </Button>
        </section>
        <div className={styles['notes']}>
          <TextArea
            label={text.report.column.difficulties}
            rows={2}
            maxLength={2000}
            value={draft.difficulties ?? report.breakdowns.difficulties}
            onCommit={(typed) => put({ difficulties: typed })}
          />
          <TextArea
            label={text.report.column.proposals}
            rows={2}
            maxLength={2000}
            value={draft.proposals ?? report.breakdowns.proposals}
            onCommit={(typed) => put({ proposals: typed })}
          />
        </div>
        <TextField
          label={`${words.reasonOf} (${text.common.required})`}
          value={draft.reason}
          maxLength={300}
          required
          hint={words.reasonHint}
          onType={(typed) => put({ reason: typed })}
        />
        <ProblemNote problem={correct.problem} />
      </div>
    </Dialog>
  );
}

type FindProps = {
  readonly day: string;
  readonly draft: CorrectionDraft;
  readonly onChange: (request: ChangedRequest) => void;
};

function FindRequests({ day, draft, onChange }: FindProps) {
  const words = useText().dayEnd;
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const found = useDeskQuery(
    'report.tickets',
    { businessDay: day, figure: { section: 'all' }, ...(search === '' ? {} : { search }) },
    { keepFormer: true },
  ).value;
  const rows = rareFirst((found?.rows ?? []).flatMap((row) => changeable(row, day)));
  const isMore = found !== undefined && found.total > MOST_FOUND;
  const shown = rows
    .slice(0, MOST_FOUND)
    .map((row) => draft.changes.find((one) => one.requestId === row.requestId) ?? row);
  return (
    <section aria-label={words.findRequest}>
      <h3>{words.changeRequests}</h3>
      <TextField
        label={words.findRequest}
        value={typed}
        onType={setTyped}
        placeholder="A031"
        data-autofocus
      />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <ul className={styles['found']} aria-label={words.dayRequests} tabIndex={0}>
        {shown
          .filter((row) => !isChanged(row))
          .map((row) => (
            <RequestRow key={row.requestId} request={row} onChange={onChange} />
          ))}
      </ul>
      <p role="status" className={styles['says']}>
        {found !== undefined && rows.length === 0 ? words.foundNothing : null}
        {isMore
          ? words.foundMore(formatNumber(shown.length, language), formatNumber(found.total, language))
          : null}
      </p>
    </section>
  );
}

function RequestRow({
  request,
  onChange,
}: {
  readonly request: ChangedRequest;
  readonly onChange: (request: ChangedRequest) => void;
}) {
  const text = useText();
  const words = text.dayEnd;
  const language = useLanguage();
  const { outcome, fixed } = request;
  const name = request.name ?? text.common.noName;
  const called = request.number ?? name;
  return (
    <li className={styles['row']}>
      <NumberText className={styles['number']}>{request.number ?? '–'}</NumberText>
      <span className={styles['who']}>
        <b title={name}>{name}</b>
        <span>{factsOf(request, text, language)}</span>
      </span>
      {request.takenOn === null ? (
        <SelectField
          size="small"
          label={words.outcomeOf(called)}
          showLabel={false}
          value={outcome}
          options={OUTCOMES.map((value) => ({ value, label: text.common.outcome[value] }))}
          onChange={(value) => onChange(withOutcome(request, value))}
        />
      ) : (
        <span className={styles['says']}>{words.otherDayOnly}</span>
      )}
      {outcome === null || !mayActivate(request.procedure, outcome) ? (
        <span />
      ) : fixed === null ? (
        <CheckField
          label={text.account.state.activated}
          checked={request.activated}
          onChange={(activated) => onChange({ ...request, activated })}
        />
      ) : (
        <span className={styles['says']}>
          {fixed.countedOn === null
            ? words.countedOnce
            : words.countedElsewhere(formatDay(fixed.countedOn, language))}
        </span>
      )}
    </li>
  );
}

/** What tells one row from another, and what a changed one was before. */
function factsOf(request: ChangedRequest, text: Catalogue, language: Language): string {
  const { was, outcome, takenOn, late, procedure } = request;
  const words = text.dayEnd;
  const facts: string[] = [text.common.procedureShort[procedure]];
  if (late) facts.push(text.dashboard.behindLate);
  if (takenOn !== null) facts.push(words.takenOn(formatDay(takenOn, language)));
  if (outcome !== was.outcome && was.outcome !== null)
    facts.push(words.wasBefore(text.common.outcome[was.outcome]));
  if (request.activated !== was.activated)
    facts.push(words.wasBefore(was.activated ? text.account.state.activated : words.notActivated));
  return facts.join(' · ');
}
