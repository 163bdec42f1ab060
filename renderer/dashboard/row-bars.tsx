import { ChartFigure } from '#renderer/charts/chart-figure.tsx';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { formatNumber } from '#shared/text/format.ts';
import type { Input } from '#shared/contract/desk-contract.ts';
import { scaleLinear } from 'd3-scale';
import styles from './dashboard.module.css';
import { FigureButton } from '../figures/figure-button.tsx';

export type BarRow = {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly figure: Input<'report.tickets'>['figure'];
};

export type RowBarsProps = {
  readonly title: string;
  readonly rows: readonly BarRow[];
  readonly none: string;
  readonly column: string;
  readonly businessDay: string;
};

/** Bars that lie, longest first, each with its words and its figure. */
export function RowBars({ title, rows, none, column, businessDay }: RowBarsProps) {
  const text = useText().dashboard;
  const language = useLanguage();
  const sorted = rows.filter((row) => row.count > 0).toSorted((a, b) => b.count - a.count);
  const long = scaleLinear([0, Math.max(1, ...sorted.map((row) => row.count))], [0, 100]);
  const count = (value: number) => formatNumber(value, language);
  return (
    <ChartFigure
      title={title}
      summary={
        sorted.length === 0
          ? none
          : text.barsSummary(sorted.map((row) => `${row.name} ${count(row.count)}`).join('; '))
      }
      table={{
        columns: [column, text.count],
        rows: sorted.map((row) => ({ key: row.key, cells: [row.name, count(row.count)] })),
      }}
    >
      {sorted.length === 0 ? (
        <p className={styles['none']}>{none}</p>
      ) : (
        <ul className={styles['bars']}>
          {sorted.map((row) => (
            <li key={row.key}>
              <span className={styles['barName']}>{row.name}</span>
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect className={styles['bar']} x="0" y="0" width={long(row.count)} height="8" />
              </svg>
              <FigureButton
                businessDay={businessDay}
                figure={row.figure}
                name={row.name}
                count={row.count}
                className={styles['barCount']}
              />
            </li>
          ))}
        </ul>
      )}
    </ChartFigure>
  );
}
