import { Temporal } from 'temporal-polyfill';

/** A local day of the office as `YYYY-MM-DD`. Check what comes from outside with {@link isIsoDate}. */
export type IsoDate = string;

/** A birth date as known: `YYYY-MM-DD`, `YYYY-MM` or `YYYY` (old papers lack the day or the month). */
export type PartialDate = string;

export const OFFICE_TIME_ZONE = 'Asia/Ho_Chi_Minh';

export const SATURDAY = 6;
export const SUNDAY = 7;

const FULL_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_ONLY = /^(\d{4})-(\d{2})$/;
const YEAR_ONLY = /^\d{4}$/;

/** Reads the parts itself: Temporal would also take times and zones, and ten times as long. */
function dayOf(date: IsoDate): Temporal.PlainDate {
  const [, year, month, day] = FULL_DAY.exec(date) ?? [];
  if (year === undefined) throw new RangeError(`not a day: ${date}`);
  return new Temporal.PlainDate(Number(year), Number(month), Number(day));
}

/** Whether the text is a real day written `YYYY-MM-DD`; never throws. */
export function isIsoDate(text: string): boolean {
  // Most of what is asked is no day at all, and an error is dear.
  if (!FULL_DAY.test(text)) return false;
  try {
    dayOf(text);
    return true;
  } catch {
    return false;
  }
}

/** The day `count` days later (earlier when negative). Throws RangeError when `date` is no day. */
export function addDays(date: IsoDate, count: number): IsoDate {
  return dayOf(date).add({ days: count }).toString();
}

/** The same day `count` years later (earlier when negative); 29 February becomes the 28th where there is none. */
export function addYears(date: IsoDate, count: number): IsoDate {
  return dayOf(date).add({ years: count }, { overflow: 'constrain' }).toString();
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayOf(from).until(dayOf(to), { largestUnit: 'day' }).days;
}

/** 1 Monday … 7 Sunday. */
export function weekday(date: IsoDate): number {
  return dayOf(date).dayOfWeek;
}

export function yearOf(date: IsoDate): number {
  return dayOf(date).year;
}

/** The office's local day at an instant given as UTC text (`2026-11-21T17:30:00Z`). */
export function localDay(instant: string): IsoDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(OFFICE_TIME_ZONE).toPlainDate().toString();
}

/** Local wall time `HH:MM` at an instant given as UTC text. */
export function localTime(instant: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(OFFICE_TIME_ZONE)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
}

const hours = new Map<string, number>();

/** Local hour, 0 to 23, at an instant given as UTC text. The office is whole hours from UTC, so each hour is worked out once. */
export function localHour(instant: string): number {
  const utcHour = instant.slice(0, 13);
  const known = hours.get(utcHour);
  if (known !== undefined) return known;
  const hour = Number(localTime(instant).slice(0, 2));
  if (hours.size > 5_000) hours.clear();
  hours.set(utcHour, hour);
  return hour;
}

/**
 * Completed years on a day. `least` and `most` differ when the birth date is only a year or a month.
 * Someone born on 29/02 completes a year on 28/02 of a common year. Both are negative before the birth.
 */
export function ageOn(
  birthDate: PartialDate,
  on: IsoDate,
): { readonly least: number; readonly most: number } {
  const [first, last] = bounds(birthDate);
  const today = dayOf(on);
  const most = yearsBetween(first, today);
  return { least: first === last ? most : yearsBetween(last, today), most };
}

function bounds(birthDate: PartialDate): readonly [Temporal.PlainDate, Temporal.PlainDate] {
  if (YEAR_ONLY.test(birthDate)) return [dayOf(`${birthDate}-01-01`), dayOf(`${birthDate}-12-31`)];
  if (MONTH_ONLY.test(birthDate)) {
    const first = dayOf(`${birthDate}-01`);
    return [first, first.with({ day: first.daysInMonth })];
  }
  const day = dayOf(birthDate);
  return [day, day];
}

function yearsBetween(birth: Temporal.PlainDate, today: Temporal.PlainDate): number {
  const years = today.year - birth.year;
  const birthday = birth.add({ years }, { overflow: 'constrain' });
  return Temporal.PlainDate.compare(birthday, today) <= 0 ? years : years - 1;
}
