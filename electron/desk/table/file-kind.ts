import type { ExtractReason } from '#shared/contract/problem.ts';

/** Bytes of a file that is still read. */
export const MOST_BYTES = 20 * 1024 * 1024;

export type FileKind = 'csv' | 'xlsx';

/** What a file is by its first bytes, which must agree with its name; or why it cannot be read. */
export function fileKind(fileName: string, bytes: Buffer): FileKind | { readonly refused: ExtractReason } {
  if (bytes.length > MOST_BYTES) return { refused: 'too-large' };
  if (bytes.length === 0) return { refused: 'no-rows' };
  const named = /\.(csv|txt|tsv)$/i.test(fileName) ? 'csv' : /\.xlsx$/i.test(fileName) ? 'xlsx' : undefined;
  const isOther = /\.(?:xls|xlsm|xlsb|ods)$/i.test(fileName);
  const isArchive = bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'));
  // What Office wraps a workbook with a password in; old .xls files look the same but name no encrypted package.
  const isContainer = bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
  if (isContainer) {
    const locked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    const isOldWorkbook = ['Workbook', 'Book'].some((part) => bytes.includes(Buffer.from(part, 'utf16le')));
    return { refused: locked ? 'locked-file' : isOther || isOldWorkbook ? 'other-workbook' : 'not-a-table' };
  }
  if (isOther || (isArchive && isOpenDocument(bytes))) return { refused: 'other-workbook' };
  if (named === 'xlsx' && isArchive) return 'xlsx';
  if (named !== 'csv' || isArchive) return { refused: 'not-a-table' };
  return isText(bytes) ? 'csv' : { refused: 'not-a-table' };
}

/** An archive of OpenDocument says what it is in its first part, which is not packed. */
function isOpenDocument(bytes: Buffer): boolean {
  return bytes.subarray(0, 200).includes('opendocument.spreadsheet');
}

/** Text of Excel's "Unicode text" begins with a mark; any other text has no zero bytes. */
function isText(bytes: Buffer): boolean {
  return encodingOf(bytes) !== 'utf-8' || !bytes.subarray(0, 65_536).includes(0);
}

function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** The text of a CSV file without its mark; undefined when its bytes are not what the mark says, or no UTF-8. */
export function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
