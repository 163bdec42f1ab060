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
  const text = useText();
  const words = text.reception.duplicate;
  const live = match.person.today;
  if (live === null) return null;
  return (
    <div data-duplicate>
      <Note
        tone="warn"
        announce
        className={styles['note']}
        title={match.sure ? words.title(live.number) : words.likely(live.number)}
      >
        <p className={styles['second']}>
          {words.state(text.common.ticketState[live.state].toLocaleLowerCase())}
        </p>
        <div className={styles['choices']}>
          {onReprint !== undefined && (
            <Button keyHint="Alt+I" onClick={onReprint}>
              {words.reprint(live.number)}
            </Button>
          )}
          <Button keyHint="Alt+A" onClick={onAddRequest}>
            {words.addRequest(live.number)}
          </Button>
          <Button keyHint="Alt+N" onClick={onIssue}>
            {words.issueAnyway}
          </Button>
        </div>
      </Note>
    </div>
  );
}
