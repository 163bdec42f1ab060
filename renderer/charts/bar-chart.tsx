import { barShapes, type BarGroup } from './bar-shapes.ts';
import styles from './charts.module.css';

type Fill = 'open' | 'solid';

type BarChartProps = {
  readonly groups: readonly BarGroup[];
  /** How each series is filled: told apart by ink, not by colour. */
  readonly fills: readonly Fill[];
  readonly format: (value: number) => string;
  readonly width: number;
  readonly height: number;
  /** Size of the letters in units of the drawing. */
  readonly letters?: number;
};

/** Upright bars with their figure on each: no axis and no grid to read across. What it says stands in the table behind it. */
export function BarChart({ groups, fills, format, width, height, letters = 12 }: BarChartProps) {
  const shapes = barShapes(groups, { width, height, above: letters * 1.6, below: letters * 1.7 });
  return (
    <svg
      className={styles['chart']}
      viewBox={`0 0 ${width} ${height}`}
      fontSize={letters}
      aria-hidden="true"
      focusable="false"
    >
      {shapes.bars
        .filter((bar) => bar.value > 0)
        .map((bar) => (
          <g key={`${bar.key}-${bar.series}`}>
            <rect
              className={fills[bar.series] === 'open' ? styles['open'] : styles['solid']}
              x={bar.x + 0.5}
              y={bar.y}
              width={Math.max(1, bar.width - 1)}
              height={bar.height}
            />
            <text x={bar.x + bar.width / 2} y={bar.y - letters * 0.35} textAnchor="middle">
              {format(bar.value)}
            </text>
          </g>
        ))}
      <line className={styles['ground']} x1={0} x2={width} y1={shapes.ground} y2={shapes.ground} />
      {shapes.labels.map((label) => (
        <text
          key={label.key}
          className={styles['axis']}
          x={label.x}
          y={shapes.ground + letters * 1.3}
          textAnchor="middle"
        >
          {label.text}
        </text>
      ))}
    </svg>
  );
}
