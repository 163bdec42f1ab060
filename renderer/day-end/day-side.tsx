import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { join } from '#renderer/ui/join.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { BusinessDay } from '#shared/contract/day.ts';
import type { DayReport, Spread } from '#shared/domain/report/day-report.ts';
import type { Paper } from '#shared/domain/procedure/vocabulary.ts';
import { capitalised, formatDay, formatDuration, formatLongDay, formatNumber } from '#shared/text/format.ts';
import type { ReactNode } from 'react';
import styles from './day-side.module.css';
import { formerDay } from './former-day.ts';

type DaySideProps = {
  readonly report: DayReport | undefined;
  readonly day: string;
  readonly onChoose: (day: string) => void;
  /** Files of a day that is still open, under its figures. */
  readonly files: ReactNode;
};

/** Numbers, times and papers of the day, against the same weekday before it; and the list of days. */
export function DaySide({ report, day, onChoose, files }: DaySideProps) {
  const days = useDeskQuery('day.list', { limit: 60 }).value ?? [];
  const former = formerDay(days, day);
  const before = useDeskQuery(
    'report.day',
    { businessDay: former ?? day },
    { enabled: former !== undefined },
  ).value;
  const comparison = former === undefined ? undefined : before;
  const text = useText().dayEnd;
  return (
    <aside className={styles['side']} aria-label={text.days}>
      {report === undefined ? null : (
        <>
          <Tickets report={report} before={comparison} />
          <Papers report={report} />
        </>
      )}
      {files}
      <Days days={days} day={day} onChoose={onChoose} />
    </aside>
  );
}

function Tickets({ report, before }: { readonly report: DayReport; readonly before: DayReport | undefined }) {
  const text = useText().dayEnd;
  const language = useLanguage();
  const time = (spread: Spread | undefined, of: 'medianMs' | 'p90Ms') => {
    const ms = spread?.[of] ?? null;
    return ms === null ? text.none : formatDuration(ms, language);
  };
  const lines: readonly (readonly [label: string, now: string, then: string | undefined, quiet?: boolean])[] =
    [
      ...(
        [
          [text.ticketsIssued, 'issued'],
          [text.ticketsPriority, 'priority'],
          [text.ticketsServed, 'served'],
          [text.ticketsNotHere, 'notHere'],
          [text.ticketsLeft, 'left'],
          [text.ticketsCancelled, 'cancelled'],
        ] as const
      ).map(
        ([label, of]) =>
          [
            label,
            formatNumber(report.tickets[of], language),
            before && formatNumber(before.tickets[of], language),
            of === 'priority',
          ] as const,
      ),
      [text.waitingHalf, time(report.waiting, 'medianMs'), before && time(before.waiting, 'medianMs')],
      [text.waitingNine, time(report.waiting, 'p90Ms'), before && time(before.waiting, 'p90Ms'), true],
      [text.servingHalf, time(report.serving, 'medianMs'), before && time(before.serving, 'medianMs')],
      [text.servingNine, time(report.serving, 'p90Ms'), before && time(before.serving, 'p90Ms'), true],
    ];
  return (
    <section aria-labelledby="day-tickets">
      <ColumnHead id="day-tickets" title={text.tickets} />
      <table className={styles['lines']}>
        {before === undefined ? null : (
          <thead>
            <tr>
              <th scope="col">{text.tickets}</th>
              <th scope="col">{formatDay(report.businessDay, language).slice(0, 5)}</th>
              <th scope="col">{formatDay(before.businessDay, language).slice(0, 5)}</th>
            </tr>
          </thead>
        )}
        <tbody>
          {lines.map(([label, now, then, quiet], index) => (
            <tr key={`${label} ${index}`} className={quiet ? styles['quiet'] : undefined}>
              <th scope="row">{label}</th>
              <td>
                <NumberText>{now}</NumberText>
              </td>
              {then === undefined ? null : (
                <td className={styles['then']}>
                  <NumberText>{then}</NumberText>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Papers({ report }: { readonly report: DayReport }) {
  const text = useText();
  const name = (code: string) => text.common.paper[code as Paper] ?? text.slip.paper(code);
  return (
    <section aria-labelledby="day-papers">
      <ColumnHead id="day-papers" className={styles['head']} title={text.dayEnd.papers} />
      {report.papers.length === 0 ? (
        <p className={styles['none']}>{text.dayEnd.noPapers}</p>
      ) : (
        <table className={join(styles['lines'], styles['narrow'])}>
          <thead>
            <tr>
              <th scope="col">{text.dayEnd.papers}</th>
              <th scope="col">{text.dayEnd.paperSeen}</th>
              <th scope="col">{text.dayEnd.paperMissing}</th>
              <th scope="col">{text.dayEnd.paperMismatch}</th>
            </tr>
          </thead>
          <tbody>
            {report.papers.map((line) => (
              <tr key={line.paper}>
                <th scope="row">{name(line.paper)}</th>
                {[line.seen, line.missing, line.mismatch].map((value, index) => (
                  <td key={index} className={value === 0 ? styles['zero'] : undefined}>
                    <NumberText>{value}</NumberText>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Days({
  days,
  day,
  onChoose,
}: {
  readonly days: readonly BusinessDay[];
  readonly day: string;
  readonly onChoose: (day: string) => void;
}) {
  const text = useText().dayEnd;
  const language = useLanguage();
  return (
    <section aria-labelledby="day-list">
      <ColumnHead id="day-list" className={styles['head']} title={text.days} />
      <ul className={styles['days']}>
        {days.map((one) => (
          <li key={one.businessDay}>
            <button
              type="button"
              aria-pressed={one.businessDay === day}
              onClick={() => onChoose(one.businessDay)}
            >
              <span>{capitalised(formatLongDay(one.businessDay, language))}</span>
              <span className={styles['version']}>
                {one.closedAt === null ? text.today : text.dayVersion(one.version ?? 1)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
