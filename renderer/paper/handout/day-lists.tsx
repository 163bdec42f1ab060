import type { DayStatus } from '#shared/contract/day.ts';
import type { Office } from '#shared/contract/office.ts';
import type { QueueBoard, QueueRow } from '#shared/contract/ticket.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import type { Language } from '#shared/domain/language.ts';
import { formatLongDay, formatTime } from '#shared/text/format.ts';
import { ListPaper, ListTable } from './list-paper.tsx';
import styles from './list.module.css';

type DayListProps = {
  readonly office: Office;
  readonly language: Language;
  readonly day: DayStatus;
  /** The instant the list was made, UTC. */
  readonly at: string;
};

function madeAt({ day, at, language }: Omit<DayListProps, 'office'>): string {
  const { list } = catalogue(language).handout;
  return `${list.madeAt(formatTime(at), formatLongDay(day.open?.businessDay ?? day.today, language))}.`;
}

function procedures(row: QueueRow, language: Language): string {
  const { procedureShort } = catalogue(language).common;
  return [...new Set(row.requests.map(({ procedure }) => procedureShort[procedure]))].join(', ');
}

/** Every ticket of the day that still needs an outcome, in the order of the queue board. */
export function OpenTickets({ board, ...list }: DayListProps & { readonly board: QueueBoard }) {
  const words = catalogue(list.language);
  const text = words.handout.list;
  const open = [...board.active, ...board.waiting, ...board.onHold, ...board.notHere];
  return (
    <ListPaper
      office={list.office}
      title={text.tickets}
      lines={[board.businessDay === null ? text.noDay : text.counted(open.length), madeAt(list)]}
      foot={<b>{text.destroy}</b>}
    >
      {open.length === 0 ? null : (
        <ListTable
          columns={[
            { label: text.order, width: '9mm' },
            { label: text.number, width: '16mm', strong: true },
            { label: text.name, width: '36mm' },
            { label: text.procedure, width: '30mm' },
            { label: text.state, width: '40mm' },
            { label: text.issued, width: '17mm' },
            { label: text.note },
          ]}
          rows={open.map((row, index) => ({
            key: row.id,
            cells: [
              index + 1,
              row.number,
              row.name === null ? '' : shortName(row.name),
              procedures(row, list.language),
              [words.common.ticketState[row.state], row.counterName, row.priority ? text.priority : null]
                .filter((part) => part !== null)
                .join(', '),
              formatTime(row.issuedAt),
              '',
            ],
          }))}
        />
      )}
    </ListPaper>
  );
}

/** Everybody sent to another place today, where and why; what was not recorded is left to be written. */
export function Referrals({ tickets, ...list }: DayListProps & { readonly tickets: readonly QueueRow[] }) {
  const words = catalogue(list.language);
  const text = words.handout.list;
  const referred = tickets.flatMap((row) =>
    row.requests.filter(({ outcome }) => outcome === 'referred').map((request) => ({ row, request })),
  );
  const places = list.office.settings.directory.filter(({ open }) => open);
  return (
    <ListPaper
      office={list.office}
      title={text.referrals}
      lines={[
        list.day.open === null && list.day.last === null ? text.noDay : text.referred(referred.length),
        madeAt(list),
      ]}
      foot={
        <>
          {places.length === 0 ? null : (
            <>
              <p>
                <b>{text.knownPlaces}</b>
              </p>
              <ul>
                {places.map(({ officeId, name, address, hours }) => (
                  <li key={officeId}>{[name, address, hours].filter(Boolean).join(', ')}</li>
                ))}
              </ul>
            </>
          )}
          <p>
            <b>{text.destroy}</b>
          </p>
        </>
      }
    >
      {referred.length === 0 ? null : (
        <ListTable
          columns={[
            { label: text.order, width: '9mm' },
            { label: text.number, width: '16mm', strong: true },
            { label: text.name, width: '32mm' },
            { label: text.procedure, width: '27mm' },
            { label: text.issued, width: '17mm' },
            { label: text.where },
            { label: text.why, width: '36mm' },
          ]}
          rows={referred.map(({ row, request }, index) => ({
            key: request.id,
            cells: [
              index + 1,
              row.number,
              row.name === null ? '' : shortName(row.name),
              words.common.procedureShort[request.procedure],
              formatTime(row.issuedAt),
              request.referredTo ?? <span key="room" className={styles['room']} />,
              request.referralReason == null ? '' : words.slip.referral[request.referralReason],
            ],
          }))}
        />
      )}
    </ListPaper>
  );
}

/** `N. T. Hường` from `Nguyễn Thị Hường`: enough to call somebody, too little to know them by. */
export function shortName(fullName: string): string {
  const parts = fullName.normalize('NFC').trim().split(/\s+/u);
  const given = parts.pop() ?? '';
  return [...parts.map((part) => `${[...part][0]?.toLocaleUpperCase('vi') ?? ''}.`), given].join(' ');
}
