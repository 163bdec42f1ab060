import { useEffect, useId, useState, type ReactNode } from 'react';
import styles from './field.module.css';
import { join } from './join.ts';

type TextAreaProps = {
  readonly label: string;
  readonly value: string;
  /** Told once typing is over: on leaving the field. */
  readonly onCommit?: (value: string) => void;
  readonly onType?: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly rows?: number;
  readonly maxLength?: number;
  /** Where a dialog begins. */
  readonly 'data-autofocus'?: true;
};

/** Several lines of text; nothing is rewritten while somebody types. */
export function TextArea({
  label,
  value,
  onCommit,
  onType,
  hint,
  error,
  rows = 3,
  maxLength,
  ...rest
}: TextAreaProps) {
  const id = useId();
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const below = error ?? hint;
  return (
    <div className={join(styles['field'], Boolean(error) && styles['bad'])}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <div className={join(styles['box'], styles['areaBox'])}>
        <textarea
          {...rest}
          id={id}
          className={join(styles['input'], styles['area'])}
          value={draft}
          rows={rows}
          maxLength={maxLength}
          spellCheck={false}
          aria-invalid={error ? true : undefined}
          aria-describedby={below ? `${id}-hint` : undefined}
          onChange={(event) => {
            setDraft(event.currentTarget.value);
            onType?.(event.currentTarget.value);
          }}
          onBlur={() => {
            if (draft !== value) onCommit?.(draft);
          }}
        />
      </div>
      {below !== undefined && below !== null && (
        <div id={`${id}-hint`} className={join(styles['hint'], error ? styles['hintBad'] : undefined)}>
          {below}
        </div>
      )}
    </div>
  );
}
