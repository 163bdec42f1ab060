import { IconUser } from '@tabler/icons-react';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { join } from '#renderer/ui/join.ts';
import styles from '#renderer/frame/top-bar.module.css';
import { useSigningText } from './signing-place.ts';
import { useChangeOfficer, useSigningRule } from './use-change-officer.ts';

/** Who is signed in, where there is a choice. */
export function OfficerChip() {
  const words = useSigningText().signIn;
  const { isAsked } = useSigningRule();
  const change = useChangeOfficer();
  const who = useDeskQuery('session.show', {}, { enabled: isAsked }).value;
  if (!isAsked || who === undefined) return null;
  const name = who.officer.name || words.unnamed;
  return (
    <button
      type="button"
      className={join(styles['part'], styles['truth'], styles['plain'], styles['press'], styles['officer'])}
      title={words.bar(name)}
      aria-label={words.bar(name)}
      aria-keyshortcuts="Control+L"
      onClick={() => change('change', null)}
    >
      <span aria-hidden="true" className={styles['icon']}>
        <IconUser size={16} stroke={1.75} />
      </span>
      <strong className={styles['word']}>{name}</strong>
    </button>
  );
}
