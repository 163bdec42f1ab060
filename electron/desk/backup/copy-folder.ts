import { readdirSync, rmSync } from 'node:fs';
import { readdir, readFile, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { count, day, instant } from '#shared/domain/values.ts';
import { CIPHERS } from '../store/cipher.ts';
import { PART } from '../store/durable-file.ts';
import { DATABASE_NAME } from '../store/marker.ts';
import { COPIES_FOLDER } from '../store/verified-copy.ts';

/** The folder of a place that holds the copies (docs/decisions/0020-copies.md). */
const PLACE_FOLDER = 'quay-tiep-dan';
export const MANIFEST_NAME = 'copy.json';

const idPattern = /^\d{8}T\d{6}Z-[0-9a-f]{8}$/;

/** What a copy says of itself; written last, after it was opened, checked and counted. */
const manifest = z.object({
  form: z.literal('QTD-COPY-1'),
  id: z.string().regex(idPattern),
  at: instant,
  office: z.object({ id: z.string(), name: z.string() }),
  version: z.string(),
  schema: count,
  /** How its pages are enciphered; null: they are plain. */
  cipher: z.enum(CIPHERS).nullable(),
  /** The last event of the journal, and its hash. */
  events: count,
  hash: z.string(),
  tickets: count,
  businessDay: day.nullable(),
  /** The last number of each series on that day, by letter. */
  numbers: z.record(z.string(), count),
  bytes: count,
  sha256: z.string(),
});
export type Manifest = z.infer<typeof manifest>;

/** A new name: the instant in UTC, and what tells two PCs of one office apart. */
export function newCopyId(at: string, random: string): string {
  return `${at.replaceAll(/[-:]|\.\d+/g, '')}-${random.slice(0, 8)}`;
}

/** Where the copies of the data folder lie. */
export function ownCopies(dataFolder: string): string {
  return join(dataFolder, COPIES_FOLDER);
}

/** Where the copies of a place outside lie. */
export function placeCopies(place: string): string {
  return join(place, PLACE_FOLDER);
}

/** The manifest of a copy as text; null where it is none of this form. */
export function parseManifest(json: string): Manifest | null {
  try {
    return manifest.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

export type FoundCopy = {
  readonly manifest: Manifest;
  readonly folder: string;
  /** Its database is there and as large as when it was checked. */
  readonly whole: boolean;
};

/** The finished copies in a folder, newest first; none where there is no such folder. Rejects with other file errors. */
export async function copiesIn(folder: string): Promise<FoundCopy[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  const found = await Promise.all(
    names.filter((name) => idPattern.test(name)).map((name) => copyAt(join(folder, name))),
  );
  return found.filter((copy) => copy !== null).sort((a, b) => b.manifest.at.localeCompare(a.manifest.at));
}

async function copyAt(folder: string): Promise<FoundCopy | null> {
  try {
    const known = parseManifest(await readFile(join(folder, MANIFEST_NAME), 'utf8'));
    if (known === null) return null;
    const { size } = await stat(join(folder, DATABASE_NAME)).catch(() => ({ size: -1 }));
    return { manifest: known, folder, whole: size === known.bytes };
  } catch {
    return null;
  }
}

/** Free bytes of the disk that holds a folder; null where that cannot be told. */
export async function freeBytesOf(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** Removes what a pulled stick or a killed program left half written; one copy at a time goes into a folder. */
export function sweepParts(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.endsWith(PART)) rmSync(join(folder, name), { recursive: true, force: true });
}
