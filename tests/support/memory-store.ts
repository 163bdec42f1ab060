import Database from 'better-sqlite3';
import { assertConnection, BUSY_MS, quickCheck, storeOf } from '#electron/desk/store/connection.ts';
import { latestSchema, MIGRATIONS } from '#electron/desk/store/migrations/migrations.ts';
import { upgradeSchema } from '#electron/desk/store/schema-upgrade.ts';
import type { Store } from '#electron/desk/store/store.ts';

/** The bytes of an empty database, made once: thousands of desks begin with them. */
let empty: Buffer | undefined;

function emptyDatabase(): Buffer {
  const database = new Database(':memory:');
  assertConnection(database, 'memory');
  upgradeSchema(database, MIGRATIONS);
  const bytes = database.serialize();
  database.close();
  return bytes;
}

/** A store that lives only as long as its connection: the same schema and guards, no file. */
export function openMemoryStore(): Store {
  empty ??= emptyDatabase();
  const database = new Database(empty, { timeout: BUSY_MS });
  assertConnection(database, 'memory');
  const asserted = {
    schema: latestSchema(MIGRATIONS),
    integrity: quickCheck(database),
    log: null,
    checks: null,
    key: null,
  };
  return storeOf(database, asserted, () => {});
}
