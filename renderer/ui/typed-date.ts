import { isIsoDate, type IsoDate } from '#shared/domain/calendar/business-date.ts';

/** A day or a year as an officer types it; `value` is `YYYY-MM-DD` or `YYYY`. */
type TypedDate =
  | { readonly ok: true; readonly value: string | null }
  | { readonly ok: false; readonly reason: 'wrong' | 'future' };

const WITH_MARKS = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/;
const TOGETHER = /^(\d{2})(\d{2})(\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const YEAR = /^(?:19|20)\d{2}$/;

/** Reads `09081991`, `9/8/1991` or `1991`. Nothing typed is no date; a date after `today` is refused. */
export function readBirthDate(text: string, today: IsoDate): TypedDate {
  const typed = text.trim();
  if (typed === '') return { ok: true, value: null };
  if (YEAR.test(typed))
    return typed <= today.slice(0, 4) ? { ok: true, value: typed } : { ok: false, reason: 'future' };
  const day = readDay(typed);
  if (day === null || day < '1900-01-01') return { ok: false, reason: 'wrong' };
  return day <= today ? { ok: true, value: day } : { ok: false, reason: 'future' };
}

/** Reads a whole day, `20112026` or `20/11/2026`; null when there is no such day. */
export function readDay(text: string): IsoDate | null {
  const typed = text.trim();
  const parts = WITH_MARKS.exec(typed) ?? TOGETHER.exec(typed);
  const iso =
    parts === null
      ? ISO.test(typed)
        ? typed
        : ''
      : `${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}`;
  return isIsoDate(iso) ? iso : null;
}

/** `09/08/1991` from `1991-08-09`; a year alone stays a year. This is how it goes back into a field. */
export function typedForm(value: string): string {
  return isIsoDate(value) ? `${value.slice(8, 10)}/${value.slice(5, 7)}/${value.slice(0, 4)}` : value;
}
