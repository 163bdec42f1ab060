import { calendarFileSchema, type CalendarFile } from '../domain/calendar/calendar-file.ts';
import {
  officeCalendar,
  type OfficeCalendar,
  type OfficeCalendarSettings,
} from '../domain/calendar/office-calendar.ts';
import calendar from './calendar-2025-2026.json' with { type: 'json' };

/** The calendar that comes with the program, checked when loaded. */
export const SHIPPED_CALENDAR: CalendarFile = calendarFileSchema.parse(calendar);

/** The shipped calendar with an office's own days and settings over it. */
export function shippedCalendar(settings: OfficeCalendarSettings = {}): OfficeCalendar {
  return officeCalendar(SHIPPED_CALENDAR, settings);
}
