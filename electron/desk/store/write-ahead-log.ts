import { closeSync, openSync, readSync } from 'node:fs';

/** What a write-ahead log holds, read without SQLite. SQLite locks the database and never its log: the log may be opened here. */
export type LogFile = {
  /** Tells one filling of the log from the next, 16 hexadecimal digits: the first half rises by one, the second is drawn. */
  readonly salt: string;
  /** How many frames belong to whole commits. */
  readonly frames: number;
  /** Where the newest committed content of each page lies in the log. */
  readonly pages: ReadonlyMap<number, number>;
  readonly pageSize: number;
};

export const WAL_HEADER = 32;
export const FRAME_HEADER = 24;

/** A handle on a file that is only read; `null` where there is none. */
export function openIfThere(file: string): number | null {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Reads a log by SQLite's own rules for a valid frame (https://www.sqlite.org/fileformat2.html#walformat): the salts of the
 * log and an unbroken running checksum; what follows the last commit does not count. `null` where there is no log, or none
 * that SQLite would read.
 */
export function readLog(file: string): LogFile | null {
  const handle = openIfThere(file);
  if (handle === null) return null;
  try {
    const head = Buffer.alloc(WAL_HEADER);
    if (readSync(handle, head, 0, WAL_HEADER, 0) < WAL_HEADER) return null;
    const magic = head.readUInt32BE(0);
    if (magic !== 0x377f0682 && magic !== 0x377f0683) return null;
    const sum = runningChecksum(magic === 0x377f0683);
    sum.add(head, 0, 24);
    const pageSize = head.readUInt32BE(8);
    if (!sum.equals(head, 24) || pageSize < 512 || pageSize > 65536) return null;
    const frame = Buffer.alloc(FRAME_HEADER + pageSize);
    const pages = new Map<number, number>();
    const pending = new Map<number, number>();
    let frames = 0;
    for (
      let count = 1, offset = WAL_HEADER;
      readSync(handle, frame, 0, frame.length, offset) === frame.length;
      count += 1, offset += frame.length
    ) {
      if (frame.compare(head, 16, 24, 8, 16) !== 0) break;
      sum.add(frame, 0, 8);
      sum.add(frame, FRAME_HEADER, frame.length);
      if (!sum.equals(frame, 16)) break;
      pending.set(frame.readUInt32BE(0), offset + FRAME_HEADER);
      if (frame.readUInt32BE(4) === 0) continue;
      for (const [page, at] of pending) pages.set(page, at);
      pending.clear();
      frames = count;
    }
    return { salt: head.toString('hex', 16, 24), frames, pages, pageSize };
  } finally {
    closeSync(handle);
  }
}

/** The salt of a log that is being written; `null` where it has no head yet. */
export function saltOf(file: string): string | null {
  const handle = openIfThere(file);
  if (handle === null) return null;
  try {
    const head = Buffer.alloc(WAL_HEADER);
    return readSync(handle, head, 0, WAL_HEADER, 0) < WAL_HEADER ? null : head.toString('hex', 16, 24);
  } finally {
    closeSync(handle);
  }
}

function runningChecksum(bigEndian: boolean) {
  let first = 0;
  let second = 0;
  return {
    add(bytes: Buffer, start: number, end: number): void {
      for (let at = start; at < end; at += 8) {
        const left = bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
        const right = bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4);
        first = (first + left + second) >>> 0;
        second = (second + right + first) >>> 0;
      }
    },
    equals: (bytes: Buffer, at: number): boolean =>
      bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second,
  };
}
