import { crc32, inflateRawSync } from 'node:zlib';

type ZipPart = { readonly path: string; readonly bytes: Uint8Array };

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;
const UTF8_NAMES = 0x0800;
/** 1 January 1980, the first day a zip can name. */
const FIRST_DAY = 0x21;

/** What the directory of an archive says of one part; sizes in bytes. */
export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
};

/** The central directory as it stands, unproven; undefined where the file has none or is in the 64-bit form. */
export function zipEntries(bytes: Buffer): readonly ZipEntry[] | undefined {
  const end = bytes.lastIndexOf(signature(END));
  if (end < 0 || end + 22 > bytes.length) return undefined;
  let at = bytes.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    const entry: ZipEntry = {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    };
    if ([entry.packed, entry.size, entry.offset].includes(0xff_ff_ff_ff)) return undefined;
    entries.push(entry);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The packed bytes of a part; undefined where there are none, or not as many as the directory says. */
export function packedBytes(bytes: Buffer, { offset, packed }: ZipEntry): Buffer | undefined {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) return undefined;
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const own = bytes.subarray(start, start + packed);
  return own.length === packed ? own : undefined;
}

/** The parts of a zip without encryption and without the 64-bit form; throws a RangeError on anything cut short. */
export function readZip(zip: Uint8Array): ZipPart[] {
  const view = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  const entries = zipEntries(view);
  if (entries === undefined) throw new RangeError('no central directory');
  return entries.map((entry) => {
    const bytes = packedBytes(view, entry);
    if (bytes === undefined) throw new RangeError(`${entry.name} is cut short`);
    return { path: entry.name, bytes: entry.method === DEFLATED ? inflateRawSync(bytes) : bytes };
  });
}

/**
 * A zip whose bytes depend on its parts alone: stored without compression, since compressors differ between runtimes and
 * processors, and without times.
 */
export function writeStoredZip(parts: readonly ZipPart[]): Buffer {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, bytes } of parts) {
    const name = Buffer.from(path, 'utf8');
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0); // version that reads it
    shared.writeUInt16LE(UTF8_NAMES, 2);
    shared.writeUInt16LE(FIRST_DAY, 8);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(bytes.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(name.length, 22);
    chunks.push(signature(LOCAL), shared, name, Buffer.from(bytes));
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(signature(CENTRAL), Buffer.from([20, 0]), shared, place, name);
    offset += 30 + name.length + bytes.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, listed, end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}
