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

/** The month `step` months later, `YYYY-MM`. */
export function nextMonth(month: string, step: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + step;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}
