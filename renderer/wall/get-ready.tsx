import { useText } from '#renderer/desk/language.ts';
import { FittedLine } from './fitted-line.tsx';
import styles from './room.module.css';

/** The numbers that are called next. */
export function GetReady({ numbers }: { readonly numbers: readonly string[] }) {
  const text = useText();
  return (
    <section className={styles.ready} aria-labelledby="get-ready">
      <h2 id="get-ready" className={styles.heading}>
        {text.wall.getReady}
      </h2>
      {numbers.length === 0 ? (
        <p className={styles.noneReady}>{text.wall.nobodyWaiting}</p>
      ) : (
        <ol className={styles.next}>
          {numbers.map((number) => (
            <li key={number}>
              <FittedLine className={styles.nextNumber}>{number}</FittedLine>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
