import { useLanguage, useText } from '#renderer/desk/language.ts';
import { ReportTable } from '#renderer/figures/report-table.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { DAY_TABLES } from '#shared/domain/report/report-tables.ts';
import { formatNumber } from '#shared/text/format.ts';
import { wordedTable } from '#shared/text/report-words.ts';
import styles from './counts-table.module.css';

/** Procedures by outcomes, with totals counted by the desk and checked here once more. */
export function CountsTable({ report, agrees }: { readonly report: DayReport; readonly agrees: boolean }) {
  const text = useText();
  const language = useLanguage();
  if (report.requests.total === 0) return <p className={styles['empty']}>{text.dayEnd.noFigures}</p>;
  return (
    <>
      {agrees ? null : (
        <Note tone="bad" announce className={styles['differ']}>
          {text.dayEnd.sumsDiffer}
        </Note>
      )}
      <ReportTable
        isMain
        table={wordedTable(DAY_TABLES.requests(report, 'screen'), text, language)}
        businessDay={report.businessDay}
      />
      <p className={styles['note']}>
        {text.dayEnd.activatedNote(formatNumber(report.breakdowns.activated.total, language))}
      </p>
    </>
  );
}
