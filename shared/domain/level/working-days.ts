import { addDays, weekday, type IsoDate } from '../calendar/business-date.ts';
import { dayStatus, isWorkingDay, type OfficeCalendar } from '../calendar/office-calendar.ts';
import { instantAt } from '../report/report-day.ts';

/** Days off in a row are never more than those of Tết with what lies around them; nothing is looked for beyond this. */
const LONGEST_REST = 60;

/**
 * Whether an office is at work on a day: on its own days of the week, unless the calendar says off; and on a Saturday that the
 * calendar makes a working day for everybody.
 */
export function officeWorks(date: IsoDate, weekdays: string, calendar: OfficeCalendar): boolean {
  const { working, why } = dayStatus(date, calendar);
  if (why !== undefined && why.code !== 'saturday' && why.code !== 'sunday')
    return working && weekdays !== '';
  return weekdays.includes(String(weekday(date)));
}

/** The working day of the level after a day, or before it. */
export function workingDayNext(date: IsoDate, step: 1 | -1, calendar: OfficeCalendar): IsoDate {
  let found = addDays(date, step);
  for (let looked = 0; looked < LONGEST_REST && !isWorkingDay(found, calendar); looked += 1)
    found = addDays(found, step);
  return found;
}

/** Until when a file of a day is on time, as UTC text: the hour of the pack on the next working day (S4: before 08h00). */
export function dueAt(businessDay: IsoDate, dailyBefore: string, calendar: OfficeCalendar): string {
  return instantAt(workingDayNext(businessDay, 1, calendar), dailyBefore);
}

/** The first working day of an office after `after` and up to `upTo`; `upTo` where it has none. */
export function firstMissing(
  after: IsoDate,
  upTo: IsoDate,
  weekdays: string,
  calendar: OfficeCalendar,
): IsoDate {
  for (let date = addDays(after, 1); date < upTo; date = addDays(date, 1))
    if (officeWorks(date, weekdays, calendar)) return date;
  return upTo;
}

/** Monday to Friday, as offices are registered when nothing else is said. */
export const USUAL_WEEKDAYS: readonly number[] = [1, 2, 3, 4, 5];
