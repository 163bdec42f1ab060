/** Upper ends of the tints, in minutes; what is longer has the strongest. */
export const HEAT_ENDS = [7, 14, 21, 30] as const;

/** 0 for a short wait to 4 for a long one. */
export function heatLevel(minutes: number): number {
  const level = HEAT_ENDS.findIndex((end) => minutes <= end);
  return level < 0 ? HEAT_ENDS.length : level;
}
