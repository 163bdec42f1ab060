import { setImmediate as letOthersWork } from 'node:timers/promises';
import { inflateRawSync } from 'node:zlib';
import { dayFile } from '#electron/books/day-file.ts';
import type { OfficeCounts } from '#shared/domain/level/day-sum.ts';
import { countsOfTyped, typedDoubt } from '#shared/domain/level/typed-figures.ts';
import { Refusal } from '#electron/desk/refusal.ts';
import { figuresOf } from '../day.ts';
import type { LevelTransaction } from '../store/tables.ts';

/** Files are read in so many at a time; between them whoever waits is served. */
const AT_A_TIME = 50;

/**
 * The whole counts of each office that counts on a day, by name: from the kept file of the version that counts, or from what was typed.
 * `codes` narrows it to some offices. Refuses with `figures-differ` where what was typed
 * cannot be true.
 */
export async function officeCounts(
  trx: LevelTransaction,
  businessDay: string,
  codes?: ReadonlySet<string>,
): Promise<OfficeCounts[]> {
  const rows = await trx
    .selectFrom('daySum')
    .innerJoin('office', 'office.code', 'daySum.officeCode')
    .innerJoin('package', (join) =>
      join
        .onRef('package.officeCode', '=', 'daySum.officeCode')
        .onRef('package.businessDay', '=', 'daySum.businessDay')
        .onRef('package.signed', '=', 'daySum.signed')
        .onRef('package.version', '=', 'daySum.version')
        .on('package.stands', '=', 1),
    )
    .leftJoin('keptFile', 'keptFile.sha256', 'package.sha256')
    .where('daySum.businessDay', '=', businessDay)
    .selectAll('daySum')
    .select(['office.name', 'keptFile.bytes'])
    .orderBy('daySum.officeCode')
    .execute();
  const counts: OfficeCounts[] = [];
  for (const [index, row] of rows.entries()) {
    if (codes !== undefined && !codes.has(row.officeCode)) continue;
    if (index % AT_A_TIME === AT_A_TIME - 1) await letOthersWork();
    const { name } = row;
    if (row.signed === 1 && row.bytes !== null) counts.push({ name, counts: countsInFile(row.bytes) });
    else {
      const figures = figuresOf(row);
      const doubt = typedDoubt(figures);
      if (doubt !== undefined)
        throw new Refusal({ code: 'figures-differ', name, parts: [...doubt.parts], stated: doubt.stated });
      counts.push({ name, counts: countsOfTyped(figures) });
    }
  }
  return counts;
}

/** The counts of a kept file, which was checked whole when it came. */
function countsInFile(bytes: Buffer): OfficeCounts['counts'] {
  const { parts } = dayFile.parse(JSON.parse(inflateRawSync(bytes).toString('utf8')));
  return { ...parts.counts, breakdowns: parts.breakdowns };
}
