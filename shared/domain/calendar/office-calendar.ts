import { addDays, SATURDAY, SUNDAY, weekday, yearOf, type IsoDate } from './business-date.ts';
import type { CalendarFile, CalendarDay, DayKind } from './calendar-file.ts';

/** One day the office changed or added; `ordinary` lets the weekday decide again, whatever was shipped. */
export type CalendarOverride = {
  readonly date: IsoDate;
  readonly kind: DayKind | 'ordinary';
  readonly name: string;
  readonly why: string;
  readonly by: string;
  readonly at: string;
};

type OfficeDay = Omit<CalendarDay, 'kind'> & {
  readonly kind: DayKind | 'ordinary';
  readonly origin: 'shipped' | 'office';
  /** The shipped entry this one replaced. */
  readonly original?: CalendarDay;
};

export type OfficeCalendar = {
  readonly days: ReadonlyMap<IsoDate, OfficeDay>;
  readonly saturdayCounts: boolean;
  /** Years whose days are complete and announced. */
  readonly announcedYears: ReadonlySet<number>;
  /** Years with at least the computed and statutory days. */
  readonly knownYears: ReadonlySet<number>;
  /** `MM-DD` from which an unannounced coming year is worth a warning. */
  readonly warnFrom: string;
  /** Switchable days (24/11) the office has not turned on. */
  readonly switchedOff: readonly CalendarDay[];
};

export type OfficeCalendarSettings = {
  readonly overrides?: readonly CalendarOverride[];
  /** Ids of switches the office turned on, for example `culture-day`. */
  readonly switchedOn?: readonly string[];
  /** Ordinary Saturdays count as working days; default no. */
  readonly saturdayCounts?: boolean;
  /** Years the office confirmed itself after the announcement came. */
  readonly announcedYears?: readonly number[];
};

/** What a day is, for counting and for the year view. */
type DayStatus = {
  readonly date: IsoDate;
  readonly working: boolean;
  readonly why?: DayReason;
};

export type DayReason = {
  readonly code: DayKind | 'saturday' | 'sunday';
  readonly name?: string;
  readonly source?: string;
  readonly certainty?: CalendarDay['certainty'];
};

export type CalendarWarning =
  | { readonly code: 'year-not-announced'; readonly year: number }
  | { readonly code: 'year-unknown'; readonly year: number };

/** Merges an office's own days over the shipped ones; an override wins and keeps the original beside it. */
export function officeCalendar(shipped: CalendarFile, settings: OfficeCalendarSettings = {}): OfficeCalendar {
  const on = new Set(settings.switchedOn ?? []);
  const days = new Map<IsoDate, OfficeDay>();
  const switchedOff: CalendarDay[] = [];
  for (const day of shipped.days) {
    if (day.switch !== undefined && !on.has(day.switch)) switchedOff.push(day);
    else days.set(day.date, { ...day, origin: 'shipped' });
  }
  for (const override of settings.overrides ?? []) {
    const original = shipped.days.find((day) => day.date === override.date);
    days.set(override.date, {
      date: override.date,
      kind: override.kind,
      name: override.name,
      certainty: 'confirmed',
      source: override.why,
      origin: 'office',
      ...(original ? { original } : {}),
    });
  }
  return {
    days,
    saturdayCounts: settings.saturdayCounts ?? false,
    announcedYears: new Set([
      ...shipped.years.filter((entry) => entry.announced).map((entry) => entry.year),
      ...(settings.announcedYears ?? []),
    ]),
    knownYears: new Set([...shipped.years.map((entry) => entry.year), ...(settings.announcedYears ?? [])]),
    warnFrom: shipped.warnFrom,
    switchedOff,
  };
}

/** Whether a day counts as a working day, and why when its weekday alone does not say it. */
export function dayStatus(date: IsoDate, calendar: OfficeCalendar): DayStatus {
  const entry = calendar.days.get(date);
  if (entry !== undefined && entry.kind !== 'ordinary') {
    const { kind, name, source, certainty } = entry;
    const working = kind === 'working-saturday' || kind === 'office-working';
    return { date, working, why: { code: kind, name, source, certainty } };
  }
  const day = weekday(date);
  if (day === SUNDAY) return { date, working: false, why: { code: 'sunday' } };
  if (day === SATURDAY) return { date, working: calendar.saturdayCounts, why: { code: 'saturday' } };
  return { date, working: true };
}

export function isWorkingDay(date: IsoDate, calendar: OfficeCalendar): boolean {
  return dayStatus(date, calendar).working;
}

/** Every day of a year with its status, 1 January first. */
export function yearView(year: number, calendar: OfficeCalendar): readonly DayStatus[] {
  const view: DayStatus[] = [];
  let date = `${String(year).padStart(4, '0')}-01-01`;
  while (yearOf(date) === year) {
    view.push(dayStatus(date, calendar));
    date = addDays(date, 1);
  }
  return view;
}

/** What the office should be told on a day: this year, or the coming one near its end, is not announced. */
export function calendarWarnings(on: IsoDate, calendar: OfficeCalendar): readonly CalendarWarning[] {
  const year = yearOf(on);
  const asked = on.slice(5) >= calendar.warnFrom ? [year, year + 1] : [year];
  return warningsForYears(asked, calendar);
}

/** One warning for each of the years that is unknown or not announced. */
export function warningsForYears(
  years: readonly number[],
  calendar: OfficeCalendar,
): readonly CalendarWarning[] {
  const warnings: CalendarWarning[] = [];
  for (const year of years) {
    if (calendar.announcedYears.has(year)) continue;
    warnings.push({ code: calendar.knownYears.has(year) ? 'year-not-announced' : 'year-unknown', year });
  }
  return warnings;
}

/** The working days from `from` to `to`, both included; none where `to` is earlier. */
export function workingDays(from: IsoDate, to: IsoDate, calendar: OfficeCalendar): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1))
    if (isWorkingDay(date, calendar)) days.push(date);
  return days;
}
