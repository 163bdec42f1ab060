import { sql } from 'kysely';
import { LEVEL_FIGURES } from '#shared/domain/level/figures.ts';
import type { LevelTransaction } from './tables.ts';

/** Which database holds the level. */
export type Engine = 'sqlite' | 'postgresql';

/** Narrow, for whole years of them are added up; no figure is above a thousand million. */
const figureColumns = LEVEL_FIGURES.map(
  (figure) => `${figure.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)} INT NOT NULL`,
).join(', ');

/**
 * One text for both engines, so that the schemas are the same: SQLite's words, which `onEngine` turns into PostgreSQL's. A shipped
 * migration is never edited.
 */
const migrations: readonly (readonly string[])[] = [
  [
    `CREATE TABLE setting (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT`,
    `CREATE TABLE office (
      code TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, office_group TEXT NOT NULL, telephone TEXT NOT NULL,
      weekdays TEXT NOT NULL, key_id TEXT NOT NULL, registered_on TEXT NOT NULL, expected_from TEXT NOT NULL,
      closed_on TEXT, closed_reason TEXT, token_hash TEXT) STRICT`,
    `CREATE TABLE office_key (
      office_code TEXT NOT NULL, key_id TEXT NOT NULL, state TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL,
      reason TEXT, PRIMARY KEY (office_code, key_id)) STRICT`,
    `CREATE INDEX office_key_by_key ON office_key (key_id)`,
    `CREATE TABLE kept_file (
      sha256 TEXT PRIMARY KEY NOT NULL, bytes BLOB, size INTEGER NOT NULL, file_name TEXT NOT NULL,
      received_at TEXT NOT NULL) STRICT`,
    `CREATE TABLE ledger (
      seq INTEGER PRIMARY KEY NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, kind TEXT NOT NULL, status TEXT, reason TEXT,
      office_code TEXT, business_day TEXT, version INTEGER, sha256 TEXT, file_name TEXT, route TEXT, data TEXT NOT NULL,
      previous TEXT NOT NULL, hash TEXT NOT NULL) STRICT`,
    `CREATE INDEX ledger_by_file ON ledger (sha256)`,
    `CREATE INDEX ledger_by_day ON ledger (business_day, seq)`,
    `CREATE INDEX ledger_by_office ON ledger (office_code, seq)`,
    `CREATE INDEX ledger_by_status ON ledger (status, seq)`,
    `CREATE TABLE package (
      office_code TEXT NOT NULL, business_day TEXT NOT NULL, signed INTEGER NOT NULL, version INTEGER NOT NULL,
      sha256 TEXT NOT NULL, stands INTEGER NOT NULL, key_id TEXT, frozen_at TEXT NOT NULL, received_at TEXT NOT NULL,
      entered_by TEXT NOT NULL, reason TEXT,
      PRIMARY KEY (office_code, business_day, signed, version, sha256)) CLUSTERED`,
    `CREATE UNIQUE INDEX package_by_file ON package (sha256)`,
    `CREATE TABLE day_sum (
      business_day TEXT NOT NULL, office_code TEXT NOT NULL, signed INTEGER NOT NULL, version INTEGER NOT NULL,
      received_at TEXT NOT NULL, first_at TEXT NOT NULL, frozen_at TEXT NOT NULL, conflict INTEGER NOT NULL,
      ${figureColumns}, PRIMARY KEY (business_day, office_code)) CLUSTERED`,
    `CREATE INDEX day_sum_by_office ON day_sum (office_code, business_day)`,
    `CREATE TABLE month_sum (
      month TEXT NOT NULL, office_code TEXT NOT NULL, days INTEGER NOT NULL, unsigned INTEGER NOT NULL,
      bits INTEGER NOT NULL, ${figureColumns.replaceAll('INT ', 'INTEGER ')},
      PRIMARY KEY (month, office_code)) CLUSTERED`,
    `CREATE TABLE day_cause (
      office_code TEXT NOT NULL, business_day TEXT NOT NULL, kind TEXT NOT NULL, code TEXT NOT NULL, place TEXT NOT NULL,
      count INTEGER NOT NULL, PRIMARY KEY (business_day, office_code, kind, code, place)) CLUSTERED`,
    `CREATE TABLE day_note (
      office_code TEXT NOT NULL, business_day TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
      PRIMARY KEY (business_day, office_code, kind)) CLUSTERED`,
    `CREATE TABLE day_doubt (
      office_code TEXT NOT NULL, business_day TEXT NOT NULL, code TEXT NOT NULL, stated INTEGER NOT NULL,
      parts TEXT NOT NULL, PRIMARY KEY (business_day, office_code, code, stated, parts)) CLUSTERED`,
    `CREATE TABLE target (
      office_code TEXT NOT NULL, level TEXT NOT NULL, period_from TEXT NOT NULL, due_on TEXT NOT NULL,
      target INTEGER NOT NULL, before INTEGER NOT NULL, PRIMARY KEY (office_code, level)) STRICT`,
    `CREATE TABLE own_sum (
      business_day TEXT NOT NULL, version INTEGER NOT NULL, sha256 TEXT NOT NULL, made_at TEXT NOT NULL,
      ledger_seq INTEGER NOT NULL, offices INTEGER NOT NULL, reason TEXT, bytes BLOB NOT NULL,
      PRIMARY KEY (business_day, version)) STRICT`,
    `CREATE TABLE idempotency (
      key TEXT PRIMARY KEY NOT NULL, method TEXT NOT NULL, body_hash TEXT NOT NULL, reply TEXT NOT NULL,
      at TEXT NOT NULL) STRICT`,
    `CREATE INDEX idempotency_by_time ON idempotency (at)`,
  ],
  [
    `CREATE TABLE officer (
      id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, roles TEXT NOT NULL, active INTEGER NOT NULL, pin TEXT,
      wrong INTEGER NOT NULL, created_at TEXT NOT NULL) STRICT`,
    `ALTER TABLE ledger ADD COLUMN officer_id TEXT`,
  ],
];

/** Text compares by its bytes on either engine, so that days, codes and ranges of them sort alike. */
function onEngine(statement: string, engine: Engine): string {
  if (engine === 'sqlite') return statement.replace(/\) CLUSTERED$/, ') STRICT, WITHOUT ROWID');
  return statement
    .replace(/\) (?:CLUSTERED|STRICT)$/, ')')
    .replaceAll(/\bTEXT\b/g, 'text COLLATE "C"')
    .replaceAll(/\bINTEGER\b/g, 'bigint')
    .replaceAll(/\bBLOB\b/g, 'bytea');
}

/** Another program made this database, and it knows more than this one. */
export class NewerSchema extends Error {}

/** The number of the newest migration: the schema that this program reads and writes. */
const SCHEMA = migrations.length;

/** Brings the schema up to this program's, in the transaction that is handed in. Throws `NewerSchema`. */
export async function migrate(trx: LevelTransaction, engine: Engine): Promise<void> {
  const known = await schemaOf(trx, engine);
  if (known > SCHEMA) throw new NewerSchema(`schema ${known}`);
  if (known === SCHEMA) return;
  for (const statement of migrations.slice(known).flat())
    await sql.raw(onEngine(statement, engine)).execute(trx);
  const value = String(SCHEMA);
  await trx
    .insertInto('setting')
    .values({ key: 'schema', value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

/** 0 for an empty database. */
async function schemaOf(trx: LevelTransaction, engine: Engine): Promise<number> {
  const there =
    engine === 'sqlite'
      ? await sql`SELECT 1 FROM sqlite_schema WHERE name = 'setting'`.execute(trx)
      : await sql`SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'setting'`.execute(
          trx,
        );
  if (there.rows.length === 0) return 0;
  const row = await trx.selectFrom('setting').select('value').where('key', '=', 'schema').executeTakeFirst();
  return Number(row?.value ?? 0);
}
