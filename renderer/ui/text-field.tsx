import { useEffect, useId, useRef, useState, type ComponentPropsWithRef, type ReactNode } from 'react';
import styles from './field.module.css';
import { join } from './join.ts';

export type TextFieldProps = Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange' | 'size'> & {
  readonly label: string;
  readonly value: string;
  /** Told once typing is over: on leaving the field or on Enter. Returns nothing; the field never rewrites while typing. */
  readonly onCommit?: (value: string) => void;
  /** Told at every change, for a list that follows the typing. */
  readonly onType?: (value: string) => void;
  /** Seen beside the label, such as that it is required; readers hear that from the field itself. */
  readonly mark?: ReactNode;
  readonly hint?: ReactNode;
  readonly warning?: ReactNode;
  readonly error?: ReactNode;
  readonly showLabel?: boolean;
  readonly size?: 'small' | 'normal';
  /** For numbers of documents: figures of one width. */
  readonly figures?: boolean;
  readonly before?: ReactNode;
  readonly after?: ReactNode;
};

export function TextField({
  label,
  value,
  onCommit,
  onType,
  mark,
  hint,
  warning,
  error,
  showLabel = true,
  size = 'normal',
  figures = false,
  before,
  after,
  className,
  onKeyDown,
  onBlur,
  ...rest
}: TextFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const below = error ?? warning ?? hint;
  /** What Enter has told already: leaving the field does not tell it again. */
  const told = useRef<string | null>(null);
  const commit = () => {
    if (draft !== value || onType !== undefined) onCommit?.(draft);
  };
  return (
    <div
      className={join(
        styles['field'],
        size === 'small' && styles['small'],
        Boolean(warning) && styles['warn'],
        Boolean(error) && styles['bad'],
        className,
      )}
    >
      <label htmlFor={id} className={showLabel ? styles['label'] : styles['hidden']}>
        {label}
        {mark !== undefined && (
          <span className={styles['mark']} aria-hidden="true">
            {mark}
          </span>
        )}
      </label>
      <div className={styles['box']}>
        {before}
        <input
          {...rest}
          id={id}
          className={join(styles['input'], figures && styles['figures'])}
          value={draft}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={error ? true : undefined}
          aria-describedby={below ? `${id}-hint` : undefined}
          onChange={(event) => {
            setDraft(event.currentTarget.value);
            onType?.(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
              told.current = draft;
              commit();
            }
            onKeyDown?.(event);
          }}
          onBlur={(event) => {
            if (told.current !== draft) commit();
            told.current = null;
            onBlur?.(event);
          }}
        />
        {after}
      </div>
      {below !== undefined && below !== null && (
        <div
          id={`${id}-hint`}
          className={join(
            styles['hint'],
            error ? styles['hintBad'] : warning ? styles['hintWarn'] : undefined,
          )}
        >
          {below}
        </div>
      )}
    </div>
  );
}
