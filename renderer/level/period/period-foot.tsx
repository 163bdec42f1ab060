import { useLanguage } from '#renderer/desk/language.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { LevelPeriod } from '#shared/contract/level-shapes.ts';
import { formatDayOfYear, formatPercent } from '#shared/text/format.ts';
import { useLevelWords } from '../client/words.ts';
import { PERIOD_FIGURES } from './period-list.tsx';
import { paceOn, type OfficeRow, type TargetLine } from './period-rows.ts';
import styles from './period.module.css';

type PeriodFootProps = {
  readonly value: LevelPeriod;
  readonly targets: ReadonlyMap<string, TargetLine>;
  readonly today: string;
  /** The office on which the focus stands: its missing days are named. */
  readonly current: OfficeRow | undefined;
  readonly count: (value: number) => string;
};

/** So many missing days are named. */
const NAMED = 12;

/** The sums, and below them what the colours mean and which days the chosen office lacks. */
export function PeriodFoot({ value, targets, today, current, count }: PeriodFootProps) {
  const { level, levelPeriod: words } = useLevelWords();
  const language = useLanguage();
  const files = value.offices.reduce((sum, { days }) => sum + days, 0);
  const lines = [...targets.values()];
  const late = lines.filter((line) => line.late).length;
  const reached = lines.reduce((sum, { activated }) => sum + activated, 0);
  const wanted = lines.reduce((sum, { target }) => sum + target, 0);
  const [first] = lines;
  return (
    <footer className={styles['foot']}>
      <div className={styles['row']}>
        <b>{words.sum(count(value.offices.length))}</b>
        <NumberText className={styles['quiet']}>{count(files)}</NumberText>
        {PERIOD_FIGURES.map((figure) => (
          <NumberText key={figure} title={level.figure[figure]}>
            {count(value.total[figure])}
          </NumberText>
        ))}
        {wanted === 0 ? null : (
          <>
            <NumberText className={styles['split']}>{count(reached)}</NumberText>
            <NumberText>{count(wanted)}</NumberText>
            <NumberText>{formatPercent(reached / wanted, language, 1)}</NumberText>
          </>
        )}
      </div>
      <p className={styles['legend']}>
        {current === undefined ? null : (
          <span className={styles['lacks']}>
            {current.missing.length === 0
              ? words.allDays(current.name)
              : words.missingDays(
                  current.name,
                  `${current.missing
                    .slice(0, NAMED)
                    .map((day) => formatDayOfYear(day, language))
                    .join(', ')}${current.missing.length > NAMED ? ' …' : ''}`,
                )}
            {current.unsigned > 0 ? `, ${words.unsigned(count(current.unsigned))}` : ''}
          </span>
        )}
        {first === undefined ? null : (
          <span className={styles['meaning']}>
            <i aria-hidden="true" /> {words.paceAt(formatPercent(paceOn(first, today), language, 1))}{' '}
            <b>{words.lateWord}</b> {words.lateCount(count(late))}
          </span>
        )}
      </p>
    </footer>
  );
}
