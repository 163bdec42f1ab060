import Database from 'better-sqlite3';
import { assertConnection, BUSY_MS, quickCheck, storeOf } from '#electron/desk/store/connection.ts';
import { latestSchema, MIGRATIONS, type Migration } from '#electron/desk/store/migrations/migrations.ts';
import { upgradeSchema } from '#electron/desk/store/schema-upgrade.ts';
import type { Store } from '#electron/desk/store/store.ts';

/** A store that lives only as long as its connection: the same schema and guards, no file. */
export function openMemoryStore(migrations: readonly Migration[] = MIGRATIONS): Store {
  const database = new Database(':memory:', { timeout: BUSY_MS });
  assertConnection(database, 'memory');
  upgradeSchema(database, migrations);
  return storeOf(database, latestSchema(migrations), quickCheck(database), () => {});
}
