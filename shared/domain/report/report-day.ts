import { addDays, localDay, localTime, OFFICE_TIME_ZONE, type IsoDate } from '../calendar/business-date.ts';
import { Temporal } from 'temporal-polyfill';

/**
 * The business day a report sent at this instant speaks of: before the local time `dailyBefore` of the pack the latest one
 * before today, later the latest one up to today (S4: daily before 08h00; X16). `latest` gives the latest business day up to a
 * date, or null.
 */
export function reportedDay(
  at: string,
  dailyBefore: string,
  latest: (upTo: IsoDate) => IsoDate | null,
): IsoDate | null {
  const today = localDay(at);
  return latest(localTime(at) < dailyBefore ? addDays(today, -1) : today);
}

/** The instant, as UTC text, of a local time `HH:MM` on a day of the office. */
export function instantAt(date: IsoDate, time: string): string {
  return Temporal.PlainDateTime.from(`${date}T${time}`)
    .toZonedDateTime(OFFICE_TIME_ZONE)
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });
}

/**
 * Since when a reminder about a day stands: from the closing time of that day, and once more from `askedAgainAt`, a
 * local time of the pack, of every later day. Null before the closing time. `done` is when the day was closed, if later than the closing time.
 */
export function remindedSince(
  at: string,
  date: IsoDate,
  { closingTime, askedAgainAt }: { readonly closingTime: string; readonly askedAgainAt: string },
  done?: string | null,
): string | null {
  const closing = instantAt(date, closingTime);
  const first = done != null && done > closing ? done : closing;
  const today = localDay(at);
  const again = instantAt(today, askedAgainAt);
  if (today > date && at >= again && again > first) return again;
  return at >= first ? first : null;
}

/** The month `step` months later, both as `YYYY-MM`. */
export function nextMonth(month: string, step: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + step;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** Since when the report of the month before is asked for: the day of the month and the local time of the pack; null before. */
export function monthRemindedSince(
  at: string,
  { monthlyOn, askedAgainAt }: { readonly monthlyOn: number; readonly askedAgainAt: string },
): string | null {
  const day = String(monthlyOn).padStart(2, '0');
  const since = instantAt(`${localDay(at).slice(0, 7)}-${day}`, askedAgainAt);
  return at >= since ? since : null;
}

/** How many days before it is due a final report is asked for. */
const FINAL_ASKED_DAYS = 7;

/** Since when the final report that goes out before a day is asked for; null before that. */
export function finalRemindedSince(at: string, before: IsoDate, askedAgainAt: string): string | null {
  const since = instantAt(addDays(before, -FINAL_ASKED_DAYS), askedAgainAt);
  return at >= since ? since : null;
}
