import { useLanguage, useText } from '#renderer/desk/language.ts';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { Input } from '#shared/contract/desk-contract.ts';
import type { Dashboard } from '#shared/contract/report-period.ts';
import { capitalised, formatDay, formatLongDay, formatNumber } from '#shared/text/format.ts';
import styles from './dashboard.module.css';
import { FigureButton } from '../figures/figure-button.tsx';

/** The counts of the day, large, each against the same weekday before. */
export function TodayFigures({ dashboard }: { readonly dashboard: Dashboard }) {
  const text = useText().dashboard;
  const language = useLanguage();
  const { today, sameWeekday, businessDay } = dashboard;
  const lines: readonly {
    readonly name: string;
    readonly now: number;
    readonly then: number | undefined;
    readonly figure: Input<'report.tickets'>['figure'] | undefined;
  }[] = [
    { name: text.taken, now: today.breakdowns.taken, then: sameWeekday?.taken, figure: { section: 'taken' } },
    {
      name: text.activated,
      now: today.breakdowns.activated.total,
      then: sameWeekday?.activated,
      figure: { section: 'activated' },
    },
    { name: text.issued, now: today.tickets.issued, then: sameWeekday?.issued, figure: undefined },
  ];
  return (
    <section aria-labelledby="today-figures">
      <ColumnHead
        id="today-figures"
        title={capitalised(formatLongDay(businessDay, language))}
        end={
          <span className={styles['against']}>
            {sameWeekday === null ? '' : text.against(formatDay(sameWeekday.businessDay, language))}
          </span>
        }
      />
      <dl className={styles['today']}>
        {lines.map(({ name, now, then, figure }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {figure === undefined ? (
                <NumberText className={styles['large']}>{formatNumber(now, language)}</NumberText>
              ) : (
                <span className={styles['large']}>
                  <FigureButton businessDay={businessDay} figure={figure} name={name} count={now} />
                </span>
              )}
              {then === undefined ? null : <Against now={now} then={then} />}
            </dd>
          </div>
        ))}
      </dl>
      {sameWeekday === null ? <p className={styles['noSame']}>{text.noSame}</p> : null}
    </section>
  );
}

function Against({ now, then }: { readonly now: number; readonly then: number }) {
  const text = useText().dashboard;
  const language = useLanguage();
  const gap = formatNumber(Math.abs(now - then), language);
  return (
    <span className={styles['against']}>
      {now > then ? `▲ ${text.more(gap)}` : now < then ? `▼ ${text.fewer(gap)}` : `= ${text.same}`}
    </span>
  );
}
