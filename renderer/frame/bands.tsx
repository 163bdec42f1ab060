import { switchTraining } from '#renderer/desk/address.ts';
import { useDeskStart } from '#renderer/desk/desk-context.ts';
import { useText } from '#renderer/desk/language.ts';
import { isOfLine, useLive } from '#renderer/desk/live.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { formatTimeWithSeconds } from '#shared/text/format.ts';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect } from 'react';
import styles from './frame.module.css';
import { sayInBar } from './screen-keys.tsx';

/** Nobody may take the training desk for the real one. */
export function TrainingBand() {
  const text = useText();
  const { training } = useDeskStart();
  if (!training) return null;
  return (
    <section className={styles['training']} aria-label={text.frame.training}>
      <span className={styles['trainingName']}>{text.frame.training}</span>
      <span>{text.frame.trainingHelp}</span>
      <button type="button" className={styles['trainingLeave']} onClick={() => switchTraining(false)}>
        {text.frame.leaveTraining}
      </button>
    </section>
  );
}

/** Stands under the top bar while the desk cannot be heard, and pushes the screen down. */
export function LostBand() {
  const text = useText();
  const { connection, since, why } = useLive();
  useEffect(
    () =>
      useLive.subscribe((now, before) => {
        if (now.connection === 'live' && before.why?.code === 'desk-stopped')
          sayInBar(text.frame.openedAgain);
      }),
    [text],
  );
  if (connection !== 'lost') return null;
  const isStopped = why?.code === 'desk-stopped';
  const isOther = why !== null && (isStopped || !isOfLine(why));
  const title = isStopped ? text.frame.stoppedTitle : text.frame.lostTitle;
  return (
    <div className={styles['band']} role="alert">
      <IconPlugConnectedX size={20} stroke={1.75} aria-hidden="true" />
      <div className={styles['bandText']}>
        <strong className={styles['bandTitle']}>{title(formatTimeWithSeconds(since))}</strong>
        <span className={styles['bandHelp']}>{isOther ? problemText(why, text) : text.frame.lostHelp}</span>
      </div>
    </div>
  );
}
