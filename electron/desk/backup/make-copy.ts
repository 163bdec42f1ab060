import type Database from 'better-sqlite3';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, type DataKey } from '../store/cipher.ts';
import { APPLICATION_ID, pragmaValue } from '../store/connection.ts';
import { PART, syncFolder, writeWhole } from '../store/durable-file.ts';
import { walkChain } from '../store/event-chain.ts';
import { readKeyFile } from '../store/key-form.ts';
import { DATA_KEY_NAME, DATABASE_NAME, MARKER_NAME } from '../store/marker.ts';
import { differingPage } from '../store/page-pass.ts';
import { openPages, openPageSums, PAGE_SUMS_NAME } from '../store/page-sums.ts';
import type { ChainPlace } from '../store/store.ts';
import { CopyRefused } from '../store/verified-copy.ts';
import { FRAME_HEADER, readLog, WAL_HEADER } from '../store/write-ahead-log.ts';
import { copyBytes, hashOf } from './copy-bytes.ts';
import { MANIFEST_NAME, ownCopies, sweepParts, type Manifest } from './copy-folder.ts';
import { CopyFailed } from './copy-trouble.ts';
import { removePlain, tidyCopies } from './tidy-copies.ts';

/** A copy of the database of an open desk whose checkpoints rest. */
type MakeOrder = {
  readonly task: 'make';
  readonly dataFolder: string;
  readonly key: DataKey | null;
  /** What the copy must hold, as the desk knows it. */
  readonly manifest: Omit<Manifest, 'tickets' | 'bytes' | 'sha256'>;
  /** So many frames of the log belong to it; 0: all of them are in the database. */
  readonly frames: number;
  readonly pageSize: number;
  /** Up to here the chain of the journal is known to be whole. */
  readonly from: ChainPlace;
  /** Every index is compared with its table, too. */
  readonly deep: boolean;
  /** Files that go with the database where they exist, by name: the office's key. */
  readonly beside: readonly string[];
};

/** Room that the desk itself keeps. */
const SPARE = 64 * 1024 * 1024;
const EVENTS_AT_ONCE = 5000;

/**
 * Copies into the copies of the data folder, opens what was copied, checks its pages, walks its chain and counts; only then it
 * gets its name. Rejects with a `CopyFailed`, `CopyRefused`, the driver's or the file system's error, and leaves nothing then.
 */
export async function makeCopy(order: MakeOrder, moved: () => void): Promise<Manifest> {
  const { dataFolder } = order;
  const into = ownCopies(dataFolder);
  const part = join(into, `${order.manifest.id}${PART}`);
  mkdirSync(into, { recursive: true, mode: 0o700 });
  sweepParts(into);
  try {
    mkdirSync(part, { mode: 0o700 });
    const copy = join(part, DATABASE_NAME);
    await copyDatabase(order, copy, moved);
    const tickets = assertHolds(order, copy, moved);
    if (order.key !== null && readKeyFile(dataFolder) === null)
      throw new CopyRefused('the key file is gone or damaged: nobody could open the copy');
    for (const name of [MARKER_NAME, DATA_KEY_NAME, ...order.beside]) {
      const file = join(dataFolder, name);
      if (existsSync(file)) copyFileSync(file, join(part, name));
    }
    const bytes = statSync(copy).size;
    const manifest: Manifest = { ...order.manifest, tickets, bytes, sha256: await hashOf(copy, moved) };
    writeWhole(join(part, MANIFEST_NAME), `${JSON.stringify(manifest, null, 2)}\n`);
    renameSync(part, join(into, manifest.id));
    syncFolder(into);
    if (order.key !== null) removePlain(into, manifest.office.id);
    await tidyCopies(into, manifest, manifest.at);
    return manifest;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** The database as the last checkpoint left it, and the frames of the log that were committed since. */
async function copyDatabase(
  { dataFolder, frames, pageSize }: MakeOrder,
  copy: string,
  moved: () => void,
): Promise<void> {
  const file = join(dataFolder, DATABASE_NAME);
  const { bavail, bsize } = statfsSync(dataFolder);
  if (bavail * bsize < statSync(file).size + frames * pageSize + SPARE)
    throw new CopyFailed('full', `${bavail * bsize} bytes are free`);
  await copyBytes(file, copy, { pageSize, moved });
  const log = `${copy}-wal`;
  if (frames > 0)
    await copyBytes(`${file}-wal`, log, { most: WAL_HEADER + frames * (FRAME_HEADER + pageSize), moved });
  const held = frames > 0 ? readLog(log) : null;
  if ((held?.frames ?? 0) !== frames) throw new CopyRefused('the log was cut');
  const pages = openPages(copy, pageSize);
  const sums = openPageSums(join(dataFolder, PAGE_SUMS_NAME), 'read');
  try {
    const differing = differingPage(pages, sums, new Set(held?.pages.keys()), null);
    if (differing !== null) throw new CopyRefused(`page ${differing} differs from its checksum`);
  } finally {
    pages.close();
    sums.close();
  }
}

/** Opens a copy, leaves it as one file, and compares it with what it must hold. Gives its tickets. */
function assertHolds(order: MakeOrder, copy: string, moved: () => void): number {
  const database = openDatabase(copy, order.key, { fileMustExist: true });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = DELETE');
    return assertCopyHolds(database, order, moved);
  } finally {
    database.close();
  }
}

/** Checks the pages of an opened copy, walks its chain from a place known to be whole, and gives its tickets. Throws `CopyRefused`. */
export function assertCopyHolds(
  database: Database.Database,
  {
    manifest,
    from,
    deep,
  }: Pick<MakeOrder, 'from' | 'deep'> & {
    readonly manifest: Pick<Manifest, 'schema' | 'events' | 'hash'>;
  },
  moved: () => void,
): number {
  const answer = String(pragmaValue(database, deep ? 'integrity_check(1)' : 'quick_check(1)'));
  if (answer !== 'ok') throw new CopyRefused(answer);
  moved();
  if (
    pragmaValue(database, 'application_id') !== APPLICATION_ID ||
    pragmaValue(database, 'user_version') !== manifest.schema
  )
    throw new CopyRefused('the copy is of another kind');
  assertChain(database, from, manifest, moved);
  return countTickets(database);
}

function assertChain(
  database: Database.Database,
  from: ChainPlace,
  head: { readonly events: number; readonly hash: string },
  moved: () => void,
): void {
  const known = database
    .prepare<[number], { hash: string }>('SELECT hash FROM event WHERE number = ?')
    .get(from.number);
  if (from.number > 0 && known?.hash !== from.hash) throw new CopyRefused(`event ${from.number} is another`);
  let place = from;
  for (;;) {
    const walked = walkChain(database, place, EVENTS_AT_ONCE);
    if (walked.firstBroken !== null)
      throw new CopyRefused(`the journal does not fit at ${walked.firstBroken}`);
    if (walked.place.number === place.number) break;
    place = walked.place;
    moved();
  }
  if (place.number !== head.events || place.hash !== head.hash)
    throw new CopyRefused(`the journal ends at ${place.number}, not at ${head.events}`);
}

function countTickets(database: Database.Database): number {
  const row = database
    .prepare<[], { tickets: number; issued: number }>(
      'SELECT (SELECT count(*) FROM ticket WHERE team_id IS NULL) AS tickets, (SELECT coalesce(sum(issued), 0) FROM business_day) AS issued',
    )
    .get();
  if (row === undefined || row.tickets !== row.issued)
    throw new CopyRefused(`${row?.tickets} tickets of ${row?.issued}`);
  return row.tickets;
}
