import type { DeskProblem } from '#shared/contract/problem.ts';
import { addDays } from '#shared/domain/calendar/business-date.ts';
import { workingDays } from '#shared/domain/calendar/office-calendar.ts';
import { CLOCK_TOLERANCE_MS } from '../clock.ts';
import type { QueryCall } from '../desk-call.ts';
import { calendarOf } from '../law/calendar.ts';
import type { DayRow } from '../store/rows/day-row.ts';
import { lastEventAt } from '../store/rows/event-row.ts';

/** So many working days after the last day a day is opened without a word: a long weekend, somebody ill. */
const STEP_WORKING_DAYS = 3;

/**
 * What a leader has to give an explicit word for before a day is opened: a day more than three working days past the last one,
 * or a clock that stands before what was last written. `null` where nothing is unusual; the first day of an office is free.
 */
export function openingDoubt(
  call: QueryCall,
  office: string,
  businessDay: string,
  last: DayRow | undefined,
): DeskProblem | null {
  if (last === undefined) return null;
  const lastAt = [lastEventAt(call.store), last.closed_at ?? last.opened_at].toSorted().at(-1) ?? '';
  if (Date.parse(lastAt) - Date.parse(call.at) > CLOCK_TOLERANCE_MS)
    return { code: 'clock-behind', clockAt: call.at, lastAt };
  const ahead = workingDays(addDays(last.day, 1), businessDay, calendarOf(call.store, office)).length;
  return ahead > STEP_WORKING_DAYS
    ? { code: 'day-jumps', businessDay, lastDay: last.day, workingDays: ahead }
    : null;
}
