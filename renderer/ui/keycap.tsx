import type { ReactNode } from 'react';
import styles from './keycap.module.css';

/** A key as it is printed on the keyboard. It repeats what `aria-keyshortcuts` says, so readers skip it. */
export function Keycap({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className={styles['keycap']} aria-hidden="true">
      {children}
    </kbd>
  );
}
