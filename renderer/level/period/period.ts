import { addDays } from '#shared/domain/calendar/business-date.ts';
import type { Period } from '../frame/place.ts';

export const PERIOD_KINDS = ['month', 'quarter', 'year', 'other'] as const;
type PeriodKind = (typeof PERIOD_KINDS)[number];

const MONTHS: Readonly<Record<Exclude<PeriodKind, 'other'>, number>> = { month: 1, quarter: 3, year: 12 };

/** The month, quarter or year in which a day lies. */
export function periodOf(kind: Exclude<PeriodKind, 'other'>, day: string): Period {
  const months = MONTHS[kind];
  const month = Number(day.slice(5, 7)) - 1;
  return monthsFrom(Number(day.slice(0, 4)), month - (month % months), months);
}

/** What a period is by its days. */
export function kindOf({ from, to }: Period): PeriodKind {
  const whole = (['month', 'quarter', 'year'] as const).find((kind) => {
    const period = periodOf(kind, from);
    return period.from === from && period.to === to;
  });
  return whole ?? 'other';
}

/** The one before or after: of the same kind, or of as many days. */
export function stepPeriod(period: Period, step: 1 | -1): Period {
  const kind = kindOf(period);
  if (kind !== 'other') return periodOf(kind, addDays(step === 1 ? period.to : period.from, step));
  const days = Math.round((Date.parse(period.to) - Date.parse(period.from)) / 86_400_000) + 1;
  return { from: addDays(period.from, days * step), to: addDays(period.to, days * step) };
}

/** As far as files can have come: days after the one that is due count for nobody as missing. */
export function untilDue({ from, to }: Period, due: string): Period {
  return { from, to: to <= due ? to : due < from ? from : due };
}

function monthsFrom(year: number, month: number, months: number): Period {
  const first = (index: number): string =>
    `${year + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  return { from: first(month), to: addDays(first(month + months), -1) };
}
