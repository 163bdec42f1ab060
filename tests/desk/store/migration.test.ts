import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '#electron/desk/store/cipher.ts';
import { isPlain, readFileIdentity } from '#electron/desk/store/file-identity.ts';
import { latestSchema, MIGRATIONS, type Migration } from '#electron/desk/store/migrations/migrations.ts';
import { firstReply, keepReply } from '#electron/desk/store/rows/idempotency-row.ts';
import type { Store } from '#electron/desk/store/store.ts';
import {
  copyOf,
  filledFolder,
  fillDay,
  fillDisk,
  NOW,
  open,
  opened,
  raw,
  readEverything,
  reasonOf,
  smallDisk,
  temporaryFolder,
} from './store-folder.ts';
import { upgraded } from './upgrade-steps.ts';
import { childScript } from '#tests/support/child-script.ts';
import { size } from '#tests/support/sizes.ts';

/** Of the SQL of migration 0001, which offices have on their disks. It is not renewed: what must change becomes 0002. */
const SHIPPED_0001 = '5bda07e01e43ef1969e710dad3a73dc82824d3554e748aabac0a8e34bd0192be';

const old = latestSchema(MIGRATIONS);
const next = old + 1;
const step = (number: number, sql = ''): Migration => ({ number, sql });
const with1 = (sql: string): Migration[] => [...MIGRATIONS, step(next, sql)];
const schemaOf = (folder: string): unknown =>
  raw(join(folder, 'desk.db'), (database) => database.pragma('user_version', { simple: true }));
const tickets = (store: Store): number =>
  store.prepare<[], { n: number }>('SELECT count(*) AS n FROM ticket').get()?.n ?? -1;
const copiesOf = (folder: string): string[] =>
  existsSync(join(folder, 'copies')) ? readdirSync(join(folder, 'copies')) : [];

describe('the list of migrations', () => {
  it.each([
    [[]],
    [[step(0)]],
    [[step(1), step(1)]],
    [[step(2), step(1)]],
    [[step(1), step(1.5)]],
    [[step(-1)]],
  ])('%j is refused', (list) => {
    expect(() => latestSchema(list)).toThrow(RangeError);
  });

  it('holds 0001 as it was shipped: a change is migration 0002', () => {
    const sql = MIGRATIONS[0]?.sql ?? '';
    expect(createHash('sha256').update(sql).digest('hex')).toBe(SHIPPED_0001);
  });

  it('tells what schema it leads to, which a start need not find out again', () => {
    const folder = temporaryFolder();
    opened(folder).close();
    const rows = raw(join(folder, 'desk.db'), (database) =>
      database
        .prepare<[], { type: string; name: string; tbl_name: string; sql: string | null }>(
          `SELECT type, name, tbl_name, sql FROM sqlite_schema
           WHERE name NOT LIKE 'sqlite_%' AND tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')`,
        )
        .all()
        .map((row) => `${row.type} ${row.name}\n${row.tbl_name}\n${row.sql ?? ''}`),
    );
    const digest = createHash('sha256').update(rows.toSorted().join('\0')).digest('hex');
    expect(MIGRATIONS.at(-1)?.leadsTo).toBe(digest);
  });

  it('is in order as shipped', () => {
    expect(latestSchema(MIGRATIONS)).toBe(MIGRATIONS.length);
  });
});

describe('an upgrade', () => {
  it('of an enciphered database leaves an enciphered copy of the old one, and nothing plain', () => {
    const key = { cipher: 'chacha20', key: 'ab'.repeat(32) } as const;
    const folder = temporaryFolder();
    const first = opened(folder, { born: { key, keyFile: '{}' } });
    fillDay(first, 5);
    first.close();
    const store = opened(folder, { key, migrations: upgraded });
    expect(tickets(store)).toBe(5);
    store.close();
    const [name = ''] = copiesOf(folder);
    const copy = join(folder, 'copies', name);
    expect(isPlain(copy)).toBe(false);
    const database = openDatabase(copy, key, { readonly: true });
    expect(database.pragma('user_version', { simple: true })).toBe(old);
    database.close();
    expect(reasonOf(open(folder, { key }))).toBe('newer');
    expect(reasonOf(open(folder, { key: { ...key, key: 'cd'.repeat(32) }, migrations: upgraded }))).toBe(
      'key-missing',
    );
    expect(reasonOf(open(folder, { migrations: upgraded }))).toBe('sealed');
  });

  it('keeps the rows, and first puts a checked copy of the old database aside', () => {
    const folder = filledFolder(50);
    const before = raw(join(folder, 'desk.db'), readEverything);
    const store = opened(folder, { migrations: upgraded, now: '2026-11-21T00:30:00.000Z' });
    expect(store.schema).toBe(next + 1);
    expect(tickets(store)).toBe(50);
    store.close();
    expect(schemaOf(folder)).toBe(next + 1);
    const copies = copiesOf(folder);
    expect(copies).toEqual([`before-schema-${next + 1}-20261121T003000Z.db`]);
    const restored = copyOf(folder);
    cpSync(join(folder, 'copies', copies[0] ?? ''), join(restored, 'desk.db'));
    // Checksums speak of the database they were taken of.
    rmSync(join(restored, 'desk.sums'));
    expect(raw(join(restored, 'desk.db'), readEverything)).toBe(before);
    expect(tickets(opened(restored))).toBe(50);
  });

  it.each(MIGRATIONS.slice(0, -1).map(({ number }) => number))(
    'from schema %i, as an office of that version has it, gives the schema of a new desk with every row and a checked copy',
    (number) => {
      const older = MIGRATIONS.slice(0, number);
      const folder = temporaryFolder();
      const store = opened(folder, { migrations: older });
      fillDay(store, 40);
      const idempotency = 'key-of-an-older-day';
      store.database
        .prepare(`INSERT INTO idempotency (key, method, body_hash, reply, at) VALUES (?, 'm', 'h', '{}', ?)`)
        .run(idempotency, NOW);
      store.close();
      opened(folder, { migrations: older }).close();
      const text = (of: Store) =>
        of
          .prepare<[], { sql: string }>(
            `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY name`,
          )
          .all();

      const upgradedStore = opened(folder, { now: '2026-11-21T00:30:00.000Z' });
      expect(upgradedStore.schema).toBe(latestSchema(MIGRATIONS));
      expect(text(upgradedStore)).toEqual(text(opened(temporaryFolder())));
      expect(tickets(upgradedStore)).toBe(40);
      expect(upgradedStore.database.prepare('SELECT key FROM idempotency').all()).toEqual([
        { key: idempotency },
      ]);
      expect(upgradedStore.database.pragma('foreign_key_check')).toEqual([]);
      expect(copiesOf(folder)).toEqual([`before-schema-${latestSchema(MIGRATIONS)}-20261121T003000Z.db`]);
    },
  );

  it('keeps the replies that were given, so that a repeated command is still known', () => {
    const folder = temporaryFolder();
    const before = opened(folder, { migrations: MIGRATIONS.slice(0, 1) });
    const reply = { ok: true, value: { number: 'A001' } } as const;
    keepReply(before, 'a-key-of-before', 'ticket.issue', 'hash', reply, '2026-11-20T01:00:00.000Z');
    before.close();
    expect(firstReply(opened(folder), 'a-key-of-before', 'ticket.issue', 'hash')).toEqual(reply);
  });

  it('leaves its number in the file at once, where an older program looks', () => {
    const folder = filledFolder(5);
    opened(folder, { migrations: upgraded });
    const alone = join(temporaryFolder(), 'alone.db');
    cpSync(join(folder, 'desk.db'), alone);
    expect(readFileIdentity(alone, null)?.userVersion).toBe(next + 1);
  });

  it('is not copied when there is nothing to upgrade, nor for a new desk', () => {
    const folder = temporaryFolder();
    opened(folder, { migrations: upgraded }).close();
    opened(folder, { migrations: upgraded }).close();
    expect(copiesOf(folder)).toEqual([]);
  });

  it.each([
    [
      'that fails in its second statement',
      'CREATE TABLE half (a TEXT) STRICT; INSERT INTO nowhere VALUES (1)',
    ],
    [
      'that leaves a reference to nothing',
      `CREATE TABLE half (a TEXT REFERENCES office (id)) STRICT; INSERT INTO half VALUES ('nobody')`,
    ],
  ])('%s changes nothing', (_, sql) => {
    const folder = filledFolder(10);
    expect(reasonOf(open(folder, { migrations: with1(sql) }))).not.toBe('opened');
    expect(schemaOf(folder)).toBe(old);
    expect(
      raw(join(folder, 'desk.db'), (database) =>
        database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'half'`).get(),
      ),
    ).toBeUndefined();
    expect(tickets(opened(folder))).toBe(10);
  });

  it('of a database whose triggers are not those it was made with changes nothing', () => {
    const folder = filledFolder(10);
    raw(join(folder, 'desk.db'), (database) => {
      const trigger = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().get();
      database.exec(`DROP TRIGGER ${String(trigger)}`);
    });
    // By the sums of the pages it would be found before the schema is read.
    rmSync(join(folder, 'desk.sums'));
    expect(reasonOf(open(folder))).toBe('corrupted');
    expect(reasonOf(open(folder, { migrations: with1('CREATE TABLE more (a TEXT) STRICT') }))).toBe(
      'corrupted',
    );
    expect(schemaOf(folder)).toBe(old);
  });

  it('may rebuild a table others refer to', () => {
    const folder = filledFolder(10);
    const rebuild = `
      CREATE TABLE series_new (id TEXT PRIMARY KEY, office_id TEXT NOT NULL, letter TEXT NOT NULL, name TEXT NOT NULL, position INTEGER NOT NULL) STRICT;
      INSERT INTO series_new SELECT id, office_id, letter, name, position FROM series;
      DROP TABLE series;
      ALTER TABLE series_new RENAME TO series;`;
    const store = opened(folder, { migrations: with1(rebuild) });
    expect(tickets(store)).toBe(10);
    expect(store.database.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('on a disk without room for the copy is refused as full and leaves the old database', (test) => {
    const disk = smallDisk('24m');
    if ('skipped' in disk) return test.skip(disk.skipped);
    cpSync(filledFolder(300), disk.folder, { recursive: true });
    fillDisk(disk.folder, 200);
    expect(reasonOf(open(disk.folder, { migrations: upgraded }))).toBe('full');
    expect(copiesOf(disk.folder)).toEqual([]);
    rmSync(join(disk.folder, 'ballast'));
    expect(schemaOf(disk.folder)).toBe(old);
    expect(tickets(opened(disk.folder, { migrations: upgraded }))).toBe(300);
  });

  it('sweeps the copy that an interrupted one left', () => {
    const folder = filledFolder(5);
    opened(folder, { migrations: upgraded }).close();
    for (const name of ['before-schema-9-x.db.part', 'before-schema-9-x.db.part-journal'])
      writeFileSync(join(folder, 'copies', name), 'half');
    opened(folder, { migrations: upgraded }).close();
    expect(copiesOf(folder)).toHaveLength(1);
  });
});

const kills = size('KILL_RUNS', 2, 10);

describe('an upgrade that is killed', () => {
  it(
    `leaves the old schema or the new one, never between, ${kills} times`,
    { timeout: 60_000 + kills * 3_000 },
    async () => {
      const base = filledFolder(1500);
      const script = childScript(join(import.meta.dirname, 'upgrade-store.ts'));
      /** Runs an upgrade in a process of its own, killed `after` milliseconds from its start of the upgrade; gives what it took. */
      const upgrade = async (folder: string, after: number | null): Promise<number> => {
        const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
        const said = new Map<string, number>();
        createInterface(child.stdout).on('line', (line) => {
          const [word = '', at] = line.split(' ');
          said.set(word, Number(at));
          if (word === 'begun' && after !== null)
            AbortSignal.timeout(after).addEventListener('abort', () => child.kill('SIGKILL'));
        });
        await once(child, 'close');
        return (said.get('opened') ?? Number.NaN) - (said.get('begun') ?? Number.NaN);
      };

      const whole = await upgrade(copyOf(base), null);
      expect(whole).toBeGreaterThan(0);
      const seen = { before: 0, old: 0, new: 0 };
      for (let run = 0; run < kills; run += 1) {
        const folder = copyOf(base);
        await upgrade(folder, Math.round(whole * 1.1 * Math.random()));
        const schema = reasonOf(open(folder));
        expect(['opened', 'newer'], 'the file is sound').toContain(schema);
        seen[schema === 'newer' ? 'new' : copiesOf(folder).length > 0 ? 'old' : 'before'] += 1;
        const copies = copiesOf(folder);
        for (const name of copies) {
          expect(name).toMatch(/\.db$|\.part/);
          if (name.endsWith('.db'))
            expect(
              raw(join(folder, 'copies', name), (copy) => copy.pragma('integrity_check', { simple: true })),
            ).toBe('ok');
        }
        const store = opened(folder, { migrations: upgraded });
        expect(tickets(store)).toBe(1500);
        expect(store.prepare<[], { total: number }>('SELECT total FROM event_sum').get()).toEqual({
          total: 60_000,
        });
        expect(copiesOf(folder).filter((name) => name.includes('.part'))).toEqual([]);
        store.close();
      }
      console.log(`killed upgrades: ${JSON.stringify(seen)}`);
    },
  );
});
