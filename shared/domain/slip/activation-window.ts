import { addDays, type IsoDate } from '#shared/domain/calendar/business-date.ts';

/**
 * Last day on which an account can be activated, from the day of its notice. `days` are calendar days. Whether the day of
 * the notice is the first of them no text says; the office decides (default: it is not).
 */
export function lastActivationDay(notice: IsoDate, days: number, noticeDayCounts: boolean): IsoDate {
  return addDays(notice, Math.max(0, noticeDayCounts ? days - 1 : days));
}
