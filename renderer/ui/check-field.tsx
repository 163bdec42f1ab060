import { useId, type ReactNode } from 'react';
import styles from './field.module.css';

type CheckFieldProps = {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: ReactNode;
  readonly keyShortcut?: string;
  readonly disabled?: boolean;
};

export function CheckField({ label, checked, onChange, hint, keyShortcut, disabled }: CheckFieldProps) {
  const id = useId();
  return (
    <div>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-keyshortcuts={keyShortcut}
          aria-describedby={hint ? id : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      {hint !== undefined && (
        <div id={id} className={styles['hint']}>
          {hint}
        </div>
      )}
    </div>
  );
}
