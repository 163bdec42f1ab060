import type { ReactNode } from 'react';
import styles from './chip.module.css';
import { join } from './join.ts';
import type { Tone } from './note.tsx';

type ChipProps = {
  readonly tone?: Tone;
  readonly size?: 'small' | 'normal';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
};

export function Chip({ tone = 'plain', size = 'normal', icon, children, className }: ChipProps) {
  return (
    <span className={join(styles['chip'], styles[tone], styles[size], className)}>
      {icon}
      {children}
    </span>
  );
}
