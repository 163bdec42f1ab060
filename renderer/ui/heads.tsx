import type { ReactNode } from 'react';
import styles from './heads.module.css';
import { join } from './join.ts';
import { NumberText } from './number-text.tsx';

type ColumnHeadProps = {
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  readonly end?: ReactNode;
  readonly className?: string | undefined;
  readonly id?: string;
};

/** The first line of a column; one heading of level 2. */
export function ColumnHead({ title, hint, end, className, id }: ColumnHeadProps) {
  return (
    <div className={join(styles['column'], className)}>
      <h2 id={id} className={styles['columnTitle']}>
        {title}
      </h2>
      {hint !== undefined && <Hint>{hint}</Hint>}
      {end !== undefined && <span className={styles['end']}>{end}</span>}
    </div>
  );
}

function Hint({ children }: { readonly children: ReactNode }) {
  return (
    <span className={styles['hint']} title={typeof children === 'string' ? children : undefined}>
      {children}
    </span>
  );
}

type SectionHeadProps = {
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  /** How many rows follow. */
  readonly count?: number | string;
  readonly end?: ReactNode;
  readonly id?: string;
};

/** The line above a group of rows; a heading of level 3. */
export function SectionHead({ title, hint, count, end, id }: SectionHeadProps) {
  return (
    <div className={styles['section']}>
      <h3 id={id} className={styles['sectionTitle']}>
        {title}
      </h3>
      {hint !== undefined && <Hint>{hint}</Hint>}
      {(count !== undefined || end !== undefined) && (
        <span className={styles['end']}>
          {end}
          {count !== undefined && <NumberText className={styles['count']}>{count}</NumberText>}
        </span>
      )}
    </div>
  );
}
