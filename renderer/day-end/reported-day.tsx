import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import { localTime } from '#shared/domain/calendar/business-date.ts';
import { reportedDay } from '#shared/domain/report/report-day.ts';
import { formatLongDay } from '#shared/text/format.ts';
import styles from './day-end.module.css';

/** Before the hour of the rules a report speaks of the business day before: said where the report is made. */
export function ReportedDay({
  day,
  onChoose,
}: {
  readonly day: string;
  readonly onChoose: (day: string) => void;
}) {
  const words = useText().dayEnd;
  const language = useLanguage();
  const now = new Date(useNow(30_000)).toISOString();
  const days = useDeskQuery('day.list', { limit: 30 }).value ?? [];
  const before = useDeskQuery('day.status', {}).value?.reportBefore;
  if (before === undefined || localTime(now) >= before) return null;
  const latest = (upTo: string) =>
    days
      .map((one) => one.businessDay)
      .filter((one) => one <= upTo)
      .toSorted()
      .at(-1) ?? null;
  const spoken = reportedDay(now, before, latest);
  if (spoken === null) return null;
  return (
    <Note
      className={styles['reported']}
      action={
        spoken === day ? undefined : (
          <Button size="small" onClick={() => onChoose(spoken)}>
            {words.showThatDay}
          </Button>
        )
      }
    >
      {words.speaksOf(before, formatLongDay(spoken, language))}
    </Note>
  );
}
