import { addDays, localDay, localTime, OFFICE_TIME_ZONE, type IsoDate } from '../calendar/business-date.ts';
import { Temporal } from 'temporal-polyfill';

/** Until then a report "of the day" can only mean the day before (S4: daily before 08h00; X16). */
export const REPORT_DUE = '08:00';

/** From then on the desk asks again for what was not exported the evening before. */
const ASKED_AGAIN = '07:30';

/** The day of the month on which the monthly report goes out (S4). */
const MONTH_DUE = 10;

/**
 * The business day a report sent at this instant speaks of: before 08:00 the latest one before today, later the latest one
 * up to today. `latest` gives the latest business day up to a date, or null.
 */
export function reportedDay(at: string, latest: (upTo: IsoDate) => IsoDate | null): IsoDate | null {
  const today = localDay(at);
  return latest(localTime(at) < REPORT_DUE ? addDays(today, -1) : today);
}

/** The instant, as UTC text, of a local time `HH:MM` on a day of the office. */
export function instantAt(date: IsoDate, time: string): string {
  return Temporal.PlainDateTime.from(`${date}T${time}`)
    .toZonedDateTime(OFFICE_TIME_ZONE)
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });
}

/**
 * Since when a reminder about a day stands: from the closing time of that day, and once more from 07:30 of every later
 * day. Null before the closing time. `done` is when the day was closed, if later than the closing time.
 */
export function remindedSince(
  at: string,
  date: IsoDate,
  closingTime: string,
  done?: string | null,
): string | null {
  const closing = instantAt(date, closingTime);
  const first = done != null && done > closing ? done : closing;
  const today = localDay(at);
  const again = instantAt(today, ASKED_AGAIN);
  if (today > date && at >= again && again > first) return again;
  return at >= first ? first : null;
}

/** The month `step` months later, both as `YYYY-MM`. */
export function nextMonth(month: string, step: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + step;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** Since when the report of the month before is asked for; null before 07:30 on the 10th. */
export function monthRemindedSince(at: string): string | null {
  const since = instantAt(`${localDay(at).slice(0, 7)}-${MONTH_DUE}`, ASKED_AGAIN);
  return at >= since ? since : null;
}

/** How many days before it is due a final report is asked for. */
const FINAL_ASKED_DAYS = 7;

/** Since when the final report that goes out before a day is asked for; null before that. */
export function finalRemindedSince(at: string, before: IsoDate): string | null {
  const since = instantAt(addDays(before, -FINAL_ASKED_DAYS), ASKED_AGAIN);
  return at >= since ? since : null;
}
