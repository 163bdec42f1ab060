import type { DayStatus } from '#shared/contract/day.ts';
import { formatDay } from '#shared/text/format.ts';
import { useState } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { readDay, typedForm } from '#renderer/ui/typed-date.ts';
import styles from './morning.module.css';

type OtherDayProps = {
  readonly status: DayStatus;
  readonly choosing: boolean;
  readonly chosen: string | null;
  readonly onChoosing: (choosing: boolean) => void;
  readonly onChoose: (day: string | null) => void;
};

/** For a PC whose clock is wrong: a small link, a warning, and a typed day. */
export function OtherDay({ status, choosing, chosen, onChoosing, onChoose }: OtherDayProps) {
  const words = useText().morning;
  const language = useLanguage();
  const [fault, setFault] = useState<string | undefined>(undefined);

  const commit = (typed: string) => {
    if (typed.trim() === '') {
      setFault(undefined);
      onChoose(null);
      return;
    }
    const day = readDay(typed);
    if (day === null) setFault(words.otherDayWrong);
    else if (status.last !== null && day <= status.last.businessDay)
      setFault(words.otherDayBack(formatDay(status.last.businessDay, language)));
    else {
      setFault(undefined);
      onChoose(day === status.today ? null : day);
      onChoosing(false);
    }
  };
  const backToToday = () => {
    setFault(undefined);
    onChoose(null);
    onChoosing(false);
  };

  if (!choosing) {
    return (
      <div className={styles['otherLink']}>
        <Button variant="quiet" size="small" onClick={() => onChoosing(true)}>
          {words.otherDay}
        </Button>
        {chosen !== null && (
          <Button variant="quiet" size="small" onClick={backToToday}>
            {words.useToday}
          </Button>
        )}
        {chosen !== null && (
          <p className={styles['warned']}>{words.otherDayWarning(formatDay(status.today, language))}</p>
        )}
      </div>
    );
  }
  return (
    <Note
      tone="warn"
      className={styles['note']}
      title={words.otherDayWarning(formatDay(status.today, language))}
    >
      <div className={styles['otherField']}>
        <TextField
          label={words.otherDayLabel}
          value={chosen === null ? '' : typedForm(chosen)}
          hint={words.otherDayHint}
          error={fault}
          figures
          autoFocus
          onCommit={commit}
          onKeyDown={(event) => {
            if (event.key === 'Escape') backToToday();
            // Else this very Enter would press the button that takes the focus next.
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
        <Button variant="quiet" onClick={backToToday}>
          {words.useToday}
        </Button>
      </div>
    </Note>
  );
}
