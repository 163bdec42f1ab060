import { createHash } from 'node:crypto';
import { open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from './refusal.ts';
import { PART } from './store/durable-file.ts';
import { fullDisk } from './store/store-problem.ts';

/** What the file system did, so that tests can make it fail; the real one by default. */
export type FileMoves = {
  readonly rename: typeof rename;
  readonly pause: (milliseconds: number) => Promise<unknown>;
  /** Milliseconds that a save may take, its wait for the saves before it included. */
  readonly patienceMs?: number;
};

const realMoves: FileMoves = { rename, pause };

export type SavedFile = { readonly path: string; readonly bytes: number; readonly sha256: string };

const RENAME_TRIES = 10;
const heldOpen: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES']);
const noRoom: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** A folder that does not answer, such as a share whose server is gone, is given up after this. */
const usualPatienceMs = 30_000;

const lastSaves = new Map<string, Promise<unknown>>();

/**
 * Writes a whole file or nothing into a folder that exists: a part file beside it, fsync, rename, fsync of the folder, read back.
 * A part of this very file that a crash left is swept first; those of other files may be another office's, which writes them now.
 * Refuses with `folder-not-writable` (a folder that does not answer in time as well), `store-full` or, after ten tries to replace
 * a file that is open elsewhere, `file-in-use`. Saves into one folder run one after another; other folders do not wait for it.
 */
export function saveWhole(
  folder: string,
  fileName: string,
  bytes: Uint8Array,
  moves: FileMoves = realMoves,
): Promise<SavedFile> {
  // A relative folder would lie wherever the program happens to run.
  if (!isAbsolute(folder)) return Promise.reject(new Refusal({ code: 'folder-not-writable', folder }));
  const late = AbortSignal.timeout(moves.patienceMs ?? usualPatienceMs);
  const key = resolve(folder);
  const save = (lastSaves.get(key) ?? Promise.resolve()).then(() =>
    saveNow(folder, fileName, bytes, moves, late),
  );
  // The next save waits for this one to be over even when its caller no longer does: two must never write the same part.
  const over = save
    .catch(() => undefined)
    .then(() => {
      if (lastSaves.get(key) === over) lastSaves.delete(key);
    });
  lastSaves.set(key, over);
  return Promise.race([save, lateness(late, folder)]);
}

function lateness(late: AbortSignal, folder: string): Promise<never> {
  return new Promise((_done, failed) => {
    late.addEventListener('abort', () => failed(new Refusal({ code: 'folder-not-writable', folder })), {
      once: true,
    });
  });
}

async function saveNow(
  folder: string,
  fileName: string,
  bytes: Uint8Array,
  moves: FileMoves,
  late: AbortSignal,
): Promise<SavedFile> {
  const path = join(folder, fileName);
  const part = `${path}${PART}`;
  const saved = { path, bytes: bytes.byteLength, sha256: sha256(bytes) };
  try {
    late.throwIfAborted();
    await rm(part, { force: true });
    await writePart(part, bytes);
    await replace(part, path, moves, late);
    await syncFolder(folder);
    if ((await sumOf(path)) !== saved.sha256)
      throw new Error('the file reads back otherwise than it was written');
    return saved;
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    // A frozen day gives the same bytes again: a file that is open elsewhere and holds them already is saved.
    if (error instanceof InUse && (await sumOf(path).catch(() => '')) === saved.sha256) return saved;
    throw asRefusal(error, folder, path);
  }
}

async function sumOf(path: string): Promise<string> {
  return sha256(await readFile(path));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function writePart(part: string, bytes: Uint8Array): Promise<void> {
  // `wx` follows no link that somebody left under this name.
  const file = await open(part, 'wx', 0o644);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

class InUse extends Error {}

/** Excel, a virus scanner or a sync program may hold the old file for a moment, or for as long as it is open. */
async function replace(part: string, path: string, moves: FileMoves, late: AbortSignal): Promise<void> {
  for (let left = RENAME_TRIES - 1; ; left -= 1) {
    // What was told as not written does not appear later.
    late.throwIfAborted();
    try {
      await moves.rename(part, path);
      return;
    } catch (error) {
      if (!heldOpen.has(codeOf(error))) throw error;
      if (left === 0) throw new InUse();
      await moves.pause(Math.min(500, 20 * 2 ** (RENAME_TRIES - 1 - left)));
    }
  }
}

/** Makes the new name survive a power cut where the system can: Windows and some network folders open no folder. */
async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch (error) {
    if (noRoom.has(codeOf(error)) || codeOf(error) === 'EIO') throw error;
  } finally {
    await handle?.close();
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function asRefusal(error: unknown, folder: string, path: string): Refusal {
  if (error instanceof InUse) return new Refusal({ code: 'file-in-use', file: path });
  if (noRoom.has(codeOf(error))) return new Refusal(fullDisk(path, codeOf(error) === 'EDQUOT'));
  return new Refusal({ code: 'folder-not-writable', folder });
}
