import { createHash } from 'node:crypto';
import { open, readdir, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '../refusal.ts';
import { PART } from '../store/durable-file.ts';

/** What the file system did, so that tests can make it fail; the real one by default. */
export type FileMoves = {
  readonly rename: typeof rename;
  readonly pause: (milliseconds: number) => Promise<unknown>;
};

const realMoves: FileMoves = { rename, pause };

export type SavedFile = { readonly path: string; readonly bytes: number; readonly sha256: string };

const RENAME_TRIES = 10;
const heldOpen: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES']);
const noRoom: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

let lastSave: Promise<unknown> = Promise.resolve();

/**
 * Writes a whole file or nothing into a folder that exists: a part file beside it, fsync, rename, fsync of the folder, read back.
 * Parts of this program that a crash left there are swept first; `nameStart` says which are ours. Refuses with
 * `folder-not-writable`, `store-full` or, after ten tries to replace a file that is open elsewhere, `file-in-use`.
 * Saves run one after another, or one would sweep the part of the other.
 */
export function saveWhole(
  folder: string,
  fileName: string,
  bytes: Uint8Array,
  nameStart: string,
  moves: FileMoves = realMoves,
): Promise<SavedFile> {
  const save = lastSave.then(() => saveNow(folder, fileName, bytes, nameStart, moves));
  lastSave = save.catch(() => undefined);
  return save;
}

async function saveNow(
  folder: string,
  fileName: string,
  bytes: Uint8Array,
  nameStart: string,
  moves: FileMoves,
): Promise<SavedFile> {
  // A relative folder would lie wherever the program happens to run; a NUL ends a path early.
  if (!isAbsolute(folder) || folder.includes('\0'))
    throw new Refusal({ code: 'folder-not-writable', folder });
  const path = join(folder, fileName);
  const part = `${path}${PART}`;
  const saved = { path, bytes: bytes.byteLength, sha256: sha256(bytes) };
  try {
    await sweepParts(folder, nameStart);
    await writePart(part, bytes);
    await replace(part, path, moves);
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

async function sweepParts(folder: string, nameStart: string): Promise<void> {
  const names = await readdir(folder);
  const stale = names.filter((name) => name.startsWith(nameStart) && name.endsWith(PART));
  await Promise.all(stale.map((name) => rm(join(folder, name), { force: true })));
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
async function replace(part: string, path: string, moves: FileMoves): Promise<void> {
  for (let left = RENAME_TRIES - 1; ; left -= 1) {
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
  if (noRoom.has(codeOf(error))) return new Refusal({ code: 'store-full', file: path });
  return new Refusal({ code: 'folder-not-writable', folder });
}
