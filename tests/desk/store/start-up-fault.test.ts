import type Database from 'better-sqlite3';
import { cpSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '#electron/desk/store/migrations/migrations.ts';
import { faultKind } from '#electron/desk/store/store-fault.ts';
import {
  addEvent,
  bytesOf,
  exists,
  fillDay,
  fillDisk,
  filledFolder,
  open,
  opened,
  raw,
  readOnlyFolder,
  reasonOf,
  smallDisk,
  temporaryFolder,
} from './store-folder.ts';

type Fault = { name: string; reason: string; change(folder: string): void };

const database = (folder: string): string => join(folder, 'desk.db');
const marker = (folder: string): string => join(folder, 'desk.marker.json');
const header = (folder: string, offset: number, bytes: number[]): void => {
  const content = readFileSync(database(folder));
  content.set(bytes, offset);
  writeFileSync(database(folder), content);
};

/** As a program leaves a folder that writes no last word. */
const forgetLastWord = (folder: string): void => rmSync(join(folder, 'desk.last'));

const faults: Fault[] = [
  { name: 'cut to 0 bytes', reason: 'corrupted', change: (folder) => truncateSync(database(folder), 0) },
  { name: 'gone', reason: 'corrupted', change: (folder) => rmSync(database(folder)) },
  {
    name: 'cut in half',
    reason: 'corrupted',
    change: (folder) => truncateSync(database(folder), Math.floor(statSync(database(folder)).size / 2)),
  },
  {
    name: 'cut to half a header',
    reason: 'corrupted',
    change: (folder) => truncateSync(database(folder), 50),
  },
  {
    name: 'with its magic overwritten',
    reason: 'corrupted',
    change: (folder) => header(folder, 0, [0x58, 0x58, 0x58]),
  },
  {
    name: 'with its first page zeroed',
    reason: 'corrupted',
    change: (folder) => header(folder, 0, Array<number>(4096).fill(0)),
  },
  { name: 'that asks for a later writer', reason: 'corrupted', change: (folder) => header(folder, 18, [3]) },
  {
    name: 'whose log is there while it is gone',
    reason: 'corrupted',
    change: (folder) => renameSync(database(folder), `${database(folder)}-wal`),
  },
  { name: 'without its marker', reason: 'marker-missing', change: (folder) => rmSync(marker(folder)) },
  {
    name: 'with an unreadable marker',
    reason: 'marker-missing',
    change: (folder) => writeFileSync(marker(folder), '{"application":'),
  },
  {
    name: 'cut to 0 bytes, without its marker',
    reason: 'marker-missing',
    change: (folder) => {
      truncateSync(database(folder), 0);
      rmSync(marker(folder));
    },
  },
  {
    name: 'that is a text',
    reason: 'foreign-file',
    change: (folder) => writeFileSync(database(folder), 'Danh sách công dân\n'.repeat(400)),
  },
  {
    name: "that is another program's database",
    reason: 'foreign-file',
    change: (folder) => {
      rmSync(database(folder));
      raw(
        database(folder),
        (other) =>
          void other.exec('CREATE TABLE note (text); PRAGMA application_id = 77; PRAGMA user_version = 1'),
      );
    },
  },
  {
    name: "that is another office's database",
    reason: 'foreign-file',
    change: (folder) =>
      raw(
        database(folder),
        (other) => void other.exec(`PRAGMA foreign_keys = OFF; UPDATE office SET id = 'another'`),
      ),
  },
  {
    name: 'that lost its office',
    reason: 'foreign-file',
    change: (folder) => {
      const fresh = temporaryFolder();
      opened(fresh).close();
      cpSync(database(fresh), database(folder));
    },
  },
  {
    name: 'of a later schema',
    reason: 'newer',
    change: (folder) =>
      raw(database(folder), (later) => void later.pragma(`user_version = ${MIGRATIONS.length + 1}`)),
  },
  {
    name: 'without a schema number',
    reason: 'corrupted',
    change: (folder) => raw(database(folder), (other) => void other.pragma('user_version = 0')),
  },
  {
    name: 'that lost a trigger',
    reason: 'corrupted',
    change: (folder) => raw(database(folder), (other) => void other.exec('DROP TRIGGER event_kept')),
  },
  {
    name: 'that holds a value its column forbids',
    reason: 'corrupted',
    change: (folder) =>
      raw(
        database(folder),
        (other) => void other.exec('PRAGMA ignore_check_constraints = ON; UPDATE counter SET active = 5'),
      ),
  },
];

describe('a database', () => {
  it.each(faults)('$name is refused as $reason with every byte left as it was', ({ change, reason }) => {
    const folder = filledFolder(30);
    change(folder);
    const before = bytesOf(folder);
    const result = open(folder);
    expect(result).toMatchObject({ ok: false, reason, file: join(folder, 'desk.db') });
    expect(bytesOf(folder)).toEqual(before);
    expect(result.ok ? '' : result.detail).not.toBe('');
  });

  it('that was refused opens again once it has been put right', () => {
    const folder = filledFolder(5);
    const kept = readFileSync(database(folder));
    truncateSync(database(folder), 0);
    expect(reasonOf(open(folder))).toBe('corrupted');
    writeFileSync(database(folder), kept);
    expect(reasonOf(open(folder))).toBe('opened');
  });

  it('without a marker is never made anew beside a foreign file', () => {
    const folder = temporaryFolder();
    writeFileSync(database(folder), 'x'.repeat(5000));
    expect(reasonOf(open(folder))).toBe('foreign-file');
    expect(exists(folder, 'desk.marker.json')).toBe(false);
  });

  it('of a later schema is known by its log, when a crash kept the number out of the file', () => {
    const folder = filledFolder(5);
    const crashed = temporaryFolder();
    const later = [
      ...MIGRATIONS,
      { number: MIGRATIONS.length + 1, sql: 'CREATE TABLE later (a TEXT) STRICT' },
    ];
    raw(database(folder), (connection) => {
      connection.pragma('wal_autocheckpoint = 0');
      connection.exec(`BEGIN; ${later.at(-1)?.sql}; PRAGMA user_version = ${later.length}; COMMIT`);
      cpSync(folder, crashed, { recursive: true });
    });
    rmSync(`${database(crashed)}-shm`);
    forgetLastWord(crashed);
    const before = bytesOf(crashed);
    expect(Object.keys(before)).toContain('desk.db-wal');
    expect(reasonOf(open(crashed))).toBe('newer');
    expect(bytesOf(crashed)).toEqual(before);
    expect(reasonOf(open(crashed, { migrations: later }))).toBe('opened');
  });

  it('is not called later for a page of the log that was never committed whole', () => {
    const folder = filledFolder(5);
    const crashed = temporaryFolder();
    raw(database(folder), (connection) => {
      connection.pragma('wal_autocheckpoint = 0');
      connection.pragma('user_version = 9');
      cpSync(folder, crashed, { recursive: true });
    });
    rmSync(`${database(crashed)}-shm`);
    forgetLastWord(crashed);
    const log = readFileSync(`${database(crashed)}-wal`);
    log[log.length - 1] = (log.at(-1) ?? 0) ^ 1;
    writeFileSync(`${database(crashed)}-wal`, log);
    expect(reasonOf(open(crashed))).toBe('opened');
  });

  it('is put aside with its log before the damage is refused', () => {
    const folder = filledFolder(200);
    const crashed = temporaryFolder();
    raw(database(folder), (connection) => {
      connection.exec('CREATE TABLE t (a); DROP TABLE t');
      cpSync(folder, crashed, { recursive: true });
    });
    rmSync(`${database(crashed)}-shm`);
    forgetLastWord(crashed);
    const content = readFileSync(database(crashed));
    content.fill(0xa5, 20 * 4096, 40 * 4096);
    writeFileSync(database(crashed), content);
    const { 'desk.db': file, 'desk.db-wal': log } = bytesOf(crashed);
    expect(reasonOf(open(crashed))).toBe('corrupted');
    expect(Object.values(bytesOf(join(crashed, 'copies')))).toEqual(expect.arrayContaining([file, log]));
  });
});

describe('a first start that was cut off', () => {
  const creating = {
    application: 0x51544431,
    state: 'creating',
    schema: 0,
    created: '2026-11-20T00:00:00.000Z',
    officeId: null,
  };

  it.each([
    ['before the database', (_: string) => {}],
    ['with an empty database', (folder: string) => writeFileSync(database(folder), '')],
    [
      'before the schema',
      (folder: string) => raw(database(folder), (started) => void started.pragma('journal_mode = WAL')),
    ],
    [
      'before the marker was finished',
      (folder: string) => {
        const whole = temporaryFolder();
        opened(whole).close();
        cpSync(database(whole), database(folder));
      },
    ],
  ])('%s goes on where it stopped', (_, prepare) => {
    const folder = temporaryFolder();
    writeFileSync(marker(folder), JSON.stringify(creating));
    prepare(folder);
    opened(folder).close();
    expect(JSON.parse(readFileSync(marker(folder), 'utf8'))).toMatchObject({
      state: 'ready',
      created: creating.created,
    });
    truncateSync(database(folder), 0);
    expect(reasonOf(open(folder))).toBe('corrupted');
  });
});

describe('a database that no desk has made', () => {
  const mark = (pragma: string) => (made: Database.Database) => {
    made.pragma(pragma);
    made.exec('CREATE TABLE t (a)');
  };
  it.each([
    ['of another program, where a first start was cut off', true, mark('application_id = 7')],
    ['of no program but with a schema, where a first start was cut off', true, mark('user_version = 3')],
    ['of no program, in the place of the own one', false, mark('cache_size = 100')],
    ['of another program, in the place of the own one', false, mark('application_id = 7')],
  ])('%s, is refused and keeps its bytes', (_, isCutOff, make) => {
    const folder = temporaryFolder();
    opened(folder).close();
    rmSync(database(folder));
    if (isCutOff) {
      const { officeId: _id, ...known } = JSON.parse(readFileSync(marker(folder), 'utf8')) as {
        officeId: null;
      };
      writeFileSync(
        marker(folder),
        JSON.stringify({ ...known, state: 'creating', schema: 0, officeId: null }),
      );
    }
    raw(database(folder), make);
    const before = readFileSync(database(folder));
    expect(reasonOf(open(folder))).toBe('foreign-file');
    expect(readFileSync(database(folder))).toEqual(before);
  });
});

describe('a disk', () => {
  it('that only reads is said so at start, and the file keeps its bytes', (test) => {
    const from = filledFolder(5);
    const disk = readOnlyFolder(from);
    if ('skipped' in disk) return test.skip(disk.skipped);
    const before = bytesOf(disk.folder);
    expect(reasonOf(open(disk.folder))).toBe('readonly');
    expect(bytesOf(disk.folder)).toEqual(before);
  });

  it('that only reads takes no new desk', (test) => {
    const disk = readOnlyFolder(temporaryFolder());
    if ('skipped' in disk) return test.skip(disk.skipped);
    expect(reasonOf(open(disk.folder))).toBe('readonly');
  });

  it.for([0, 4, 60, 120, 200])(
    'with %i KiB left takes no new desk, and takes it once there is room',
    (left, test) => {
      const disk = smallDisk('4m');
      if ('skipped' in disk) return test.skip(disk.skipped);
      fillDisk(disk.folder, left);
      expect(reasonOf(open(join(disk.folder, 'desk')))).toBe('full');
      expect(Object.keys(bytesOf(disk.folder)).filter((name) => name.includes('.part'))).toEqual([]);
      rmSync(join(disk.folder, 'ballast'));
      expect(reasonOf(open(join(disk.folder, 'desk')))).toBe('opened');
    },
  );

  it('that is full at start is said so, and the data is there once there is room', (test) => {
    const disk = smallDisk('4m');
    if ('skipped' in disk) return test.skip(disk.skipped);
    cpSync(filledFolder(20), disk.folder, { recursive: true });
    const before = bytesOf(disk.folder);
    fillDisk(disk.folder, 16);
    expect(reasonOf(open(disk.folder))).toBe('full');
    rmSync(join(disk.folder, 'ballast'));
    expect(bytesOf(disk.folder)).toEqual(before);
    expect(opened(disk.folder).prepare<[], { n: number }>('SELECT count(*) AS n FROM ticket').get()).toEqual({
      n: 20,
    });
  });

  it('that fills up in the middle of a day loses nothing that was acknowledged, and goes on when there is room', (test) => {
    const disk = smallDisk('4m');
    if ('skipped' in disk) return test.skip(disk.skipped);
    const store = opened(disk.folder);
    fillDay(store, 1);
    fillDisk(disk.folder, 200);
    let acknowledged = 1;
    let fault: unknown = null;
    while (fault === null) {
      try {
        store.write(() => addEvent(store, acknowledged + 1));
        acknowledged += 1;
      } catch (error) {
        fault = error;
      }
    }
    expect(faultKind(fault)).toBe('full');
    expect(store.database.inTransaction).toBe(false);
    const count = (): number =>
      store.prepare<[], { n: number }>('SELECT count(*) AS n FROM event').get()?.n ?? -1;
    expect(count()).toBe(acknowledged);
    rmSync(join(disk.folder, 'ballast'));
    store.write(() => addEvent(store, acknowledged + 1));
    expect(count()).toBe(acknowledged + 1);
    store.close();
    expect(opened(disk.folder).prepare<[], { n: number }>('SELECT count(*) AS n FROM event').get()).toEqual({
      n: acknowledged + 1,
    });
  });
});

it('a folder that is a file is refused without a word of blame on the data', () => {
  const file = join(temporaryFolder(), 'desk');
  writeFileSync(file, '');
  expect(reasonOf(open(file))).toBe('unknown');
});

it('a first start on a disk that only reads is told so', (context) => {
  const disk = smallDisk('4m');
  if ('skipped' in disk) return context.skip(disk.skipped);
  disk.readOnly();
  expect(reasonOf(open(disk.folder))).toBe('readonly');
  expect(reasonOf(open(join(disk.folder, 'new', 'desk')))).toBe('readonly');
});
