import type Database from 'better-sqlite3';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataKey } from './cipher.ts';
import { keepCommitLog } from './commit-log.ts';
import { APPLICATION_ID, assertConnection, pragmaValue, quickCheck, storeOf } from './connection.ts';
import { PART } from './durable-file.ts';
import { LAST_WORD_NAME, sayOnce, type FoundWord, type LastWord } from './last-word.ts';
import { MARKER_NAME, type Marker } from './marker.ts';
import { latestSchema, type Migration } from './migrations/migrations.ts';
import { differingPage, pagePass } from './page-pass.ts';
import { openPages, openPageSums, PAGE_SUMS_NAME } from './page-sums.ts';
import { lostOf, type LogFit } from './recovered-head.ts';
import { RESTORING } from './restore-steps.ts';
import { assertSchema, schemaNumber, upgradeSchema } from './schema-upgrade.ts';
import { detailOf, faultKind } from './store-fault.ts';
import { StoreRefusal } from './store-refusal.ts';
import type { Store, StoreChecks } from './store.ts';
import { COPIES_FOLDER, copyBeforeSchema, removePart } from './verified-copy.ts';

/** With less room than this a desk would stop in the middle of its first morning. */
const NEEDED_BYTES = 64 * 1024;

/** Small tables that every call rests on; they are checked at every start. */
const ALWAYS_READ = ['office', 'setting', 'counter', 'series', 'business_day'];

/** What lay beside the database before it was opened. */
type Found = {
  readonly folder: string;
  readonly now: string;
  readonly marker: Marker;
  readonly key: DataKey | null;
  readonly word: FoundWord;
  readonly fit: LogFit;
  /** Pages whose newest content is in the log. */
  readonly inLog: ReadonlySet<number>;
  /** Too large to be read whole at every start. */
  readonly isLarge: boolean;
  /** Of a large file, so many pages at either end are compared before it is used. */
  readonly endPages: number;
  readonly migrations: readonly Migration[];
  readonly remember: StoreChecks['remember'];
};

/** Handles on the database beside SQLite's own; to be closed after it, or its lock is gone. */
export type Held = { close(): void };

/** Refuses a database that lacks what the desk last said of it. */
function assertLastWord(database: Database.Database, word: LastWord | null, fit: LogFit): void {
  const lost = word === null ? null : lostOf(database, word, fit);
  if (lost !== null) throw new StoreRefusal('corrupted', `${lost.kind}: ${lost.events} events`, lost);
}

/**
 * Takes the lock of an opened database, checks it, brings it to the newest schema and gives its store. Throws a `StoreRefusal`, or
 * the driver's or the file system's error; `held` is then to be closed after the database.
 */
export function prepareDatabase(
  database: Database.Database,
  found: Found,
  held: Held,
  released: () => void,
): Store {
  const { folder, now, marker, key, word, migrations, isLarge } = found;
  const file = database.name;
  // Held until the connection closes: the last word on who owns the file, whatever starts the program twice.
  database.pragma('locking_mode = EXCLUSIVE');
  if (key !== null && marker.state === 'ready') assertKind(database, latestSchema(migrations));
  const integrity = examine(database, migrations, !isLarge || marker.examined === null);
  const from = schemaNumber(database);

  sweepParts(folder, file);
  assertRoom(`${file}${PART}`);
  assertConnection(database, 'wal');
  assertOffice(database, marker.officeId);
  if (from > 0) assertLastWord(database, word.known, found.fit);

  const pages = openPages(file, Number(pragmaValue(database, 'page_size')));
  held.close = () => pages.close();
  const sums = openPageSums(join(folder, PAGE_SUMS_NAME));
  held.close = () => {
    pages.close();
    sums.close();
  };
  // Whoever exchanges the database on purpose takes the sums away with it.
  const wrong = sums.last === 0 ? [] : marker.wrong;
  if (from === 0 || wasWrittenElsewhere(database, word.known, found.inLog)) sums.forget();
  const differing = differingPage(pages, sums, found.inLog, isLarge ? found.endPages : null);
  if (differing !== null) throw new StoreRefusal('corrupted', `page ${differing} differs from its checksum`);

  // The log is the desk's own from here on: SQLite must bring nothing over that no sum is taken of.
  database.pragma('wal_autocheckpoint = 0');
  const newest = latestSchema(migrations);
  const wordFile = join(folder, LAST_WORD_NAME);
  if (from < newest) {
    if (from > 0) copyBeforeSchema(database, key, folder, newest, now);
    if (word.known !== null) sayOnce(wordFile, { ...word.known, state: 'upgrading', log: null });
    upgradeSchema(database, migrations);
  }
  const log = keepCommitLog(database, wordFile, from > 0 ? word.state : 'kept', sums, key && pages);
  const checks: StoreChecks = {
    pages: pagePass(pages, sums, wrong),
    verified: marker.verified,
    remember: found.remember,
  };
  return storeOf(database, { schema: newest, integrity, log, checks, key }, () => {
    held.close();
    released();
  });
}

/** What the head of a plain file tells before it is opened. */
function assertKind(database: Database.Database, newest: number): void {
  if (pragmaValue(database, 'application_id') !== APPLICATION_ID)
    throw new StoreRefusal('foreign-file', 'another application');
  const schema = schemaNumber(database);
  if (schema > newest) throw new StoreRefusal('newer', `schema ${schema}, known ${newest}`);
}

/** Whether another program went on with a database that this one had closed: its sums know nothing of that. */
function wasWrittenElsewhere(
  database: Database.Database,
  word: LastWord | null,
  inLog: ReadonlySet<number>,
): boolean {
  if (word?.state !== 'closed' || inLog.size > 0) return false;
  const row = database.prepare<[], { last: number | null }>('SELECT max(number) AS last FROM event').get();
  return (row?.last ?? 0) > word.event;
}

/**
 * Takes the lock and reads the file, whole or its small tables, before anything is written. Nothing but damage makes these
 * statements fail as if they were wrong.
 */
function examine(database: Database.Database, migrations: readonly Migration[], whole: boolean): string {
  try {
    database.exec('BEGIN EXCLUSIVE; COMMIT');
    if (whole) assertSound(quickCheck(database));
    assertSchema(database, migrations);
    if (!whole) for (const table of ALWAYS_READ) assertSound(quickCheck(database, table));
    return 'ok';
  } catch (error) {
    throw faultKind(error) === 'logic' ? new StoreRefusal('corrupted', detailOf(error)) : error;
  }
}

function assertSound(integrity: string): void {
  if (integrity !== 'ok') throw new StoreRefusal('corrupted', integrity);
}

/** Removes what a crash left half written or never ordered: files of ours, nothing else. */
function sweepParts(folder: string, file: string): void {
  removePart(`${file}${PART}`);
  removePart(join(folder, `${MARKER_NAME}${PART}`));
  // What was ordered has been carried out by now.
  for (const name of [RESTORING, `${RESTORING}${PART}`])
    rmSync(join(folder, name), { recursive: true, force: true });
  const copies = join(folder, COPIES_FOLDER);
  if (!existsSync(copies)) return;
  for (const name of readdirSync(copies)) {
    if (/\.part(?:-journal|-wal|-shm)?$/.test(name))
      rmSync(join(copies, name), { recursive: true, force: true });
  }
}

function assertRoom(probe: string): void {
  try {
    writeFileSync(probe, Buffer.alloc(NEEDED_BYTES));
  } finally {
    rmSync(probe, { force: true });
  }
}

/** The office a database holds, if any. */
export function officeOf(database: Database.Database): string | null {
  const held =
    database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'office'`).get() !==
    undefined;
  if (!held) return null;
  const office = database
    .prepare<[], { id: string }>('SELECT id FROM office ORDER BY created_at, id LIMIT 1')
    .get();
  return office?.id ?? null;
}

/** Another office's database under this name was put there by hand: its rows must not mix with what this folder exported. */
function assertOffice(database: Database.Database, expected: string | null): void {
  const office = officeOf(database);
  if (expected !== null && office !== expected)
    throw new StoreRefusal('foreign-file', 'the database of another office');
}
