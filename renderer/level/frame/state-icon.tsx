import { join } from '#renderer/ui/join.ts';
import type { OfficeDayState } from '#shared/domain/level/words.ts';
import {
  IconAlertTriangle,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconClockExclamation,
  IconPencil,
  IconShieldX,
  IconSignatureOff,
  IconZzz,
} from '@tabler/icons-react';
import styles from './state-icon.module.css';

const ICONS: Readonly<Record<OfficeDayState, typeof IconPencil>> = {
  'on-time': IconCircleCheckFilled,
  late: IconClockExclamation,
  corrected: IconPencil,
  conflict: IconAlertTriangle,
  unsigned: IconSignatureOff,
  refused: IconShieldX,
  missing: IconCircleDashed,
  off: IconZzz,
};

/** What stands of an office on a day, as a sign; its word stands beside it. */
export function StateIcon({ state }: { readonly state: OfficeDayState }) {
  const Icon = ICONS[state];
  return (
    <span className={join(styles['icon'], styles[state])}>
      <Icon size={16} stroke={1.75} aria-hidden="true" />
    </span>
  );
}
