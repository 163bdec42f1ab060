import type { ReactNode } from 'react';
import styles from './facts.module.css';

/** What cannot be changed on a page of the settings, line by line. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={styles['facts']}>{children}</dl>;
}

export function Fact({
  name,
  end,
  children,
}: {
  readonly name: string;
  readonly end?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
      {end !== undefined && <dd>{end}</dd>}
    </div>
  );
}
