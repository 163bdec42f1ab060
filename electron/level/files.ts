import { inflateRawSync } from 'node:zlib';
import type { z } from 'zod';
import type { FileVersion, handed, LedgerLine } from '#shared/contract/level-shapes.ts';
import { levelFigures } from '#shared/domain/level/figures.ts';
import { differencesOf } from '#shared/domain/report/differences.ts';
import { dayFigures, type Figure } from '#shared/domain/report/figures.ts';
import { dayFile, reportOfFile } from '#electron/books/day-file.ts';
import { MOST_BYTES } from '#electron/books/verify.mjs';
import { Refusal } from '#electron/desk/refusal.ts';
import { REFUSED } from './day.ts';
import type { LevelQuery, LevelServices } from './level-call.ts';
import type { Worker } from './level.ts';
import { findOffice } from './offices.ts';
import type { HandedFile } from './receive/merge-files.ts';
import { plain, sha256Of } from './receive/read-file.ts';
import type { LedgerRow, LevelTransaction } from './store/tables.ts';

const USUAL_LINES = 100;

async function ledgerLines(
  { trx }: LevelQuery,
  asked: {
    businessDay?: string | undefined;
    officeCode?: string | undefined;
    refused?: boolean | undefined;
    limit?: number | undefined;
  },
): Promise<LedgerLine[]> {
  const { businessDay, officeCode, refused = false, limit = USUAL_LINES } = asked;
  const rows = await trx
    .selectFrom('ledger')
    .leftJoin('office', 'office.code', 'ledger.officeCode')
    .selectAll('ledger')
    .select('office.name')
    .where('kind', '=', 'file')
    .$if(businessDay !== undefined, (all) => all.where('businessDay', '=', businessDay ?? ''))
    .$if(officeCode !== undefined, (all) => all.where('officeCode', '=', officeCode ?? ''))
    .$if(refused, (all) => all.where('status', 'in', REFUSED))
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map(shownLine);
}

function shownLine(row: LedgerRow & { readonly name: string | null }): LedgerLine {
  return {
    seq: row.seq,
    at: row.at,
    by: row.by,
    officerId: row.officerId,
    fileName: row.fileName ?? '',
    route: row.route ?? 'page',
    sha256: row.sha256 ?? '',
    status: row.status ?? 'unreadable',
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.officeCode === null ? {} : { office: { code: row.officeCode, name: row.name ?? '' } }),
    ...(row.businessDay === null ? {} : { businessDay: row.businessDay }),
    ...(row.version === null ? {} : { version: row.version }),
  };
}

/** The bytes of a kept file as they came. Refused with `unknown-file`. */
async function keptBytes(
  trx: LevelTransaction,
  sha256: string,
): Promise<{ readonly bytes: Buffer; readonly fileName: string }> {
  const row = await trx
    .selectFrom('keptFile')
    .select(['bytes', 'fileName'])
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (row?.bytes == null) throw new Refusal({ code: 'unknown-file' });
  return { bytes: inflateRawSync(row.bytes), fileName: row.fileName };
}

/** Every figure of a kept version: all of a signed file, those that were typed of another. */
function figuresIn(bytes: Buffer, isSigned: boolean): Figure[] {
  const content: unknown = JSON.parse(bytes.toString('utf8'));
  if (isSigned) return dayFigures(reportOfFile(dayFile.parse(content)));
  const { figures } = content as { figures: unknown };
  return Object.entries(levelFigures.parse(figures)).map(([column, value]) => ({
    section: 'level',
    row: 'all',
    column,
    value,
  }));
}

async function versionsOf(
  { trx }: LevelQuery,
  { officeCode, businessDay }: { readonly officeCode: string; readonly businessDay: string },
): Promise<FileVersion[]> {
  await findOffice(trx, officeCode);
  const rows = await trx
    .selectFrom('package')
    .selectAll()
    .where('officeCode', '=', officeCode)
    .where('businessDay', '=', businessDay)
    .orderBy('signed')
    .orderBy('version')
    .orderBy('stands', 'desc')
    .orderBy('receivedAt')
    .execute();
  const counting = rows.filter(({ stands }) => stands === 1).at(-1);
  const versions: FileVersion[] = [];
  let before: { readonly signed: number; readonly figures: Figure[] } | null = null;
  for (const row of rows) {
    const { bytes } = await keptBytes(trx, row.sha256);
    const figures = figuresIn(bytes, row.signed === 1);
    versions.push({
      version: row.version,
      signed: row.signed === 1,
      counts: row.sha256 === counting?.sha256,
      receivedAt: row.receivedAt,
      frozenAt: row.frozenAt,
      sha256: row.sha256,
      keyId: row.keyId,
      by: row.enteredBy,
      reason: row.reason,
      differences: before?.signed === row.signed ? differencesOf(before.figures, figures) : [],
    });
    before = { signed: row.signed, figures };
  }
  return versions;
}

function handedFile(
  { fileName, base64 }: z.output<typeof handed>,
  route: HandedFile['route'],
  by: Worker,
): HandedFile {
  const bytes = Buffer.from(base64, 'base64');
  return {
    sha256: sha256Of(bytes),
    size: bytes.length,
    bytes: bytes.length > MOST_BYTES ? null : bytes,
    fileName: plain(fileName),
    route,
    by,
  };
}

export const fileServices = {
  'file.receive': ({ receiver, asker, command }, file) =>
    receiver.receive(handedFile(file, asker.line === true ? 'line' : 'page', asker.by), command),
  'file.receive-many': ({ receiver, asker }, { files }) =>
    Promise.all(files.map((file) => receiver.receive(handedFile(file, 'page', asker.by)))),
  'file.list': (call, asked) => ledgerLines(call, asked),
  async 'file.read'({ trx }, { sha256 }) {
    const { bytes, fileName } = await keptBytes(trx, sha256);
    const mediaType = fileName.endsWith('.json') ? 'application/json' : 'application/octet-stream';
    return { fileName, mediaType, base64: bytes.toString('base64') };
  },
  'file.versions': (call, input) => versionsOf(call, input),
} satisfies Partial<LevelServices>;
