import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import type { Tone } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import { correctPerson } from '#renderer/person/correction.ts';
import { writeRemark } from '#renderer/person/remark.ts';
import type { Person, Ticket, TicketDetail } from '#shared/contract/ticket.ts';
import { maskIdNumber, maskPhone } from '#shared/domain/identity/id-number.ts';
import { isOpen, type TicketState } from '#shared/domain/queue/ticket-state.ts';
import { formatStopwatch, formatDuration } from '#shared/text/format.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { IconNote, IconPencil, IconStarFilled } from '@tabler/icons-react';
import { TicketHistory } from './ticket-history.tsx';
import styles from './ticket-pane.module.css';

const tones: Readonly<Record<TicketState, Tone>> = {
  waiting: 'plain',
  called: 'good',
  serving: 'good',
  'on-hold': 'warn',
  'not-here': 'warn',
  done: 'plain',
  left: 'plain',
  cancelled: 'plain',
};

type TicketHeadProps = {
  readonly ticket: Ticket & Partial<Pick<TicketDetail, 'periods' | 'remark'>>;
  readonly person: Person | null;
  /** What the line says of it, while its people are not here yet. */
  readonly name?: string | undefined;
};

/** The number, large enough to be read standing, and who it is. */
export function TicketHead({ ticket, person, name }: TicketHeadProps) {
  const text = useText();
  const fullName = person?.fullName ?? name;
  const { remark } = ticket;
  const facts = person === null ? '' : personFacts(person, text);
  return (
    <header className={styles['head']}>
      <h2 className={styles['number']}>{ticket.number}</h2>
      <div className={styles['who']}>
        <div className={styles['nameLine']}>
          <span className={styles['name']} title={fullName}>
            {fullName ?? text.common.noName}
          </span>
          {ticket.priority && (
            <Chip size="small" tone="good" icon={<IconStarFilled size={12} aria-hidden="true" />}>
              {text.common.priority}
            </Chip>
          )}
        </div>
        {person !== null && (
          <span className={styles['factsLine']}>
            {facts !== '' && (
              <span className={styles['facts']} title={facts}>
                {facts}
              </span>
            )}
            <button
              type="button"
              className={styles['correct']}
              aria-label={text.person.correct}
              title={text.person.correct}
              onClick={() => correctPerson({ ticketId: ticket.id, number: ticket.number })}
            >
              <IconPencil size={14} stroke={1.75} aria-hidden="true" />
              {text.person.correctShort}
            </button>
          </span>
        )}
      </div>
      <StateAndTime ticket={ticket} />
      {remark != null && (
        <button
          type="button"
          className={styles['remark']}
          title={remark}
          disabled={!isOpen(ticket.state)}
          onClick={() => writeRemark({ ...ticket, remark })}
        >
          <IconNote size={14} stroke={1.75} aria-hidden="true" />
          <span>{remark}</span>
        </button>
      )}
    </header>
  );
}

/** Sex, birth year, masked numbers: enough to be sure who it is, not more. */
function personFacts(person: Person, text: Catalogue): string {
  return [
    person.sex === null ? null : text.common[person.sex],
    person.birthDate === null ? null : text.common.born(person.birthDate.slice(0, 4)),
    person.idNumber === null ? null : maskIdNumber(person.idNumber),
    person.phone === null ? null : text.common.phoneShort(maskPhone(person.phone)),
  ]
    .filter((fact) => fact !== null)
    .join(' · ');
}

function StateAndTime({ ticket }: { readonly ticket: TicketHeadProps['ticket'] }) {
  const text = useText();
  const language = useLanguage();
  const now = useNow(1000);
  const called = ticket.periods?.findLast((period) => period.state === 'called');
  const waited =
    Date.parse(called?.startedAt ?? (isOpen(ticket.state) ? new Date(now).toISOString() : ticket.since)) -
    Date.parse(ticket.issuedAt);
  return (
    <div className={styles['standing']}>
      <Chip tone={tones[ticket.state]}>
        {text.common.ticketState[ticket.state]}
        {isOpen(ticket.state) && <NumberText>{formatStopwatch(now - Date.parse(ticket.since))}</NumberText>}
      </Chip>
      <span className={styles['waited']}>
        {text.queue.waited(formatDuration(waited, language))}
        {ticket.periods !== undefined && <TicketHistory ticket={{ ...ticket, periods: ticket.periods }} />}
      </span>
      {ticket.remark === null && isOpen(ticket.state) && (
        <button
          type="button"
          className={styles['correct']}
          title="Alt+R"
          onClick={() => writeRemark({ ...ticket, remark: null })}
        >
          <IconNote size={14} stroke={1.75} aria-hidden="true" />
          {text.person.remark.write}
        </button>
      )}
    </div>
  );
}
