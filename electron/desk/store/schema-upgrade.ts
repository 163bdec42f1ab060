import type Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { openDatabase } from './cipher.ts';
import { APPLICATION_ID, assertPragma, pragmaValue } from './connection.ts';
import type { Migration } from './migrations/migrations.ts';

/** The schema a file holds is not the one its number stands for. */
export class SchemaMismatch extends Error {}

/**
 * Brings a database to the last of `migrations` in one transaction, `application_id` and `user_version` inside it: a
 * crash leaves the old schema or the new one. Throws the driver's error, or `SchemaMismatch`.
 */
export function upgradeSchema(database: Database.Database, migrations: readonly Migration[]): void {
  // A rebuilt table drops and renames, which foreign keys would take for deletions; they are checked before the commit.
  assertPragma(database, 'foreign_keys', 'OFF', 0);
  database
    .transaction(() => {
      const from = schemaNumber(database);
      for (const { number, sql } of migrations) {
        if (number <= from) continue;
        database.exec(sql);
        database.pragma(`user_version = ${number}`);
      }
      database.pragma(`application_id = ${APPLICATION_ID}`);
      if (database.pragma('foreign_key_check', { simple: true }) !== undefined)
        throw new SchemaMismatch('a reference leads nowhere');
      assertSchema(database, migrations);
    })
    .immediate();
  assertPragma(database, 'foreign_keys', 'ON', 1);
}

/** The `user_version` of a database. */
export function schemaNumber(database: Database.Database): number {
  return Number(pragmaValue(database, 'user_version'));
}

/**
 * Compares every table, index and trigger with what the migrations make. `quick_check` does not read their text: a
 * trigger damaged into another valid trigger would guard nothing.
 */
export function assertSchema(database: Database.Database, migrations: readonly Migration[]): void {
  const number = schemaNumber(database);
  const actual = schemaRows(database);
  const leadsTo = migrations.find((step) => step.number === number)?.leadsTo;
  if (leadsTo !== undefined && leadsTo === digestOf(actual)) return;
  const expected = expectedRows(migrations, number);
  const difference =
    [...expected].find((row) => !actual.has(row)) ?? [...actual].find((row) => !expected.has(row));
  if (difference !== undefined)
    throw new SchemaMismatch(`schema ${number} differs at ${difference.split('\n', 1)[0]}`);
}

/** The SHA-256, in hexadecimal digits, of a schema. */
function digestOf(rows: ReadonlySet<string>): string {
  return createHash('sha256')
    .update([...rows].toSorted().join('\0'))
    .digest('hex');
}

const known = new WeakMap<readonly Migration[], Map<number, ReadonlySet<string>>>();

/** What the steps up to a number make, made once: every opening compares with it, and it takes longer than the rest of one. */
function expectedRows(migrations: readonly Migration[], number: number): ReadonlySet<string> {
  const made = known.get(migrations)?.get(number);
  if (made !== undefined) return made;
  const wanted = openDatabase(':memory:', null);
  try {
    // Steps that move data have none here to move.
    wanted.pragma('foreign_keys = OFF');
    for (const step of migrations) if (step.number <= number) wanted.exec(step.sql);
    const rows = schemaRows(wanted);
    known.set(
      migrations,
      (known.get(migrations) ?? new Map<number, ReadonlySet<string>>()).set(number, rows),
    );
    return rows;
  } finally {
    wanted.close();
  }
}

/** Shadow tables belong to the driver's version and statistics to the data: neither is part of the schema. */
function schemaRows(database: Database.Database): Set<string> {
  const rows = database
    .prepare<[], { type: string; name: string; tbl_name: string; sql: string | null }>(
      `SELECT type, name, tbl_name, sql FROM sqlite_schema
       WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!' AND tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')`,
    )
    .all();
  return new Set(rows.map((row) => `${row.type} ${row.name}\n${row.tbl_name}\n${row.sql ?? ''}`));
}
