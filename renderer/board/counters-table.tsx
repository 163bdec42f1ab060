import { useLanguage, useText } from '#renderer/desk/language.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { QueueRoom } from '#shared/contract/room.ts';
import { isPauseLate } from '#shared/domain/queue/pause.ts';
import { formatDuration, formatTime } from '#shared/text/format.ts';
import { IconClockPause } from '@tabler/icons-react';
import styles from './board.module.css';

type Counter = QueueRoom['counters'][number];

/** Every counter: who works at it, whom it has in hand or why it rests, since when, and what it did today. */
export function CountersTable({
  counters,
  now,
}: {
  readonly counters: readonly Counter[];
  readonly now: number;
}) {
  const text = useText();
  const words = text.board;
  const language = useLanguage();
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          {[words.counter, words.officer, words.number, words.doing, words.since].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
          {[words.done, words.each].map((title) => (
            <th key={title} scope="col" className={styles['end']}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counters.map((counter) => (
          <tr key={counter.counterId} data-resting={counter.pause !== null || undefined}>
            <th scope="row">{counter.counter}</th>
            <td>{counter.officer}</td>
            <td className={styles['number']}>
              {counter.pause !== null && (
                <IconClockPause size={20} stroke={1.75} aria-hidden="true" className={styles['amber']} />
              )}
              <NumberText>{counter.ticket?.number}</NumberText>
            </td>
            <td>
              <Doing counter={counter} now={now} />
            </td>
            <td className={styles['since']}>
              {counter.since !== null && (
                <>
                  <NumberText>{formatTime(counter.since)}</NumberText>{' '}
                  <strong>{formatDuration(now - Date.parse(counter.since), language)}</strong>
                </>
              )}
            </td>
            <td className={styles['end']}>
              <NumberText>{counter.done}</NumberText>
            </td>
            <td className={styles['end']}>
              <NumberText>
                {counter.servingMs === null ? '–' : formatDuration(counter.servingMs, language)}
              </NumberText>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Doing({
  counter: { ticket, pause, since },
  now,
}: {
  readonly counter: Counter;
  readonly now: number;
}) {
  const text = useText();
  const words = text.board;
  const language = useLanguage();
  if (pause !== null) {
    const { reason, returnsAt } = pause;
    const gap = returnsAt === null ? 0 : Date.parse(returnsAt) - now;
    const isLate = isPauseLate(pause, new Date(now).toISOString());
    return (
      <>
        <strong className={styles['amber']}>{words.resting(text.counter.pauseReason[reason])}</strong>
        <br />
        <span className={isLate ? styles['bad'] : styles['second']}>
          {returnsAt === null
            ? words.noReturn
            : gap > 0
              ? words.backAt(formatTime(returnsAt), formatDuration(gap, language))
              : isLate
                ? words.backLate(formatTime(returnsAt), formatDuration(-gap, language))
                : words.backSoon(formatTime(returnsAt))}
        </span>
      </>
    );
  }
  if (ticket === null)
    return <span className={styles['second']}>{since === null ? words.notYet : words.idle}</span>;
  const procedure = ticket.procedure === null ? '' : `${text.common.procedureShort[ticket.procedure]}, `;
  return procedure + words.state[ticket.state === 'called' ? 'called' : 'serving'];
}
