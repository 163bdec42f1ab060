import { useText } from '#renderer/desk/language.ts';
import type { QueueWall } from '#shared/contract/ticket.ts';
import { counterWord } from '#shared/domain/office/counter-word.ts';
import { formatTime } from '#shared/text/format.ts';
import { IconPlayerPause } from '@tabler/icons-react';
import { FittedLine } from './fitted-line.tsx';
import styles from './at-counters.module.css';
import room from './room.module.css';

/** Rows a column holds before the counters stand in two, and columns of ten before in three. */
const ONE_COLUMN = 8;
const TWO_COLUMNS = 16;

type AtCountersProps = {
  readonly counters: QueueWall['counters'];
  /** The number in the big place. */
  readonly called: string | undefined;
  readonly now: string;
  readonly lost: boolean;
};

/** Whom each counter has in hand: a number stays until it is served. A counter that rests says until when, while that is to come. */
export function AtCounters({ counters, called, now, lost }: AtCountersProps) {
  const text = useText();
  const columns = columnsOf(counters);
  const rows = Math.max(2, Math.ceil(counters.length / columns));
  return (
    <section className={`${styles.card} ${lost ? styles.lost : ''}`} aria-labelledby="at-counters">
      <h2 id="at-counters" className={`${room.heading} ${styles.head}`}>
        {text.wall.atCounters(counterWord(counters.map(({ counter }) => counter)))}
      </h2>
      <ul
        className={styles.counters}
        data-columns={columns}
        style={{ gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))` }}
      >
        {counters.map(({ counter, number, pause }, place) => (
          <li key={place} data-now={(number !== null && number === called && !lost) || undefined}>
            <p className={styles.name} data-length={nameLength(counter)}>
              {counter}
            </p>
            {pause !== null ? (
              <Resting until={pause.returnsAt !== null && pause.returnsAt > now ? pause.returnsAt : null} />
            ) : number === null ? null : (
              <FittedLine className={styles.number}>{number}</FittedLine>
            )}
            {number !== null && number === called && !lost && (
              <p className={styles.come}>{text.wall.pleaseCome}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Resting({ until }: { readonly until: string | null }) {
  const text = useText();
  return (
    <p className={styles.resting}>
      <IconPlayerPause aria-hidden="true" stroke={1.75} />
      <span>
        {text.wall.resting} {until !== null && <span>{text.wall.backAt(formatTime(until))}</span>}
      </span>
    </p>
  );
}

/** In how many columns the counters stand. */
export function columnsOf(counters: QueueWall['counters']): 1 | 2 | 3 {
  if (counters.length <= ONE_COLUMN) return 1;
  return counters.length <= TWO_COLUMNS ? 2 : 3;
}

function nameLength(name: string): 'short' | 'long' | 'longest' {
  if (name.length <= 9) return 'short';
  return name.length <= 20 ? 'long' : 'longest';
}
