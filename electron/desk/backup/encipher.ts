import type Database from 'better-sqlite3';
import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { openDatabase, type DataKey } from '../store/cipher.ts';
import { pragmaValue } from '../store/connection.ts';
import { PART, syncFile, syncFolder, writeWhole } from '../store/durable-file.ts';
import { sizeOf } from '../store/file-identity.ts';
import { CHAIN_START } from '../store/event-chain.ts';
import { LAST_WORD_NAME } from '../store/last-word.ts';
import { DATA_KEY_NAME, DATABASE_NAME, MARKER_NAME, readMarker, writeMarker } from '../store/marker.ts';
import { differingPage } from '../store/page-pass.ts';
import { openPages, openPageSums, PAGE_SUMS_NAME } from '../store/page-sums.ts';
import { RESTORING } from '../store/restore-steps.ts';
import { CopyRefused } from '../store/verified-copy.ts';
import { assertCopyHolds } from './make-copy.ts';

/** Makes an enciphered database of the plain one of a closed desk, ready to take its place. */
type EncipherOrder = {
  readonly task: 'encipher';
  readonly dataFolder: string;
  readonly key: DataKey;
  /** The text of the key file. */
  readonly keyFile: string;
};

/** Where the enciphered database grows; its size beside that of the plain one tells how far it is. */
export const encipheredPart = (dataFolder: string): string =>
  join(dataFolder, `${RESTORING}${PART}`, DATABASE_NAME);

/**
 * Row by row, and never with `rekey`, which would hold the whole database in memory. Nothing plain is written: killed at any moment it leaves
 * an enciphered part that the next start sweeps. Counts every table, checks the pages and walks the chain as a copy is checked. Gives the head of the
 * journal. Rejects as `makeCopy` does.
 */
export async function encipher(
  { dataFolder, key, keyFile }: EncipherOrder,
  moved: () => void,
): Promise<{ readonly events: number }> {
  const file = join(dataFolder, DATABASE_NAME);
  const ready = join(dataFolder, RESTORING);
  const part = `${ready}${PART}`;
  rmSync(part, { recursive: true, force: true });
  rmSync(ready, { recursive: true, force: true });
  try {
    if (sizeOf(`${file}-wal`) > 0) throw new CopyRefused('the log was not brought into the database');
    mkdirSync(part, { recursive: true, mode: 0o700 });
    const made = encipheredPart(dataFolder);
    const head = await rewrite(file, made, key, dataFolder, moved);
    syncFile(made);
    const database = openDatabase(made, key, { fileMustExist: true });
    try {
      assertCopyHolds(database, { manifest: head, from: CHAIN_START, deep: false }, moved);
    } finally {
      database.close();
    }
    const marker = readMarker(join(dataFolder, MARKER_NAME));
    if (marker === null || marker === 'unreadable') throw new CopyRefused('there is no marker');
    writeWhole(join(part, DATA_KEY_NAME), keyFile);
    writeMarker(join(part, MARKER_NAME), { ...marker, cipher: key.cipher });
    copyFileSync(join(dataFolder, LAST_WORD_NAME), join(part, LAST_WORD_NAME));
    syncFile(join(part, LAST_WORD_NAME));
    renameSync(part, ready);
    syncFolder(dataFolder);
    return head;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

async function rewrite(
  file: string,
  made: string,
  key: DataKey,
  dataFolder: string,
  moved: () => void,
): Promise<{ readonly events: number; readonly hash: string; readonly schema: number }> {
  const database = openDatabase(made, key);
  try {
    // What is made here is thrown away where it does not come to its end.
    database.pragma('journal_mode = OFF');
    database.pragma('synchronous = OFF');
    database.pragma('foreign_keys = OFF');
    database.prepare(`ATTACH ? AS plain KEY ''`).run(file);
    assertUndamaged(file, dataFolder, Number(pragmaValue(database, 'plain.page_size')));
    await copyTables(database, moved);
    for (const name of ['application_id', 'user_version'])
      database.pragma(`main.${name} = ${Number(pragmaValue(database, `plain.${name}`))}`);
    // Of this one alone: the other must stay as it is, to the byte.
    database.pragma('main.optimize = 0x10002');
    const head = database
      .prepare<[], { events: number; hash: string }>(
        'SELECT number AS events, hash FROM plain.event ORDER BY number DESC LIMIT 1',
      )
      .get() ?? { events: CHAIN_START.number, hash: CHAIN_START.hash };
    return { ...head, schema: Number(pragmaValue(database, 'user_version')) };
  } finally {
    database.close();
  }
}

/** A damaged page would come to new tags, and nobody would ever see it again. */
function assertUndamaged(file: string, dataFolder: string, pageSize: number): void {
  const pages = openPages(file, pageSize);
  const sums = openPageSums(join(dataFolder, PAGE_SUMS_NAME), 'read');
  try {
    const differing = differingPage(pages, sums, new Set(), null);
    if (differing !== null) throw new CopyRefused(`page ${differing} differs from its checksum`);
  } finally {
    pages.close();
    sums.close();
  }
}

type SchemaRow = {
  readonly type: string;
  readonly name: string;
  readonly sql: string;
  readonly virtual: 0 | 1;
  readonly shadow: 0 | 1;
  readonly withoutRowid: 0 | 1;
};

/** Every table as SQLite's own VACUUM copies it: tables and indexes, then rows under their own numbers, then what watches them. */
async function copyTables(database: Database.Database, moved: () => void): Promise<void> {
  const rows = database
    .prepare<[], SchemaRow>(
      `SELECT s.type, s.name, s.sql, coalesce(t.type = 'virtual', 0) AS virtual, coalesce(t.type = 'shadow', 0) AS shadow,
         coalesce(t.wr, 0) AS withoutRowid
       FROM plain.sqlite_schema s LEFT JOIN pragma_table_list t ON t.schema = 'plain' AND t.name = s.name AND s.type = 'table'
       WHERE s.sql IS NOT NULL AND s.name NOT LIKE 'sqlite!_%' ESCAPE '!'`,
    )
    .all();
  const tables = rows.filter(({ type }) => type === 'table');
  // The shadows of a virtual table come with it, filled as those of an empty one.
  database.unsafeMode(true);
  for (const { sql, shadow } of tables) if (shadow === 0) database.exec(sql);
  for (const { type, sql } of rows) if (type === 'index') database.exec(sql);
  for (const { name, virtual, shadow, withoutRowid } of tables) {
    if (virtual === 1) continue;
    if (shadow === 1) database.exec(`DELETE FROM main."${name}"`);
    const columns = columnsOf(database, name, withoutRowid === 1);
    database.exec(`INSERT INTO main."${name}" (${columns}) SELECT ${columns} FROM plain."${name}"`);
    const [here, there] = ['main', 'plain'].map((schema) =>
      database.prepare<[], number>(`SELECT count(*) FROM ${schema}."${name}"`).pluck().get(),
    );
    if (here !== there) throw new CopyRefused(`${name}: ${here} rows of ${there}`);
    moved();
    await setImmediate();
  }
  for (const { type, sql } of rows) if (type === 'trigger' || type === 'view') database.exec(sql);
  database.unsafeMode(false);
}

/** The columns that are stored, and the number of the row where it is not one of them: searches by name point to it. */
function columnsOf(database: Database.Database, table: string, withoutRowid: boolean): string {
  const columns = database
    .prepare<[string], { name: string; type: string; pk: number }>(
      `SELECT name, type, pk FROM pragma_table_info(?, 'plain')`,
    )
    .all(table);
  const isNumbered = columns.some(({ type, pk }) => pk === 1 && type === 'INTEGER');
  const names = columns.map(({ name }) => `"${name}"`);
  return [...(withoutRowid || isNumbered ? [] : ['rowid']), ...names].join(', ');
}
