import type { Progress } from '#shared/domain/report/campaign.ts';
import type { Language } from '#shared/domain/language.ts';
import { formatDay, formatNumber } from '#shared/text/format.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import styles from './charts.module.css';
import { evenPace, paceShapes } from './pace-shapes.ts';

type PaceChartProps = {
  readonly progress: Progress;
  readonly text: Catalogue['campaign'];
  readonly language: Language;
  readonly width: number;
  readonly height: number;
  readonly letters?: number;
};

/** Accounts activated over time as a solid line, the even pace dashed, the target dotted; each says beside it what it is. */
export function PaceChart({ progress, text, language, width, height, letters = 12 }: PaceChartProps) {
  const right = letters * 1.2;
  const shapes = paceShapes(progress, {
    width: width - right,
    height,
    above: letters * 1.8,
    below: letters * 1.8,
  });
  const { reached, wanted } = shapes.today;
  const early = shapes.today.x < width * 0.55;
  const count = (value: number) => formatNumber(value, language);
  const reachedAbove = reached.y <= wanted.y;
  return (
    <svg
      className={styles['chart']}
      viewBox={`0 0 ${width} ${height}`}
      fontSize={letters}
      aria-hidden="true"
      focusable="false"
    >
      <line className={styles['dotted']} x1={0} x2={width - right} y1={shapes.target} y2={shapes.target} />
      <text x={width - right} y={shapes.target - letters * 0.45} textAnchor="end">
        {text.lineTarget} {count(progress.total.target)}
      </text>
      <line
        className={styles['dashed']}
        x1={shapes.wanted[0].x}
        y1={shapes.wanted[0].y}
        x2={shapes.wanted[1].x}
        y2={shapes.wanted[1].y}
      />
      <polyline
        className={styles['line']}
        points={shapes.reached.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join(' ')}
      />
      <line className={styles['ground']} x1={0} x2={width - right} y1={shapes.ground} y2={shapes.ground} />
      <circle className={styles['dot']} cx={reached.x} cy={reached.y} r={letters * 0.32} />
      <circle className={styles['ring']} cx={wanted.x} cy={wanted.y} r={letters * 0.28} />
      <text
        className={styles['strong']}
        x={early ? reached.x + letters * 0.8 : reached.x - letters * 0.8}
        y={apart(reached.y, wanted.y, letters, reachedAbove)}
        textAnchor={early ? 'start' : 'end'}
      >
        {text.lineReal} {count(progress.total.activated)}
      </text>
      <text
        x={early ? wanted.x + letters * 0.8 : wanted.x - letters * 0.8}
        y={apart(wanted.y, reached.y, letters, !reachedAbove)}
        textAnchor={early ? 'start' : 'end'}
      >
        {text.lineWanted} {count(evenPace(progress))}
      </text>
      <text className={styles['axis']} x={0} y={height - letters * 0.4}>
        {formatDay(progress.campaign.from, language)}
      </text>
      <text className={styles['axis']} x={width - right} y={height - letters * 0.4} textAnchor="end">
        {formatDay(progress.campaign.dueOn, language)}
      </text>
    </svg>
  );
}

/** The height of a label beside its point, moved off the label of the other point where the two would touch. */
function apart(own: number, other: number, letters: number, above: boolean): number {
  const near = Math.abs(own - other) < letters * 1.4;
  if (!near) return own + letters * 0.35;
  return above ? own - letters * 0.55 : own + letters * 1.15;
}
