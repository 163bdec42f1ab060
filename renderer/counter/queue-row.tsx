import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import { join } from '#renderer/ui/join.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import type { QueueRow } from '#shared/contract/ticket.ts';
import type { Language } from '#shared/domain/language.ts';
import { formatStopwatch, formatDuration } from '#shared/text/format.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { IconDotsVertical, IconStarFilled } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import styles from './queue.module.css';

/** Waiting longer than this is shown in amber. */
const LONG_WAIT_MS = 30 * 60_000;

type QueueRowProps = {
  readonly id: string;
  readonly row: QueueRow;
  readonly position: number;
  readonly count: number;
  readonly isMine: boolean;
  readonly isShown: boolean;
  readonly isCursor: boolean;
  readonly style?: CSSProperties | undefined;
  readonly onChoose: (row: QueueRow) => void;
  readonly onCall: (row: QueueRow) => void;
  readonly onMenu: (row: QueueRow, at: DOMRect) => void;
};

export function QueueRowView({
  id,
  row,
  position,
  count,
  isMine,
  isShown,
  isCursor,
  style,
  onChoose,
  onCall,
  onMenu,
}: QueueRowProps) {
  const text = useText();
  return (
    <div
      id={id}
      role="option"
      aria-selected={isCursor}
      aria-setsize={count}
      aria-posinset={position + 1}
      aria-current={isShown ? 'true' : undefined}
      className={join(
        styles['row'],
        isMine && styles['mine'],
        isShown && styles['shown'],
        isCursor && styles['cursor'],
      )}
      style={style}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(row)}
      onDoubleClick={() => onCall(row)}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(row, new DOMRect(event.clientX, event.clientY, 1, 1));
      }}
    >
      <span className={styles['number']}>{row.number}</span>
      <span className={styles['who']}>
        <span className={styles['name']} title={row.name ?? undefined}>
          {row.name ?? text.common.noName}
        </span>
        <span className={styles['second']} title={secondLine(row, text)}>
          {secondLine(row, text)}
        </span>
      </span>
      <span className={styles['end']}>
        <RowTime row={row} />
        {row.priority && (
          <Chip
            size="small"
            tone="good"
            className={styles['priority']}
            icon={<IconStarFilled size={12} aria-hidden="true" />}
          >
            {text.common.priority}
          </Chip>
        )}
      </span>
      <span
        className={styles['dots']}
        aria-hidden="true"
        title={text.queue.more(row.number)}
        onClick={(event) => {
          event.stopPropagation();
          onMenu(row, event.currentTarget.getBoundingClientRect());
        }}
      >
        <IconDotsVertical size={16} stroke={1.75} />
      </span>
    </div>
  );
}

function secondLine(row: QueueRow, text: Catalogue): string {
  const stands = standing(row, text);
  return row.remark === null ? stands : text.queue.remarked(row.remark, stands);
}

function standing(row: QueueRow, text: Catalogue): string {
  if (row.state === 'called') return text.queue.atCounter(row.counterName ?? '', text.queue.calling);
  if (row.state === 'serving') return text.queue.atCounter(row.counterName ?? '', text.queue.serving);
  if (row.state === 'not-here')
    return row.returnsIn === null ? text.queue.returnsByHand : text.queue.returnsAfter(row.returnsIn);
  if (row.targetCounterName !== null) return text.queue.forCounter(row.targetCounterName);
  return row.requests.map((request) => text.common.procedureShort[request.procedure]).join(' · ');
}

function RowTime({ row }: { readonly row: QueueRow }) {
  const language = useLanguage();
  const text = useText();
  const isActive = row.state === 'called' || row.state === 'serving';
  const now = useNow(isActive ? 1000 : 30_000);
  if (row.state === 'not-here')
    return <span className={styles['time']}>{text.queue.absentTimes(row.notHereCount)}</span>;
  const passed = now - Date.parse(isActive || row.state === 'on-hold' ? row.since : row.issuedAt);
  const isLong = row.state === 'waiting' && passed >= LONG_WAIT_MS;
  return (
    <span className={join(styles['time'], isLong && styles['long'])}>
      {timeText(passed, isActive, language)}
    </span>
  );
}

function timeText(passed: number, running: boolean, language: Language): string {
  return running ? formatStopwatch(passed) : formatDuration(passed, language);
}
