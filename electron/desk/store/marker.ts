import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { APPLICATION_ID } from './connection.ts';
import { CIPHERS } from './cipher.ts';
import { writeWhole } from './durable-file.ts';

/**
 * What lies beside the database so that an emptied, vanished or exchanged file is noticed: SQLite itself takes a file
 * of 0 bytes for a new, healthy database. Written as `creating` before the database and as `ready` after it, so a
 * crash during the first start is told from a loss.
 */
const markerText = z.object({
  application: z.literal(APPLICATION_ID),
  state: z.enum(['creating', 'ready']),
  schema: z.int().min(0),
  created: z.string(),
  officeId: z.string().nullable(),
  /** When the whole file was last read through and found sound. */
  examined: z.iso.datetime().nullable().default(null),
  /** Up to where the chain of the journal was last walked and found whole. */
  verified: z
    .object({ number: z.int().min(0), hash: z.string() })
    .nullable()
    .default(null),
  /** Pages once found to differ from their checksums: said until the database is restored. */
  wrong: z.array(z.int().min(1)).default([]),
  /** How the pages of the database are enciphered, whose head then tells nothing; null: they are plain. */
  cipher: z.enum(CIPHERS).nullable().default(null),
  /** Where the desk of this folder works: a hash of the machine and the real path of the folder. */
  home: z.object({ machine: z.string().nullable(), folder: z.string() }).nullable().default(null),
});
export type Marker = z.infer<typeof markerText>;
export type Home = NonNullable<Marker['home']>;

export const DATABASE_NAME = 'desk.db';
/** Holds the key of an enciphered database, wrapped; goes with it wherever it goes. */
export const DATA_KEY_NAME = 'desk.key.json';
export const MARKER_NAME = 'desk.marker.json';

/** The marker of a folder; `null` where there is none, `unreadable` where it is not one of ours. Throws other file errors. */
export function readMarker(file: string): Marker | 'unreadable' | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    return markerText.parse(JSON.parse(text));
  } catch {
    return 'unreadable';
  }
}

export function writeMarker(file: string, marker: Marker): void {
  writeWhole(file, `${JSON.stringify(marker, null, 2)}\n`);
}
