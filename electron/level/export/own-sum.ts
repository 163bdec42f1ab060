import { hash } from 'node:crypto';
import { dayFile, writeDayFile } from '#electron/books/day-file.ts';
import { canonicalJson } from '#electron/books/canonical-json.ts';
import { Refusal } from '#electron/desk/refusal.ts';
import type { ReportVersion } from '#shared/contract/report-period.ts';
import { sumOfOffices, type Counts } from '#shared/domain/level/day-sum.ts';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { differencesOf } from '#shared/domain/report/differences.ts';
import { dayFigures } from '#shared/domain/report/figures.ts';
import type { LevelCommand } from '../level-call.ts';
import { readSettings } from '../store/setting-row.ts';
import { officeCounts } from './office-counts.ts';

type OwnSum = { readonly version: number; readonly bytes: Buffer };

/**
 * The level's own signed day file: the newest one while what it sums is the same, else its next version with what changed and why.
 * Refuses with `level-not-set-up`, with `nothing-received` where no office counts on the day, or with `not-allowed` where a clerk would
 * sign.
 */
export async function signedSum(call: LevelCommand, businessDay: string, reason: string): Promise<OwnSum> {
  const { trx, at, head, asker, key } = call;
  const { own } = await readSettings(trx);
  if (own === null) throw new Refusal({ code: 'level-not-set-up' });
  const offices = await officeCounts(trx, businessDay);
  if (offices.length === 0) throw new Refusal({ code: 'nothing-received', businessDay });
  const counts = sumOfOffices(offices);
  const last = await trx
    .selectFrom('ownSum')
    .select(['version', 'bytes'])
    .where('businessDay', '=', businessDay)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const before = last === undefined ? undefined : dayFile.parse(JSON.parse(last.bytes.toString('utf8')));
  const counted = before && { ...before.parts.counts, breakdowns: before.parts.breakdowns };
  if (last !== undefined && canonicalJson(counted) === canonicalJson(counts)) return last;
  if (asker.role !== 'leader') throw new Refusal({ code: 'not-allowed', role: asker.role });
  const version = (last?.version ?? 0) + 1;
  const reportOf = (of: Counts): DayReport => ({
    ...of,
    businessDay,
    office: own,
    version,
    frozenAt: at,
    by: asker.role,
    reason: version === 1 ? null : reason,
    chainHead: head.hash,
  });
  const report = reportOf(counts);
  const told: ReportVersion = {
    version,
    frozenAt: at,
    by: asker.role,
    reason: report.reason,
    differences:
      counted === undefined ? [] : differencesOf(dayFigures(reportOf(counted)), dayFigures(report)),
  };
  const bytes = writeDayFile(report, [...(before?.parts.versions ?? []), told], key, false);
  const sha256 = hash('sha256', bytes);
  await trx
    .insertInto('ownSum')
    .values({
      businessDay,
      version,
      sha256,
      madeAt: at,
      ledgerSeq: head.seq,
      offices: offices.length,
      reason: report.reason,
      bytes,
    })
    .execute();
  call.append({ kind: 'sum', by: asker.by, businessDay, version, sha256, data: { offices: offices.length } });
  return { version, bytes };
}
