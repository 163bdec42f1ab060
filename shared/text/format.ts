import { localDay, localTime, OFFICE_TIME_ZONE, type IsoDate } from '../domain/calendar/business-date.ts';
import type { Language } from './catalogue.ts';
import { enDay, enLongDay, viDay, viLongDay } from './day-words.ts';

const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

const clocks = new Intl.DateTimeFormat('en-GB', {
  timeZone: OFFICE_TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** `20/11/2026` or `20 Nov 2026`. */
export function formatDay(date: IsoDate, language: Language): string {
  return language === 'vi' ? viDay(date) : enDay(date);
}

/** `thứ Sáu, 20/11/2026` or `Friday, 20 Nov 2026`, as it stands inside a sentence. */
export function formatLongDay(date: IsoDate, language: Language): string {
  return language === 'vi' ? viLongDay(date) : enLongDay(date);
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
  return new Intl.NumberFormat(locales[language], { useGrouping: 'always' }).format(value);
}

/** A share between 0 and 1 as `33,77%` or `33.77%`; `digits` after the mark. */
export function formatPercent(share: number, language: Language, digits = 2): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return `${new Intl.NumberFormat(locales[language], options).format(share * 100)}%`;
}

const units = {
  vi: { hour: 'giờ', minute: 'ph', second: 'giây' },
  en: { hour: 'h', minute: 'min', second: 's' },
};

/** How long something took, in words of two units at most: `45 giây`, `34 ph`, `1 giờ 05 ph`. */
export function formatDuration(milliseconds: number, language: Language): string {
  const words = units[language];
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 60) return `${seconds} ${words.second}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} ${words.minute}`;
  return `${Math.floor(minutes / 60)} ${words.hour} ${twoDigits(minutes % 60)} ${words.minute}`;
}

/** Waiting time as it stands in a list: whole minutes, then hours and minutes. */
export function formatWait(milliseconds: number, language: Language): string {
  return formatDuration(Math.max(0, Math.floor(milliseconds / 60_000)) * 60_000, language).replace(
    /^0 \S+$/,
    `0 ${units[language].minute}`,
  );
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

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
