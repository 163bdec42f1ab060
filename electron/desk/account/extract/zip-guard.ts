import { inflateRawSync } from 'node:zlib';
import type { ExtractReason } from '#shared/contract/problem.ts';

/** What a workbook may unpack to. A register of a whole province's wards stays far below. */
const mostUnpacked = 200 * 1024 * 1024;
const mostParts = 2_000;
/** Sheets of repeated words pack some thirty times; only what was made to burst packs more than this. */
const mostRatio = 200;
const smallPart = 4 * 1024 * 1024;

type Part = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
};

/**
 * Why an archive must not be handed to a reader; undefined when every part is what its directory says: as many bytes, no more,
 * and no text that could define entities. Sizes are judged from the directory before a byte is unpacked, and each part is
 * unpacked once with its own size as the limit, because a directory may lie.
 */
export function zipTrouble(bytes: Buffer): ExtractReason | undefined {
  const parts = readDirectory(bytes);
  if (parts === undefined) return 'not-a-table';
  const total = parts.reduce((sum, { size }) => sum + size, 0);
  const packed = parts.reduce((sum, part) => sum + part.packed, 0);
  // Parts that lie over one another are packed more often than the file is long.
  if (parts.length > mostParts || packed > bytes.length) return 'not-a-table';
  if (total > mostUnpacked) return 'unpacks-too-large';
  if (parts.some(({ size, packed: own }) => size > smallPart && size > own * mostRatio))
    return 'unpacks-too-large';
  const names = new Set(parts.map(({ name }) => name));
  if (!names.has('[Content_Types].xml') || ![...names].some((name) => name.startsWith('xl/')))
    return 'not-a-table';
  for (const part of parts) {
    const trouble = partTrouble(bytes, part);
    if (trouble !== undefined) return trouble;
  }
  return undefined;
}

function partTrouble(bytes: Buffer, part: Part): ExtractReason | undefined {
  if (part.offset + 30 > bytes.length || bytes.readUInt32LE(part.offset) !== 0x04034b50) return 'not-a-table';
  const start =
    part.offset + 30 + bytes.readUInt16LE(part.offset + 26) + bytes.readUInt16LE(part.offset + 28);
  const packed = bytes.subarray(start, start + part.packed);
  if (packed.length !== part.packed) return 'not-a-table';
  let content: Buffer = packed;
  if (part.method === 8) {
    try {
      content = inflateRawSync(packed, { maxOutputLength: Math.max(1, part.size) });
    } catch (error) {
      const tooLong = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
      return tooLong ? 'unpacks-too-large' : 'not-a-table';
    }
  } else if (part.method !== 0) return 'not-a-table';
  if (content.length !== part.size) return 'not-a-table';
  if (/\.(?:xml|rels)$/i.test(part.name) && content.includes('<!DOCTYPE')) return 'not-a-table';
  return undefined;
}

/** The central directory, or undefined where the file has none. */
function readDirectory(bytes: Buffer): readonly Part[] | undefined {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const parts: Part[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    const part: Part = {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    };
    // Sizes of 4 GiB stand elsewhere (ZIP64); no extract needs them.
    if (part.packed === 0xffffffff || part.size === 0xffffffff || part.offset === 0xffffffff)
      return undefined;
    parts.push(part);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}
