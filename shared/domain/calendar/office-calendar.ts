import { addDays, SATURDAY, SUNDAY, weekday, yearOf, type IsoDate } from './business-date.ts';
import type { CalendarFile, CalendarDay, DayKind } from './calendar-file.ts';
import { CULTURE_DAY, statutoryDays } from './statutory-days.ts';

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
  /** Whether 24/11 is off here. */
  readonly cultureDayOff: boolean;
  /** Years whose days off and swaps are announced; in any other a date is provisional. */
  readonly announcedYears: ReadonlySet<number>;
  /** Years whose days stand here one by one; in any other those of the law are off. */
  readonly listedYears: ReadonlySet<number>;
  /** `MM-DD` from which an unannounced coming year is worth a warning. */
  readonly warnFrom: string;
};

export type OfficeCalendarSettings = {
  readonly overrides?: readonly CalendarOverride[];
  /** 24/11 is off; default yes. */
  readonly cultureDayOff?: boolean;
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

/** Dates of this year are provisional: its days off and swaps are not announced. */
export type CalendarWarning = { readonly code: 'year-not-announced'; readonly year: number };

/** Merges an office's own days over the shipped ones; an override wins and keeps the original beside it. */
export function officeCalendar(shipped: CalendarFile, settings: OfficeCalendarSettings = {}): OfficeCalendar {
  const { cultureDayOff = true } = settings;
  const days = new Map<IsoDate, OfficeDay>();
  for (const day of shipped.days)
    if (cultureDayOff || !isCultureDay(day.date)) days.set(day.date, { ...day, origin: 'shipped' });
  for (const override of settings.overrides ?? []) {
    const original =
      shipped.days.find((day) => day.date === override.date) ??
      statutoryDays(yearOf(override.date)).get(override.date);
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
  const listed = shipped.years.filter(({ announced }) => announced).map(({ year }) => year);
  return {
    days,
    cultureDayOff,
    saturdayCounts: settings.saturdayCounts ?? false,
    announcedYears: new Set([...listed, ...(settings.announcedYears ?? [])]),
    listedYears: new Set(listed),
    warnFrom: shipped.warnFrom,
  };
}

function isCultureDay(date: IsoDate): boolean {
  return date.endsWith(CULTURE_DAY);
}

/** What is written of a day: the office's word, the announced calendar, or in a year without one the law. */
function entryOf(date: IsoDate, calendar: OfficeCalendar): CalendarDay | OfficeDay | undefined {
  const written = calendar.days.get(date);
  if (written !== undefined || calendar.listedYears.has(yearOf(date))) return written;
  return isCultureDay(date) && !calendar.cultureDayOff ? undefined : statutoryDays(yearOf(date)).get(date);
}

/** Whether a day counts as a working day, and why when its weekday alone does not say it. */
export function dayStatus(date: IsoDate, calendar: OfficeCalendar): DayStatus {
  const entry = entryOf(date, calendar);
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

/** One warning for each of the years that is not announced. */
export function warningsForYears(
  years: readonly number[],
  calendar: OfficeCalendar,
): readonly CalendarWarning[] {
  return years
    .filter((year) => !calendar.announcedYears.has(year))
    .map((year) => ({ code: 'year-not-announced', year }));
}

/** The working days from `from` to `to`, both included; none where `to` is earlier. */
export function workingDays(from: IsoDate, to: IsoDate, calendar: OfficeCalendar): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1))
    if (isWorkingDay(date, calendar)) days.push(date);
  return days;
}
