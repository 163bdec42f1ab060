import { closeSync, fstatSync, fsyncSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { heldFile } from './held-file.ts';
import { FRAME_HEADER, openIfThere, WAL_HEADER } from './write-ahead-log.ts';

/**
 * A checksum of each page of the database as the last checkpoint left it (docs/decisions/0019-page-sums.md). Between
 * checkpoints nothing writes the database, and the log has checksums of its own: what differs was changed by nobody's wish.
 */
export type PageSums = {
  /** The highest page that a sum is known of. */
  readonly last: number;
  /** The sum of a page, 0 where it is not known. */
  of(page: number): number;
  set(page: number, sum: number): void;
  /**
   * Takes the sums of all pages that the first `frames` frames of a log hold: what a checkpoint has brought into the database. Of an
   * enciphered one they are read in `database`, since the same page is enciphered anew wherever it is written.
   */
  takeFrom(log: string, frames: number, pageSize: number, database: PageReader | null): void;
  /** Brings what was set to the disk. Throws the file system's error. */
  save(): void;
  /** Nothing is known any more: somebody else wrote the database. */
  forget(): void;
  close(): void;
};

export const PAGE_SUMS_NAME = 'desk.sums';

/** The file is made of blocks: a CRC-32 of the rest, then the sums of so many pages. A torn block is known as one. */
const BLOCK = 4096;
const IN_BLOCK = BLOCK / 4 - 1;
const FRAMES_AT_ONCE = 256;

/** The sum of one page: its CRC-32; 0 stands for "not known". */
export function pageSum(page: Buffer): number {
  return crc32(page) || 1;
}

/** Opens the sums beside a database, makes their file where there is none; `read` writes nothing. Throws the file system's error. */
export function openPageSums(file: string, use: 'keep' | 'read' = 'keep'): PageSums {
  let blocks = readIfThere(file);
  blocks = Buffer.concat([blocks, Buffer.alloc((BLOCK - (blocks.length % BLOCK)) % BLOCK)]);
  for (let at = 0; at < blocks.length; at += BLOCK) {
    const block = blocks.subarray(at, at + BLOCK);
    if (crc32(block.subarray(4)) !== block.readUInt32LE(0)) block.fill(0);
  }
  const held = heldFile(openSync(file, use === 'read' ? 'r' : blocks.length === 0 ? 'w' : 'r+', 0o600));
  const changed = new Set<number>();
  let last = lastOf(blocks);
  const placeOf = (page: number): number =>
    Math.floor((page - 1) / IN_BLOCK) * BLOCK + 4 + ((page - 1) % IN_BLOCK) * 4;

  const sums: PageSums = {
    get last() {
      return last;
    },
    of(page) {
      const at = placeOf(page);
      return at < blocks.length ? blocks.readUInt32LE(at) : 0;
    },
    set(page, sum) {
      const at = placeOf(page);
      if (at >= blocks.length) {
        const more = Math.max(BLOCK * (Math.floor(at / BLOCK) + 1), Math.min(blocks.length * 2, 1 << 24));
        blocks = Buffer.concat([blocks, Buffer.alloc(more - blocks.length)]);
      }
      if (blocks.readUInt32LE(at) === sum) return;
      blocks.writeUInt32LE(sum, at);
      changed.add(Math.floor(at / BLOCK));
      last = Math.max(last, page);
    },
    takeFrom(log, frames, pageSize, database) {
      for (const [page, sum] of sumsOfLog(log, frames, pageSize)) {
        const [bytes] = database?.read(page, 1) ?? [];
        sums.set(page, bytes === undefined ? sum : pageSum(bytes));
      }
    },
    save() {
      const { handle } = held;
      for (const block of changed) {
        const bytes = blocks.subarray(block * BLOCK, (block + 1) * BLOCK);
        bytes.writeUInt32LE(crc32(bytes.subarray(4)), 0);
        writeSync(handle, bytes, 0, BLOCK, block * BLOCK);
      }
      if (changed.size > 0) fsyncSync(handle);
      changed.clear();
    },
    forget() {
      blocks.fill(0);
      for (let block = 0; block < blocks.length / BLOCK; block += 1) changed.add(block);
      last = 0;
      sums.save();
    },
    close: held.close,
  };
  return sums;
}

function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

function lastOf(blocks: Buffer): number {
  for (let at = blocks.length - 4; at >= 4; at -= 4) {
    if (at % BLOCK !== 0 && blocks.readUInt32LE(at) !== 0)
      return Math.floor(at / BLOCK) * IN_BLOCK + (at % BLOCK) / 4;
  }
  return 0;
}

/** The sums of the newest content of each page in the first frames of a log. */
function sumsOfLog(log: string, frames: number, pageSize: number): Map<number, number> {
  const sums = new Map<number, number>();
  const handle = openIfThere(log);
  if (handle === null) return sums;
  try {
    const size = FRAME_HEADER + pageSize;
    const bytes = Buffer.alloc(size * FRAMES_AT_ONCE);
    for (let first = 0; first < frames; first += FRAMES_AT_ONCE) {
      const count = Math.min(FRAMES_AT_ONCE, frames - first);
      readSync(handle, bytes, 0, count * size, WAL_HEADER + first * size);
      for (let at = 0; at < count * size; at += size)
        sums.set(bytes.readUInt32BE(at), pageSum(bytes.subarray(at + FRAME_HEADER, at + size)));
    }
    return sums;
  } finally {
    closeSync(handle);
  }
}

/**
 * The database as bytes. It is closed after SQLite has closed the file, never before: closing any handle on it drops the lock that
 * this process holds (POSIX).
 */
export type PageReader = {
  /** How many pages the file has now. */
  count(): number;
  /** Up to `most` pages (16) from one on, as they lie on the disk; fewer at the end. */
  read(page: number, most?: number): Buffer[];
  close(): void;
};

const PAGES_AT_ONCE = 16;
/** SQLite's locks lie here, and no content: Windows does not even let the page be read. */
export const LOCK_BYTE = 0x40000000;

/** Opens the pages of an open database: see `PageReader`. */
export function openPages(file: string, pageSize: number): PageReader {
  const held = heldFile(openSync(file, 'r'));
  const lockPage = LOCK_BYTE / pageSize + 1;
  const count = (): number => Math.floor(fstatSync(held.handle).size / pageSize);
  return {
    count,
    read(page, most = PAGES_AT_ONCE) {
      if (page === lockPage) return [Buffer.alloc(pageSize)];
      const bytes = Buffer.alloc((page < lockPage ? Math.min(most, lockPage - page) : most) * pageSize);
      const read = Math.floor(
        readSync(held.handle, bytes, 0, bytes.length, (page - 1) * pageSize) / pageSize,
      );
      return Array.from({ length: read }, (_, at) => bytes.subarray(at * pageSize, (at + 1) * pageSize));
    },
    close: held.close,
  };
}
