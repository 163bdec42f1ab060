import type { LevelOutput } from '#shared/contract/level.ts';
import { addDays } from '#shared/domain/calendar/business-date.ts';
import { workingDays } from '#shared/domain/calendar/office-calendar.ts';
import { paceNeeded, percentHundredths, projectionOf } from '#shared/domain/report/progress.ts';
import { packFor } from '#shared/rules/packs.ts';
import { Refusal } from '#electron/desk/refusal.ts';
import type { LevelQuery, LevelServices } from './level-call.ts';
import { findOffice } from './offices.ts';

type TargetLine = LevelOutput<'target.list'>[number];

/** Calendar days that hold the recent working days a projection looks at. */
const RECENT_DAYS = 35;

/** Accounts that days count for a target of one level. */
function activatedOf(level: string, row: { readonly activated: number; readonly activatedLevel1: number }) {
  return level === 'level-1' ? row.activatedLevel1 : row.activated - row.activatedLevel1;
}

/** Every target with how far its office has come, as of a day. */
export async function targetLines({ trx, calendar }: LevelQuery, on: string): Promise<TargetLine[]> {
  const targets = await trx
    .selectFrom('target')
    .innerJoin('office', 'office.code', 'target.officeCode')
    .selectAll('target')
    .select(['office.name', 'office.officeGroup'])
    .execute();
  const sums = await trx
    .selectFrom('target')
    .innerJoin('daySum', 'daySum.officeCode', 'target.officeCode')
    .whereRef('daySum.businessDay', '>=', 'target.periodFrom')
    .whereRef('daySum.businessDay', '<=', 'target.dueOn')
    .where('daySum.businessDay', '<=', on)
    .groupBy(['target.officeCode', 'target.level'])
    .select((eb) => [
      'target.officeCode',
      'target.level',
      eb.fn.sum<number>('daySum.activated').as('activated'),
      eb.fn.sum<number>('daySum.activatedLevel1').as('activatedLevel1'),
    ])
    .execute();
  const recent = await trx
    .selectFrom('daySum')
    .select(['officeCode', 'businessDay', 'activated', 'activatedLevel1'])
    .where('officeCode', 'in', (eb) => eb.selectFrom('target').select('target.officeCode'))
    .where('businessDay', '>', addDays(on, -RECENT_DAYS))
    .where('businessDay', '<=', on)
    .orderBy('businessDay')
    .execute();
  const sumOf = new Map(sums.map((row) => [`${row.officeCode}\n${row.level}`, row]));
  const recentOf = Map.groupBy(recent, (row) => row.officeCode);
  const rounding = packFor(on).reporting.rounding.value;
  const leftUntil = new Map<string, number>();
  const daysLeft = (dueOn: string): number => {
    const known = leftUntil.get(dueOn) ?? workingDays(addDays(on, 1), dueOn, calendar).length;
    leftUntil.set(dueOn, known);
    return known;
  };
  return targets
    .map(({ periodFrom, officeGroup, officeCode, dueOn, target, before, name, level }): TargetLine => {
      const sum = sumOf.get(`${officeCode}\n${level}`);
      const activated = before + (sum === undefined ? 0 : activatedOf(level, sum));
      const remaining = Math.max(0, target - activated);
      const left = daysLeft(dueOn);
      const days = recentOf.get(officeCode)?.map((row) => activatedOf(level, row)) ?? [];
      const projection = projectionOf(activated, days, left);
      return {
        officeCode,
        name,
        group: officeGroup,
        level: level as TargetLine['level'],
        from: periodFrom,
        dueOn,
        target,
        before,
        activated,
        remaining,
        percent: percentHundredths(activated, target, rounding),
        pace: paceNeeded(remaining, left),
        late: remaining > 0 && (left === 0 || (projection !== null && projection.to < target)),
      };
    })
    .toSorted(
      (a, b) =>
        Number(b.late) - Number(a.late) ||
        (a.percent ?? 10_000) - (b.percent ?? 10_000) ||
        a.officeCode.localeCompare(b.officeCode) ||
        a.level.localeCompare(b.level),
    );
}

export const targetServices = {
  async 'target.set'({ trx, append, asker }, target) {
    const { officeCode, level, from: periodFrom, dueOn, before } = target;
    if (dueOn < periodFrom) throw new Refusal({ code: 'date-refused', date: dueOn, reason: 'before-start' });
    await findOffice(trx, officeCode);
    const row = { periodFrom, dueOn, target: target.target, before };
    await trx
      .insertInto('target')
      .values({ officeCode, level, ...row })
      .onConflict((conflict) => conflict.columns(['officeCode', 'level']).doUpdateSet(row))
      .execute();
    append({ kind: 'target', by: asker.by, officeCode, data: { level, ...row } });
    return target;
  },
  'target.list': (call, { on }) => targetLines(call, on),
} satisfies Partial<LevelServices>;
