import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { ReportTable } from '#renderer/figures/report-table.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import type { BusinessDay } from '#shared/contract/day.ts';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { DAY_TABLES } from '#shared/domain/report/report-tables.ts';
import { capitalised, formatDayOfYear, formatLongDay } from '#shared/text/format.ts';
import { joined, wordedList, wordedTable } from '#shared/text/report-words.ts';
import type { ReactNode } from 'react';
import { weekday } from '#shared/domain/calendar/business-date.ts';
import styles from './day-side.module.css';

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
  const words = useText().dayEnd;
  return (
    <aside className={styles['side']} aria-label={words.days}>
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

/** Numbers and times of a day, one below the other. */
function Tickets({ report, before }: { readonly report: DayReport; readonly before: DayReport | undefined }) {
  const text = useText();
  const language = useLanguage();
  const listed = (of: DayReport) =>
    joined(
      wordedTable(DAY_TABLES.tickets(of, 'screen'), text, language),
      wordedList(DAY_TABLES.times(of, 'screen'), text, language),
    );
  const table = listed(report);
  return (
    <section aria-labelledby="day-tickets">
      <ColumnHead id="day-tickets" title={table.title} />
      <div className={styles['table']}>
        <ReportTable
          table={{
            ...table,
            title: table.names.join(),
            columns: [{ code: 'count', title: formatDayOfYear(report.businessDay, language) }],
          }}
          businessDay={report.businessDay}
          against={
            before === undefined
              ? undefined
              : { title: formatDayOfYear(before.businessDay, language), table: listed(before) }
          }
        />
      </div>
    </section>
  );
}

function Papers({ report }: { readonly report: DayReport }) {
  const text = useText();
  const language = useLanguage();
  const table = wordedTable(DAY_TABLES.papers(report, 'screen'), text, language);
  return (
    <section aria-labelledby="day-papers">
      <ColumnHead id="day-papers" className={styles['head']} title={table.title} />
      {table.rows.length === 0 ? (
        <p className={styles['none']}>{text.dayEnd.noPapers}</p>
      ) : (
        <div className={styles['table']}>
          <ReportTable table={{ ...table, title: table.names.join() }} businessDay={report.businessDay} />
        </div>
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
  const words = useText().dayEnd;
  const language = useLanguage();
  return (
    <section aria-labelledby="day-list">
      <ColumnHead id="day-list" className={styles['head']} title={words.days} />
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
                {one.closedAt === null ? words.today : words.dayVersion(one.version ?? 1)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The latest closed day of the same weekday, otherwise the latest one before this day. */
export function formerDay(days: readonly BusinessDay[], day: string): string | undefined {
  const earlier = days
    .filter((one) => one.businessDay < day && one.closedAt !== null)
    .map((one) => one.businessDay)
    .toSorted()
    .toReversed();
  return earlier.find((one) => weekday(one) === weekday(day)) ?? earlier[0];
}
