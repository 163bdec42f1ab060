import { addDays, weekday, type IsoDate } from './business-date.ts';

export const SPANS = ['day', 'week', 'month'] as const;
export type Span = (typeof SPANS)[number];
type Days = { readonly from: IsoDate; readonly to: IsoDate };

/** The day itself, or the week from Monday to Sunday or the month that it lies in. */
export function daysAround(day: IsoDate, span: Span): Days {
  switch (span) {
    case 'day':
      return { from: day, to: day };
    case 'week': {
      const monday = addDays(day, 1 - weekday(day));
      return { from: monday, to: addDays(monday, 6) };
    }
    case 'month': {
      const first = `${day.slice(0, 8)}01`;
      return { from: first, to: addDays(`${addDays(first, 31).slice(0, 8)}01`, -1) };
    }
  }
}
