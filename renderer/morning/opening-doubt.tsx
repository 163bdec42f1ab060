import type { DeskProblem } from '#shared/contract/problem.ts';
import { formatDay } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useRef } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { sayInBar, useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import styles from './morning.module.css';

/** A refusal that the leader's explicit word answers. */
export function isDoubt({ code }: DeskProblem): boolean {
  return code === 'day-jumps' || code === 'clock-behind';
}

type OpeningDoubtProps = {
  readonly problem: DeskProblem;
  readonly day: string;
  readonly isPending: boolean;
  readonly onConfirm: () => void;
};

/** What is unusual about the day, and the word that opens it all the same: the first F9 goes to the button, the second presses it. */
export function OpeningDoubt({ problem, day, isPending, onConfirm }: OpeningDoubtProps) {
  const text = useText();
  const language = useLanguage();
  const button = useRef<HTMLButtonElement>(null);
  const label = text.morning.openAllTheSame(formatDay(day, language));
  useScreenKeys([
    {
      key: 'F9',
      label,
      run: () => {
        if (document.activeElement === button.current) return onConfirm();
        button.current?.focus();
        sayInBar(text.morning.openAgain);
      },
    },
  ]);
  return (
    <Note
      tone="warn"
      announce
      className={styles['note']}
      action={
        <Button ref={button} size="small" keyHint="F9" isPending={isPending} onClick={onConfirm}>
          {label}
        </Button>
      }
    >
      {problemText(problem, text)}
    </Note>
  );
}
