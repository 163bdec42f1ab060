import { useLanguage } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { join } from '#renderer/ui/join.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import type { LevelDay } from '#shared/contract/level-shapes.ts';
import { weekday } from '#shared/domain/calendar/business-date.ts';
import { capitalised, formatDay, formatDuration, formatLongDay, formatNumber } from '#shared/text/format.ts';
import { localTime } from '#shared/domain/calendar/business-date.ts';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useLevelWords } from '../client/words.ts';
import styles from './board.module.css';

type DayFiguresProps = {
  readonly day: LevelDay;
  readonly corrected: number;
  /** This day is to be reported now. */
  readonly isDue: boolean;
  readonly canGoOn: boolean;
  readonly onDays: (step: 1 | -1) => void;
};

/** The day and its figures, the missing ones last. */
export function DayFigures({ day, corrected, isDue, canGoOn, onDays }: DayFiguresProps) {
  const words = useLevelWords().level;
  const language = useLanguage();
  const count = (value: number) => formatNumber(value, language);
  const { businessDay, received, missing, late, totals } = day;
  const due = useDue(day, isDue);
  return (
    <dl className={styles['figures']}>
      <div className={styles['dayCell']}>
        <dt title={formatLongDay(businessDay, language)}>
          {capitalised(formatLongDay(businessDay, language).split(',')[0] ?? '')}
        </dt>
        <dd>
          <Button
            variant="quiet"
            size="small"
            aria-label={words.board.keyDays}
            title="←"
            icon={<IconChevronLeft aria-hidden="true" />}
            onClick={() => onDays(-1)}
          />
          <NumberText className={weekday(businessDay) > 5 ? styles['restDay'] : undefined}>
            {formatDay(businessDay, language)}
          </NumberText>
          <Button
            variant="quiet"
            size="small"
            aria-label={words.board.keyDays}
            title="→"
            disabledReason={canGoOn ? undefined : formatDay(businessDay, language)}
            icon={<IconChevronRight aria-hidden="true" />}
            onClick={() => onDays(1)}
          />
        </dd>
      </div>
      <div>
        <dt>{words.board.received}</dt>
        <dd>
          <NumberText>
            {count(received.length)} / {count(received.length + missing.length)}
          </NumberText>
          <FigureNote words={words.board.receivedNote(count(late.length), count(corrected))} />
        </dd>
      </div>
      {(['issued', 'level2', 'activated'] as const).map((figure) => (
        <div key={figure} className={figure === 'level2' ? styles['foldable'] : undefined}>
          <dt>{words.figure[figure]}</dt>
          <dd>
            <NumberText>{count(totals[figure])}</NumberText>
          </dd>
        </div>
      ))}
      <div className={join(missing.length > 0 && day.isOver && styles['pressing'])}>
        <dt>{words.board.missing}</dt>
        <dd>
          <NumberText>{count(missing.length)}</NumberText>
          <FigureNote words={due} />
        </dd>
      </div>
    </dl>
  );
}

/** Until when a file is on time; on the morning itself by how much that is over. */
/** Beside a figure, shortened where the window is narrow. */
function FigureNote({ words }: { readonly words: string }) {
  return <small title={words}>{words}</small>;
}

function useDue({ reportBefore, isOver }: Pick<LevelDay, 'reportBefore' | 'isOver'>, isDue: boolean): string {
  const words = useLevelWords().level.board;
  const language = useLanguage();
  const now = localTime(new Date(useNow(60_000)).toISOString());
  if (!isOver) return words.before(reportBefore);
  const past = minutesOf(now) - minutesOf(reportBefore);
  return isDue && past > 0
    ? words.over(reportBefore, formatDuration(past * 60_000, language))
    : words.overSince(reportBefore);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
