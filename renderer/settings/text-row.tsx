import { problemText } from '#shared/text/problem-text.ts';
import { useState, type ReactNode } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { SavedWord } from './row.tsx';
import styles from './row.module.css';
import type { Saving } from '../desk/use-saving.ts';

type TextRowProps = {
  readonly label: string;
  readonly value: string;
  readonly max: number;
  readonly hint?: ReactNode;
  readonly placeholder?: string;
  /** May not be left empty. */
  readonly needed?: boolean;
  readonly figures?: boolean;
  readonly saving: Saving;
  readonly onSave: (value: string) => void;
  /** Below the field, such as another way to the same. */
  readonly children?: ReactNode;
};

/** One line of text, saved on leaving the field or on Enter. */
export function TextRow({
  label,
  value,
  max,
  hint,
  placeholder,
  needed = false,
  figures,
  saving,
  onSave,
  children,
}: TextRowProps) {
  const text = useText();
  const [empty, setEmpty] = useState(false);
  const commit = (typed: string) => {
    const next = typed.trim();
    setEmpty(needed && next === '');
    if (needed && next === '') return;
    if (next !== value) onSave(next);
  };
  const error = empty
    ? text.settings.needed
    : saving.problem === undefined
      ? undefined
      : problemText(saving.problem, text);
  return (
    <div className={styles['row']}>
      <div className={styles['title']} aria-hidden="true">
        {label}
      </div>
      <div className={styles['control']}>
        <TextField
          label={label}
          showLabel={false}
          value={value}
          maxLength={max}
          required={needed}
          hint={hint}
          error={error}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(figures === undefined ? {} : { figures })}
          onCommit={commit}
        />
        {children}
      </div>
      <SavedWord saving={saving} />
    </div>
  );
}
