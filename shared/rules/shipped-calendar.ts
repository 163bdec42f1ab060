import type { CalendarFile } from '../domain/calendar/calendar-file.ts';
import {
  officeCalendar,
  type OfficeCalendar,
  type OfficeCalendarSettings,
} from '../domain/calendar/office-calendar.ts';
import calendar from './calendar-2025-2026.json' with { type: 'json' };

/** The calendar that comes with the program, as its file has it: that `readCalendarFile` takes it is for the tests to say. */
export const SHIPPED_CALENDAR = calendar as CalendarFile;

/** The shipped calendar with an office's own days and settings over it. */
export function shippedCalendar(settings: OfficeCalendarSettings = {}): OfficeCalendar {
  return officeCalendar(SHIPPED_CALENDAR, settings);
}
