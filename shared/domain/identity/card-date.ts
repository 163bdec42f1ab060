/**
 * A date as cards write it: `ddmmyyyy` or `dd/mm/yyyy`, also `d/m/yyyy` (or with `-` or `.`), `yyyy` alone, or zeros for an
 * unknown day and month. Returns an ISO day or a year, undefined when the text is no such date. Years run from
 * 1900 to 2099; a day that does not exist (30 February) is no date, for a wrong day is not a year known.
 */
export function readCardDate(text: string): string | undefined {
  const parts =
    /^(\d{2})[/.-]?(\d{2})[/.-]?((?:19|20)\d{2})$/.exec(text) ??
    /^(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d{2})$/.exec(text) ??
    /^()()((?:19|20)\d{2})$/.exec(text);
  if (parts === null) return undefined;
  const [, ownDay = '', ownMonth = '', year = ''] = parts;
  const [day, month] = [padded(ownDay), padded(ownMonth)];
  if (month === '' || month === '00') return day === '' || day === '00' ? year : undefined;
  if (Number(month) > 12) return undefined;
  if (day === '00') return year;
  return Number(day) <= daysInMonth(Number(year), Number(month)) ? `${year}-${month}-${day}` : undefined;
}

const padded = (part: string): string => (part === '' ? '' : part.padStart(2, '0'));

/** Whether a text stands where a date would: eight digits, or a date with separators, or a plausible year. */
export function looksLikeCardDate(text: string): boolean {
  return isWholeCardDate(text) || /^(?:19|20)\d{2}$/.test(text);
}

/** The same without a year alone. */
export function isWholeCardDate(text: string): boolean {
  return /^(?:\d{8}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})$/.test(text);
}

/** Days of a month, months counted from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
