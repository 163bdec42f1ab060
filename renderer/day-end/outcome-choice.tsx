import { SelectField } from '#renderer/ui/select-field.tsx';
import { useText } from '#renderer/desk/language.ts';
import { OUTCOMES, type Outcome } from '#shared/domain/procedure/vocabulary.ts';
import { useRef, useState } from 'react';

type OutcomeChoiceProps = {
  readonly label: string;
  readonly className?: string | undefined;
  readonly onCommit: (outcome: Outcome) => void;
};

/**
 * A list of outcomes that records nothing while somebody walks in it with the keyboard: Enter or leaving the field records,
 * Escape takes the choice back. A choice made with the mouse is one act and is recorded at once.
 */
export function OutcomeChoice({ label, className, onCommit }: OutcomeChoiceProps) {
  const text = useText();
  const [draft, setDraft] = useState<Outcome | null>(null);
  const byKeyboard = useRef(false);
  const commit = () => {
    if (draft !== null) onCommit(draft);
    setDraft(null);
  };
  return (
    <SelectField
      size="small"
      className={className}
      label={label}
      showLabel={false}
      placeholder={text.dayEnd.chooseOutcome}
      value={draft}
      options={OUTCOMES.map((outcome) => ({ value: outcome, label: text.common.outcome[outcome] }))}
      onPointerDown={() => (byKeyboard.current = false)}
      onKeyDown={(event) => {
        byKeyboard.current = true;
        if (draft === null) return;
        if (event.key === 'Enter') {
          event.preventDefault();
          commit();
        }
        if (event.key === 'Escape') setDraft(null);
      }}
      onBlur={commit}
      onChange={(outcome) => {
        if (byKeyboard.current) setDraft(outcome);
        else onCommit(outcome);
      }}
      title={draft === null ? undefined : text.dayEnd.enterRecords}
    />
  );
}
