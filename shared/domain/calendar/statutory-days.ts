import { addDays, SATURDAY, SUNDAY, weekday, type IsoDate } from './business-date.ts';
import type { CalendarDay } from './calendar-file.ts';
import law from '#shared/rules/statutory-days.json' with { type: 'json' };
import { lunarDay } from './lunar-day.ts';

/** Month and day of Ngày Văn hóa Việt Nam, a day off from 2026. */
export const CULTURE_DAY = law.cultureDay.day;

const kept = new Map<number, ReadonlyMap<IsoDate, CalendarDay>>();

/**
 * The days off that the law gives every year, announced or not (shared/rules/statutory-days.json). A day
 * that falls on a Saturday or Sunday is made up on the next working day. Which five days of Tết and which
 * neighbour of 02/9 are off is announced late in the year before; until then the usual ones stand here, `unconfirmed`:
 * the last day of the old lunar year and four of the new one, and the neighbour that lies next to the weekend.
 */
export function statutoryDays(year: number): ReadonlyMap<IsoDate, CalendarDay> {
  const known = kept.get(year);
  if (known !== undefined) return known;
  const holidays = holidaysOf(year);
  const days = new Map(holidays.map((day) => [day.date, day]));
  for (const { date, name } of holidays) {
    if (!isRestDay(date)) continue;
    let free = date;
    while (isRestDay(free) || days.has(free)) free = addDays(free, 1);
    days.set(free, {
      date: free,
      name: `Nghỉ bù ${name}`,
      kind: 'compensatory-off',
      certainty: 'unconfirmed',
      source: law.madeUpSource,
    });
  }
  kept.set(year, days);
  return days;
}

function holidaysOf(year: number): CalendarDay[] {
  const holiday = (
    date: IsoDate,
    name: string,
    certainty: CalendarDay['certainty'] = 'confirmed',
    source = law.source,
  ): CalendarDay => ({ date, name, kind: 'holiday', certainty, source });
  const { tet, fixed, lunar, neighbour, cultureDay } = law;
  const newYear = lunarDay(year, 1, 1);
  const national: IsoDate = `${year}-${neighbour.of}`;
  const nextTo = [1, 4, SUNDAY].includes(weekday(national)) ? 1 : -1;
  return [
    ...fixed.map(({ day, name }) => holiday(`${year}-${day}`, name)),
    ...lunar.map(({ month, day, name }) => holiday(lunarDay(year, month, day), name)),
    ...Array.from({ length: tet.days }, (_, at) =>
      holiday(addDays(newYear, at - tet.before), tet.name, at === tet.before ? 'confirmed' : 'unconfirmed'),
    ),
    holiday(addDays(national, nextTo), neighbour.name, 'unconfirmed'),
    ...(year < cultureDay.from
      ? []
      : [holiday(`${year}-${cultureDay.day}`, cultureDay.name, 'second-hand', cultureDay.source)]),
  ].toSorted((a, b) => a.date.localeCompare(b.date));
}

function isRestDay(date: IsoDate): boolean {
  return weekday(date) === SATURDAY || weekday(date) === SUNDAY;
}
