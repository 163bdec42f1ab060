import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import styles from './day-notes.module.css';

/** Difficulties and proposals, as the letters ask for them: written while the day is open, read afterwards. */
export function DayNotes({ report }: { readonly report: DayReport }) {
  const text = useText();
  const words = text.dayEnd;
  const save = useDeskCommand('day.note');
  const { difficulties, proposals } = report.breakdowns;
  const isOpen = report.version === null;
  const write = (part: { readonly difficulties?: string; readonly proposals?: string }) =>
    void save.run({ businessDay: report.businessDay, difficulties, proposals, ...part });
  return (
    <section aria-labelledby="day-notes">
      <ColumnHead
        id="day-notes"
        className={styles['head']}
        title={words.notes}
        hint={isOpen ? words.notesHint : undefined}
      />
      <ProblemNote problem={save.problem} className={styles['note']} />
      <div className={styles['fields']}>
        {isOpen ? (
          <>
            <TextArea
              label={text.report.column.difficulties}
              value={difficulties}
              maxLength={2000}
              onCommit={(typed) => write({ difficulties: typed })}
            />
            <TextArea
              label={text.report.column.proposals}
              value={proposals}
              maxLength={2000}
              onCommit={(typed) => write({ proposals: typed })}
            />
          </>
        ) : (
          [
            [text.report.column.difficulties, difficulties],
            [text.report.column.proposals, proposals],
          ].map(([label, written]) => (
            <div key={label}>
              <p className={styles['label']}>{label}</p>
              <p className={styles['written']}>{written === '' ? words.none : written}</p>
            </div>
          ))
        )}
      </div>
    </section>
  );
}
