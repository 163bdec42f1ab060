import { deflateRawSync } from 'node:zlib';
import { MOST_BYTES } from '#electron/books/verify.mjs';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import type { Received } from '#shared/contract/level-shapes.ts';
import type { ReceiveRoute } from '#shared/domain/level/words.ts';
import { inParts } from '../store/in-parts.ts';
import type { NewLine } from '../store/ledger-row.ts';
import type { Writing } from '../store/level-store.ts';
import { readSettings } from '../store/setting-row.ts';
import type { Worker } from '../level.ts';
import type { LevelTransaction, Tables } from '../store/tables.ts';
import { officeDays } from './office-days.ts';
import type { Claim, ReadFile } from './read-file.ts';
import { registryOf, type Registry } from './registry.ts';

/** A file that was handed in. */
export type HandedFile = {
  readonly sha256: string;
  readonly size: number;
  /** Null where it is too large to be looked at. */
  readonly bytes: Buffer | null;
  readonly fileName: string;
  readonly route: ReceiveRoute;
  readonly by: Worker;
};

type Looked = { readonly file: HandedFile; readonly read: ReadFile | null };
/** The keys that offices signed with and that nobody has said yes to. */
type Offer = { readonly officeCode: string; readonly keyId: string };

/** What the level has of bytes that came before. */
async function keptBefore(trx: LevelTransaction, files: readonly HandedFile[]) {
  const hashes = [...new Set(files.map(({ sha256 }) => sha256))];
  const kept = await trx
    .selectFrom('keptFile')
    .select(['sha256', 'receivedAt'])
    .where('sha256', 'in', hashes)
    .execute();
  const packages = await knownVersions(trx, hashes);
  const lines =
    kept.length === 0
      ? []
      : await trx
          .selectFrom('ledger')
          .select(['sha256', 'status', 'reason', 'officeCode'])
          .where('sha256', 'in', hashes)
          .orderBy('seq')
          .execute();
  return {
    receivedAt: new Map(kept.map((row) => [row.sha256, row.receivedAt])),
    packages,
    verdict: new Map(
      lines.map(({ sha256, status, reason, officeCode }) => [
        sha256 ?? '',
        verdictOf({ status: status ?? 'unreadable', reason, officeCode }),
      ]),
    ),
  };
}

function verdictOf(line: Pick<Tables['ledger'], 'status' | 'reason' | 'officeCode'>): string {
  return JSON.stringify([line.status, line.reason ?? null, line.officeCode ?? null]);
}

/** The versions among files, by the hashes of their bytes. */
export async function knownVersions(
  trx: LevelTransaction,
  hashes: readonly string[],
): Promise<Map<string, Pick<Tables['package'], 'officeCode' | 'businessDay' | 'version'>>> {
  if (hashes.length === 0) return new Map();
  const rows = await trx
    .selectFrom('package')
    .select(['sha256', 'officeCode', 'businessDay', 'version'])
    .where('sha256', 'in', hashes)
    .execute();
  return new Map(rows.map((row) => [row.sha256, row]));
}

/**
 * Merges files that were looked at into the level, in their order, within one transaction; answers what became of each. `read` is null
 * for a file whose bytes were known as a version already.
 */
export async function mergeFiles(writing: Writing, looked: readonly Looked[]): Promise<Received[]> {
  const { trx, at } = writing;
  if (looked.length === 0) return [];
  const files = looked.map(({ file }) => file);
  const before = await keptBefore(trx, files);
  const { own } = await readSettings(trx);
  const claims = looked.flatMap(({ read }) => {
    const claim = read === null ? null : claimOf(read);
    return claim === null ? [] : [claim];
  });
  const knownOffices = [...before.packages.values()].map(({ officeCode, businessDay, version }): Claim => ({
    officeCode,
    officeName: '',
    businessDay,
    version,
    keyId: '',
  }));
  const registry = await registryOf(trx, [...claims, ...knownOffices], own?.code ?? null);
  const days = await officeDays(trx, claims);
  const newFiles: Tables['keptFile'][] = [];
  const offers: Offer[] = [];
  const today = localDay(at);

  const keep = ({ sha256, bytes, size, fileName, route }: HandedFile, read: ReadFile): string => {
    const known = before.receivedAt.get(sha256);
    if (known !== undefined) return known;
    before.receivedAt.set(sha256, at);
    // Of a watched folder nobody chose the files: what is none of an office may be a key or a letter, and the level gives out what it keeps.
    const isForeign = route === 'folder' && claimOf(read) === null;
    const isKept = bytes !== null && size <= MOST_BYTES && !isForeign;
    newFiles.push({
      sha256,
      size,
      fileName,
      receivedAt: at,
      bytes: isKept ? deflateRawSync(bytes, { level: 3 }) : null,
    });
    return at;
  };

  const one = ({ file, read }: Looked): Received => {
    const known = before.packages.get(file.sha256);
    if (known !== undefined || read === null) return alreadyKnown(known, registry);
    const receivedAt = keep(file, read);
    const line = { kind: 'file', by: file.by, sha256: file.sha256, fileName: file.fileName } as const;
    const told = { ...line, route: file.route };
    const claim = claimOf(read);
    const against = read.whole ? registry.against(read.content.claim, today) : read;
    if (against === null && read.whole) {
      const { content } = read;
      const merged = days.merge({ content, signed: true, sha256: file.sha256, receivedAt, by: file.by.name });
      const { officeCode, businessDay, version, keyId } = content.claim;
      const { status, instead } = merged;
      writing.append({
        ...told,
        status,
        officeCode,
        businessDay,
        version,
        data: { keyId, ...(status === 'replaced' ? { instead } : {}) },
      });
      before.packages.set(file.sha256, { officeCode, businessDay, version });
      return replyOf({ status }, content.claim, registry);
    }
    const { status, reason } = against ?? { status: 'unreadable' as const, reason: undefined };
    if (claim !== null && against !== null && 'offers' in against) offers.push(claim);
    // A claim that nothing proves is told where the level has such an office.
    const isTold = claim !== null && (read.whole || registry.officeOf(claim.officeCode) !== undefined);
    const officeCode = isTold ? claim.officeCode : null;
    const verdict = verdictOf({ status, reason: reason ?? null, officeCode });
    if (before.verdict.get(file.sha256) !== verdict) {
      before.verdict.set(file.sha256, verdict);
      writing.append({
        ...told,
        status,
        reason,
        ...(isTold ? { officeCode, businessDay: claim.businessDay, version: claim.version } : {}),
        data: claim === null || claim.keyId === '' ? {} : { keyId: claim.keyId },
      } satisfies NewLine);
    }
    return replyOf({ status, ...(reason === undefined ? {} : { reason }) }, isTold ? claim : null, registry);
  };

  const replies = looked.map(one);
  for (const part of inParts(newFiles)) await trx.insertInto('keptFile').values(part).execute();
  await days.save();
  await offerKeys(writing, offers);
  return replies;
}

async function offerKeys({ trx, at }: Writing, offers: readonly Offer[]): Promise<void> {
  const rows = new Map(
    offers.map(({ officeCode, keyId }) => [
      `${officeCode}\n${keyId}`,
      { officeCode, keyId, state: 'offered' as const, at, by: '', reason: null },
    ]),
  );
  for (const part of inParts([...rows.values()]))
    await trx
      .insertInto('officeKey')
      .values(part)
      .onConflict((conflict) => conflict.columns(['officeCode', 'keyId']).doNothing())
      .execute();
}

function claimOf(read: ReadFile): Claim | null {
  return read.whole ? read.content.claim : read.claim;
}

function alreadyKnown(
  known: Pick<Tables['package'], 'officeCode' | 'businessDay' | 'version'> | undefined,
  registry: Registry,
): Received {
  if (known === undefined) throw new RangeError('a file that is known has its version');
  const { officeCode, businessDay, version } = known;
  const name = registry.officeOf(officeCode)?.name ?? '';
  return { status: 'already', office: { code: officeCode, name }, businessDay, version };
}

function replyOf(
  verdict: Pick<Received, 'status' | 'reason'>,
  claim: Claim | null,
  registry: Registry,
): Received {
  if (claim === null) return verdict;
  const { officeCode: code, officeName, businessDay, version } = claim;
  const name = registry.officeOf(code)?.name ?? officeName;
  return { ...verdict, office: { code, name }, businessDay, version };
}
