import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { DayReport } from '#shared/contract/report.ts';
import { formatInstant, formatNumber } from '#shared/text/format.ts';
import { problemText } from '#shared/text/problem-text.ts';
import { IconChecks, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { CloseDay } from './close-day.tsx';
import { CountsTable } from './counts-table.tsx';
import styles from './day-end.module.css';
import { DayFiles } from './day-files.tsx';
import { DaySide } from './day-side.tsx';
import { sumsAgree } from './day-figures.ts';
import { Leftovers } from './leftovers.tsx';
import { useDayFiles } from './use-day-files.ts';
import { WaitingHeat } from './waiting-heat.tsx';

/** The end of a day: left-over numbers, the figures, closing, and the files; and any day before it. */
export function DayEndScreen() {
  const text = useText();
  const status = useDeskQuery('day.status', {});
  const [chosen, setChosen] = useState<string | null>(null);
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
  return <Day key={shown} day={shown} isOpen={isOpen} onChoose={setChosen} />;
}

function Day({
  day,
  isOpen,
  onChoose,
}: {
  readonly day: string;
  readonly isOpen: boolean;
  readonly onChoose: (day: string) => void;
}) {
  const text = useText();
  const report = useDeskQuery('report.day', { businessDay: day });
  const files = useDayFiles(day);
  return (
    <div className={styles['columns']}>
      <section className={styles['pane']} aria-label={isOpen ? text.dayEnd.leftovers : text.dayEnd.files}>
        {isOpen ? (
          <Leftovers day={day} />
        ) : report.value === undefined ? null : (
          <Closed report={report.value} />
        )}
        <DayFiles files={files} version={report.value?.version ?? null} />
        {isOpen ? <CloseDay day={day} files={files} onClosed={() => onChoose(day)} /> : null}
      </section>
      <section className={styles['pane']} aria-label={text.dayEnd.figures}>
        {report.problem === undefined ? null : <Trouble>{problemText(report.problem, text)}</Trouble>}
        {report.value === undefined ? null : <Figures report={report.value} />}
      </section>
      <DaySide report={report.value} day={day} onChoose={onChoose} />
    </div>
  );
}

function Figures({ report }: { readonly report: DayReport }) {
  const text = useText().dayEnd;
  const language = useLanguage();
  const count = (value: number) => formatNumber(value, language);
  const isFrozen = report.version !== null;
  const agrees = sumsAgree(report);
  return (
    <>
      <ColumnHead
        className={styles['head']}
        title={text.figures}
        hint={text.figuresCount(count(report.tickets.issued), count(report.requests.total))}
        end={
          <>
            {agrees ? (
              <Chip tone="good" icon={<IconChecks size={16} aria-hidden="true" />}>
                {text.sumsAgree}
              </Chip>
            ) : null}
            <Chip icon={isFrozen ? <IconLock size={16} aria-hidden="true" /> : undefined}>
              {report.version === null ? text.live : text.frozen(report.version)}
            </Chip>
          </>
        }
      />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label={text.figures}>
        <CountsTable report={report} />
        <WaitingHeat report={report} />
      </div>
    </>
  );
}

function Closed({ report }: { readonly report: DayReport }) {
  const text = useText().dayEnd;
  const language = useLanguage();
  return (
    <>
      <ColumnHead
        className={styles['head']}
        title={text.closed}
        end={<Chip tone="good">{text.dayVersion(report.version ?? 1)}</Chip>}
      />
      <div className={styles['closed']}>
        {report.frozenAt === null ? null : <p>{text.closedAt(formatInstant(report.frozenAt, language))}</p>}
        <p className={styles['code']}>{text.chain(report.chainHead.slice(0, 16))}</p>
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
