import type Database from 'better-sqlite3';
import { sql } from 'kysely';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { storeProblem } from '#electron/desk/store/store-problem.ts';
import { appendLines, ledgerHead, type LedgerHead, type NewLine } from './ledger-row.ts';
import { migrate, type Engine } from './migrations.ts';
import { postgresEngine, postgresProblem } from './postgres-engine.ts';
import { sqliteEngine } from './sqlite-engine.ts';
import type { LevelDatabase, LevelTransaction } from './tables.ts';

/** One transaction that writes. Its lines of the ledger are written at its end. */
export type Writing = {
  readonly trx: LevelTransaction;
  readonly at: string;
  /** The end of the ledger when it began. */
  readonly head: LedgerHead;
  append(line: NewLine): void;
};

/** The database of a level, of either engine. */
export type LevelStore = {
  readonly engine: Engine;
  /** Work on the connection of SQLite between two transactions; null is handed in where the level lives on a server. */
  alone<T>(work: (database: Database.Database | null) => T): Promise<T>;
  /** One at a time, and on PostgreSQL one at a time among all programs of the database. Rejects with the driver's error. */
  write<T>(at: string, work: (writing: Writing) => Promise<T>): Promise<T>;
  /** What it reads is of one moment. */
  read<T>(work: (trx: LevelTransaction) => Promise<T>): Promise<T>;
  /** The last line of the ledger that this program knows of. */
  revision(): number;
  /** Told after a commit that wrote to the ledger, of this program or another. */
  onChange(listener: (revision: number) => void): () => void;
  /** What an error of the store means to whoever asked; null where it means nothing foreseen. */
  problemOf(error: unknown): DeskProblem | null;
  close(): Promise<void>;
};

/** Of the advisory locks of the database, the one of whoever writes to the level. */
const WRITER_LOCK = 0x5154_4c31;
/** How often another program's commits are looked for. */
const LOOK_MS = 2_000;

/** Opens the level of a folder, or of a database on a server, and brings its schema up. Throws the driver's error or `NewerSchema`. */
export async function openLevelStore(folder: string, address: string | undefined): Promise<LevelStore> {
  const { engine, db, database, file } =
    address === undefined
      ? { engine: 'sqlite' as const, ...sqliteEngine(folder) }
      : { engine: 'postgresql' as const, db: postgresEngine(address), database: null, file: '' };
  try {
    await locked(db, engine, async (trx) => migrate(trx, engine));
    const store = storeOver(db, engine, file, database);
    await store.look();
    return store;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** A transaction that begins with the lock of the writer. What stopped the work is thrown, not what its undoing met with. */
async function locked<T>(
  db: LevelDatabase,
  engine: Engine,
  work: (trx: LevelTransaction) => Promise<T>,
): Promise<T> {
  let stopped: { readonly by: unknown } | null = null;
  try {
    return await db.transaction().execute(async (trx) => {
      try {
        if (engine === 'postgresql') await sql`SELECT pg_advisory_xact_lock(${WRITER_LOCK})`.execute(trx);
        return await work(trx);
      } catch (error) {
        stopped = { by: error };
        throw error;
      }
    });
  } catch (error) {
    throw (stopped as { readonly by: unknown } | null)?.by ?? error;
  }
}

function storeOver(
  db: LevelDatabase,
  engine: Engine,
  file: string,
  database: Database.Database | null,
): LevelStore & { look(): Promise<void> } {
  const listeners = new Set<(revision: number) => void>();
  let known = 0;
  let tail: Promise<unknown> = Promise.resolve();
  let looking: ReturnType<typeof setInterval> | undefined;
  const changed = (revision: number): void => {
    if (revision <= known) return;
    known = revision;
    for (const listener of listeners) listener(revision);
  };

  async function commit<T>(at: string, work: (writing: Writing) => Promise<T>): Promise<T> {
    let end = 0;
    const value = await locked(db, engine, async (trx) => {
      const head = await ledgerHead(trx);
      const lines: NewLine[] = [];
      const done = await work({ trx, at, head, append: (line) => lines.push(line) });
      ({ seq: end } = lines.length === 0 ? head : await appendLines(trx, head, at, lines));
      return done;
    });
    changed(end);
    return value;
  }

  const store = {
    engine,
    alone: <T>(work: (connection: Database.Database | null) => T): Promise<T> =>
      db.connection().execute(async () => work(database)),
    write<T>(at: string, work: (writing: Writing) => Promise<T>): Promise<T> {
      const mine = tail.then(() => commit(at, work));
      tail = mine.catch(() => {});
      return mine;
    },
    read: <T>(work: (trx: LevelTransaction) => Promise<T>): Promise<T> =>
      engine === 'sqlite'
        ? db.transaction().execute(work)
        : db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
    revision: () => known,
    onChange(listener: (revision: number) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    problemOf: (error: unknown) => (engine === 'sqlite' ? storeProblem(error, file) : postgresProblem(error)),
    async look() {
      changed((await store.read(ledgerHead)).seq);
    },
    async close() {
      clearInterval(looking);
      listeners.clear();
      await tail;
      await db.destroy();
    },
  };
  if (engine === 'postgresql') {
    looking = setInterval(() => {
      // A server that is away is told to whoever asks for something.
      store.look().catch(() => {});
    }, LOOK_MS);
    looking.unref();
  }
  return store;
}
