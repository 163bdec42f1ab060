import { addDays, daysBetween, localDay } from '#shared/domain/calendar/business-date.ts';
import type { LevelPeriod, PeriodOffice } from '#shared/contract/level-shapes.ts';
import type { OfficeCalendar } from '#shared/domain/calendar/office-calendar.ts';
import { LEVEL_FIGURES, type LevelFigures } from '#shared/domain/level/figures.ts';
import { officeWorks } from '#shared/domain/level/working-days.ts';
import { Refusal } from '#electron/desk/refusal.ts';
import { dayDue, daysOf, figuresOf, nameOf, sumOf } from './day.ts';
import type { LevelQuery, LevelServices } from './level-call.ts';
import { nextMonth } from '#shared/domain/report/report-day.ts';
import { monthsOf } from './store/month-row.ts';
import type { LevelTransaction, MonthSumRow, Tables } from './store/tables.ts';

type OfficeRow = Tables['office'];
type Period = { readonly from: string; readonly to: string; readonly group?: string | undefined };

const LONGEST_DAYS = 3_660;
/** A line of more days than this is drawn by month. */
const MOST_DAYS_OF_LINE = 62;

/** Refuses a period that ends before it begins or is longer than ten years. */
export function checkPeriod({ from, to }: Period): void {
  if (to < from) throw new Refusal({ code: 'date-refused', date: to, reason: 'before-start' });
  if (daysBetween(from, to) > LONGEST_DAYS)
    throw new Refusal({ code: 'date-refused', date: to, reason: 'period-too-long' });
}

/** Sums of the offices of a period, of their groups and of all, with the days that did not come. */
export async function levelPeriod(call: LevelQuery, period: Period): Promise<LevelPeriod> {
  checkPeriod(period);
  const { trx } = call;
  const { from, to, group } = period;
  const offices = await officesOf(trx, group);
  const rows = await monthRows(trx, period);
  const ofOffice = Map.groupBy(rows, (row) => row.officeCode);
  const expected = expectations(call, period);
  const lines = offices.flatMap((office) => {
    const line = officeLine(office, ofOffice.get(office.code) ?? [], expected);
    return line === null ? [] : [line];
  });
  const groups = [...Map.groupBy(lines, (line) => line.group)].map(([name, own]) => ({
    group: name,
    offices: own.length,
    figures: sumOf(own.map(({ figures }) => figures)),
  }));
  return {
    from,
    to,
    offices: lines,
    groups: groups.toSorted((a, b) => a.group.localeCompare(b.group, 'vi')),
    total: sumOf(lines.map(({ figures }) => figures)),
    line:
      daysBetween(from, to) < MOST_DAYS_OF_LINE
        ? await lineByDay(trx, period)
        : [...Map.groupBy(rows, (row) => row.month)]
            .map(([at, own]) => ({ at, figures: sumOf(own) }))
            .toSorted((a, b) => a.at.localeCompare(b.at)),
  };
}

async function officesOf(trx: LevelTransaction, group: string | undefined): Promise<OfficeRow[]> {
  const all = trx.selectFrom('office').selectAll().orderBy('code');
  return (group === undefined ? all : all.where('officeGroup', '=', group)).execute();
}

function codesOf(trx: LevelTransaction, group: string) {
  return trx.selectFrom('office').select('code').where('officeGroup', '=', group);
}

/** The rows of a period that count, of the offices of a group where one is named. */
export function countedIn(trx: LevelTransaction, { from, to, group }: Period) {
  const rows = trx.selectFrom('daySum').where('businessDay', '>=', from).where('businessDay', '<=', to);
  return group === undefined ? rows : rows.where('officeCode', 'in', codesOf(trx, group));
}

/** Whole months as they are kept, the days before and after them added up. */
async function monthRows(trx: LevelTransaction, { from, to, group }: Period): Promise<MonthSumRow[]> {
  const first = from.endsWith('-01') ? from.slice(0, 7) : nextMonth(from.slice(0, 7), 1);
  const last = addDays(to, 1).endsWith('-01') ? to.slice(0, 7) : nextMonth(to.slice(0, 7), -1);
  const days = (span: Pick<Period, 'from' | 'to'>): Promise<MonthSumRow[]> =>
    span.from > span.to ? Promise.resolve([]) : monthsOf(countedIn(trx, { ...span, group })).execute();
  if (first > last) return days({ from, to });
  const kept = trx.selectFrom('monthSum').selectAll().where('month', '>=', first).where('month', '<=', last);
  return [
    ...(await days({ from, to: addDays(`${first}-01`, -1) })),
    ...(await (group === undefined ? kept : kept.where('officeCode', 'in', codesOf(trx, group))).execute()),
    ...(await days({ from: `${nextMonth(last, 1)}-01`, to })),
  ];
}

async function lineByDay(trx: LevelTransaction, period: Period): Promise<LevelPeriod['line']> {
  const rows = (await countedIn(trx, period)
    .select((eb) => ['businessDay', ...LEVEL_FIGURES.map((figure) => eb.fn.sum<number>(figure).as(figure))])
    .groupBy('businessDay')
    .orderBy('businessDay')
    .execute()) as (LevelFigures & { businessDay: string })[];
  return rows.map((row) => ({ at: row.businessDay, figures: figuresOf(row) }));
}

/** The working days of a period that are past their hour, as bits by month, for offices of the same days of the week. */
function expectations(
  { calendar, at }: LevelQuery,
  { from, to }: Period,
): (weekdays: string) => ReadonlyMap<string, number> {
  const days = daysOf(from, to < localDay(at) ? to : localDay(at)).filter(
    (day) => dayDue(day, calendar).due <= at,
  );
  const known = new Map<string, ReadonlyMap<string, number>>();
  return (weekdays) => {
    const before = known.get(weekdays);
    if (before !== undefined) return before;
    const bits = bitsByMonth(days, weekdays, calendar);
    known.set(weekdays, bits);
    return bits;
  };
}

function bitsByMonth(
  days: readonly string[],
  weekdays: string,
  calendar: OfficeCalendar,
): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  for (const day of days) {
    if (!officeWorks(day, weekdays, calendar)) continue;
    const month = day.slice(0, 7);
    bits.set(month, (bits.get(month) ?? 0) | bitOf(day));
  }
  return bits;
}

function bitOf(day: string): number {
  return 1 << (Number(day.slice(8)) - 1);
}

function daysOfBits(month: string, bits: number): string[] {
  const days: string[] = [];
  if (bits === 0) return days;
  for (let day = 1; day <= 31; day += 1)
    if ((bits & (1 << (day - 1))) !== 0) days.push(`${month}-${String(day).padStart(2, '0')}`);
  return days;
}

/** Null for an office of which the period has nothing and asks nothing. */
function officeLine(
  office: OfficeRow,
  rows: readonly MonthSumRow[],
  expected: (weekdays: string) => ReadonlyMap<string, number>,
): PeriodOffice | null {
  const came = new Map(rows.map(({ month, bits }) => [month, bits]));
  const first = rows
    .filter(({ month }) => month <= office.expectedFrom)
    .flatMap(({ month, bits }) => daysOfBits(month, bits).slice(0, 1))
    .toSorted()[0];
  // Whoever sent days from before its registration is asked for the others between them.
  const from = first !== undefined && first < office.expectedFrom ? first : office.expectedFrom;
  const missing = [...expected(office.weekdays)]
    .flatMap(([month, bits]) => daysOfBits(month, bits & ~(came.get(month) ?? 0)))
    .filter((day) => day >= from && (office.closedOn === null || day < office.closedOn));
  const days = rows.reduce((sum, row) => sum + row.days, 0);
  if (days === 0 && missing.length === 0) return null;
  return {
    ...nameOf(office),
    days,
    expected: days + missing.length,
    unsigned: rows.reduce((sum, row) => sum + row.unsigned, 0),
    missing,
    figures: sumOf(rows),
  };
}

export const periodServices = {
  'level.period': (call, period) => levelPeriod(call, period),
} satisfies Partial<LevelServices>;
