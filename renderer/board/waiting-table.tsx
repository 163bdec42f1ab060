import { useLanguage, useText } from '#renderer/desk/language.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import type { QueueRoom } from '#shared/contract/room.ts';
import { formatDuration } from '#shared/text/format.ts';
import styles from './board.module.css';

type WaitingTableProps = {
  readonly room: QueueRoom;
  readonly now: number;
  readonly isLate: (ticketId: string) => boolean;
};

/** How many wait for each procedure, and who of them the longest. */
export function WaitingTable({ room, now, isLate }: WaitingTableProps) {
  const text = useText();
  const words = text.board;
  const language = useLanguage();
  return (
    <section aria-labelledby="by-procedure">
      <ColumnHead id="by-procedure" title={words.byProcedure} />
      {room.byProcedure.length === 0 ? (
        <p className={styles['none']}>{words.nobody}</p>
      ) : (
        <table className={styles['table']} data-lines>
          <thead>
            <tr>
              <th scope="col">{words.procedure}</th>
              <th scope="col" className={styles['end']}>
                {words.waiting}
              </th>
              <th scope="col" className={styles['end']}>
                {words.oldest}
              </th>
              <th scope="col">{words.number}</th>
            </tr>
          </thead>
          <tbody>
            {room.byProcedure.map(({ procedure, count, oldestSince }) => {
              const oldest = room.waiting.find(
                (one) => one.procedure === procedure && one.issuedAt === oldestSince,
              );
              const look = oldest !== undefined && isLate(oldest.ticketId) ? styles['bad'] : undefined;
              return (
                <tr key={procedure}>
                  <th scope="row">{text.common.procedure[procedure]}</th>
                  <td className={styles['end']}>
                    <NumberText>{count}</NumberText>
                  </td>
                  <td className={styles['end']}>
                    <NumberText className={look}>
                      {oldestSince === null ? '' : formatDuration(now - Date.parse(oldestSince), language)}
                    </NumberText>
                  </td>
                  <td>
                    <NumberText className={look}>{oldest?.number}</NumberText>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
