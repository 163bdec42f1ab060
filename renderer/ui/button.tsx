import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './button.module.css';
import { join } from './join.ts';
import { Keycap } from './keycap.tsx';

type ButtonProps = Omit<ComponentPropsWithRef<'button'>, 'disabled'> & {
  readonly variant?: 'primary' | 'plain' | 'quiet';
  readonly size?: 'small' | 'normal' | 'big';
  readonly icon?: ReactNode;
  /** The key that does the same, shown as a keycap. */
  readonly keyHint?: string | undefined;
  /** Why it cannot act now: it turns pale, stays in reach of the keyboard, and says this. */
  readonly disabledReason?: string | undefined;
  readonly isPending?: boolean;
};

export function Button({
  variant = 'plain',
  size = 'normal',
  icon,
  keyHint,
  disabledReason,
  isPending = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const off = disabledReason !== undefined || isPending;
  return (
    <button
      {...rest}
      type={type}
      className={join(styles['button'], styles[variant], styles[size], className)}
      aria-disabled={off || undefined}
      aria-busy={isPending || undefined}
      aria-keyshortcuts={keyHint?.replace('Ctrl', 'Control')}
      title={disabledReason ?? rest.title}
      onClick={(event) => {
        if (off) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon}
      <span className={styles['label']}>{children}</span>
      {keyHint !== undefined && <Keycap>{keyHint}</Keycap>}
    </button>
  );
}
