import { join } from '#renderer/ui/join.ts';
import type { ReactNode } from 'react';
import styles from './settings.module.css';

type PartProps = {
  readonly title: string;
  /** Over the whole width of the page. */
  readonly wide?: boolean;
  readonly children: ReactNode;
};

/** One matter of the page, under its heading. */
export function Part({ title, wide = false, children }: PartProps) {
  return (
    <section className={join(styles['part'], wide && styles['wide'])} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
