import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The ending of a file that is still being written; one left by a crash is swept at the next start. */
export const PART = '.part';

/** Writes a whole file or nothing: a part file beside it, fsync, rename, fsync of the folder. Throws the file system's error. */
export function writeWhole(file: string, text: string): void {
  const part = `${file}${PART}`;
  try {
    writeFileSync(part, text, { mode: 0o600 });
    renameDurably(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Puts a finished part file under its name so that the name survives a power cut. */
export function renameDurably(part: string, file: string): void {
  syncFile(part);
  renameSync(part, file);
  syncFolder(dirname(file));
}

/** Brings a file to the disk. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Brings the names of a folder to the disk. */
export function syncFolder(folder: string): void {
  // Windows opens no handle on a folder; its file system journals the rename by itself.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
