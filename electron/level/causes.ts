import { sql } from 'kysely';
import type { LevelCauses } from '#shared/contract/level-shapes.ts';
import { LEVEL_FIGURES } from '#shared/domain/level/figures.ts';
import type { LevelQuery, LevelServices } from './level-call.ts';
import { checkPeriod, countedIn } from './period.ts';

type Period = { readonly from: string; readonly to: string; readonly group?: string | undefined };
type Doubt = LevelCauses['doubts'][number];

/** The newest notes of a period; nobody reads more. */
const MOST_NOTES = 1_000;
/** So many offices with one doubt say that something is wrong with all. */
const MOST_DOUBTS = 1_000;

async function causesOf({ trx }: LevelQuery, { from, to, group }: Period) {
  const rows = await trx
    .selectFrom('dayCause')
    .innerJoin('office', 'office.code', 'dayCause.officeCode')
    .select((eb) => [
      'dayCause.kind',
      'dayCause.code',
      'dayCause.place',
      'dayCause.officeCode as office',
      'office.name',
      eb.fn.sum<number>('dayCause.count').as('count'),
    ])
    .where('businessDay', '>=', from)
    .where('businessDay', '<=', to)
    .$if(group !== undefined, (all) => all.where('office.officeGroup', '=', group ?? ''))
    .groupBy(['dayCause.kind', 'dayCause.code', 'dayCause.place', 'dayCause.officeCode', 'office.name'])
    .orderBy('dayCause.officeCode')
    .orderBy('dayCause.kind')
    .orderBy('dayCause.code')
    .orderBy('dayCause.place')
    .execute();
  const inactive = rows
    .filter(({ kind }) => kind === 'inactive')
    .map(({ code, office, name, count }) => ({ reason: code, office, name, count }));
  const referrals = rows
    .filter(({ kind }) => kind === 'referral')
    .map(({ code, place, office, name, count }) => ({
      place: place === '' ? null : place,
      reason: code === '' ? null : code,
      office,
      name,
      count,
    }));
  return { inactive, referrals } as Pick<LevelCauses, 'inactive' | 'referrals'>;
}

/** What cannot be true of single days, as it was seen when they came. */
async function doubtsOfDays({ trx }: LevelQuery, { from, to, group }: Period): Promise<Doubt[]> {
  const rows = await trx
    .selectFrom('dayDoubt')
    .innerJoin('office', 'office.code', 'dayDoubt.officeCode')
    .innerJoin('daySum', (join) =>
      join
        .onRef('daySum.businessDay', '=', 'dayDoubt.businessDay')
        .onRef('daySum.officeCode', '=', 'dayDoubt.officeCode'),
    )
    .select([
      'dayDoubt.code',
      'dayDoubt.stated',
      'dayDoubt.parts',
      'dayDoubt.businessDay',
      'daySum.frozenAt',
      'office.code as office',
      'office.name',
    ])
    .where('dayDoubt.businessDay', '>=', from)
    .where('dayDoubt.businessDay', '<=', to)
    .$if(group !== undefined, (all) => all.where('office.officeGroup', '=', group ?? ''))
    .orderBy('dayDoubt.businessDay')
    .orderBy('dayDoubt.officeCode')
    .orderBy('dayDoubt.code')
    .orderBy('dayDoubt.stated')
    .orderBy('dayDoubt.parts')
    .limit(MOST_DOUBTS)
    .execute();
  return rows.map(({ code, stated, parts, businessDay, frozenAt, office, name }) =>
    code === 'clock'
      ? { code, businessDay, office, name, frozenAt }
      : { code, businessDay, office, name, stated, parts: JSON.parse(parts) as number[] },
  );
}

async function moreActivated({ trx }: LevelQuery, period: Period): Promise<Doubt[]> {
  const rows = await countedIn(trx, period)
    .innerJoin('office', 'office.code', 'daySum.officeCode')
    .select((eb) => [
      'office.code as office',
      'office.name',
      eb.fn.sum<number>('taken').as('taken'),
      eb.fn.sum<number>('activated').as('activated'),
    ])
    .groupBy(['office.code', 'office.name'])
    .having(sql<boolean>`sum(activated) > sum(taken)`)
    .orderBy('office.code')
    .limit(MOST_DOUBTS)
    .execute();
  return rows.map((row) => ({ code: 'more-activated-than-taken', ...row }));
}

/** Whether every figure of a day is that of the day before of the same office. */
const sameDay = sql<boolean>`${sql.join(
  LEVEL_FIGURES.map(
    (figure) =>
      sql`${sql.ref(figure)} = lag(${sql.ref(figure)}) OVER (PARTITION BY office_code ORDER BY business_day)`,
  ),
  sql` AND `,
)}`;

async function sameAsBefore({ trx }: LevelQuery, period: Period): Promise<Doubt[]> {
  const rows = await trx
    .selectFrom(
      countedIn(trx, period)
        .select(['officeCode', 'businessDay', 'issued', sameDay.as('isSame')])
        .as('days'),
    )
    .innerJoin('office', 'office.code', 'days.officeCode')
    .select(['office.code as office', 'office.name', 'days.businessDay'])
    .where(sql<boolean>`is_same`)
    .where('days.issued', '>', 0)
    .orderBy('days.businessDay')
    .orderBy('office.code')
    .limit(MOST_DOUBTS)
    .execute();
  return rows.map((row) => ({ code: 'same-as-before', ...row }));
}

async function notesOf({ trx }: LevelQuery, { from, to, group }: Period): Promise<LevelCauses['notes']> {
  return trx
    .selectFrom('dayNote')
    .innerJoin('office', 'office.code', 'dayNote.officeCode')
    .select(['dayNote.kind', 'dayNote.businessDay', 'office.code as office', 'office.name', 'dayNote.text'])
    .where('businessDay', '>=', from)
    .where('businessDay', '<=', to)
    .$if(group !== undefined, (all) => all.where('office.officeGroup', '=', group ?? ''))
    .orderBy('businessDay', 'desc')
    .orderBy('office.code')
    .orderBy('dayNote.kind')
    .limit(MOST_NOTES)
    .execute();
}

/** Why accounts are not activated and people were sent elsewhere, what offices write, and what cannot be true, over a period. */
export async function levelCauses(call: LevelQuery, period: Period): Promise<LevelCauses> {
  checkPeriod(period);
  return {
    ...(await causesOf(call, period)),
    notes: await notesOf(call, period),
    doubts: [
      ...(await doubtsOfDays(call, period)),
      ...(await moreActivated(call, period)),
      ...(await sameAsBefore(call, period)),
    ],
  };
}

export const causeServices = {
  'level.causes': (call, period) => levelCauses(call, period),
} satisfies Partial<LevelServices>;
