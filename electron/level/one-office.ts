import type { LevelOutput } from '#shared/contract/level.ts';
import { notesOf } from './call-notes.ts';
import { dayDue, daysOf, figuresOf, isExpected, REFUSED, stateOf, sumOf } from './day.ts';
import type { LevelQuery, LevelServices } from './level-call.ts';
import { findOffice, showOffice } from './offices.ts';
import { checkPeriod } from './period.ts';

type OfficeDays = LevelOutput<'level.office'>;

/** One office, day by day: its working days up to now, and every day of which something came. */
async function officeDays(
  { trx, at, calendar }: LevelQuery,
  { code, from, to }: { readonly code: string; readonly from: string; readonly to: string },
): Promise<OfficeDays> {
  checkPeriod({ from, to });
  const office = await findOffice(trx, code);
  const sums = await trx
    .selectFrom('daySum')
    .selectAll()
    .where('officeCode', '=', code)
    .where('businessDay', '>=', from)
    .where('businessDay', '<=', to)
    .execute();
  const refused = await trx
    .selectFrom('ledger')
    .select('businessDay')
    .distinct()
    .where('officeCode', '=', code)
    .where('businessDay', '>=', from)
    .where('businessDay', '<=', to)
    .where('status', 'in', REFUSED)
    .execute();
  const notes = await notesOf(trx, code, { from, to });
  const byDay = new Map(sums.map((sum) => [sum.businessDay, sum]));
  const refusedDays = new Set(refused.map(({ businessDay }) => businessDay));
  const nothing = { version: null, receivedAt: null, figures: null };
  const days = daysOf(from, to).flatMap((businessDay): OfficeDays['days'] => {
    const note = notes.get(businessDay);
    const of = { businessDay, ...(note === undefined ? {} : { note }) };
    const sum = byDay.get(businessDay);
    if (sum !== undefined)
      return [
        {
          ...of,
          state: stateOf(sum, dayDue(businessDay, calendar).due),
          version: sum.version,
          receivedAt: sum.receivedAt,
          figures: figuresOf(sum),
        },
      ];
    if (refusedDays.has(businessDay)) return [{ ...of, state: 'refused', ...nothing }];
    if (!isExpected(office, businessDay, calendar)) return [{ ...of, state: 'off', ...nothing }];
    return dayDue(businessDay, calendar).due <= at ? [{ ...of, state: 'missing', ...nothing }] : [];
  });
  return {
    office: await showOffice(trx, code),
    days,
    total: sumOf(sums),
  };
}

export const oneOfficeServices = {
  'level.office': (call, input) => officeDays(call, input),
} satisfies Partial<LevelServices>;
