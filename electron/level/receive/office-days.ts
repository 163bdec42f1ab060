import { daysBetween, localDay } from '#shared/domain/calendar/business-date.ts';
import { inParts } from '../store/in-parts.ts';
import { countMonths } from '../store/month-row.ts';
import type { DaySumRow, LevelTransaction, Tables } from '../store/tables.ts';
import type { ReceiveStatus } from '#shared/domain/level/words.ts';
import type { Content } from './read-file.ts';

type PackageRow = Tables['package'];

/** A version that is whole and of its office: signed, or typed by a clerk. */
type Version = {
  readonly content: Content;
  readonly signed: boolean;
  readonly sha256: string;
  /** When its bytes first came, even if it was refused then. */
  readonly receivedAt: string;
  readonly by: string;
};

type OfficeDay = {
  readonly packages: PackageRow[];
  sum: DaySumRow | null;
  content: Content | null;
  /** Whether its sum has to be written, and whether other rows of an earlier version have to go. */
  isDirty: boolean;
  isReplaced: boolean;
};

type MergedVersion = {
  readonly status: Extract<ReceiveStatus, 'new' | 'already' | 'replaced' | 'older' | 'conflict'>;
  /** The version that counted before. */
  readonly instead: number | null;
};

/**
 * The office-days that a transaction merges into. Of each the highest version counts, a signed one before a typed one; every other
 * stays. What comes of a set of files is the same in any order, but for which of two files of one version counts: the first.
 */
export async function officeDays(
  trx: LevelTransaction,
  of: readonly { readonly officeCode: string; readonly businessDay: string }[],
): Promise<{ merge(version: Version): MergedVersion; save(): Promise<void> }> {
  const keyOf = (officeCode: string, businessDay: string): string =>
    JSON.stringify([officeCode, businessDay]);
  const days = new Map<string, OfficeDay>();
  const added: PackageRow[] = [];
  for (const { officeCode, businessDay } of of)
    days.set(keyOf(officeCode, businessDay), {
      packages: [],
      sum: null,
      content: null,
      isDirty: false,
      isReplaced: false,
    });
  if (days.size > 0) {
    const among = {
      offices: [...new Set(of.map(({ officeCode }) => officeCode))],
      days: [...new Set(of.map(({ businessDay }) => businessDay))],
    };
    // More than those of the files where a few offices send several days; none that is not asked for is changed.
    const packages = await trx
      .selectFrom('package')
      .selectAll()
      .where('officeCode', 'in', among.offices)
      .where('businessDay', 'in', among.days)
      .execute();
    for (const row of packages) days.get(keyOf(row.officeCode, row.businessDay))?.packages.push(row);
    const sums = await trx
      .selectFrom('daySum')
      .selectAll()
      .where('businessDay', 'in', among.days)
      .where('officeCode', 'in', among.offices)
      .execute();
    for (const row of sums) {
      const day = days.get(keyOf(row.officeCode, row.businessDay));
      if (day !== undefined) day.sum = row;
    }
  }

  function merge(version: Version): MergedVersion {
    const { content, sha256, receivedAt, by } = version;
    const { officeCode, businessDay, keyId } = content.claim;
    const day = days.get(keyOf(officeCode, businessDay));
    if (day === undefined) throw new RangeError('this office-day was not read');
    const before = day.sum;
    const instead = before?.version ?? null;
    if (day.packages.some((one) => one.sha256 === sha256)) return { status: 'already', instead };
    const row: PackageRow = {
      officeCode,
      businessDay,
      signed: version.signed ? 1 : 0,
      version: content.claim.version,
      sha256,
      stands: 1,
      keyId: version.signed ? keyId : null,
      frozenAt: content.frozenAt,
      receivedAt,
      enteredBy: by,
      reason: content.reason,
    };
    const isDoubled = day.packages.some((one) => compared(one, row) === 0);
    if (isDoubled) row.stands = 0;
    day.packages.push(row);
    added.push(row);
    const order = before === null ? 1 : compared(row, before);
    if (before !== null && order <= 0) {
      if (receivedAt < before.firstAt) before.firstAt = receivedAt;
      if (order === 0) before.conflict = 1;
      day.isDirty = true;
      return { status: isDoubled ? 'conflict' : 'older', instead };
    }
    day.sum = {
      businessDay,
      officeCode,
      signed: row.signed,
      version: row.version,
      receivedAt,
      firstAt: before !== null && before.firstAt < receivedAt ? before.firstAt : receivedAt,
      frozenAt: content.frozenAt,
      conflict: 0,
      ...content.figures,
    };
    day.content = { ...content, doubts: [...content.doubts, ...lateClock(content, receivedAt)] };
    day.isDirty = true;
    if (before !== null) day.isReplaced = true;
    return { status: before === null ? 'new' : 'replaced', instead };
  }

  async function save(): Promise<void> {
    const dirty = [...days.values()].filter(({ isDirty }) => isDirty);
    const replaced = dirty.flatMap(({ isReplaced, sum }) => (isReplaced && sum !== null ? [sum] : []));
    for (const table of ['dayCause', 'dayNote', 'dayDoubt'] as const) {
      for (const part of inParts(replaced))
        await trx
          .deleteFrom(table)
          .where(({ and, eb, or }) =>
            or(
              part.map(({ businessDay, officeCode }) =>
                and([eb('businessDay', '=', businessDay), eb('officeCode', '=', officeCode)]),
              ),
            ),
          )
          .execute();
    }
    for (const part of inParts(added)) await trx.insertInto('package').values(part).execute();
    const sums = dirty.flatMap(({ sum }) => sum ?? []);
    for (const part of inParts(sums))
      await trx
        .insertInto('daySum')
        .values(part)
        .onConflict((conflict) =>
          conflict.columns(['businessDay', 'officeCode']).doUpdateSet((eb) => {
            const columns = Object.keys(part[0] ?? {}) as (keyof DaySumRow)[];
            const values = columns.filter((name) => name !== 'businessDay' && name !== 'officeCode');
            return Object.fromEntries(values.map((name) => [name, eb.ref(`excluded.${name}`)]));
          }),
        )
        .execute();
    await countMonths(trx, sums);
    const rows = dirty.flatMap(({ content }) => (content === null ? [] : [rowsOf(content)]));
    for (const part of inParts(rows.flatMap(({ causes }) => causes)))
      await trx.insertInto('dayCause').values(part).execute();
    for (const part of inParts(rows.flatMap(({ notes }) => notes)))
      await trx.insertInto('dayNote').values(part).execute();
    for (const part of inParts(rows.flatMap(({ doubts }) => doubts)))
      await trx.insertInto('dayDoubt').values(part).execute();
  }

  return { merge, save };
}

/** A file that says it was frozen so many days before it came, or after, is of an office whose clock is a year off. */
const LONGEST_AWAY = 300;

function lateClock({ frozenAt, doubts }: Content, receivedAt: string): Content['doubts'] {
  const days = daysBetween(localDay(frozenAt), localDay(receivedAt));
  const isKnown = doubts.some(({ code }) => code === 'clock');
  return isKnown || (days >= -1 && days <= LONGEST_AWAY) ? [] : [{ code: 'clock', stated: 0, parts: [] }];
}

/** Which of two versions counts: a signed one before a typed one, then the higher. */
function compared(a: { signed: number; version: number }, b: { signed: number; version: number }): number {
  return a.signed - b.signed || a.version - b.version;
}

function rowsOf({ claim: { officeCode, businessDay }, causes, notes, doubts }: Content) {
  const of = { officeCode, businessDay };
  const told = new Map(
    doubts.map(({ code, stated, parts }) => {
      const row = { ...of, code, stated, parts: JSON.stringify(parts) };
      return [JSON.stringify(row), row];
    }),
  );
  return {
    causes: causes.map((cause) => ({ ...of, ...cause })),
    notes: notes.map((note) => ({ ...of, ...note })),
    doubts: [...told.values()],
  };
}
