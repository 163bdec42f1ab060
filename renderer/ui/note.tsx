import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './note.module.css';
import { join } from './join.ts';

export type Tone = 'plain' | 'good' | 'warn' | 'bad';

const icons = { plain: IconInfoCircle, good: IconCircleCheck, warn: IconAlertTriangle, bad: IconCircleX };

type NoteProps = {
  readonly tone?: Tone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly icon?: ReactNode;
  /** Buttons at the right end. */
  readonly action?: ReactNode;
  readonly className?: string | undefined;
  /** Read out at once when it appears; for what went wrong just now. */
  readonly announce?: boolean;
};

export function Note({
  tone = 'plain',
  title,
  children,
  icon,
  action,
  className,
  announce = false,
}: NoteProps) {
  const Icon = icons[tone];
  return (
    <div
      className={join(styles['note'], styles[tone], className)}
      role={announce ? (tone === 'bad' ? 'alert' : 'status') : undefined}
    >
      <span className={styles['icon']} aria-hidden="true">
        {icon ?? <Icon size={20} stroke={1.75} />}
      </span>
      <div className={styles['body']}>
        {title !== undefined && <div className={styles['title']}>{title}</div>}
        {children}
      </div>
      {action !== undefined && <div className={styles['action']}>{action}</div>}
    </div>
  );
}
