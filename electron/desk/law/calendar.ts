import type { CalendarYear } from '#shared/contract/calendar.ts';
import { localDay, yearOf } from '#shared/domain/calendar/business-date.ts';
import { readCalendarFile, type CalendarFile } from '#shared/domain/calendar/calendar-file.ts';
import {
  calendarWarnings,
  yearView,
  type CalendarOverride,
  type OfficeCalendar,
} from '#shared/domain/calendar/office-calendar.ts';
import { statutoryDays } from '#shared/domain/calendar/statutory-days.ts';
import { ownOfficeSettings } from '#shared/domain/office/settings.ts';
import { shippedCalendar } from '#shared/rules/shipped-calendar.ts';
import type { CommandCall, QueryCall, Services } from '../desk-call.ts';
import { Refusal } from '../refusal.ts';
import type { ReadableStore } from '../store/store.ts';
import { ownDays, removeOwnDay, setOwnDay } from '../store/rows/calendar-row.ts';
import { officeId, readSettings, saveSetting } from '../store/rows/office-row.ts';

/** The working calendar of the office: the shipped days with its own days and settings over them. */
export function calendarOf(store: ReadableStore, office: string): OfficeCalendar {
  const settings = readSettings(store, office);
  return shippedCalendar({
    overrides: ownDays(store, office),
    cultureDayOff: settings.cultureDayOff,
    saturdayCounts: settings.saturdayCounts,
    announcedYears: settings.announcedYears,
  });
}

function showYear(call: QueryCall, office: string, year: number): CalendarYear {
  const calendar = calendarOf(call.store, office);
  return {
    year,
    announced: calendar.announcedYears.has(year),
    days: yearView(year, calendar).map(({ date, working, why }) => ({
      date,
      working,
      kind: why?.code ?? null,
      name: why?.name ?? null,
      source: why?.source ?? null,
      certainty: why?.certainty ?? null,
      own: calendar.days.get(date)?.origin === 'office',
    })),
    warnings: calendarWarnings(localDay(call.at), calendar).map((warning) => ({ ...warning })),
  };
}

function saveDay(call: CommandCall, office: string, day: Omit<CalendarOverride, 'by' | 'at'>): void {
  setOwnDay(call.store, office, { ...day, by: call.caller.officer, at: call.at });
}

function parseFile(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal({ code: 'pack-refused', path: '', reason: 'not-json' });
  }
}

/** A year that a file announces is announced, and a day of the law that the file does not name is worked in it. */
function takeYears(call: CommandCall, office: string, file: CalendarFile, why: string): void {
  const announced = file.years.filter((entry) => entry.announced).map(({ year }) => year);
  const before = readSettings(call.store, office).announcedYears;
  const years = ownOfficeSettings.shape.announcedYears.safeParse(
    [...new Set([...before, ...announced])].toSorted((a, b) => a - b),
  );
  if (announced.length === 0 || !years.success) return;
  const named = new Set(file.days.map(({ date }) => date));
  for (const { date, name } of announced.flatMap((year) => [...statutoryDays(year).values()]))
    if (!named.has(date)) saveDay(call, office, { date, kind: 'ordinary', name, why });
  saveSetting(call.store, office, 'announcedYears', years.data);
}

export const calendarServices = {
  'calendar.year': (call, input) => showYear(call, officeId(call.store), input.year),
  'calendar.set-day'(call, input) {
    const office = officeId(call.store);
    if (input.kind === null) {
      removeOwnDay(call.store, office, input.date);
    } else {
      saveDay(call, office, { date: input.date, kind: input.kind, name: input.name ?? '', why: input.why });
    }
    call.append({ name: 'calendar.updated', data: { date: input.date, kind: input.kind } });
    return showYear(call, office, yearOf(input.date));
  },
  'calendar.import'(call, input) {
    const office = officeId(call.store);
    const reading = readCalendarFile(parseFile(input.text));
    if (!reading.ok) {
      const fault = reading.faults[0];
      throw new Refusal({
        code: 'pack-refused',
        path: fault?.path ?? '',
        reason: (fault?.message ?? '').slice(0, 200),
      });
    }
    const { days } = reading.file;
    for (const { date, kind, name } of days) saveDay(call, office, { date, kind, name, why: input.why });
    takeYears(call, office, reading.file, input.why);
    const years = reading.file.years.map(({ year }) => year);
    call.append({ name: 'calendar.updated', data: { days: reading.file.days.length, years } });
    return { days: reading.file.days.length, years };
  },
} satisfies Partial<Services>;
