import { weekday, type IsoDate } from '../domain/calendar/business-date.ts';

const WEEKDAYS = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;
const SHORT_WEEKDAYS = {
  vi: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `20/11/2026` from `2026-11-20`. */
export function viDay(date: IsoDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** `20 Nov 2026` from `2026-11-20`. */
export function enDay(date: IsoDate): string {
  return `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** `thứ Sáu, 20/11/2026`, as it stands inside a line. */
export function viLongDay(date: IsoDate): string {
  return `${WEEKDAYS.vi[weekday(date) - 1]}, ${viDay(date)}`;
}

/** `Friday, 20 Nov 2026`. */
export function enLongDay(date: IsoDate): string {
  return `${WEEKDAYS.en[weekday(date) - 1]}, ${enDay(date)}`;
}

/** `T6`, `Fri`: the only abbreviations of a day, for the narrow cells of a calendar. */
export function shortWeekday(date: IsoDate, language: 'vi' | 'en'): string {
  return SHORT_WEEKDAYS[language][weekday(date) - 1] ?? '';
}
