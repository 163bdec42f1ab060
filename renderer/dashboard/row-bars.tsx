import { ChartFigure } from '#renderer/charts/chart-figure.tsx';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { formatNumber } from '#shared/text/format.ts';
import { rowTitle, type WordedTable } from '#shared/text/report-words.ts';
import { scaleLinear } from 'd3-scale';
import styles from './dashboard.module.css';
import { FigureButton } from '../figures/figure-button.tsx';

type RowBarsProps = { readonly table: WordedTable; readonly businessDay: string };

/** Bars that lie, longest first, each with its words and its figure: the first column of a table. */
export function RowBars({ table: { title, names, rows, opens }, businessDay }: RowBarsProps) {
  const text = useText();
  const language = useLanguage();
  const sorted = rows
    .flatMap((row) => {
      const cell = row.cells[0];
      return typeof cell?.value === 'number' && cell.value > 0 && cell.address !== null && opens !== null
        ? {
            key: row.key,
            name: rowTitle(row),
            count: cell.value,
            figure: { ...cell.address, section: opens },
          }
        : [];
    })
    .toSorted((a, b) => b.count - a.count);
  const long = scaleLinear([0, Math.max(1, ...sorted.map((row) => row.count))], [0, 100]);
  const count = (value: number) => formatNumber(value, language);
  return (
    <ChartFigure
      title={title}
      summary={
        sorted.length === 0
          ? text.report.none
          : text.dashboard.barsSummary(sorted.map((row) => `${row.name} ${count(row.count)}`).join('; '))
      }
      table={{
        columns: [names.join(', '), text.report.count],
        rows: sorted.map((row) => ({ key: row.key, cells: [row.name, count(row.count)] })),
      }}
    >
      {sorted.length === 0 ? (
        <p className={styles['none']}>{text.report.none}</p>
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
