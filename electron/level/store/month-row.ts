import { sql, type SelectQueryBuilder } from 'kysely';
import { LEVEL_FIGURES } from '#shared/domain/level/figures.ts';
import type { DaySumRow, LevelTransaction, MonthSumRow, Tables } from './tables.ts';

const month = sql<string>`substr(business_day, 1, 7)`;

/** Days added up by office and month: rows as `month_sum` keeps them. */
export function monthsOf(days: SelectQueryBuilder<Tables, 'daySum', object>) {
  return days
    .select((eb) => [
      month.as('month'),
      'officeCode',
      eb.fn.countAll<number>().as('days'),
      sql<number>`sum(1 - signed)`.as('unsigned'),
      sql<number>`sum(1 << (CAST(substr(business_day, 9, 2) AS integer) - 1))`.as('bits'),
      ...LEVEL_FIGURES.map((figure) => eb.fn.sum<number>(figure).as(figure)),
    ])
    .groupBy(['officeCode', month]);
}

const COLUMNS: readonly (keyof MonthSumRow)[] = [
  'month',
  'officeCode',
  'days',
  'unsigned',
  'bits',
  ...LEVEL_FIGURES,
];

/** Counts the months of some office-days anew, from the days as they now stand. */
export async function countMonths(
  trx: LevelTransaction,
  changed: readonly Pick<DaySumRow, 'officeCode' | 'businessDay'>[],
): Promise<void> {
  const months = Map.groupBy(changed, ({ businessDay }) => businessDay.slice(0, 7));
  for (const [of, days] of months)
    await trx
      .insertInto('monthSum')
      .columns(COLUMNS)
      .expression(
        monthsOf(
          trx
            .selectFrom('daySum')
            .where('officeCode', 'in', [...new Set(days.map(({ officeCode }) => officeCode))])
            .where('businessDay', '>=', `${of}-01`)
            .where('businessDay', '<=', `${of}-31`),
        ),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['month', 'officeCode'])
          .doUpdateSet((eb) =>
            Object.fromEntries(COLUMNS.slice(2).map((column) => [column, eb.ref(`excluded.${column}`)])),
          ),
      )
      .execute();
}
