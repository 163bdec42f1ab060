import { Note } from '#renderer/ui/note.tsx';
import type { ReactNode } from 'react';
import styles from './settings.module.css';
import type { Saying } from './use-office-change.ts';

type SectionProps = { readonly title: string; readonly hint?: string; readonly saying?: Saying | null; readonly children: ReactNode };

/** One part of the settings, with what became of the latest change under its title. */
export function Section({ title, hint, saying = null, children }: SectionProps) {
  return (
    <section className={styles['section']} aria-labelledby="settings-section">
      <h2 id="settings-section" className={styles['title']}>
        {title}
      </h2>
      {hint === undefined ? null : <p className={styles['hint']}>{hint}</p>}
      <div className={styles['saying']} role="status">
        {saying === null ? null : <Note tone={saying.tone}>{saying.words}</Note>}
      </div>
      {children}
    </section>
  );
}

/** Fields under one heading of their own. */
export function Group({ title, hint, children }: { readonly title?: string; readonly hint?: string; readonly children: ReactNode }) {
  return (
    <div className={styles['group']}>
      {title === undefined ? null : <h3 className={styles['groupTitle']}>{title}</h3>}
      {hint === undefined ? null : <p className={styles['hint']}>{hint}</p>}
      {children}
    </div>
  );
}
