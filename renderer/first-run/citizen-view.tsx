import { callOrder } from '#shared/domain/queue/call-order.ts';
import { ticketNumber } from '#shared/domain/queue/ticket-number.ts';
import { IconStarFilled } from '@tabler/icons-react';
import { useText } from '#renderer/desk/language.ts';
import { join } from '#renderer/ui/join.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { useGuide } from './draft-store.ts';
import styles from './citizen-view.module.css';

/** A short morning with enough priority tickets to show the rule at work. */
const MORNING = [false, true, false, true, true, false, true, false];

/** The right column: the wall, the number and the calling order as the draft would make them. */
export function CitizenView() {
  const words = useText().firstRun.see;
  const draft = useGuide((guide) => guide.draft);
  const typed = draft.series[0]?.letter.trim().toUpperCase() ?? '';
  const letter = /^[A-Z]$/.test(typed) ? typed : 'A';
  const counter = draft.counters.at(-1)?.name.trim() ?? '';
  const order = callOrder(
    MORNING.map((priority, place) => ({ priority, number: ticketNumber(letter, place + 1) })),
    0,
    { priorityRun: draft.priorityRun },
  );
  const first = ticketNumber(letter, 1);
  return (
    <aside className={styles['see']} aria-label={words.title}>
      <p className={styles['caption']}>{words.title}</p>
      <div className={styles['wall']}>
        <p>{words.call}</p>
        <b>{first}</b>
        <p className={styles['to']}>{words.to(counter)}</p>
      </div>
      {draft.printing === 'none' ? (
        <p className={styles['noPaper']}>{words.onScreen}</p>
      ) : (
        <div className={join(styles['slip'], draft.numberPaper === '58' && styles['narrow'])}>
          {draft.superior.trim() !== '' && <p className={styles['above']}>{draft.superior}</p>}
          <p className={styles['office']}>{draft.name.trim() || '…'}</p>
          <p>{words.number}</p>
          <b>{first}</b>
          <p>{words.listen}</p>
          {draft.openingHours.trim() !== '' && <p className={styles['foot']}>{draft.openingHours}</p>}
        </div>
      )}
      <div className={styles['order']}>
        <p className={styles['caption']}>
          {words.order(MORNING.filter(Boolean).length)} <IconStarFilled size={14} aria-hidden="true" />
        </p>
        <ol>
          {order.map((ticket) => (
            <li key={ticket.number} className={ticket.priority ? styles['priority'] : undefined}>
              <NumberText>{ticket.number}</NumberText>
              {ticket.priority && <span className={styles['unseen']}>{words.priorityMark}</span>}
            </li>
          ))}
        </ol>
      </div>
    </aside>
  );
}
