import {
  localDay,
  localTime,
  OFFICE_TIME_ZONE,
  weekday,
  type IsoDate,
} from '../domain/calendar/business-date.ts';
import type { Language } from '../domain/language.ts';

/** How a language writes days, numbers and durations. Weekdays begin with Monday. */
type Formats = {
  readonly locale: string;
  readonly day: (year: string, month: string, day: string) => string;
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
  readonly units: { readonly hour: string; readonly minute: string };
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const formats: Readonly<Record<Language, Formats>> = {
  vi: {
    locale: 'vi-VN',
    day: (year, month, day) => `${day}/${month}/${year}`,
    weekdays: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
    shortWeekdays: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
    units: { hour: 'giờ', minute: 'ph' },
  },
  en: {
    locale: 'en-GB',
    day: (year, month, day) => `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`,
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    shortWeekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    units: { hour: 'h', minute: 'min' },
  },
};

const clocks = new Intl.DateTimeFormat('en-GB', {
  timeZone: OFFICE_TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** `20/11/2026` or `20 Nov 2026`. */
export function formatDay(date: IsoDate, language: Language): string {
  return formats[language].day(date.slice(0, 4), date.slice(5, 7), date.slice(8, 10));
}

/** `20/11` or `20 Nov`: a day of a year that is known. */
export function formatDayOfYear(date: IsoDate, language: Language): string {
  return formatDay(date, language).slice(0, -5);
}

/** `thứ Sáu, 20/11/2026` or `Friday, 20 Nov 2026`, as it stands inside a sentence. */
export function formatLongDay(date: IsoDate, language: Language): string {
  return `${formats[language].weekdays[weekday(date) - 1]}, ${formatDay(date, language)}`;
}

/** `T6`, `Fri`: the only abbreviations of a day, for the narrow cells of a calendar. */
export function shortWeekday(date: IsoDate, language: Language): string {
  return formats[language].shortWeekdays[weekday(date) - 1] ?? '';
}

/** The local time of the office, `14:42`, at an instant given as UTC text. */
export function formatTime(instant: string): string {
  return localTime(instant);
}

/** `14:42:07`. */
export function formatTimeWithSeconds(instant: string): string {
  return clocks.format(new Date(instant));
}

/** `14:42, 20/11/2026`. */
export function formatInstant(instant: string, language: Language): string {
  return `${formatTime(instant)}, ${formatDay(localDay(instant), language)}`;
}

/** `1.234` or `1,234`. */
export function formatNumber(value: number, language: Language): string {
  // Vietnamese groups every three digits, also in four-digit numbers.
  return new Intl.NumberFormat(formats[language].locale, { useGrouping: 'always' }).format(value);
}

/** What stands between thousands. */
export function groupingMark(language: Language): 'dot' | 'comma' {
  return formatNumber(1000, language).includes('.') ? 'dot' : 'comma';
}

/** A share between 0 and 1 as `33,77%` or `33.77%`; `digits` after the mark. */
export function formatPercent(share: number, language: Language, digits = 2): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return `${new Intl.NumberFormat(formats[language].locale, options).format(share * 100)}%`;
}

/** Whole minutes, half a minute up: the one rounding of every time that people read as minutes. */
export function wholeMinutes(milliseconds: number): number {
  return Math.round(Math.max(0, milliseconds) / 60_000);
}

/** How long something took, in whole minutes: `34 ph`, `1 giờ 05 ph`. */
export function formatDuration(milliseconds: number, language: Language): string {
  const words = formats[language].units;
  const minutes = wholeMinutes(milliseconds);
  if (minutes < 60) return `${minutes} ${words.minute}`;
  return `${Math.floor(minutes / 60)} ${words.hour} ${twoDigits(minutes % 60)} ${words.minute}`;
}

/** A running time: `06:12`, from an hour on `1:06:12`. */
export function formatStopwatch(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const hours = Math.floor(seconds / 3600);
  const rest = `${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`;
  return hours === 0 ? rest : `${hours}:${rest}`;
}

/** A birth date as known: a day, a month or a year alone. */
export function formatBirth(birthDate: string, language: Language): string {
  if (birthDate.length === 10) return formatDay(birthDate, language);
  return birthDate.length === 7 ? `${birthDate.slice(5)}/${birthDate.slice(0, 4)}` : birthDate;
}

/** The first letter large, for a day or a word at the start of a line. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
}

/** `07`: how papers write a number of days. */
export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
