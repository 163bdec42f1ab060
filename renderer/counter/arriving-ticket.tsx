import { useText } from '#renderer/desk/language.ts';
import type { QueueBoard, Ticket } from '#shared/contract/ticket.ts';
import { TicketHead } from './ticket-head.tsx';
import styles from './ticket-pane.module.css';

export type ArrivingTicketProps = { readonly ticket: Ticket; readonly board: QueueBoard };

/** A ticket whose number the desk has answered already, while its people and papers are still being read. */
export function ArrivingTicket({ ticket, board }: ArrivingTicketProps) {
  const text = useText();
  const rows = [...board.waiting, ...board.notHere, ...board.onHold, ...board.active];
  const requests = ticket.requests.map((request) => ({ ...request, person: null, papers: [] }));
  return (
    <section className={styles['pane']} aria-label={text.counter.ticket} aria-busy="true">
      <TicketHead
        ticket={{ ...ticket, requests, periods: [] }}
        name={rows.find(({ id }) => id === ticket.id)?.name ?? undefined}
      />
    </section>
  );
}
