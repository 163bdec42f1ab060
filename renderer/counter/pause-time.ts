import { localDay, localTime } from '#shared/domain/calendar/business-date.ts';
import { instantAt } from '#shared/domain/report/report-day.ts';

const TIME = /^(\d{1,2})(?:\s*[:h.g ]\s*(\d{2})|(\d{2}))$/i;
/** The afternoon begins then. */
const AFTERNOON = '13:00';
const MINUTES = [10, 15, 30, 60] as const;

type TypedTime = { readonly ok: true; readonly at: string | null } | { readonly ok: false };

/** Reads `10:55`, `10h55` or `1055` as an instant of this day after `now`; nothing typed is no time. */
export function readReturn(text: string, now: string): TypedTime {
  const typed = text.trim();
  if (typed === '') return { ok: true, at: null };
  const [, hour = '', minute = '', together = ''] = TIME.exec(typed) ?? [];
  const time = `${hour.padStart(2, '0')}:${minute || together}`;
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return { ok: false };
  const at = instantAt(localDay(now), time);
  return at > now ? { ok: true, at } : { ok: false };
}

/** Local times to choose from: some minutes from now, and before noon the afternoon; none beyond midnight. */
export function returnChoices(
  now: string,
): readonly { readonly time: string; readonly minutes: number | null }[] {
  const inMinutes = MINUTES.map((minutes) => ({
    at: new Date(Date.parse(now) + minutes * 60_000).toISOString(),
    minutes,
  }));
  const afternoon = instantAt(localDay(now), AFTERNOON);
  return [
    ...inMinutes
      .filter(({ at }) => localDay(at) === localDay(now))
      .map(({ at, minutes }) => ({ time: localTime(at).slice(0, 5), minutes })),
    ...(now < afternoon ? [{ time: AFTERNOON, minutes: null }] : []),
  ];
}
