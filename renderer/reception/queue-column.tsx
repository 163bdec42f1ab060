import type { PrintJob } from '#shared/contract/print.ts';
import type { QueueBoard, QueueRow } from '#shared/contract/ticket.ts';
import { formatTime, formatDuration } from '#shared/text/format.ts';
import { IconChecks, IconNote, IconPrinter, IconPrinterOff, IconStarFilled } from '@tabler/icons-react';
import { memo, useMemo } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnHead, SectionHead } from '#renderer/ui/heads.tsx';
import { join } from '#renderer/ui/join.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import { writeRemark } from '#renderer/person/remark.ts';
import { isOpen } from '#shared/domain/queue/ticket-state.ts';
import { numberPrints, type NumberPrint } from './number-prints.ts';
import styles from './queue-column.module.css';

const LONG_WAIT_MS = 30 * 60_000;
const MOST_DOTS = 7;
/** Enough to find the last few people; F3 finds everybody else. */
const RECENT = 40;

type QueueColumnProps = {
  readonly board: QueueBoard | undefined;
  readonly tickets: readonly QueueRow[];
  readonly jobs: readonly PrintJob[];
  readonly onOpen: (ticketId: string) => void;
  /** Absent where the office prints nothing. */
  readonly onReprint?: ((ticketId: string, number: string) => void) | undefined;
};

/** Left: how full the room is, and what has just been given out. */
export const QueueColumn = memo(function QueueColumn({
  board,
  tickets,
  jobs,
  onOpen,
  onReprint,
}: QueueColumnProps) {
  const text = useText();
  const recent = useMemo(
    () => tickets.toSorted((one, other) => (one.issuedAt < other.issuedAt ? 1 : -1)).slice(0, RECENT),
    [tickets],
  );
  const prints = useMemo(() => numberPrints(jobs), [jobs]);
  return (
    <aside className={styles['column']} aria-label={text.reception.queue}>
      <ColumnHead
        title={text.reception.queue}
        hint={(board?.waiting.length ?? 0) > 0 ? text.reception.oldest : undefined}
        end={<NumberText className={styles['total']}>{board?.waiting.length ?? ''}</NumberText>}
      />
      <Load board={board} />
      <SectionHead
        title={text.reception.justIssued}
        end={<span className={styles['today']}>{text.reception.issuedToday(board?.issued ?? 0)}</span>}
      />
      <div className={styles['scroll']}>
        {recent.length === 0 ? (
          <p className={styles['empty']}>{text.reception.nothingIssued}</p>
        ) : (
          <ul>
            {recent.map((ticket) => (
              <Issued
                key={ticket.id}
                ticket={ticket}
                print={prints.get(ticket.id)}
                onOpen={onOpen}
                onReprint={onReprint}
              />
            ))}
          </ul>
        )}
      </div>
    </aside>
  );
});

function Load({ board }: { readonly board: QueueBoard | undefined }) {
  const text = useText();
  const language = useLanguage();
  const now = useNow(60_000);
  const lines = board?.byProcedure.filter((line) => line.count > 0) ?? [];
  if (board !== undefined && lines.length === 0)
    return <p className={styles['empty']}>{text.reception.nobodyWaits}</p>;
  return (
    <ul className={styles['load']}>
      {lines.map(({ procedure, count, oldestSince }) => {
        const waited = oldestSince === null ? null : Math.max(0, now - Date.parse(oldestSince));
        return (
          <li key={procedure}>
            <span>{text.common.procedureShort[procedure]}</span>
            <span className={styles['dots']} aria-hidden="true">
              {Array.from({ length: Math.min(count, MOST_DOTS) }, (_, dot) => (
                <i key={dot} />
              ))}
            </span>
            <NumberText className={styles['count']}>{count}</NumberText>
            <NumberText
              className={join(styles['oldest'], waited !== null && waited > LONG_WAIT_MS && styles['long'])}
            >
              {waited === null ? '' : formatDuration(waited, language)}
            </NumberText>
          </li>
        );
      })}
    </ul>
  );
}

type IssuedProps = {
  readonly ticket: QueueRow;
  readonly print: NumberPrint | undefined;
  readonly onOpen: QueueColumnProps['onOpen'];
  readonly onReprint: QueueColumnProps['onReprint'];
};

function Issued({ ticket, print, onOpen, onReprint }: IssuedProps) {
  const text = useText();
  const gone = ticket.state === 'cancelled' || ticket.state === 'left';
  return (
    <li className={join(styles['issued'], gone && styles['gone'])}>
      <button
        type="button"
        className={styles['open']}
        title={text.reception.openTicket(ticket.number)}
        onClick={() => onOpen(ticket.id)}
      >
        <span className={styles['number']}>{ticket.number}</span>
        <span className={styles['what']}>
          <span className={styles['who']}>
            <span className={styles['name']} title={ticket.name ?? undefined}>
              {ticket.name ?? text.common.noName}
            </span>
            {ticket.priority && (
              <IconStarFilled
                size={12}
                className={styles['star']}
                role="img"
                aria-label={text.common.priority}
              />
            )}
          </span>
          <span className={styles['state']}>
            <span className={styles['procedure']}>
              {ticket.requests.map((request) => text.common.procedureShort[request.procedure]).join(' · ')}
            </span>
            <span aria-hidden="true">·</span>
            {gone ? text.common.ticketState[ticket.state] : <Printed print={print} />}
          </span>
          {ticket.remark !== null && (
            <span className={styles['remark']} title={ticket.remark}>
              “{ticket.remark}”
            </span>
          )}
        </span>
      </button>
      <span className={styles['end']}>
        <NumberText className={styles['time']}>{formatTime(ticket.issuedAt)}</NumberText>
        <span className={styles['tools']}>
          {isOpen(ticket.state) && (
            <Button
              variant="quiet"
              size="small"
              title={text.person.remark.write}
              aria-label={text.person.remark.title(ticket.number)}
              icon={<IconNote aria-hidden="true" />}
              onClick={() => writeRemark(ticket)}
            />
          )}
          {!gone && onReprint !== undefined && (
            <Button
              variant="quiet"
              size="small"
              title={text.reception.reprint}
              aria-label={text.reception.reprintNumber(ticket.number)}
              icon={<IconPrinter aria-hidden="true" />}
              onClick={() => onReprint(ticket.id, ticket.number)}
            />
          )}
        </span>
      </span>
    </li>
  );
}

function Printed({ print }: { readonly print: NumberPrint | undefined }) {
  const words = useText().reception;
  const state = print?.state ?? 'none';
  const Icon =
    state === 'confirmed'
      ? IconChecks
      : state === 'sent'
        ? IconPrinter
        : state === 'failed'
          ? IconPrinterOff
          : null;
  return (
    <span
      className={join(
        styles['print'],
        state === 'confirmed' && styles['good'],
        state === 'failed' && styles['bad'],
      )}
    >
      {Icon !== null && <Icon size={14} stroke={1.75} aria-hidden="true" />}
      {words.print[state]}
      {print !== undefined && print.copies > 0 && `, ${words.copies(print.copies)}`}
    </span>
  );
}
