import { useLanguage } from '#renderer/desk/language.ts';
import { BarChart } from '#renderer/charts/bar-chart.tsx';
import { ChartFigure } from '#renderer/charts/chart-figure.tsx';
import type { LevelPeriod } from '#shared/contract/level-shapes.ts';
import { formatDayOfYear, formatNumber } from '#shared/text/format.ts';
import { useLevelWords } from '../client/words.ts';
import styles from './period.module.css';

/** What the period brought day by day, or month by month: taken open, activated filled. */
export function PeriodChart({ value }: { readonly value: LevelPeriod }) {
  const { level, levelPeriod: words } = useLevelWords();
  const language = useLanguage();
  const { line, total, from, to } = value;
  const count = (number: number) => formatNumber(number, language);
  const isByMonth = (line[0]?.at.length ?? 10) < 10;
  const label = (at: string) =>
    isByMonth ? `${at.slice(5, 7)}/${at.slice(0, 4)}` : formatDayOfYear(at, language);
  const step = Math.ceil(line.length / 16);
  return (
    <div className={styles['chart']}>
      <ChartFigure
        title={isByMonth ? words.chartMonths : words.chart}
        hint={
          <span className={styles['keys']}>
            <i aria-hidden="true" /> {level.figure.taken} <i aria-hidden="true" /> {level.figure.activated}
          </span>
        }
        summary={words.chartSays(count(total.taken), count(total.activated))}
        picture={`bieu-do-${from}-${to}.png`}
        table={{
          columns: [words.chartAt, level.figure.taken, level.figure.activated],
          rows: line.map(({ at, figures }) => ({
            key: at,
            cells: [label(at), count(figures.taken), count(figures.activated)],
          })),
        }}
      >
        <BarChart
          groups={line.map(({ at, figures }, index) => ({
            key: at,
            label: index % step === 0 ? label(at) : '',
            values: [figures.taken, figures.activated],
          }))}
          fills={['open', 'solid']}
          format={count}
          width={1200}
          height={126}
          letters={11}
        />
      </ChartFigure>
    </div>
  );
}
