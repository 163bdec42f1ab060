import { closeSync, fstatSync, readSync } from 'node:fs';
import { APPLICATION_ID } from './connection.ts';
import { openIfThere, type LogFile } from './write-ahead-log.ts';

/**
 * What a database file says of itself, read without SQLite: opening it there would leave `-wal` and `-shm` beside it
 * and write to it when it is closed again. Of an enciphered one, application and version are 0: they are read when it is open.
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

/** Whether a file begins as a plain database does. */
export function isPlain(file: string): boolean {
  return readStart(file)?.header.subarray(0, MAGIC.length).equals(MAGIC) ?? false;
}

/** Reads the header, preferring the first page committed in its write-ahead log. `null` where there is no such file. */
export function readFileIdentity(
  file: string,
  committed: LogFile | null,
  enciphered = false,
): FileIdentity | null {
  const main = readStart(file);
  if (main === null) return null;
  const { size, header } = main;
  const log = `${file}-wal`;
  const latest = size < HEADER ? null : firstPageIn(log, committed);
  const source = latest ?? header;
  if (enciphered) return { size, form: encipheredForm(size, header), applicationId: 0, userVersion: 0 };
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

/** The cipher leaves what SQLite needs to know of its pages: their size, the versions, and the three fractions. */
function encipheredForm(size: number, header: Buffer): FileIdentity['form'] {
  if (header.subarray(0, MAGIC.length).equals(MAGIC)) return 'other';
  const isWhole = size >= HEADER && isVersion(header[18]) && isVersion(header[19]);
  return isWhole && header.readUIntBE(21, 3) === 0x402020 ? 'sqlite' : 'damaged';
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

/** The header of the newest committed copy of page 1 in a log. */
function firstPageIn(log: string, committed: LogFile | null): Buffer | null {
  const at = committed?.pages.get(1);
  const handle = at === undefined ? null : openIfThere(log);
  if (at === undefined || handle === null) return null;
  try {
    const header = Buffer.alloc(HEADER);
    readSync(handle, header, 0, HEADER, at);
    return header;
  } finally {
    closeSync(handle);
  }
}
