import type { MonthReport } from '#shared/domain/report/month-report.ts';

type Months = readonly Pick<MonthReport, 'days' | 'openDays'>[];

/**
 * The version of a month's or year's figures: a correction of any day makes the next one. Null while they may still grow, which
 * is while a day is open or the period is not over.
 */
export function periodVersion(months: Months, over: boolean): number | null {
  if (!over || months.some(({ openDays }) => openDays.length > 0)) return null;
  return months.flatMap(({ days }) => days).reduce((sum, { version }) => sum + (version ?? 1) - 1, 1);
}

/** The last closed day of months whose days are all closed; undefined while one is open or where there is none. */
export function lastClosedDay(months: Months): string | undefined {
  return months.some(({ openDays }) => openDays.length > 0)
    ? undefined
    : months.flatMap(({ days }) => days).at(-1)?.day;
}

/** While the period runs the name says up to which day it was closed. */
export function periodPart(months: Months, over: boolean): string {
  const version = periodVersion(months, over);
  const last = lastClosedDay(months);
  return version === null && last !== undefined ? `${versionPart(null)}-den-${last}` : versionPart(version);
}

/** The version of figures in the name of their file. */
export function versionPart(version: number | null): string {
  return version === null ? 'tam-tinh' : `ban-${version}`;
}

/** Letters without marks, digits and single hyphens; a code of nothing else becomes `don-vi`. */
export function fileSafe(code: string): string {
  const plain = code
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  return plain === '' ? 'don-vi' : plain;
}
