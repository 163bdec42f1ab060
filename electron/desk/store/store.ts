import type BetterSqlite3 from 'better-sqlite3';

/** The one open connection of a desk. Statements are prepared once and kept. */
export type Store = {
  readonly file: string;
  readonly folder: string;
  readonly database: BetterSqlite3.Database;
  readonly schema: number;
  readonly health: { readonly journalMode: string; readonly synchronous: number; readonly integrity: string };
  /** The prepared statement for `sql`; the same text gives the same statement. Row types are the caller's `…Row`. */
  prepare<Bind extends unknown[] | object, Row = unknown>(
    sql: string,
  ): BetterSqlite3.Statement<Bind extends unknown[] ? Bind : [Bind], Row>;
  /** Runs `work` inside one BEGIN IMMEDIATE … COMMIT; a throw rolls everything back. Never awaits. */
  write<T>(work: () => T): T;
  close(): void;
};

/** What went wrong in the store, sorted by the driver's error code, never by message text. */
export type StoreFaultKind = 'corrupted' | 'readonly' | 'full' | 'busy' | 'logic';
