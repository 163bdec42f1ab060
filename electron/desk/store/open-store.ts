import Database from 'better-sqlite3';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { Lost, StartUpReason } from '#shared/contract/problem.ts';
import { APPLICATION_ID, assertConnection, BUSY_MS, quickCheck, storeOf } from './connection.ts';
import { keepCommitLog } from './commit-log.ts';
import { PART } from './durable-file.ts';
import { readFileIdentity, sizeOf, type FileIdentity } from './file-identity.ts';
import { MARKER_NAME, readMarker, writeMarker, type Marker } from './marker.ts';
import { LAST_WORD_NAME, readLastWord, type FoundWord, type LastWord } from './last-word.ts';
import { latestSchema, MIGRATIONS, type Migration } from './migrations/migrations.ts';
import { logFit, lostInCopy, lostOf, type LogFit } from './recovered-head.ts';
import { assertSchema, SchemaMismatch, schemaNumber, upgradeSchema } from './schema-upgrade.ts';
import { machineMounts, placeProblem, realFolderOf } from './storage-place.ts';
import { faultKind, startUpReason } from './store-fault.ts';
import type { Store } from './store.ts';
import { COPIES_FOLDER, CopyRefused, copyBeforeSchema, removePart } from './verified-copy.ts';
import { readLog } from './write-ahead-log.ts';

export const DATABASE_NAME = 'desk.db';

/** With less room than this a desk would stop in the middle of its first morning. */
const NEEDED_BYTES = 64 * 1024;

/** Up to this size the whole file is read at every start: a second on a slow disk. */
const READ_AT_EVERY_START = 128 * 1024 * 1024;
/** A larger file that was closed in order is read through this often. */
const READ_EVERY_DAYS = 7;
/** Small tables that every call rests on; they are checked at every start. */
const ALWAYS_READ = ['office', 'setting', 'counter', 'series', 'business_day'];

type StorePlace = {
  /** Holds (or will hold) the database, its marker and its copies. */
  readonly folder: string;
  /** Whether a folder without a database gets one. */
  readonly create: boolean;
  /** The present instant, UTC. */
  readonly now: string;
};

export type StoreOptions = {
  readonly migrations?: readonly Migration[];
  /** The mount table of the machine, as in /proc/mounts. */
  readonly mounts?: string;
  /** Bytes up to which the whole file is read at every start. */
  readonly readAtEveryStart?: number;
};

export type OpenedStore =
  | { readonly ok: true; readonly store: Store }
  | {
      readonly ok: false;
      readonly reason: StartUpReason;
      readonly file: string;
      readonly detail: string;
      readonly lost?: Lost;
    };

/** What lay beside the database before it was opened. */
type Found = {
  readonly folder: string;
  readonly now: string;
  readonly marker: Marker;
  readonly word: FoundWord;
  readonly fit: LogFit;
};

class Refusal extends Error {
  readonly reason: StartUpReason;
  readonly lost: Lost | undefined;
  constructor(reason: StartUpReason, detail: string, lost?: Lost) {
    super(detail);
    this.reason = reason;
    this.lost = lost;
  }
}

/**
 * Databases that are open in this process. Closing any handle on a file drops the locks that its process holds on it
 * (POSIX), so a second open must be refused before the file is so much as looked at.
 */
const openHere = new Set<string>();

/**
 * Opens the database of a folder for this process alone, brings it to the newest schema and gives its store. Never
 * throws. A refusal names its reason; a file that is refused is neither deleted, nor emptied, nor replaced.
 */
export function openStore(place: StorePlace, options: StoreOptions = {}): OpenedStore {
  const folder = resolve(place.folder);
  const file = join(folder, DATABASE_NAME);
  const realFolder = realFolderOf(folder);
  const key = join(realFolder, DATABASE_NAME);
  const refuse = (reason: StartUpReason, detail: string, lost?: Lost): OpenedStore => ({
    ok: false,
    reason,
    file,
    detail,
    ...(lost === undefined ? {} : { lost }),
  });

  const misplaced = placeProblem(place.folder, realFolder, options.mounts ?? machineMounts());
  if (misplaced !== null) return refuse(misplaced.reason, misplaced.detail);
  if (openHere.has(key)) return refuse('locked', 'open in this program');
  openHere.add(key);
  try {
    return {
      ok: true,
      store: openChecked({ ...place, folder }, file, options, () => openHere.delete(key)),
    };
  } catch (error) {
    openHere.delete(key);
    if (error instanceof Refusal) return refuse(error.reason, error.message, error.lost);
    if (error instanceof SchemaMismatch) return refuse('corrupted', error.message);
    return refuse(error instanceof CopyRefused ? 'unknown' : startUpReason(error), detailOf(error));
  }
}

function openChecked(place: StorePlace, file: string, options: StoreOptions, released: () => void): Store {
  const { folder, create, now } = place;
  const { migrations = MIGRATIONS } = options;
  const newest = latestSchema(migrations);
  const markerFile = join(folder, MARKER_NAME);
  if (create) mkdirSync(folder, { recursive: true, mode: 0o700 });

  const word = readLastWord(join(folder, LAST_WORD_NAME));
  const log = readLog(`${file}-wal`);
  const marker = recognise(
    readFileIdentity(file, log),
    readMarker(markerFile),
    word.state !== 'began' || sizeOf(`${file}-wal`) > 0,
    create,
    newest,
  );
  const fit = word.known === null ? 'fits' : logFit(word.known, log);
  assertOwnLog(fit, file, folder, word.known);
  assertWritable(file);
  const started = marker ?? {
    application: APPLICATION_ID,
    state: 'creating',
    schema: 0,
    created: now,
    officeId: null,
    examined: null,
  };
  if (marker === null) writeMarker(markerFile, started);

  const isLarge = sizeOf(file) > (options.readAtEveryStart ?? READ_AT_EVERY_START);
  const whole = !isLarge || sizeOf(`${file}-wal`) > 0 || isReadingDue(started, now);
  const database = new Database(file, { timeout: BUSY_MS, fileMustExist: started.state === 'ready' });
  try {
    const store = prepareDatabase(
      database,
      { folder, now, marker: started, word, fit },
      file,
      migrations,
      whole,
      released,
    );
    const ready: Marker = {
      ...started,
      state: 'ready',
      schema: newest,
      officeId: started.officeId ?? officeOf(database),
      // A small file is read every time: its marker need not tell when.
      examined: isLarge && whole ? now : started.examined,
    };
    if (JSON.stringify(ready) !== JSON.stringify(started)) writeMarker(markerFile, ready);
    return store;
  } catch (error) {
    keepDamaged(error, file, folder, now);
    database.close();
    throw error;
  }
}

/** Decides from the outside of the file, before SQLite opens it. Gives the marker, `null` for a desk that is to be made. */
function recognise(
  identity: FileIdentity | null,
  marker: Marker | 'unreadable' | null,
  hasTraces: boolean,
  create: boolean,
  newest: number,
): Marker | null {
  const creating = marker !== null && marker !== 'unreadable' && marker.state === 'creating';
  if (identity === null || identity.size === 0) {
    if (creating) return marker;
    if (identity === null && marker === null && !hasTraces) {
      if (create) return null;
      throw new Refusal('unknown', 'there is no database');
    }
    if (marker === null) throw new Refusal('marker-missing', 'the file is empty');
    throw new Refusal('corrupted', identity === null ? 'the database is gone' : 'the database is empty');
  }
  if (identity.form === 'damaged') throw new Refusal('corrupted', 'the head of the file is damaged');
  if (identity.form === 'other')
    throw new Refusal('foreign-file', 'the file does not begin as a database does');
  const untouched = identity.applicationId === 0 && identity.userVersion === 0;
  if (identity.applicationId !== APPLICATION_ID && !(creating && untouched)) {
    throw new Refusal('foreign-file', `application ${identity.applicationId.toString(16)}`);
  }
  if (identity.userVersion > newest)
    throw new Refusal('newer', `schema ${identity.userVersion}, known ${newest}`);
  if (marker === null || marker === 'unreadable') throw new Refusal('marker-missing', marker ?? MARKER_NAME);
  return marker;
}

/**
 * Whether a large file that was closed in order is read whole all the same: not yet read, a week ago, or by a clock that has
 * gone back since.
 */
function isReadingDue({ examined }: Marker, now: string): boolean {
  if (examined === null) return true;
  const days = (Date.parse(now) - Date.parse(examined)) / 86_400_000;
  return days < 0 || days >= READ_EVERY_DAYS;
}

/** Throws the file system's error where the database exists and may not be written: SQLite would silently open it to read. */
function assertWritable(file: string): void {
  if (existsSync(file)) closeSync(openSync(file, 'r+'));
}

/** Refuses before SQLite writes a log into the database that is cut, or is not its own. */
function assertOwnLog(fit: LogFit, file: string, folder: string, word: LastWord | null): void {
  if (word === null) return;
  // Where the log is gone altogether, the database may be opened to see what it lacks.
  if (fit === 'cut' && sizeOf(`${file}-wal`) > 0)
    throw new Refusal('corrupted', 'the log is cut', lostInCopy(file, folder, word));
  if (fit === 'other')
    throw new Refusal('corrupted', 'the log of another database', {
      kind: 'other-log',
      events: 0,
      numbers: [],
    });
}

/** Refuses a database that lacks what the desk last said of it. */
function assertLastWord(database: Database.Database, word: LastWord | null, fit: LogFit): void {
  const lost = word === null ? null : lostOf(database, word, fit);
  if (lost !== null) throw new Refusal('corrupted', `${lost.kind}: ${lost.events} events`, lost);
}

function prepareDatabase(
  database: Database.Database,
  { folder, now, marker, word, fit }: Found,
  file: string,
  migrations: readonly Migration[],
  whole: boolean,
  released: () => void,
): Store {
  // Held until the connection closes: the last word on who owns the file, whatever starts the program twice.
  database.pragma('locking_mode = EXCLUSIVE');
  const integrity = examine(database, migrations, whole);
  const from = schemaNumber(database);

  sweepParts(folder, file);
  assertRoom(`${file}${PART}`);
  assertConnection(database, 'wal');
  assertOffice(database, marker.officeId);
  if (from > 0) assertLastWord(database, word.known, fit);
  const newest = latestSchema(migrations);
  if (from < newest) {
    if (from > 0) copyBeforeSchema(database, folder, newest, now);
    upgradeSchema(database, migrations);
    // An older program looks for the number in the file.
    database.pragma('wal_checkpoint(TRUNCATE)');
  }
  const log = keepCommitLog(database, join(folder, LAST_WORD_NAME), from > 0 ? word.state : 'kept');
  return storeOf(database, newest, integrity, log, released);
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
    throw faultKind(error) === 'logic' ? new Refusal('corrupted', detailOf(error)) : error;
  }
}

function assertSound(integrity: string): void {
  if (integrity !== 'ok') throw new Refusal('corrupted', integrity);
}

/** Removes what a crash left half written: part files of ours, nothing else. */
function sweepParts(folder: string, file: string): void {
  removePart(`${file}${PART}`);
  removePart(join(folder, `${MARKER_NAME}${PART}`));
  const copies = join(folder, COPIES_FOLDER);
  if (!existsSync(copies)) return;
  for (const name of readdirSync(copies)) {
    if (/\.part(?:-journal|-wal|-shm)?$/.test(name)) rmSync(join(copies, name), { force: true });
  }
}

function assertRoom(probe: string): void {
  try {
    writeFileSync(probe, Buffer.alloc(NEEDED_BYTES));
  } finally {
    rmSync(probe, { force: true });
  }
}

function officeOf(database: Database.Database): string | null {
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
    throw new Refusal('foreign-file', 'the database of another office');
}

/** Closing a connection writes its log into the file. Where the file is damaged, both are first put aside as they were found. */
function keepDamaged(error: unknown, file: string, folder: string, now: string): void {
  const corrupted =
    error instanceof SchemaMismatch ||
    (error instanceof Refusal ? error.reason : startUpReason(error)) === 'corrupted';
  if (!corrupted || sizeOf(`${file}-wal`) === 0) return;
  const kept = join(folder, COPIES_FOLDER, `damaged-${now.replaceAll(/[-:]|\.\d+/g, '')}`);
  try {
    mkdirSync(kept, { recursive: true, mode: 0o700 });
    for (const name of [DATABASE_NAME, `${DATABASE_NAME}-wal`]) {
      cpSync(join(folder, name), join(kept, name), { force: false, errorOnExist: false });
    }
  } catch {
    // A disk that takes no copy is no reason to hide the damage.
  }
}

function detailOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? `${error.code}: ` : '';
  return error.message.startsWith(code) ? error.message : `${code}${error.message}`;
}
