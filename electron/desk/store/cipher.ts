import Database from 'better-sqlite3';
import { createCipheriv, randomBytes } from 'node:crypto';

/** How the pages of an enciphered database are written: `aegis` is fast where the processor has AES, `chacha20` everywhere. */
export const CIPHERS = ['aegis', 'chacha20'] as const;
export type Cipher = (typeof CIPHERS)[number];

/** What opens an enciphered database: 32 bytes as hexadecimal digits, so that a program beside the desk can be handed them. */
export type DataKey = { readonly cipher: Cipher; readonly key: string };

/** The key is not that of the file, or the file is no database at all: SQLite cannot tell one from the other. */
export class WrongKey extends Error {}

/**
 * The one way to open a database file; `key` null: its pages are plain. Throws `WrongKey` where the key does not open it, else the
 * driver's error. Sorting never spills to a temporary file, which would be plain.
 */
export function openDatabase(
  file: string,
  key: DataKey | null,
  options: Database.Options = {},
): Database.Database {
  const database = new Database(file, options);
  try {
    database.pragma('temp_store = MEMORY');
    if (key === null) return database;
    database.pragma(`cipher = '${key.cipher}'`);
    database.pragma(`key = 'raw:${key.key}'`);
    // Any key is taken: the first page tells whether it is the right one.
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return database;
  } catch (error) {
    database.close();
    if (key !== null && error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB')
      throw new WrongKey(error.message);
    throw error;
  }
}

/** A key for a database that is to be enciphered, for this machine. */
export function newDataKey(): DataKey {
  return { cipher: fasterCipher(), key: randomBytes(32).toString('hex') };
}

/** `aegis` where the processor has AES instructions, which shows in the time that AES takes beside ChaCha20. */
function fasterCipher(): Cipher {
  const bytes = Buffer.alloc(1024 * 1024);
  const timeOf = (name: 'aes-256-gcm' | 'chacha20-poly1305'): number => {
    const started = performance.now();
    createCipheriv(name as 'aes-256-gcm', bytes.subarray(0, 32), bytes.subarray(0, 12)).update(bytes);
    return performance.now() - started;
  };
  const fastest = (name: Parameters<typeof timeOf>[0]): number =>
    Math.min(...Array.from({ length: 3 }, () => timeOf(name)));
  return fastest('aes-256-gcm') < fastest('chacha20-poly1305') ? 'aegis' : 'chacha20';
}
