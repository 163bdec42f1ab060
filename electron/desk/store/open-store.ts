import { closeSync, cpSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Lost, StartUpReason } from '#shared/contract/problem.ts';
import { openDatabase, WrongKey, type DataKey } from './cipher.ts';
import { APPLICATION_ID, BUSY_MS } from './connection.ts';
import { readFileIdentity, sizeOf, type FileIdentity } from './file-identity.ts';
import { LAST_WORD_NAME, readLastWord, type LastWord } from './last-word.ts';
import { closeToOthers } from './close-to-others.ts';
import { copiedFrom, retire, thisMachine } from './home.ts';
import { writeWhole } from './durable-file.ts';
import { DATA_KEY_NAME, DATABASE_NAME, MARKER_NAME, readMarker, writeMarker, type Marker } from './marker.ts';
import { latestSchema, MIGRATIONS, type Migration } from './migrations/migrations.ts';
import { officeOf, prepareDatabase, type Held } from './prepare-store.ts';
import { logFit, lostInCopy, type LogFit } from './recovered-head.ts';
import { SchemaMismatch } from './schema-upgrade.ts';
import {
  freeBytesAt,
  machineMounts,
  machineSyncedFolders,
  placeProblem,
  realFolderOf,
} from './storage-place.ts';
import { detailOf, startUpReason } from './store-fault.ts';
import { exchangeOrdered } from './restore-steps.ts';
import { StoreRefusal } from './store-refusal.ts';
import type { Store } from './store.ts';
import { COPIES_FOLDER, CopyRefused } from './verified-copy.ts';
import { readLog } from './write-ahead-log.ts';

/** Up to this size the whole file is read at every start: a second on a slow disk. */
const READ_AT_EVERY_START = 128 * 1024 * 1024;
/** Of a larger one so many pages at either end are compared then, the others while the desk works. */
const END_PAGES = 1024;

/** A new key, and the text of its file. */
export type BornKey = { readonly key: DataKey; readonly keyFile: string };

export type StorePlace = {
  /** Holds (or will hold) the database, its marker and its copies. */
  readonly folder: string;
  /** Whether a folder without a database gets one. */
  readonly create: boolean;
  /** The present instant, UTC. */
  readonly now: string;
  /** What opens the database where it is enciphered. */
  readonly key?: DataKey | null;
  /** A database that is made here is enciphered from its first page, its key file on the disk before it. */
  readonly born?: BornKey | null;
  /** An officer's word that the folder was moved here, and that its desk works nowhere else any more. */
  readonly moved?: boolean;
};

export type StoreOptions = {
  readonly migrations?: readonly Migration[];
  /** The mount table of the machine, as in /proc/mounts. */
  readonly mounts?: string;
  /** What the machine calls itself, hashed. */
  readonly machine?: string;
  /** Bytes up to which the whole file is read at every start. */
  readonly readAtEveryStart?: number;
  /** Pages at either end of a larger file that are compared at every start. */
  readonly endPages?: number;
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

  const misplaced = placeProblem(
    place.folder,
    realFolder,
    options.mounts ?? machineMounts(),
    machineSyncedFolders(),
  );
  if (misplaced !== null) return refuse(misplaced.reason, misplaced.detail);
  if (openHere.has(key)) return refuse('locked', 'open in this program');
  openHere.add(key);
  try {
    exchangeOrdered(folder);
    return {
      ok: true,
      store: openChecked({ ...place, folder }, file, options, () => openHere.delete(key)),
    };
  } catch (error) {
    openHere.delete(key);
    if (error instanceof StoreRefusal) return refuse(error.reason, error.message, error.lost);
    if (error instanceof WrongKey) return refuse('key-missing', 'the key is that of another database');
    if (error instanceof SchemaMismatch) return refuse('corrupted', error.message);
    return refuse(error instanceof CopyRefused ? 'unknown' : startUpReason(error), detailWith(error, folder));
  }
}

/** Of a full disk the room it has left belongs to what an error says. */
function detailWith(error: unknown, folder: string): string {
  const free = startUpReason(error) === 'full' ? freeBytesAt(folder) : null;
  return free === null ? detailOf(error) : `${detailOf(error)} (${Math.floor(free / 1_000_000)} MB free)`;
}

function openChecked(place: StorePlace, file: string, options: StoreOptions, released: () => void): Store {
  const { folder, create, now } = place;
  const { migrations = MIGRATIONS } = options;
  const newest = latestSchema(migrations);
  const markerFile = join(folder, MARKER_NAME);
  if (create) makeFolder(folder);

  const word = readLastWord(join(folder, LAST_WORD_NAME));
  const log = readLog(`${file}-wal`);
  const found = readMarker(markerFile);
  const cipher = found === null || found === 'unreadable' ? null : found.cipher;
  const marker = recognise(
    readFileIdentity(file, log, cipher !== null),
    found,
    word.state !== 'began' || sizeOf(`${file}-wal`) > 0 || isKeyOfAnother(folder, place.born ?? null),
    create,
    newest,
  );
  const born = marker === null ? (place.born ?? null) : null;
  const key = cipher === null ? (born?.key ?? null) : (place.key ?? null);
  if (cipher !== null && key === null) throw new StoreRefusal('sealed', cipher);
  if (cipher !== null && key?.cipher !== cipher) throw new WrongKey('the key is of another cipher');
  const home = { machine: options.machine ?? thisMachine(), folder: realFolderOf(folder) };
  const elsewhere = marker === null ? null : copiedFrom(marker, home);
  if (elsewhere !== null && place.moved !== true)
    throw new StoreRefusal('copied', elsewhere.folder ?? 'another machine');
  const former = elsewhere?.folder ?? null;
  const fit = word.known === null ? 'fits' : logFit(word.known, log);
  assertOwnLog(fit, file, folder, word.known, key);
  assertWritable(file);
  closeToOthers(folder, 'desk.');
  const started: Marker = marker ?? {
    application: APPLICATION_ID,
    state: 'creating',
    schema: 0,
    created: now,
    officeId: null,
    examined: null,
    verified: null,
    wrong: [],
    cipher: key?.cipher ?? null,
    home,
  };
  if (born !== null) writeWhole(join(folder, DATA_KEY_NAME), born.keyFile);
  if (marker === null) writeMarker(markerFile, started);

  // SQLite would make it readable to everybody; its log takes the rights of the database.
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  const isLarge = sizeOf(file) > (options.readAtEveryStart ?? READ_AT_EVERY_START);
  const database = openDatabase(file, key, {
    timeout: BUSY_MS,
    fileMustExist: started.state === 'ready',
  });
  const held: Held = { close: () => {} };
  let remembered: Pick<Marker, 'verified' | 'wrong'> = { verified: started.verified, wrong: started.wrong };
  try {
    const store = prepareDatabase(
      database,
      {
        folder,
        now,
        marker: started,
        key,
        word,
        fit,
        inLog: new Set(log?.pages.keys()),
        isLarge,
        endPages: options.endPages ?? END_PAGES,
        migrations,
        remember: ({ verified = remembered.verified, wrong = remembered.wrong }) => {
          remembered = { verified, wrong: [...wrong] };
          writeMarker(markerFile, readyMarker());
        },
      },
      held,
      released,
    );
    const readyMarker = (): Marker => ({
      ...started,
      ...remembered,
      home,
      state: 'ready',
      schema: newest,
      officeId: started.officeId ?? officeOf(database),
      // A small file is read every time: its marker need not tell when.
      examined: isLarge ? (started.examined ?? now) : started.examined,
    });
    if (JSON.stringify(readyMarker()) !== JSON.stringify(started)) writeMarker(markerFile, readyMarker());
    if (former !== null) retire(former, home);
    return store;
  } catch (error) {
    keepDamaged(error, file, folder, now);
    database.close();
    held.close();
    throw error;
  }
}

/** A key file without a database: that of one that is lost, unless what is made here is to have this very key. */
function isKeyOfAnother(folder: string, born: BornKey | null): boolean {
  const file = join(folder, DATA_KEY_NAME);
  return existsSync(file) && readFileSync(file, 'utf8') !== born?.keyFile;
}

/** Makes a folder and those above it. Node's own recursive way says ENOENT of a disk that only reads. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
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
      throw new StoreRefusal('unknown', 'there is no database');
    }
    if (marker === null) throw new StoreRefusal('marker-missing', 'the file is empty');
    throw new StoreRefusal('corrupted', identity === null ? 'the database is gone' : 'the database is empty');
  }
  if (identity.form === 'damaged') throw new StoreRefusal('corrupted', 'the head of the file is damaged');
  if (identity.form === 'other')
    throw new StoreRefusal('foreign-file', 'the file does not begin as a database does');
  if (marker !== null && marker !== 'unreadable' && marker.cipher !== null) {
    if (marker.schema > newest) throw new StoreRefusal('newer', `schema ${marker.schema}, known ${newest}`);
    return marker;
  }
  const untouched = identity.applicationId === 0 && identity.userVersion === 0;
  if (identity.applicationId !== APPLICATION_ID && !(creating && untouched)) {
    throw new StoreRefusal('foreign-file', `application ${identity.applicationId.toString(16)}`);
  }
  if (identity.userVersion > newest)
    throw new StoreRefusal('newer', `schema ${identity.userVersion}, known ${newest}`);
  if (marker === null || marker === 'unreadable')
    throw new StoreRefusal('marker-missing', marker ?? MARKER_NAME);
  return marker;
}

/** Throws the file system's error where the database exists and may not be written: SQLite would silently open it to read. */
function assertWritable(file: string): void {
  if (existsSync(file)) closeSync(openSync(file, 'r+'));
}

/** Refuses before SQLite writes a log into the database that is cut, or is not its own. */
function assertOwnLog(
  fit: LogFit,
  file: string,
  folder: string,
  word: LastWord | null,
  key: DataKey | null,
): void {
  if (word === null) return;
  // Where the log is gone altogether, the database may be opened to see what it lacks.
  if (fit === 'cut' && sizeOf(`${file}-wal`) > 0)
    throw new StoreRefusal('corrupted', 'the log is cut', lostInCopy(file, folder, word, key));
  if (fit === 'other')
    throw new StoreRefusal('corrupted', 'the log of another database', {
      kind: 'other-log',
      events: 0,
      numbers: [],
    });
}

/** Closing a connection writes its log into the file. Where the file is damaged, both are first put aside as they were found. */
function keepDamaged(error: unknown, file: string, folder: string, now: string): void {
  const corrupted =
    error instanceof SchemaMismatch ||
    (error instanceof StoreRefusal ? error.reason : startUpReason(error)) === 'corrupted';
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
