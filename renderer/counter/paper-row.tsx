import { useText } from '#renderer/desk/language.ts';
import { join } from '#renderer/ui/join.ts';
import { Keycap } from '#renderer/ui/keycap.tsx';
import type { RequestPaper } from '#shared/contract/ticket.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { PAPER_STATES, type PaperState } from '#shared/domain/procedure/vocabulary.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useEffect, useState, type KeyboardEvent, type RefCallback } from 'react';
import styles from './checklist.module.css';
import { PaperMark, paperTone } from './paper-mark.tsx';
import { paperName } from '#shared/text/rule-text.ts';
import { PaperNumber } from './paper-number.tsx';

type PaperRowProps = {
  readonly line: RequestPaper;
  readonly index: number;
  readonly isCurrent: boolean;
  readonly readOnly: boolean;
  readonly idNumber: string | null;
  /** Numbers and notes belong to a person; without one there is nowhere to keep them. */
  readonly hasPerson: boolean;
  readonly problem: DeskProblem | undefined;
  readonly rowRef: RefCallback<HTMLDivElement>;
  readonly onKey: (event: KeyboardEvent<HTMLDivElement>) => void;
  readonly onCurrent: () => void;
  readonly onState: (state: PaperState | null) => void;
  readonly onNumber: (number: string, isUnusual: boolean) => void;
  readonly onNote: (note: string) => void;
  readonly onLeaveField: () => void;
};

/** One paper; the row in focus opens and shows what can be answered. */
export function PaperRow({
  line,
  index,
  isCurrent,
  readOnly,
  idNumber,
  hasPerson,
  problem,
  rowRef,
  onKey,
  onCurrent,
  onState,
  onNumber,
  onNote,
  onLeaveField,
}: PaperRowProps) {
  const text = useText();
  const name = paperName(line.paper, text);
  const word = line.state === null ? text.counter.notLooked : text.common.paperState[line.state];
  const isOpen = isCurrent && !readOnly;
  return (
    <div
      ref={rowRef}
      role="row"
      aria-rowindex={index + 2}
      aria-label={`${name}, ${word}`}
      tabIndex={isCurrent ? 0 : -1}
      className={join(styles['row'], isOpen && styles['open'])}
      onKeyDown={onKey}
      onFocus={onCurrent}
      onClick={onCurrent}
    >
      <span role="gridcell" className={styles['mark']}>
        <PaperMark state={line.state} />
      </span>
      <span role="gridcell" className={styles['name']}>
        {name}
        {line.required && <span className={styles['required']}>{text.common.required}</span>}
      </span>
      <span role="gridcell">
        {hasPerson ? (
          <PaperNumber
            paper={line.paper}
            value={line.number}
            known={line.paper === 'id-card' ? idNumber : null}
            readOnly={readOnly}
            onSave={onNumber}
            onLeave={onLeaveField}
          />
        ) : (
          <span className={styles['known']}>{text.counter.needsName}</span>
        )}
      </span>
      <span role="gridcell" className={join(styles['state'], paperTone[line.state ?? 'open'])}>
        {word}
      </span>
      {isOpen && (
        <div role="gridcell" className={styles['more']}>
          <div role="radiogroup" aria-label={text.counter.paperState} className={styles['options']}>
            {PAPER_STATES.map((state, place) => (
              <button
                key={state}
                type="button"
                role="radio"
                aria-checked={line.state === state}
                tabIndex={-1}
                className={join(
                  styles['option'],
                  line.state === state && styles['chosen'],
                  line.state === state && paperTone[state],
                )}
                onMouseDown={(event) => event.preventDefault()}
                onClick={(event) => {
                  event.stopPropagation();
                  onState(line.state === state ? null : state);
                }}
              >
                <Keycap>{place + 1}</Keycap>
                {text.common.paperState[state]}
              </button>
            ))}
          </div>
          {hasPerson && (line.state === 'mismatch' || line.state === 'missing' || line.note !== null) && (
            <NoteField line={line} name={name} onNote={onNote} onLeave={onLeaveField} />
          )}
        </div>
      )}
      {problem !== undefined && (
        <div role="alert" className={styles['problem']}>
          {problemText(problem, text)}
        </div>
      )}
    </div>
  );
}

type NoteFieldProps = {
  readonly line: RequestPaper;
  readonly name: string;
  readonly onNote: (note: string) => void;
  readonly onLeave: () => void;
};

function NoteField({ line, name, onNote, onLeave }: NoteFieldProps) {
  const text = useText();
  const [draft, setDraft] = useState(line.note ?? '');
  useEffect(() => setDraft(line.note ?? ''), [line.note]);
  const commit = () => {
    if (draft.trim() !== (line.note ?? '')) onNote(draft.trim());
  };
  return (
    <label className={styles['note']}>
      <span className={styles['noteLabel']}>
        {line.state === 'mismatch' ? text.counter.whatDiffers : text.counter.note}
      </span>
      <input
        className={styles['noteInput']}
        aria-label={text.counter.noteOf(name)}
        tabIndex={-1}
        data-note
        value={draft}
        maxLength={300}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' || event.key === 'Escape') {
            event.preventDefault();
            if (event.key === 'Enter') commit();
            else setDraft(line.note ?? '');
            onLeave();
          }
          event.stopPropagation();
        }}
      />
    </label>
  );
}
