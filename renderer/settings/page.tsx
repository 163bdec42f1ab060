import type { ReactNode } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import styles from './settings.module.css';
import type { PageId } from './shown-page.ts';

type PageProps = {
  readonly id: PageId;
  readonly what: string;
  readonly aside?: { readonly title: string; readonly end?: ReactNode; readonly body: ReactNode };
  readonly children: ReactNode;
};

/** One page of the settings: what it is for, its rows, and at the right what they lead to. */
export function Page({ id, what, aside, children }: PageProps) {
  const title = useText().settings.pages[id].name;
  return (
    <div className={styles['page']}>
      <section className={styles['main']} aria-label={title}>
        <header className={styles['head']}>
          <h2>{title}</h2>
          <p>{what}</p>
        </header>
        {children}
      </section>
      {aside !== undefined && (
        <aside className={styles['aside']} aria-label={aside.title}>
          <ColumnHead title={aside.title} end={aside.end} />
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
          <div className={styles['asideBody']} role="group" aria-label={aside.title} tabIndex={0}>
            {aside.body}
          </div>
        </aside>
      )}
    </div>
  );
}

export function Group({ children }: { readonly children: ReactNode }) {
  return <h3 className={styles['group']}>{children}</h3>;
}
