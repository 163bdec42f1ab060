import { useLanguage, useText } from '#renderer/desk/language.ts';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { Dashboard } from '#shared/contract/report-period.ts';
import { capitalised, formatDay, formatLongDay, formatNumber } from '#shared/text/format.ts';
import styles from './dashboard.module.css';
import { FigureButton } from '../figures/figure-button.tsx';

/** The counts of the day, large, each against the same weekday before. */
export function TodayFigures({ dashboard }: { readonly dashboard: Dashboard }) {
  const words = useText().dashboard;
  const language = useLanguage();
  const { today, sameWeekday, businessDay } = dashboard;
  const lines = [
    { column: 'taken', figure: 'files', now: today.breakdowns.taken, section: 'accounts' },
    { column: 'activated', figure: 'activated', now: today.breakdowns.activated.total, section: 'accounts' },
    { column: 'issued', figure: 'issued', now: today.tickets.issued, section: null },
  ] as const;
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
        {lines.map(({ column, figure, now, section }) => {
          const then = sameWeekday?.[column];
          return (
            <div key={column}>
              <dt>{words[column]}</dt>
              <dd>
                {section === null ? (
                  <NumberText className={styles['large']}>{formatNumber(now, language)}</NumberText>
                ) : (
                  <span className={styles['large']}>
                    <FigureButton
                      businessDay={businessDay}
                      figure={{ section, row: 'all', column: figure }}
                      name={words[column]}
                      count={now}
                    />
                  </span>
                )}
                {then === undefined ? null : <Against now={now} then={then} />}
              </dd>
            </div>
          );
        })}
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
