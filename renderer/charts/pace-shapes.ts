import { scaleLinear } from 'd3-scale';
import type { Progress } from '#shared/domain/report/campaign.ts';
import { daysBetween, type IsoDate } from '#shared/domain/calendar/business-date.ts';

type Point = { readonly x: number; readonly y: number };

type PaceShapes = {
  /** What was reached, day by day. */
  readonly reached: readonly Point[];
  readonly wanted: readonly [Point, Point];
  readonly target: number;
  readonly ground: number;
  /** The day of the figures, and what an even pace would have reached by then. */
  readonly today: { readonly x: number; readonly reached: Point; readonly wanted: Point };
};

type Room = {
  readonly width: number;
  readonly height: number;
  readonly above: number;
  readonly below: number;
};

/** Accounts that were there before the campaign. */
function startOf(progress: Progress): number {
  return progress.campaign.rows.reduce((sum, row) => sum + row.before, 0);
}

/** What an even pace from the first to the last day would have reached by the end of `on`, rounded. */
export function evenPace(progress: Progress, on: IsoDate = progress.on): number {
  const { from, dueOn } = progress.campaign;
  const days = daysBetween(from, dueOn) + 1;
  const passed = Math.min(days, Math.max(0, daysBetween(from, on) + 1));
  const start = startOf(progress);
  return start + Math.round((Math.max(0, progress.total.target - start) * passed) / days);
}

/** Where the lines of a campaign run; days outside of it are left out. */
export function paceShapes(progress: Progress, { width, height, above, below }: Room): PaceShapes {
  const { from, dueOn } = progress.campaign;
  const ground = height - below;
  const most = Math.max(1, progress.total.target, progress.total.activated);
  const across = scaleLinear([0, daysBetween(from, dueOn) + 1], [0, width]).clamp(true);
  const up = scaleLinear([0, most], [ground, above]);
  const at = (day: IsoDate, count: number): Point => ({
    x: across(daysBetween(from, day) + 1),
    y: up(count),
  });
  const start = startOf(progress);
  const within = progress.line.filter((point) => point.day >= from && point.day <= dueOn);
  return {
    ground,
    target: up(progress.total.target),
    wanted: [
      { x: 0, y: up(start) },
      { x: width, y: up(progress.total.target) },
    ],
    reached: [
      { x: 0, y: up(start) },
      ...within.map((point) => at(point.day, point.activated)),
      at(progress.on, progress.total.activated),
    ],
    today: {
      x: at(progress.on, 0).x,
      reached: at(progress.on, progress.total.activated),
      wanted: at(progress.on, evenPace(progress)),
    },
  };
}
