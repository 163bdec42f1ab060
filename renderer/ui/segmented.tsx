import { useId, type ReactNode } from 'react';
import styles from './segmented.module.css';
import { join } from './join.ts';

type SegmentedOption<V extends string> = {
  readonly value: V;
  readonly label: ReactNode;
  readonly disabled?: boolean;
};

type SegmentedProps<V extends string> = {
  readonly label: string;
  readonly options: readonly SegmentedOption<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly showLabel?: boolean;
  readonly className?: string | undefined;
};

/** A few answers side by side, one of them chosen; arrows move as in every group of radio buttons. */
export function Segmented<V extends string>({
  label,
  options,
  value,
  onChange,
  showLabel = false,
  className,
}: SegmentedProps<V>) {
  const name = useId();
  return (
    <fieldset className={join(styles['group'], className)}>
      <legend className={showLabel ? styles['legend'] : styles['hidden']}>{label}</legend>
      <div className={styles['options']}>
        {options.map((option) => (
          <label key={option.value} className={styles['option']}>
            <input
              type="radio"
              className={styles['hidden']}
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span className={styles['face']}>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
