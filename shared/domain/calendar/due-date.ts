import type { Limit } from '../procedure/vocabulary.ts';
import { addDays, isIsoDate, yearOf, type IsoDate } from './business-date.ts';
import {
  dayStatus,
  isWorkingDay,
  warningsForYears,
  type CalendarWarning,
  type DayReason,
  type OfficeCalendar,
} from './office-calendar.ts';

/**
 * A stop for supplementing the file: `from` the day the supplement was asked for, `to` the day it arrived.
 * Neither is counted: the day it arrives is a new day of receipt. A stop still open has no due date.
 */
export type Pause = { readonly from: IsoDate; readonly to: IsoDate };

type DueDateQuestion = {
  /** Day of the complete, valid file; for activation, the day of the notice. Never counted itself. */
  readonly receivedOn: IsoDate;
  readonly limit: Limit;
  readonly calendar: OfficeCalendar;
  /** Overrides the calendar's own setting. */
  readonly saturdayCounts?: boolean;
  readonly pauses?: readonly Pause[];
  /** A calendar-day limit ending on a day off moves to the next working day; default no (the stricter day is told). */
  readonly rollToWorkingDay?: boolean;
};

type ExplainedDay = {
  readonly date: IsoDate;
  readonly kind: 'received' | 'off' | 'paused' | 'counted' | 'due';
  /** 1 for the first counted day. */
  readonly index?: number;
  readonly why?: DayReason;
};

export type DueDate = {
  readonly dueOn: IsoDate;
  /** Counted days in order; the last is `dueOn` unless the day was rolled. */
  readonly counted: readonly IsoDate[];
  /** Every day from receipt to the due day, each explained. */
  readonly days: readonly ExplainedDay[];
  readonly warnings: readonly CalendarWarning[];
};

const LONGEST_LIMIT = 366;

/**
 * The last day of a limit, counted as BLDS 2015 Điều 147–148: the day of receipt is not counted, the limit
 * ends with the last counted day. Throws RangeError on a malformed day, limit or pause.
 */
export function dueDate(question: DueDateQuestion): DueDate {
  const { receivedOn, limit, pauses = [] } = question;
  checkQuestion(question);
  const calendar =
    question.saturdayCounts === undefined
      ? question.calendar
      : { ...question.calendar, saturdayCounts: question.saturdayCounts };

  const counted: IsoDate[] = [];
  const days: ExplainedDay[] = [{ date: receivedOn, kind: limit.value === 0 ? 'due' : 'received' }];
  let date = receivedOn;
  while (counted.length < limit.value) {
    date = addDays(date, 1);
    const status = dayStatus(date, calendar);
    const why = status.why === undefined ? {} : { why: status.why };
    if (pauses.some((pause) => pause.from <= date && date <= pause.to)) {
      days.push({ date, kind: 'paused', ...why });
    } else if (limit.unit === 'working-day' && !status.working) {
      days.push({ date, kind: 'off', ...why });
    } else {
      counted.push(date);
      const last = counted.length === limit.value;
      days.push({ date, kind: last ? 'due' : 'counted', index: counted.length, ...why });
    }
  }

  const dueOn =
    question.rollToWorkingDay === true && limit.unit === 'calendar-day' ? roll(date, days, calendar) : date;
  const years = new Set(days.slice(1).map((day) => yearOf(day.date)));
  const warnings = limit.unit === 'working-day' ? warningsForYears([...years], calendar) : [];
  return { dueOn, counted, days, warnings };
}

function roll(last: IsoDate, days: ExplainedDay[], calendar: OfficeCalendar): IsoDate {
  let date = last;
  while (!isWorkingDay(date, calendar)) {
    const tail = days.pop();
    const index = tail?.index === undefined ? {} : { index: tail.index };
    const { why } = dayStatus(date, calendar);
    days.push({ date, kind: 'off', ...index, ...(why ? { why } : {}) });
    date = addDays(date, 1);
    days.push({ date, kind: 'due' });
  }
  return date;
}

function checkQuestion({ receivedOn, limit, pauses = [] }: DueDateQuestion): void {
  if (!isIsoDate(receivedOn)) throw new RangeError(`not a day: ${receivedOn}`);
  if (!Number.isInteger(limit.value) || limit.value < 0 || limit.value > LONGEST_LIMIT) {
    throw new RangeError(`a limit is a whole number of days from 0 to ${LONGEST_LIMIT}: ${limit.value}`);
  }
  for (const pause of pauses) {
    if (!isIsoDate(pause.from) || !isIsoDate(pause.to))
      throw new RangeError(`not a day in the pause ${pause.from} – ${pause.to}`);
    if (pause.to < pause.from)
      throw new RangeError(`the pause ends before it starts: ${pause.from} – ${pause.to}`);
  }
}
