import { useText } from '#renderer/desk/language.ts';
import { Note } from '#renderer/ui/note.tsx';
import { NewPassphraseFields, type NewPassphrase } from './secret-entry.tsx';
import styles from './safety.module.css';

type EncryptChoiceProps = {
  /** This PC opens the data by itself: a passphrase is not needed. */
  readonly opensItself: boolean;
  readonly typed: NewPassphrase;
  readonly onChange: (typed: NewPassphrase) => void;
  readonly isTried: boolean;
  readonly autoFocus?: boolean;
};

/** What encryption protects, what it asks, and the passphrase. */
export function EncryptChoice({
  opensItself,
  typed,
  onChange,
  isTried,
  autoFocus = false,
}: EncryptChoiceProps) {
  const words = useText().safety.choice;
  return (
    <div className={styles['form']}>
      <Note tone="good">{words.protects}</Note>
      <Note>{opensItself ? words.asksSystem : words.asksPassphrase}</Note>
      <NewPassphraseFields
        typed={typed}
        onChange={onChange}
        isTried={isTried}
        autoFocus={autoFocus}
        {...(opensItself ? { hint: words.optional } : {})}
      />
    </div>
  );
}
