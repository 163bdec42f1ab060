import { useText } from '#renderer/desk/language.ts';
import { FittedLine } from './fitted-line.tsx';
import type { WallCall } from './wall-calls.ts';
import styles from './wall.module.css';

/** The number that is called now, in letters read across the room. */
export function BigCall({ call, lost }: { call: WallCall | null; lost: boolean }) {
  const text = useText();
  if (call === null) {
    return (
      <section className={`${styles.now} ${styles.none}`} aria-live="polite">
        <p className={styles.noneText}>{text.wall.nobodyCalled}</p>
      </section>
    );
  }
  return (
    <section key={call.callId} className={styles.now} aria-live="polite">
      <p className={styles.label}>{lost ? text.wall.lastCalled : text.wall.calling}</p>
      <FittedLine className={styles.number}>{call.number}</FittedLine>
      <p className={styles.counter} data-length={lengthOf(call.counter)}>
        <span className={styles.before}>{text.wall.to}</span> {call.counter}
      </p>
    </section>
  );
}

/** "Quầy 2" stands as large as it can; a counter with a long name gets two or three smaller lines. */
function lengthOf(name: string): 'short' | 'long' | 'longest' {
  if (name.length <= 8) return 'short';
  return name.length <= 20 ? 'long' : 'longest';
}
