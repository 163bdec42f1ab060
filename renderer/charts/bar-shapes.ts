import { scaleBand, scaleLinear } from 'd3-scale';

/** Bars side by side: one group for each label, one bar for each series. */
export type BarGroup = { readonly key: string; readonly label: string; readonly values: readonly number[] };

type Bar = {
  readonly key: string;
  readonly series: number;
  readonly value: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

type BarShapes = {
  readonly bars: readonly Bar[];
  readonly labels: readonly { readonly key: string; readonly text: string; readonly x: number }[];
  /** Height of the ground line. */
  readonly ground: number;
};

type BarRoom = {
  readonly width: number;
  readonly height: number;
  /** Room above the tallest bar for its figure, and below the ground for the labels. */
  readonly above: number;
  readonly below: number;
};

/** Places bars in a room; the tallest fills it, a value of 0 has no height, and the ground is always 0. */
export function barShapes(groups: readonly BarGroup[], { width, height, above, below }: BarRoom): BarShapes {
  const ground = height - below;
  const most = Math.max(1, ...groups.flatMap((group) => group.values));
  const series = Math.max(1, ...groups.map((group) => group.values.length));
  const across = scaleBand(
    groups.map((group) => group.key),
    [0, width],
  )
    .paddingInner(groups.length > 12 ? 0.22 : 0.36)
    .paddingOuter(0.15);
  // A few groups would become slabs.
  const room = Math.min(across.bandwidth(), 44 * series);
  const inset = (across.bandwidth() - room) / 2;
  const up = scaleLinear([0, most], [0, ground - above]);
  return {
    ground,
    bars: groups.flatMap((group) =>
      group.values.map((value, index) => ({
        key: group.key,
        series: index,
        value,
        x: (across(group.key) ?? 0) + inset + (room / series) * index,
        y: ground - up(value),
        width: room / series,
        height: up(value),
      })),
    ),
    labels: groups.map((group) => ({
      key: group.key,
      text: group.label,
      x: (across(group.key) ?? 0) + across.bandwidth() / 2,
    })),
  };
}
