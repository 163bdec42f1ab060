import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { KnownPerson } from './known-person.ts';
import styles from './reception.module.css';

type ServedNoteProps = {
  readonly served: NonNullable<KnownPerson['servedToday']>;
  /** The same number and name; a name alone only makes it likely. */
  readonly sure: boolean;
  readonly onIssue: () => void;
};

/** This person was here today already: their number and what came of it, before another one is given. */
export function ServedNote({ served, sure, onIssue }: ServedNoteProps) {
  const text = useText();
  const words = text.reception.servedToday;
  const came = served.requests.map(
    ({ procedure, outcome }) => `${text.common.procedureShort[procedure]}: ${text.common.outcome[outcome]}`,
  );
  return (
    <div data-duplicate>
      <Note
        tone="warn"
        announce
        className={styles['note']}
        title={sure ? words.title(served.number) : words.likely(served.number)}
        action={
          <Button keyHint="Alt+N" onClick={onIssue}>
            {text.reception.duplicate.issueAnyway}
          </Button>
        }
      >
        <p className={styles['second']}>{came.join(' · ')}</p>
      </Note>
    </div>
  );
}
