import { useLanguage, useText } from '#renderer/desk/language.ts';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { Dashboard } from '#shared/contract/report-period.ts';
import type { OpenedFigure } from '#shared/domain/report/counted.ts';
import type { LeadingFigure } from '#shared/domain/report/day-report.ts';
import { leadingOf, leadingValues } from '#shared/domain/report/leading.ts';
import { capitalised, formatDay, formatLongDay, formatNumber } from '#shared/text/format.ts';
import styles from './dashboard.module.css';
import { FigureButton } from '../figures/figure-button.tsx';

/** The place of each figure that opens to the requests it counts. */
const OPENED: Partial<Record<LeadingFigure, OpenedFigure>> = {
  'card-files': { section: 'levels', row: 'all', column: 'level-2-with-card' },
  files: { section: 'accounts', row: 'all', column: 'files' },
  activated: { section: 'accounts', row: 'all', column: 'activated' },
};

/** The counts of the day, large, each against the same weekday before. */
export function TodayFigures({ dashboard }: { readonly dashboard: Dashboard }) {
  const words = useText().dashboard;
  const language = useLanguage();
  const { today, sameWeekday, businessDay } = dashboard;
  const values = leadingValues(today);
  const leading = leadingOf(today);
  // Where there is room the numbers issued stand last.
  const figures = leading.length < 3 ? [...new Set([...leading, 'issued' as const])] : leading;
  const lines = figures.map((figure) => ({
    figure,
    now: values[figure],
    then: sameWeekday?.figures[figure],
    opened: OPENED[figure],
  }));
  return (
    <section aria-labelledby="today-figures">
      <ColumnHead
        id="today-figures"
        title={capitalised(formatLongDay(businessDay, language))}
        end={
          <span className={styles['against']}>
            {sameWeekday === null ? '' : words.against(formatDay(sameWeekday.businessDay, language))}
          </span>
        }
      />
      <dl className={styles['today']}>
        {lines.map(({ figure, now, then, opened }) => (
          <div key={figure}>
            <dt>{words.leading[figure]}</dt>
            <dd>
              {opened === undefined ? (
                <NumberText className={styles['large']}>{formatNumber(now, language)}</NumberText>
              ) : (
                <span className={styles['large']}>
                  <FigureButton
                    businessDay={businessDay}
                    figure={opened}
                    name={words.leading[figure]}
                    count={now}
                  />
                </span>
              )}
              {then === undefined ? null : <Against now={now} then={then} />}
            </dd>
          </div>
        ))}
      </dl>
      {sameWeekday === null ? <p className={styles['noSame']}>{words.noSame}</p> : null}
    </section>
  );
}

function Against({ now, then }: { readonly now: number; readonly then: number }) {
  const words = useText().dashboard;
  const language = useLanguage();
  const gap = formatNumber(Math.abs(now - then), language);
  return (
    <span className={styles['against']}>
      {now > then ? `▲ ${words.more(gap)}` : now < then ? `▼ ${words.fewer(gap)}` : `= ${words.same}`}
    </span>
  );
}
