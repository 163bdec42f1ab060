import type BetterSqlite3 from 'better-sqlite3';
import type { Cipher, DataKey } from './cipher.ts';
import type { CommitLog } from './commit-log.ts';
import type { PagePass } from './page-pass.ts';

type Statement<Bind extends unknown[] | object, Row> = BetterSqlite3.Statement<
  Bind extends unknown[] ? Bind : [Bind],
  Row
>;

/** A place in the chain of the journal up to which it fits. */
export type ChainPlace = { readonly number: number; readonly hash: string };

/** What is compared while the desk works; none of a store in memory. */
export type StoreChecks = {
  readonly pages: PagePass;
  /** Up to where the chain of the journal was found whole before this start. */
  readonly verified: ChainPlace | null;
  /** Keeps for the next start up to where the chain was found whole, and which pages were found wrong. Throws the file system's error. */
  remember(found: { readonly verified?: ChainPlace; readonly wrong?: readonly number[] }): void;
};

type StoreFacts = {
  readonly file: string;
  readonly folder: string;
  readonly schema: number;
  readonly health: {
    readonly journalMode: string;
    readonly synchronous: number;
    readonly integrity: string;
    /** How the last word beside the database was found, or that its file takes no more. */
    readonly lastWord: CommitLog['lastWord'];
  };
  readonly checks: StoreChecks | null;
  /** How the pages are enciphered; null: they are plain. */
  readonly cipher: Cipher | null;
  /** The handle of this store that only reads; what is remembered of a store is kept under it. */
  readonly reader: ReadableStore;
};

/** What a query gets. A statement that would write is refused here when it is prepared. */
export type ReadableStore = StoreFacts & {
  /** The prepared statement for `sql`; the same text gives the same statement. Row types are the caller's `…Row`. */
  prepare<Bind extends unknown[] | object, Row = unknown>(
    sql: string,
  ): Pick<Statement<Bind, Row>, 'get' | 'all' | 'iterate'>;
};

/** What a command gets; only the files of `rows/` write with it. */
export type WritableStore = StoreFacts & {
  prepare<Bind extends unknown[] | object, Row = unknown>(sql: string): Statement<Bind, Row>;
  /** Runs `work` inside one BEGIN IMMEDIATE … COMMIT; a throw rolls everything back. Never awaits. */
  write<T>(work: () => T): T;
  /** Empties the log, where what was deleted still stands; a disk that does not take it now leaves that to a later commit. */
  scrub(): void;
};

/** The one open connection of a desk, for whoever opened it. */
export type Store = WritableStore & {
  readonly database: BetterSqlite3.Database;
  /** What opens its copies, too; null: its pages are plain. */
  readonly key: DataKey | null;
  /** Rests while a copy is made; none of a store in memory. */
  readonly log: Pick<CommitLog, 'rest' | 'resume'> | null;
  close(): void;
};

/** What went wrong in the store, sorted by the driver's error code, never by message text. */
export type StoreFaultKind = 'corrupted' | 'failing' | 'readonly' | 'full' | 'busy' | 'logic';
