import type { Certainty as Sure } from '#shared/domain/procedure/vocabulary.ts';
import { IconAlertTriangle, IconBuilding, IconCircleCheckFilled, IconInfoCircle } from '@tabler/icons-react';
import styles from './certainty.module.css';

const icons = {
  own: IconBuilding,
  confirmed: IconCircleCheckFilled,
  'second-hand': IconInfoCircle,
  unconfirmed: IconAlertTriangle,
} as const;

type CertaintyProps = { readonly certainty: Sure | 'own'; readonly word: string };

/** How sure a value of the rules is, or that it is the office's own. */
export function Certainty({ certainty, word }: CertaintyProps) {
  const Icon = icons[certainty];
  return (
    <span className={styles['mark']} data-certainty={certainty}>
      <Icon size={16} aria-hidden="true" /> {word}
    </span>
  );
}
