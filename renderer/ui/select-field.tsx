import { IconChevronDown } from '@tabler/icons-react';
import { useId, type ComponentPropsWithRef, type ReactNode } from 'react';
import styles from './field.module.css';
import { join } from './join.ts';

type SelectOption<V extends string> = {
  readonly value: V;
  readonly label: string;
  readonly disabled?: boolean;
};

type SelectFieldProps<V extends string> = Omit<
  ComponentPropsWithRef<'select'>,
  'value' | 'onChange' | 'size'
> & {
  readonly label: string;
  readonly options: readonly SelectOption<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  /** Shown while nothing is chosen. */
  readonly placeholder?: string;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly showLabel?: boolean;
  readonly size?: 'small' | 'normal';
};

export function SelectField<V extends string>({
  label,
  options,
  value,
  onChange,
  placeholder,
  hint,
  error,
  showLabel = true,
  size = 'normal',
  className,
  ...rest
}: SelectFieldProps<V>) {
  const id = useId();
  const below = error ?? hint;
  return (
    <div
      className={join(
        styles['field'],
        size === 'small' && styles['small'],
        Boolean(error) && styles['bad'],
        className,
      )}
    >
      <label htmlFor={id} className={showLabel ? styles['label'] : styles['hidden']}>
        {label}
      </label>
      <div className={styles['box']}>
        <select
          {...rest}
          id={id}
          className={join(styles['input'], styles['select'])}
          value={value ?? ''}
          aria-invalid={error ? true : undefined}
          aria-describedby={below ? `${id}-hint` : undefined}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {value === null && <option value="">{placeholder ?? ''}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <IconChevronDown size={16} aria-hidden="true" style={{ flex: 'none', pointerEvents: 'none' }} />
      </div>
      {below !== undefined && below !== null && (
        <div id={`${id}-hint`} className={join(styles['hint'], error ? styles['hintBad'] : undefined)}>
          {below}
        </div>
      )}
    </div>
  );
}
