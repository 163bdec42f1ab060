import type { PaperState } from '#shared/domain/procedure/vocabulary.ts';
import {
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleDotted,
  IconDeviceMobileCheck,
  IconEqualNot,
  IconMinus,
} from '@tabler/icons-react';
import styles from './checklist.module.css';

const marks = {
  seen: IconCircleCheckFilled,
  missing: IconCircleDashed,
  mismatch: IconEqualNot,
  'not-wanted': IconMinus,
  'in-vneid': IconDeviceMobileCheck,
};

export const paperTone: Readonly<Record<PaperState | 'open', string | undefined>> = {
  seen: styles['good'],
  missing: styles['warn'],
  mismatch: styles['bad'],
  'not-wanted': styles['pale'],
  'in-vneid': styles['good'],
  open: styles['pale'],
};

/** Each state has a shape of its own beside its colour and its word. */
export function PaperMark({ state }: { readonly state: PaperState | null }) {
  const Mark = state === null ? IconCircleDotted : marks[state];
  return <Mark size={20} stroke={1.75} aria-hidden="true" className={paperTone[state ?? 'open']} />;
}
