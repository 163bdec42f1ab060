import { useLanguage, useText } from '#renderer/desk/language.ts';
import { ReportTable } from '#renderer/figures/report-table.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { DAY_TABLES } from '#shared/domain/report/report-tables.ts';
import { joined, wordedHours, wordedTable } from '#shared/text/report-words.ts';
import styles from './breakdowns.module.css';

/** The day divided in every way the level above asks for; each figure opens the requests it counts. */
export function Breakdowns({ report }: { readonly report: DayReport }) {
  const text = useText();
  const language = useLanguage();
  const { businessDay } = report;
  const worded = (name: Exclude<keyof typeof DAY_TABLES, 'waiting' | 'counters'>) =>
    wordedTable(DAY_TABLES[name](report, 'screen'), text, language);
  // Of what nobody named there is nothing to divide.
  const named = [worded('residences'), worded('visits'), worded('cases')].filter(
    ({ rows }) => rows.length > 0,
  );
  const tables = [
    worded('accounts'),
    worded('levels'),
    joined(worded('sources'), worded('ages')),
    worded('referrals'),
    worded('inactive'),
    worded('groups'),
    worded('sites'),
    ...named,
  ];
  const counters = wordedHours(DAY_TABLES.counters(report, 'screen'), 'served', text, language);
  return (
    <section aria-labelledby="breakdowns">
      <ColumnHead id="breakdowns" className={styles['head']} title={text.dashboard.breakdowns} />
      <div className={styles['tables']}>
        {tables.map((table) => (
          <ReportTable key={table.title} table={table} businessDay={businessDay} />
        ))}
      </div>
      {counters.rows.length === 0 ? null : (
        <div className={styles['hours']}>
          <ReportTable table={counters} businessDay={businessDay} />
        </div>
      )}
    </section>
  );
}
