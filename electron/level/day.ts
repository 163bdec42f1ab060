import { sql } from 'kysely';
import { packFor } from '#shared/rules/packs.ts';
import type { LevelDay, MissingOffice, ReceivedOffice } from '#shared/contract/level-shapes.ts';
import { addDays } from '#shared/domain/calendar/business-date.ts';
import type { OfficeCalendar } from '#shared/domain/calendar/office-calendar.ts';
import { LEVEL_FIGURES, NO_FIGURES, type LevelFigures } from '#shared/domain/level/figures.ts';
import { dueAt, firstMissing, officeWorks } from '#shared/domain/level/working-days.ts';
import type { OfficeDayState } from '#shared/domain/level/words.ts';
import { notesOn } from './call-notes.ts';
import type { LevelQuery, LevelServices } from './level-call.ts';
import type { DaySumRow, LedgerRow, LevelTransaction, Tables } from './store/tables.ts';

type OfficeRow = Tables['office'];

/** Verdicts after which nothing of a file counts. */
export const REFUSED = ['forged', 'unknown-office', 'unknown-key', 'unreadable'] as const;

/** Until when a day is on time: the local hour, and its instant. */
type Due = { readonly reportBefore: string; readonly due: string };
const knownDue = new WeakMap<OfficeCalendar, Map<string, Due>>();

/** Until when a file of a day is on time. Worked out once for each day. */
export function dayDue(businessDay: string, calendar: OfficeCalendar): Due {
  const days = knownDue.get(calendar) ?? new Map<string, Due>();
  knownDue.set(calendar, days);
  const known = days.get(businessDay);
  if (known !== undefined) return known;
  const reportBefore = packFor(businessDay).reporting.dailyBefore.value;
  const found = { reportBefore, due: dueAt(businessDay, reportBefore, calendar) };
  days.set(businessDay, found);
  return found;
}

/** Every day from `from` to `to`, both included. */
export function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The figures alone of a row that has them. */
export function figuresOf(row: LevelFigures): LevelFigures {
  const figures = { ...NO_FIGURES };
  for (const figure of LEVEL_FIGURES) figures[figure] = row[figure];
  return figures;
}

export function sumOf(all: readonly LevelFigures[]): LevelFigures {
  const sum = { ...NO_FIGURES };
  for (const one of all) for (const figure of LEVEL_FIGURES) sum[figure] += one[figure];
  return sum;
}

/** What stands of an office-day whose figures count. */
export function stateOf(sum: DaySumRow, due: string): OfficeDayState {
  if (sum.conflict === 1) return 'conflict';
  if (sum.signed === 0) return 'unsigned';
  if (sum.version > 1) return 'corrected';
  return sum.firstAt >= due ? 'late' : 'on-time';
}

/** Whether a day lies in the time in which an office sends. */
function isAsked(office: OfficeRow, businessDay: string): boolean {
  return businessDay >= office.expectedFrom && (office.closedOn === null || businessDay < office.closedOn);
}

/** Whether an office should send a day. */
export function isExpected(office: OfficeRow, businessDay: string, calendar: OfficeCalendar): boolean {
  return isAsked(office, businessDay) && officeWorks(businessDay, office.weekdays, calendar);
}

/** The last verdict on files that were refused, by office, of one day. */
async function refusedOn(
  trx: LevelTransaction,
  businessDay: string,
): Promise<ReadonlyMap<string, Pick<LedgerRow, 'status' | 'reason'>>> {
  const lines = await trx
    .selectFrom('ledger')
    .select(['officeCode', 'status', 'reason'])
    .where('businessDay', '=', businessDay)
    .where('status', 'in', REFUSED)
    .orderBy('seq')
    .execute();
  return new Map(lines.map(({ officeCode, status, reason }) => [officeCode ?? '', { status, reason }]));
}

/** Who an office is, on every list. */
export function nameOf(office: OfficeRow) {
  const { code, name, officeGroup: group, telephone } = office;
  return { code, name, group, telephone };
}

export async function levelDay(
  { trx, at, calendar }: Pick<LevelQuery, 'trx' | 'at' | 'calendar'>,
  businessDay: string,
): Promise<LevelDay> {
  const { reportBefore, due } = dayDue(businessDay, calendar);
  const offices = await trx.selectFrom('office').selectAll().orderBy('code').execute();
  const sums = await trx.selectFrom('daySum').selectAll().where('businessDay', '=', businessDay).execute();
  const byOffice = new Map(sums.map((sum) => [sum.officeCode, sum]));
  const received: ReceivedOffice[] = [];
  const late: string[] = [];
  const absent: OfficeRow[] = [];
  const works = new Map<string, boolean>();
  for (const office of offices) {
    const sum = byOffice.get(office.code);
    if (sum === undefined) {
      const { weekdays } = office;
      if (!works.has(weekdays)) works.set(weekdays, officeWorks(businessDay, weekdays, calendar));
      if (works.get(weekdays) === true && isAsked(office, businessDay)) absent.push(office);
      continue;
    }
    if (sum.firstAt >= due) late.push(office.code);
    received.push({
      ...nameOf(office),
      state: stateOf(sum, due),
      version: sum.version,
      signed: sum.signed === 1,
      receivedAt: sum.receivedAt,
      figures: figuresOf(sum),
    });
  }
  return {
    businessDay,
    reportBefore,
    isOver: at >= due,
    expected: received.length + absent.length,
    received,
    missing: await missingOf(trx, absent, businessDay, calendar),
    late,
    totals: sumOf(received.map(({ figures }) => figures)),
    sum: await ownSumOf(trx, businessDay),
  };
}

async function missingOf(
  trx: LevelTransaction,
  absent: readonly OfficeRow[],
  businessDay: string,
  calendar: OfficeCalendar,
): Promise<MissingOffice[]> {
  if (absent.length === 0) return [];
  const refused = await refusedOn(trx, businessDay);
  const notes = await notesOn(trx, businessDay);
  // One look into the index an office, however many days it has.
  const last = await trx
    .selectFrom('office')
    .select((eb) => [
      'office.code',
      eb
        .selectFrom('daySum')
        .select('businessDay')
        .whereRef('daySum.officeCode', '=', 'office.code')
        .where('daySum.businessDay', '<', businessDay)
        .orderBy('daySum.businessDay', 'desc')
        .limit(1)
        .as('lastDay'),
    ])
    .where(
      'office.code',
      'in',
      absent.slice(0, MOST_LOOKED_UP).map(({ code }) => code),
    )
    .execute();
  const lastDays = new Map(last.map(({ code, lastDay }) => [code, lastDay]));
  const known = new Map<string, string>();
  const sinceOf = ({ code, expectedFrom, weekdays }: OfficeRow): string => {
    const key = `${lastDays.get(code) ?? ''} ${expectedFrom} ${weekdays}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const from = addDays(expectedFrom, -1);
    const lastDay = lastDays.get(code) ?? from;
    const since = firstMissing(lastDay < from ? from : lastDay, businessDay, weekdays, calendar);
    known.set(key, since);
    return since;
  };
  return absent.map((office) => {
    const verdict = refused.get(office.code);
    const note = notes.get(office.code);
    return {
      ...nameOf(office),
      state: verdict === undefined ? 'missing' : 'refused',
      since: sinceOf(office),
      ...(note === undefined ? {} : { note }),
      ...(verdict?.status == null
        ? {}
        : {
            refused: {
              status: verdict.status,
              ...(verdict.reason === null ? {} : { reason: verdict.reason }),
            },
          }),
    };
  });
}

/** Before anything came everybody is missing; a statement does not take more names than this. */
const MOST_LOOKED_UP = 20_000;

async function ownSumOf(trx: LevelTransaction, businessDay: string): Promise<LevelDay['sum']> {
  const own = await trx
    .selectFrom('ownSum')
    .select(['version', 'madeAt', 'offices', 'ledgerSeq'])
    .where('businessDay', '=', businessDay)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (own === undefined) return null;
  const later = await trx
    .selectFrom('ledger')
    .select(sql<number>`1`.as('one'))
    .where('businessDay', '=', businessDay)
    .where('seq', '>', own.ledgerSeq)
    .where('status', 'in', ['new', 'replaced'])
    .limit(1)
    .executeTakeFirst();
  const { version, madeAt, offices } = own;
  return { version, madeAt, offices, behind: later !== undefined };
}

export const dayServices = {
  'level.day': (call, { businessDay }) => levelDay(call, businessDay),
} satisfies Partial<LevelServices>;
