import { foldName } from '../identity/fold-name.ts';

/** Monday is 1. */
const DAYS: readonly (readonly string[])[] = [
  ['t2', '2', 'thu 2', 'thu hai', 'mon', 'monday'],
  ['t3', '3', 'thu 3', 'thu ba', 'tue', 'tuesday'],
  ['t4', '4', 'thu 4', 'thu tu', 'wed', 'wednesday'],
  ['t5', '5', 'thu 5', 'thu nam', 'thu', 'thursday'],
  ['t6', '6', 'thu 6', 'thu sau', 'fri', 'friday'],
  ['t7', '7', 'thu 7', 'thu bay', 'sat', 'saturday'],
  ['cn', '8', 'chu nhat', 'sun', 'sunday'],
];

/**
 * Days of the week as people write them in a table, Monday is 1: `T2-T6`, `T2, T4, CN`, `thứ 2 đến thứ 7`, `Mon-Fri`. Undefined for
 * anything else.
 */
export function readWeekdays(text: string): number[] | undefined {
  const days = new Set<number>();
  const parts = foldName(text)
    .split(/\s*[,;+]\s*/)
    .filter((part) => part !== '');
  for (const part of parts) {
    const [from, to = from, ...more] = part.split(/\s*[-–]\s*|\s+(?:den|to)\s+/).map(dayOf);
    if (from === undefined || to === undefined || to < from || more.length > 0) return undefined;
    for (let day = from; day <= to; day += 1) days.add(day);
  }
  return days.size === 0 ? undefined : [...days].toSorted((a, b) => a - b);
}

function dayOf(word: string): number | undefined {
  const found = DAYS.findIndex((names) => names.includes(word));
  return found === -1 ? undefined : found + 1;
}

/** Days of the week as `readWeekdays` reads them, runs of three or more as such; `names` begins with Monday. */
export function weekdaysText(weekdays: readonly number[], names: readonly string[]): string {
  const runs: number[][] = [];
  for (const day of weekdays) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number | undefined): string => names[(day ?? 0) - 1] ?? '';
  return runs
    .flatMap((run) => (run.length > 2 ? [`${name(run[0])}-${name(run.at(-1))}`] : run.map(name)))
    .join(', ');
}
