import { useText } from '#renderer/desk/language.ts';
import { useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { readDay, typedForm } from '#renderer/ui/typed-date.ts';
import { useRef, useState } from 'react';
import type { CallResultProps } from './call-result.tsx';
import styles from './follow-up.module.css';

/** The day of the notice, from which the days to activate are counted, and a note. */
export function PersonFields({ person, on, moves, toList }: CallResultProps) {
  const words = useText().followUp;
  const notice = useRef<HTMLInputElement>(null);
  const note = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string | undefined>(undefined);
  useScreenKeys([
    { key: 'n', label: words.keyNotice, run: () => notice.current?.select() },
    { key: 'g', label: words.keyNote, run: () => note.current?.focus() },
  ]);
  const typeNotice = (typed: string) => {
    const day = typed.trim() === '' ? null : readDay(typed);
    if (typed.trim() !== '' && day === null) return setFault(words.noSuchDay);
    if (day !== null && day > on) return setFault(words.inFuture);
    if (day !== null && day < person.businessDay) return setFault(words.noticeBeforeTaken);
    setFault(undefined);
    if (day !== person.noticedOn) void moves.setNotice(person, day);
  };
  const backOnEnter = (event: { readonly key: string; preventDefault: () => void }) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    toList();
  };
  return (
    <div className={styles['fields']}>
      <TextField
        ref={notice}
        label={words.noticedOn}
        value={person.noticedOn === null ? '' : typedForm(person.noticedOn)}
        hint={words.noticedHint}
        error={fault}
        figures
        aria-keyshortcuts="N"
        onCommit={typeNotice}
        onKeyDown={(event) => {
          const typed = event.currentTarget.value;
          if (event.key === 'Enter' && typed.trim() !== '' && readDay(typed) === null) return;
          backOnEnter(event);
        }}
      />
      <TextField
        ref={note}
        label={words.note}
        value={person.note ?? ''}
        hint={words.noteHint}
        maxLength={300}
        aria-keyshortcuts="G"
        onCommit={(typed) => void moves.setNote(person, typed.trim())}
        onKeyDown={backOnEnter}
      />
    </div>
  );
}
