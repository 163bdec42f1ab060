import { addDays, addYears, type IsoDate, localDay } from '../calendar/business-date.ts';

/** A copy as the rule of keeping sees it. */
type KeepableCopy = { readonly id: string; readonly at: string; readonly bytes: number };

const OF_TODAY = 3;
const DAYS = 30;
const MONTHS = 12;
const FEWEST = 2;

/**
 * Which copies of one place stay: the three newest of today, the newest of each of 30 days and of each of 12 months, as long as
 * `budget` bytes hold them; the oldest go first, and two always stay. So does the one just `made`: under a clock that was put
 * back it seems older than the others. `now` is an instant.
 */
export function copiesToKeep(
  copies: readonly KeepableCopy[],
  now: string,
  budget: number,
  made: string,
): ReadonlySet<string> {
  const newestFirst = copies.toSorted((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
  const today = localDay(now);
  const kept: KeepableCopy[] = [];
  const days = new Set<string>();
  const months = new Set<string>();
  let ofToday = 0;
  for (const copy of newestFirst) {
    const day = localDay(copy.at);
    const month = day.slice(0, 7);
    const isFirstOfDay = !days.has(day) && days.size < DAYS;
    const isFirstOfMonth = !months.has(month) && months.size < MONTHS;
    if (day === today) ofToday += 1;
    if (kept.length < FEWEST || isFirstOfDay || isFirstOfMonth || (day === today && ofToday <= OF_TODAY))
      kept.push(copy);
    days.add(day);
    months.add(month);
  }
  let bytes = kept.reduce((sum, copy) => sum + copy.bytes, 0);
  while (kept.length > FEWEST && bytes > budget) bytes -= kept.pop()?.bytes ?? 0;
  return new Set([made, ...kept.map(({ id }) => id)]);
}

/** The day on which the last copy made until `today` goes: of each month one is kept, for twelve. */
export function lastCopyGoesOn(today: IsoDate): IsoDate {
  return addYears(`${today.slice(0, 8)}01`, MONTHS / 12);
}

const LEFT_DAYS = 90;
const leftName = /^(?:replaced|before-schema-\d+)-(\d{4})(\d\d)(\d\d)T\d{6}Z/;

/** Whether what a restore or a new schema left beside the copies, named by its instant, goes on a day: ninety days after it. */
export function isLeftOver(name: string, today: IsoDate): boolean {
  const [, year, month, date] = leftName.exec(name) ?? [];
  return year !== undefined && addDays(`${year}-${month}-${date}`, LEFT_DAYS) < today;
}
