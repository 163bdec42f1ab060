import { useText } from '#renderer/desk/language.ts';
import type { QueueWall } from '#shared/contract/ticket.ts';
import { PROCEDURES, type Procedure } from '#shared/domain/procedure/vocabulary.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import styles from './wall.module.css';

/** How many wait for what; procedures nobody waits for are left out. */
export function WaitingCounts({ counts }: { counts: QueueWall['waiting'] }) {
  const text = useText();
  const cells = waitingCells(counts).map(({ procedure, count }) => ({
    label: procedure === 'lock' ? text.wall.lockAndUnlock : text.common.procedureShort[procedure],
    count,
  }));
  return (
    <section className={styles.waiting} aria-labelledby="waiting">
      <h2 id="waiting" className={styles.heading}>
        {text.wall.waiting}
      </h2>
      {cells.length === 0 ? (
        <p className={styles.nobody}>{text.wall.nobodyWaiting}</p>
      ) : (
        <dl className={`${styles.counts} ${cells.length > 4 ? styles.many : ''}`}>
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
