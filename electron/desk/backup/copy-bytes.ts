import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { LOCK_BYTE } from '../store/page-sums.ts';

const CHUNK = 1024 * 1024;

type Copying = {
  /** So many bytes from the start; all of the file where it is not given. */
  readonly most?: number;
  /** Of a database: the page of this size that holds SQLite's locks is left out, Windows does not let it be read. */
  readonly pageSize?: number;
  readonly moved: () => void;
};

/** Copies the start of a file piece by piece, so that the end of the desk is heard, and brings it to the disk. */
export async function copyBytes(
  from: string,
  to: string,
  { most, pageSize, moved }: Copying,
): Promise<number> {
  const source = openSync(from, 'r');
  try {
    const target = openSync(to, 'w', 0o600);
    try {
      const size = Math.min(fstatSync(source).size, most ?? Infinity);
      const bytes = Buffer.alloc(CHUNK);
      for (let at = 0; at < size;) {
        if (at === LOCK_BYTE && pageSize !== undefined) at += pageSize;
        const end = at < LOCK_BYTE ? Math.min(size, LOCK_BYTE) : size;
        const read = readSync(source, bytes, 0, Math.min(CHUNK, end - at), at);
        if (read === 0) break;
        for (let written = 0; written < read;)
          written += writeSync(target, bytes, written, read - written, at + written);
        at += read;
        moved();
        await setImmediate();
      }
      ftruncateSync(target, size);
      fsyncSync(target);
      return size;
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
}

/** SHA-256 of a file in hexadecimal digits, read piece by piece. */
export async function hashOf(file: string, moved: () => void): Promise<string> {
  const handle = openSync(file, 'r');
  try {
    const hash = createHash('sha256');
    const bytes = Buffer.alloc(CHUNK);
    for (let read = 1; read > 0;) {
      read = readSync(handle, bytes, 0, CHUNK, null);
      hash.update(bytes.subarray(0, read));
      moved();
      await setImmediate();
    }
    return hash.digest('hex');
  } finally {
    closeSync(handle);
  }
}
