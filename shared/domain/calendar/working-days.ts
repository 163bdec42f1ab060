import { addDays, type IsoDate } from './business-date.ts';
import { isWorkingDay, type OfficeCalendar } from './office-calendar.ts';

/** The working days from `from` to `to`, both included; none where `to` is earlier. */
export function workingDays(from: IsoDate, to: IsoDate, calendar: OfficeCalendar): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1))
    if (isWorkingDay(date, calendar)) days.push(date);
  return days;
}
