import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { Period, Ticket } from '#shared/contract/ticket.ts';
import { formatTime } from '#shared/text/format.ts';
import styles from './ticket-pane.module.css';

type TicketHistoryProps = { readonly ticket: Ticket & { readonly periods: readonly Period[] } };

/** Who did what with a ticket, where and when. */
export function TicketHistory({ ticket }: TicketHistoryProps) {
  const text = useText();
  const words = text.counter;
  const [isOpen, setOpen] = useState(false);
  const counters = useDeskQuery('counter.list', {}, { enabled: isOpen }).value ?? [];
  return (
    <>
      <button type="button" className={styles['correct']} onClick={() => setOpen(true)}>
        <IconHistory size={14} stroke={1.75} aria-hidden="true" />
        {words.history}
      </button>
      <Dialog
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={words.historyOf(ticket.number)}
        width={560}
        closeLabel={text.common.close}
      >
        <ol className={styles['history']}>
          {ticket.periods.map((period, place) => (
            <li key={place}>
              <span>{formatTime(period.startedAt)}</span>
              <strong>{text.common.ticketState[period.state]}</strong>
              <span>
                {[
                  counters.find(({ id }) => id === period.counterId)?.name,
                  period.officer || text.signIn.unnamed,
                  period.reason,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ol>
      </Dialog>
    </>
  );
}
