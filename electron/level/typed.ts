import { localDay, addDays } from '#shared/domain/calendar/business-date.ts';
import { deflateRawSync } from 'node:zlib';
import type { LevelFigures } from '#shared/domain/level/figures.ts';
import { typedDoubt } from '#shared/domain/level/typed-figures.ts';
import type { Received } from '#shared/contract/level-shapes.ts';
import { canonicalJson } from '#electron/books/canonical-json.ts';
import type { LevelServices } from './level-call.ts';
import type { Worker } from './level.ts';
import { findOffice } from './offices.ts';
import { officeDays } from './receive/office-days.ts';
import { sha256Of } from './receive/read-file.ts';
import type { Writing } from './store/level-store.ts';

/** What a clerk types, or a sheet holds, of an office without this program. */
type Typed = {
  readonly officeCode: string;
  readonly businessDay: string;
  readonly figures: LevelFigures;
  readonly reason: string;
};

/**
 * Figures that nobody signed, as the next such version of their office-day; `by` is who takes them over. They are kept as a file of
 * their own. The same figures again are `already`; where a signed file counts they are `older`. Refused with `unknown-office`.
 */
export async function enterFigures(
  writing: Writing,
  { officeCode, businessDay, figures, reason }: Typed,
  by: Worker,
  route: 'typed' | 'sheet',
): Promise<Received> {
  const { trx, at } = writing;
  const { name, closedOn } = await findOffice(trx, officeCode);
  const of = { office: { code: officeCode, name }, businessDay };
  if (closedOn !== null && businessDay >= closedOn)
    return { status: 'unreadable', reason: 'office-closed', ...of };
  if (businessDay > addDays(localDay(at), 1)) return { status: 'unreadable', reason: 'day-in-future', ...of };
  const before = await trx
    .selectFrom('package')
    .innerJoin('keptFile', 'keptFile.sha256', 'package.sha256')
    .select(['package.version', 'package.sha256'])
    .where('officeCode', '=', officeCode)
    .where('businessDay', '=', businessDay)
    .where('signed', '=', 0)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const bytesOf = (version: number): Buffer =>
    Buffer.from(`${canonicalJson({ officeCode, businessDay, version, figures })}\n`);
  if (before !== undefined && sha256Of(bytesOf(before.version)) === before.sha256)
    return { status: 'already', ...of, version: before.version };
  const version = (before?.version ?? 0) + 1;
  const bytes = bytesOf(version);
  const sha256 = sha256Of(bytes);
  const fileName = `${officeCode}-${businessDay}-${version}.json`;
  const doubt = typedDoubt(figures);
  const days = await officeDays(trx, [{ officeCode, businessDay }]);
  const { status, instead } = days.merge({
    content: {
      claim: { officeCode, officeName: name, businessDay, version, keyId: '' },
      frozenAt: at,
      reason: reason === '' ? null : reason,
      figures,
      causes: [],
      notes: [],
      doubts: doubt === undefined ? [] : [{ code: 'parts-differ', ...doubt }],
    },
    signed: false,
    sha256,
    receivedAt: at,
    by: by.name,
  });
  await trx
    .insertInto('keptFile')
    .values({ sha256, bytes: deflateRawSync(bytes), size: bytes.length, fileName, receivedAt: at })
    .execute();
  await days.save();
  const data = { reason, ...(status === 'replaced' ? { instead } : {}) };
  writing.append({
    kind: 'file',
    by,
    status,
    officeCode,
    businessDay,
    version,
    sha256,
    fileName,
    route,
    data,
  });
  return { status, ...of, version };
}

export const typedServices = {
  'figures.enter': (call, input) => enterFigures(call, input, call.asker.by, 'typed'),
} satisfies Partial<LevelServices>;
