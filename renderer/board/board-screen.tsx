import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useLateAlarm } from '#renderer/frame/late-alarm.ts';
import { useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { SectionHead } from '#renderer/ui/heads.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import type { Office } from '#shared/contract/office.ts';
import type { QueueRoom } from '#shared/contract/room.ts';
import { formatDuration } from '#shared/text/format.ts';
import { IconBellRinging, IconStarFilled } from '@tabler/icons-react';
import styles from './board.module.css';
import { CountersTable } from './counters-table.tsx';
import { WaitingTable } from './waiting-table.tsx';

/** The room at a glance, for its leader: every counter, everybody who waits, and who waits too long. No name of a citizen. */
export function BoardScreen({ office }: { readonly office: Office }) {
  const text = useText();
  const { value: room, problem } = useDeskQuery('queue.room', {});
  const { late, fresh, noted } = useLateAlarm(office);
  const now = useNow(10_000);
  useScreenKeys(fresh.length === 0 ? [] : [{ key: 'Alt+2', label: text.board.known, run: noted }]);
  if (problem !== undefined) return <ProblemNote problem={problem} className={styles['trouble']} />;
  if (room === undefined) return null;
  if (room.businessDay === null)
    return (
      <div className={styles['nothing']}>
        <h2>{text.board.noDay}</h2>
        <p>{text.board.noDayHint}</p>
      </div>
    );
  const isLate = (ticketId: string) => late.some((one) => one.ticketId === ticketId);
  return (
    <div className={styles['columns']}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={styles['pane']} role="group" aria-label={text.board.place} tabIndex={0} data-focus-home>
        <Figures room={room} now={now} isLate={late.length > 0} />
        <CountersTable counters={room.counters} now={now} />
        <WaitingTable room={room} now={now} isLate={isLate} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <aside className={styles['pane']} aria-label={text.board.waiting} tabIndex={0}>
        <Alarm office={office} late={fresh} now={now} onNoted={noted} />
        <SectionHead title={text.board.waiting} hint={text.board.inOrder} count={room.waiting.length} />
        <WaitingList waiting={room.waiting} now={now} isLate={isLate} />
      </aside>
    </div>
  );
}

type FiguresProps = { readonly room: QueueRoom; readonly now: number; readonly isLate: boolean };

function Figures({ room, now, isLate }: FiguresProps) {
  const words = useText().board;
  const language = useLanguage();
  const priorities = room.waiting.filter(({ priority }) => priority).length;
  const oldest = room.waiting.map(({ issuedAt }) => issuedAt).toSorted()[0];
  const figures = [
    { name: words.issued, value: String(room.issued) },
    { name: words.done, value: String(room.counters.reduce((sum, { done }) => sum + done, 0)) },
    {
      name: words.waiting,
      value: String(room.waiting.length),
      beside: priorities === 0 ? '' : words.priorities(priorities),
    },
    {
      name: words.longest,
      value: oldest === undefined ? '–' : formatDuration(now - Date.parse(oldest), language),
      isBad: isLate,
    },
  ];
  return (
    <dl className={styles['figures']}>
      {figures.map(({ name, value, beside = '', isBad = false }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={isBad ? styles['bad'] : undefined}>
            <NumberText>{value}</NumberText> <small>{beside}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}

type AlarmProps = {
  readonly office: Office;
  readonly late: QueueRoom['waiting'];
  readonly now: number;
  readonly onNoted: () => void;
};

function Alarm({ office, late, now, onNoted }: AlarmProps) {
  const words = useText().board;
  const language = useLanguage();
  const targets = office.settings.waitingTargets;
  const [oldest] = late;
  if (oldest === undefined)
    return Object.keys(targets).length > 0 ? null : <Note className={styles['alarm']}>{words.noTarget}</Note>;
  return (
    <Note
      tone="bad"
      announce
      className={styles['alarm']}
      icon={<IconBellRinging size={20} stroke={1.75} />}
      title={
        late.length === 1
          ? words.late(oldest.number, targets[oldest.queue] ?? 0)
          : words.lateMany(late.length)
      }
    >
      <p>{words.lateOldest(oldest.number, formatDuration(now - Date.parse(oldest.issuedAt), language))}</p>
      <Button size="small" keyHint="Alt+2" onClick={onNoted}>
        {words.known}
      </Button>
    </Note>
  );
}

type WaitingListProps = {
  readonly waiting: QueueRoom['waiting'];
  readonly now: number;
  readonly isLate: (ticketId: string) => boolean;
};

function WaitingList({ waiting, now, isLate }: WaitingListProps) {
  const text = useText();
  const language = useLanguage();
  if (waiting.length === 0) return <p className={styles['none']}>{text.board.nobody}</p>;
  return (
    <ol className={styles['waiting']}>
      {waiting.map(({ ticketId, number, procedure, priority, issuedAt }) => (
        <li key={ticketId}>
          <NumberText className={styles['small']}>{number}</NumberText>
          <span>{procedure === null ? '' : text.common.procedureShort[procedure]}</span>
          {priority ? (
            <IconStarFilled
              size={14}
              role="img"
              aria-label={text.board.priority}
              className={styles['star']}
            />
          ) : (
            <span />
          )}
          <NumberText className={isLate(ticketId) ? styles['bad'] : styles['time']}>
            {formatDuration(now - Date.parse(issuedAt), language)}
          </NumberText>
        </li>
      ))}
    </ol>
  );
}
