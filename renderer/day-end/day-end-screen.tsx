import { useFigureList } from '#renderer/figures/figure-list.tsx';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { sumsAgree } from '#shared/domain/report/agreement.ts';
import { dayFigures } from '#shared/domain/report/figures.ts';
import { formatNumber } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconChecks, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { Breakdowns } from './breakdowns.tsx';
import { CloseDay } from './close-day.tsx';
import { ClosedDay } from './closed-day.tsx';
import { CountsTable } from './counts-table.tsx';
import styles from './day-end.module.css';
import { DayFiles } from '../exports/day-files.tsx';
import { DayNotes } from './day-notes.tsx';
import { DaySide } from './day-side.tsx';
import { Leftovers } from './leftovers.tsx';
import { ReportedDay } from './reported-day.tsx';
import { useShownDay } from '../frame/shown-day.ts';
import { useExports } from '../exports/use-exports.ts';
import { VoidDay } from './void-day.tsx';
import { WaitingHeat } from '../figures/waiting-heat.tsx';

/** The end of a day: left-over numbers, the figures, closing, correcting, and the files; and any day before it. */
export function DayEndScreen() {
  const text = useText();
  const status = useDeskQuery('day.status', {});
  const { day: chosen, show } = useShownDay();
  const usual = status.value?.open?.businessDay ?? status.value?.last?.businessDay;
  const shown = chosen ?? usual;
  if (status.problem !== undefined) return <Trouble>{problemText(status.problem, text)}</Trouble>;
  if (status.value === undefined) return null;
  if (shown === undefined) {
    return (
      <div className={styles['nothing']}>
        <h2>{text.dayEnd.noDay}</h2>
        <p>{text.dayEnd.noDayHint}</p>
      </div>
    );
  }
  const isOpen = shown === status.value.open?.businessDay;
  return <Day key={shown} day={shown} isOpen={isOpen} onChoose={show} />;
}

type DayProps = {
  readonly day: string;
  readonly isOpen: boolean;
  readonly onChoose: (day: string) => void;
};

function Day({ day, isOpen, onChoose }: DayProps) {
  const text = useText();
  const [version, setVersion] = useState<number | null>(null);
  const report = useDeskQuery(
    'report.day',
    { businessDay: day, ...(version === null || isOpen ? {} : { version }) },
    { keepFormer: true },
  );
  const shownVersion = report.value?.version ?? null;
  const exports = useExports({
    kind: 'day',
    businessDay: day,
    ...(shownVersion === null ? {} : { version: shownVersion }),
  });
  const list = useFigureList();
  const files = <DayFiles exports={exports} version={shownVersion} />;
  return (
    <div className={styles['columns']}>
      <section className={styles['pane']} aria-label={isOpen ? text.dayEnd.leftovers : text.dayEnd.closed}>
        <ReportedDay day={day} onChoose={onChoose} />
        {isOpen ? (
          <>
            <Leftovers day={day} />
            <CloseDay day={day} exports={exports} onClosed={() => onChoose(day)} />
          </>
        ) : report.value === undefined ? null : (
          <ClosedDay report={report.value} onVersion={setVersion} files={files} />
        )}
        {report.value === undefined ? null : <VoidDay report={report.value} />}
      </section>
      <section className={styles['pane']} aria-label={text.dayEnd.figures}>
        {report.problem === undefined ? null : <Trouble>{problemText(report.problem, text)}</Trouble>}
        {report.value === undefined ? null : <Figures report={report.value} />}
      </section>
      {list ?? <DaySide report={report.value} day={day} onChoose={onChoose} files={isOpen ? files : null} />}
    </div>
  );
}

function Figures({ report }: { readonly report: DayReport }) {
  const words = useText().dayEnd;
  const language = useLanguage();
  const count = (value: number) => formatNumber(value, language);
  const isFrozen = report.version !== null;
  const agrees = sumsAgree(dayFigures(report));
  return (
    <>
      <ColumnHead
        className={styles['head']}
        title={words.figures}
        hint={words.figuresCount(count(report.tickets.issued), count(report.requests.total))}
        end={
          <>
            {agrees ? (
              <Chip tone="good" icon={<IconChecks size={16} aria-hidden="true" />}>
                {words.sumsAgree}
              </Chip>
            ) : null}
            {report.voidedAt === undefined ? null : <Chip tone="warn">{words.voided}</Chip>}
            <Chip icon={isFrozen ? <IconLock size={16} aria-hidden="true" /> : undefined}>
              {report.version === null ? words.live : words.frozen(report.version)}
            </Chip>
          </>
        }
      />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label={words.figures}>
        <CountsTable report={report} agrees={agrees} />
        <WaitingHeat report={report} />
        <Breakdowns report={report} />
        <DayNotes report={report} />
      </div>
    </>
  );
}

function Trouble({ children }: { readonly children: string }) {
  return (
    <Note tone="bad" announce className={styles['trouble']}>
      {children}
    </Note>
  );
}
