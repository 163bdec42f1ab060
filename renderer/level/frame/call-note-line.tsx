import { useText } from '#renderer/desk/language.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import shared from '#renderer/ui/shared.module.css';
import type { CallNote } from '#shared/contract/level-shapes.ts';
import { formatTime } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { useState } from 'react';
import { useLevelCommand } from '../client/level-client.ts';
import { useLevelWords } from '../client/words.ts';
import styles from './call-note-line.module.css';

type CallNoteLineProps = {
  readonly officeCode: string;
  readonly name: string;
  readonly businessDay: string;
  readonly note: CallNote | undefined;
};

/** What was said at the telephone about an office-day: read, and written in its place. */
export function CallNoteLine({ officeCode, name, businessDay, note }: CallNoteLineProps) {
  const text = useText();
  const words = useLevelWords().level.callNote;
  const { run, isPending, problem } = useLevelCommand('call-note.write');
  const [isWriting, setWriting] = useState(false);
  const kept = note?.text ?? '';
  const write = async (typed: string) => {
    if (typed.trim() === kept) {
      setWriting(false);
      return;
    }
    const reply = await run({ officeCode, businessDay, text: typed });
    if (reply.ok) setWriting(false);
  };
  if (!isWriting)
    return (
      <span className={styles['note']}>
        {note === undefined ? null : (
          <span title={words.by(note.by, formatTime(note.at))}>
            {kept}
            <span className={shared['unseen']}> {words.by(note.by, formatTime(note.at))}</span>
          </span>
        )}
        <button
          type="button"
          className={shared['textButton']}
          aria-label={note === undefined ? words.writeFor(name) : words.changeFor(name)}
          onClick={() => setWriting(true)}
        >
          {note === undefined ? words.write : words.change}
        </button>
      </span>
    );
  return (
    <TextField
      label={words.of(name)}
      showLabel={false}
      size="small"
      placeholder={words.example}
      hint={words.hint}
      value={kept}
      maxLength={300}
      // It stands where the button was that was pressed.
      autoFocus
      readOnly={isPending}
      error={problem === undefined ? undefined : problemText(problem, text)}
      onCommit={(typed) => void write(typed)}
      onBlur={() => setWriting(problem !== undefined)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The list stays open.
        event.stopPropagation();
        setWriting(false);
      }}
    />
  );
}
