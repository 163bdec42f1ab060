import { weekday, type IsoDate } from '#shared/domain/calendar/business-date.ts';

/** The days of a month in rows of seven from Monday; places before the first and after the last day are null. */
export function weeksOf<D extends { readonly day: IsoDate }>(
  days: readonly D[],
): readonly (readonly (D | null)[])[] {
  const [first] = days;
  if (first === undefined) return [];
  const cells: (D | null)[] = [...Array.from({ length: weekday(first.day) - 1 }, () => null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
