import type { BusinessDay } from '#shared/contract/day.ts';
import { weekday } from '#shared/domain/calendar/business-date.ts';

/** The latest closed day of the same weekday, otherwise the latest one before this day. */
export function formerDay(days: readonly BusinessDay[], day: string): string | undefined {
  const earlier = days
    .filter((one) => one.businessDay < day && one.closedAt !== null)
    .map((one) => one.businessDay)
    .toSorted()
    .toReversed();
  return earlier.find((one) => weekday(one) === weekday(day)) ?? earlier[0];
}
