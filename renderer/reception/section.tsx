import { useId, type ReactNode } from 'react';
import styles from './reception.module.css';

type SectionProps = {
  readonly number: number;
  readonly title: string;
  readonly hint?: ReactNode;
  readonly end?: ReactNode;
  readonly children: ReactNode;
};

/** A numbered part of the work column; Alt with its number goes there. */
export function Section({ number, title, hint, end, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles['section']} data-section={number} aria-labelledby={id}>
      <div className={styles['sectionHead']}>
        <h2 id={id} aria-keyshortcuts={`Alt+${number}`}>
          <span>{number}</span> {title}
        </h2>
        {hint !== undefined && <em>{hint}</em>}
        {end !== undefined && <div className={styles['sectionEnd']}>{end}</div>}
      </div>
      {children}
    </section>
  );
}

/** Puts the focus on the first thing of a part that takes it, preferring what is chosen. */
export function focusSection(number: number): void {
  const section = document.querySelector(`[data-section="${number}"]`);
  const target =
    section?.querySelector<HTMLElement>('input[type="radio"]:checked') ??
    section?.querySelector<HTMLElement>('input, select, button, a[href]');
  section?.scrollIntoView({ block: 'nearest' });
  target?.focus();
}
