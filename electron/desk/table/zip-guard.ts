import { inflateRawSync } from 'node:zlib';
import { packedBytes, zipEntries, type ZipEntry } from '../../books/stored-zip.ts';
import type { ExtractReason } from '#shared/contract/problem.ts';

/** What a workbook may unpack to. A register of a whole province's wards stays far below. */
const mostUnpacked = 200 * 1024 * 1024;
const mostParts = 2_000;
/** Sheets of repeated words pack some thirty times; only what was made to burst packs more than this. */
const mostRatio = 200;
const smallPart = 4 * 1024 * 1024;

/**
 * Why an archive must not be handed to a reader; undefined when every part is what its directory says: as many bytes, no more,
 * and no text that could define entities. Sizes are judged from the directory before a byte is unpacked, and each part is
 * unpacked once with its own size as the limit, because a directory may lie.
 */
export function zipTrouble(bytes: Buffer): ExtractReason | undefined {
  const parts = zipEntries(bytes);
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

function partTrouble(bytes: Buffer, part: ZipEntry): ExtractReason | undefined {
  const packed = packedBytes(bytes, part);
  if (packed === undefined) return 'not-a-table';
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
