import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { APPLICATION_ID } from './connection.ts';

/**
 * What a database file says of itself, read without SQLite: opening it there would leave `-wal` and `-shm` beside it
 * and write to it when it is closed again.
 */
export type FileIdentity = {
  readonly size: number;
  /** `damaged`: begins as a desk's database would, but cut, zeroed or overwritten; `other`: not a SQLite 3 file at all. */
  readonly form: 'sqlite' | 'damaged' | 'other';
  readonly applicationId: number;
  readonly userVersion: number;
};

const HEADER = 100;
const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');

/** Reads the header, preferring the first page committed in the write-ahead log. `null` where there is no such file. */
export function readFileIdentity(file: string): FileIdentity | null {
  const main = readStart(file);
  if (main === null) return null;
  const { size, header } = main;
  const log = `${file}-wal`;
  const latest = size < HEADER ? null : committedFirstPage(log);
  const source = latest ?? header;
  const applicationId = source.readUInt32BE(68);
  // SQLite fills up a broken last page with zeros; only a checkpoint that was cut off may leave one, and then the log is there.
  const whole = size >= HEADER && (size % pageSizeOf(header) === 0 || sizeOf(log) > 0);
  return {
    size,
    form: formOf(whole, header, applicationId),
    applicationId,
    userVersion: source.readUInt32BE(60),
  };
}

function formOf(whole: boolean, header: Buffer, applicationId: number): FileIdentity['form'] {
  if (header.subarray(0, MAGIC.length).equals(MAGIC)) {
    return whole && isVersion(header[18]) && isVersion(header[19]) ? 'sqlite' : 'damaged';
  }
  return applicationId === APPLICATION_ID || header.every((byte) => byte === 0) ? 'damaged' : 'other';
}

function pageSizeOf(header: Buffer): number {
  const size = header.readUInt16BE(16);
  return size === 1 ? 65536 : Math.max(size, 512);
}

/** The versions a file asks of its writer and its reader; a greater one SQLite would open to read, or not at all. */
function isVersion(byte: number | undefined): boolean {
  return byte === 1 || byte === 2;
}

/** The size of a file in bytes; 0 where there is none. */
export function sizeOf(file: string): number {
  return readStart(file)?.size ?? 0;
}

function readStart(file: string): { size: number; header: Buffer } | null {
  const header = Buffer.alloc(HEADER);
  const handle = openIfThere(file);
  if (handle === null) return null;
  try {
    readSync(handle, header, 0, HEADER, 0);
    return { size: fstatSync(handle).size, header };
  } finally {
    closeSync(handle);
  }
}

function openIfThere(file: string): number | null {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

const WAL_HEADER = 32;
const FRAME_HEADER = 24;

/**
 * The header of the newest committed copy of page 1 in a write-ahead log, by SQLite's own rules for a valid frame
 * (https://www.sqlite.org/fileformat2.html#walformat): the salts of the log and an unbroken running checksum.
 */
function committedFirstPage(wal: string): Buffer | null {
  const handle = openIfThere(wal);
  if (handle === null) return null;
  try {
    const head = Buffer.alloc(WAL_HEADER);
    if (readSync(handle, head, 0, WAL_HEADER, 0) < WAL_HEADER) return null;
    const magic = head.readUInt32BE(0);
    if (magic !== 0x377f0682 && magic !== 0x377f0683) return null;
    const sum = runningChecksum(magic === 0x377f0683);
    sum.add(head, 0, 24);
    if (!sum.equals(head, 24)) return null;
    const pageSize = head.readUInt32BE(8);
    if (pageSize < 512 || pageSize > 65536) return null;
    const frame = Buffer.alloc(FRAME_HEADER + pageSize);
    let pending: Buffer | null = null;
    let committed: Buffer | null = null;
    for (
      let offset = WAL_HEADER;
      readSync(handle, frame, 0, frame.length, offset) === frame.length;
      offset += frame.length
    ) {
      if (frame.compare(head, 16, 24, 8, 16) !== 0) break;
      sum.add(frame, 0, 8);
      sum.add(frame, FRAME_HEADER, frame.length);
      if (!sum.equals(frame, 16)) break;
      if (frame.readUInt32BE(0) === 1)
        pending = Buffer.from(frame.subarray(FRAME_HEADER, FRAME_HEADER + HEADER));
      if (frame.readUInt32BE(4) !== 0) committed = pending;
    }
    return committed;
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
