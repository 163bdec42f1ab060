import type Database from 'better-sqlite3';
import { CamelCasePlugin, Kysely, SqliteDialect } from 'kysely';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '#electron/desk/store/cipher.ts';
import { assertConnection, assertPragma, BUSY_MS } from '#electron/desk/store/connection.ts';
import type { Tables } from './tables.ts';

export const LEVEL_FILE = 'level.db';

/** Opens the file of a level in its folder, which only one program holds at a time. Throws the driver's error. */
export function sqliteEngine(folder: string): {
  readonly db: Kysely<Tables>;
  readonly file: string;
  readonly database: Database.Database;
} {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, LEVEL_FILE);
  const database = openDatabase(file, null, { timeout: BUSY_MS });
  try {
    assertPragma(database, 'locking_mode', 'EXCLUSIVE', 'exclusive');
    assertConnection(database, 'wal');
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    file,
    database,
    db: new Kysely<Tables>({
      dialect: new SqliteDialect({ database: preparedOnce(database) }),
      plugins: [new CamelCasePlugin()],
    }),
  };
}

type Statements = {
  prepare(sql: string): {
    readonly reader: boolean;
    all(parameters: readonly unknown[]): unknown[];
    run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
    iterate(parameters: readonly unknown[]): IterableIterator<unknown>;
  };
  close(): void;
};

/** Statements beyond this are prepared anew: lists of every length make texts without end. */
const MOST_STATEMENTS = 300;
const nothing = { changes: 0, lastInsertRowid: 0 };

/** The connection as Kysely uses it: each text is prepared once, and a transaction takes the lock at its beginning. */
function preparedOnce(database: Database.Database): Statements {
  const known = new Map<string, Database.Statement>();
  return {
    prepare(text) {
      // A fault of the disk has ended the transaction already: the fault is what is told, not this.
      if (text === 'rollback' && !database.inTransaction)
        return { reader: false, all: () => [], run: () => nothing, iterate: () => [].values() };
      const sql = text === 'begin' ? 'begin immediate' : text;
      const statement = known.get(sql) ?? database.prepare(sql);
      if (known.size >= MOST_STATEMENTS) known.clear();
      known.set(sql, statement);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(...parameters),
        run: (parameters) => statement.run(...parameters),
        iterate: (parameters) => statement.iterate(...parameters),
      };
    },
    close() {
      known.clear();
      database.close();
    },
  };
}
