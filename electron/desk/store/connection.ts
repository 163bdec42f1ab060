import type Database from 'better-sqlite3';
import { dirname } from 'node:path';
import type { DataKey } from './cipher.ts';
import type { CommitLog } from './commit-log.ts';
import type { ReadableStore, Store, StoreChecks } from './store.ts';

/** `QTD1`: tells a desk's database from any other SQLite file. */
export const APPLICATION_ID = 0x51544431;

/** How long a statement waits for a lock; it blocks the whole process, so it is short. */
export const BUSY_MS = 250;

/** A pragma's single value. */
export function pragmaValue(database: Database.Database, pragma: string): unknown {
  return database.pragma(pragma, { simple: true });
}

/** Sets a pragma and throws unless it reads back as `expected`: SQLite ignores what it does not accept. */
export function assertPragma(
  database: Database.Database,
  name: string,
  value: string | number,
  expected: string | number,
): void {
  database.pragma(`${name} = ${value}`);
  const actual = pragmaValue(database, name);
  if (actual !== expected) throw new Error(`PRAGMA ${name} reads back ${String(actual)}, not ${expected}`);
}

/** Settings that belong to the connection, not to the file: they are asserted on every open. */
export function assertConnection(database: Database.Database, journalMode: 'wal' | 'memory'): void {
  assertPragma(database, 'journal_mode', journalMode, journalMode);
  // The driver's own default in WAL mode is NORMAL, which may lose a commit when the power goes.
  assertPragma(database, 'synchronous', 'FULL', 2);
  assertPragma(database, 'foreign_keys', 'ON', 1);
  // Without it INSERT OR REPLACE deletes rows behind the back of the triggers that keep them.
  assertPragma(database, 'recursive_triggers', 'ON', 1);
  // Sorting names and numbers must leave no temporary files on the disk.
  assertPragma(database, 'temp_store', 'MEMORY', 2);
  assertPragma(database, 'cell_size_check', 'ON', 1);
  // What is deleted or written over leaves nothing of itself in the pages.
  assertPragma(database, 'secure_delete', 'ON', 1);
}

/** The first complaint of `quick_check`, or `ok`; one table alone where it is named. Throws the driver's error where the file cannot even be walked. */
export function quickCheck(database: Database.Database, table?: string): string {
  return String(pragmaValue(database, `quick_check(${table ?? 1})`));
}

/** What is known of a connection that was asserted and migrated. */
type Asserted = {
  readonly schema: number;
  readonly integrity: string;
  readonly log: CommitLog | null;
  readonly checks: StoreChecks | null;
  readonly key: DataKey | null;
};

/**
 * Wraps an asserted and migrated connection; a store in memory has no log. Every commit of the desk is made by `write` of what
 * comes of it. `released` runs once, when the store is closed.
 */
export function storeOf(
  database: Database.Database,
  { schema, integrity, log, checks, key }: Asserted,
  released: () => void,
): Store {
  const statements = new Map<string, Database.Statement>();
  const transaction = database.transaction((work: () => unknown): unknown => work());
  const health = {
    journalMode: String(pragmaValue(database, 'journal_mode')),
    synchronous: Number(pragmaValue(database, 'synchronous')),
    get integrity() {
      const wrong = checks?.pages.wrong;
      return wrong === undefined || wrong.count === 0 ? integrity : `page ${wrong.first.join(', ')}`;
    },
    get lastWord() {
      return log?.lastWord ?? 'kept';
    },
  };
  const prepared = (sql: string): Database.Statement => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = database.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  const facts = {
    file: database.name,
    folder: database.memory ? '' : dirname(database.name),
    schema,
    checks,
    cipher: key?.cipher ?? null,
    health,
  };
  const reader: ReadableStore = {
    ...facts,
    get reader() {
      return reader;
    },
    prepare: ((sql: string) => {
      const statement = prepared(sql);
      if (!statement.readonly) throw new Error('a query does not write');
      return statement;
    }) as ReadableStore['prepare'],
  };
  return {
    ...facts,
    database,
    key,
    log,
    reader,
    prepare: prepared as Store['prepare'],
    write<T>(work: () => T): T {
      const value = transaction.immediate(work) as T;
      if (!database.inTransaction) log?.committed();
      return value;
    },
    scrub() {
      log?.scrub();
    },
    close() {
      if (!database.open) return;
      try {
        database.pragma('optimize');
        log?.empty();
      } catch {
        // A full or damaged disk: what is committed stays in the log beside the file and is read at the next open.
      } finally {
        statements.clear();
        database.close();
        log?.ended();
        released();
      }
    },
  };
}
