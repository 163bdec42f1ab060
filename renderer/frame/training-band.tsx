import { switchTraining } from '#renderer/desk/address.ts';
import { useDeskStart } from '#renderer/desk/desk-context.ts';
import { useText } from '#renderer/desk/language.ts';
import styles from './frame.module.css';

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
