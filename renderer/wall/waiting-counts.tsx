import { useText } from '#renderer/desk/language.ts';
import type { QueueWall } from '#shared/contract/ticket.ts';
import { PROCEDURES, type Procedure } from '#shared/domain/procedure/vocabulary.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import styles from './room.module.css';

type WaitingCountsProps = {
  readonly counts: QueueWall['waiting'];
  /** As a list beside the other cards, or as a strip below them. */
  readonly isList: boolean;
};

/** How many wait for what; procedures nobody waits for are left out. */
export function WaitingCounts({ counts, isList }: WaitingCountsProps) {
  const text = useText();
  const names = isList ? text.common.procedure : text.common.procedureShort;
  const cells = waitingCells(counts).map(({ procedure, count }) => ({
    label: procedure === 'lock' ? text.wall.lockAndUnlock : names[procedure],
    count,
  }));
  const look = isList ? styles.list : cells.length > 3 ? `${styles.counts} ${styles.many}` : styles.counts;
  return (
    <section className={isList ? styles.waitingCard : styles.waiting} aria-labelledby="waiting">
      <h2 id="waiting" className={styles.heading}>
        {text.wall.waiting}
        {isList && (
          <NumberText className={styles.total}>
            {String(cells.reduce((sum, { count }) => sum + count, 0))}
          </NumberText>
        )}
      </h2>
      {cells.length === 0 ? (
        isList ? null : (
          <p className={styles.nobody}>{text.wall.nobodyWaiting}</p>
        )
      ) : (
        <dl className={look}>
          {cells.map(({ label, count }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <NumberText>{count}</NumberText>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

/** Locking and unlocking, of the account and of the electronic card. */
const LOCKING: readonly Procedure[] = ['lock', 'unlock', 'lock-card', 'unlock-card'];

/** In the order of the procedures; locking and unlocking share a cell. */
export function waitingCells(counts: QueueWall['waiting']): QueueWall['waiting'] {
  const of = (procedure: string): number => counts.find((line) => line.procedure === procedure)?.count ?? 0;
  return PROCEDURES.filter((procedure) => procedure === 'lock' || !LOCKING.includes(procedure))
    .map((procedure) => ({
      procedure,
      count: procedure === 'lock' ? LOCKING.reduce((sum, one) => sum + of(one), 0) : of(procedure),
    }))
    .filter((line) => line.count > 0);
}
