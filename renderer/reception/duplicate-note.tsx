import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { Match } from './known-person.ts';
import styles from './reception.module.css';

type DuplicateNoteProps = {
  readonly match: Match;
  /** Absent where the office prints nothing. */
  readonly onReprint: (() => void) | undefined;
  readonly onAddRequest: () => void;
  readonly onIssue: () => void;
};

/** This person already waits today: one more number would make them come twice. */
export function DuplicateNote({ match, onReprint, onAddRequest, onIssue }: DuplicateNoteProps) {
  const words = useText();
  const text = words.reception.duplicate;
  const live = match.person.today;
  if (live === null) return null;
  return (
    <div data-duplicate>
      <Note
        tone="warn"
        announce
        className={styles['note']}
        title={match.sure ? text.title(live.number) : text.likely(live.number)}
      >
        <p className={styles['second']}>
          {text.state(words.common.ticketState[live.state].toLocaleLowerCase())}
        </p>
        <div className={styles['choices']}>
          {onReprint !== undefined && (
            <Button keyHint="Alt+I" onClick={onReprint}>
              {text.reprint(live.number)}
            </Button>
          )}
          <Button keyHint="Alt+A" onClick={onAddRequest}>
            {text.addRequest(live.number)}
          </Button>
          <Button keyHint="Alt+N" onClick={onIssue}>
            {text.issueAnyway}
          </Button>
        </div>
      </Note>
    </div>
  );
}
