import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  openStore,
  type OpenedStore,
  type StoreOptions,
  type StorePlace,
} from '#electron/desk/store/open-store.ts';
import type { Store } from '#electron/desk/store/store.ts';
import { bearDesk } from '#tests/support/born-folder.ts';

export const NOW = '2026-11-20T00:30:00.000Z';
export const DAY = '2026-11-20';
export const OFFICE = '0192f000-0000-7000-8000-000000000001';

/** A folder of this test, removed after it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quay-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function open(folder: string, options: StoreOptions & Partial<StorePlace> = {}): OpenedStore {
  // Copies that a test makes are no second desk.
  const { create = true, now = NOW, moved = true, key = null, born = null, ...rest } = options;
  return openStore({ folder, create, now, moved, key, born }, rest);
}

/** The open store of a folder, closed after the test. */
export function opened(folder: string, options: StoreOptions & Partial<StorePlace> = {}): Store {
  if (options.migrations === undefined && options.key == null && options.born == null)
    bearDesk(folder, options.now ?? NOW);
  const result = open(folder, options);
  if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`);
  const { store } = result;
  onTestFinished(() => store.close());
  return store;
}

export function reasonOf(result: OpenedStore): string {
  if (!result.ok) return result.reason;
  result.store.close();
  return 'opened';
}

/** A closed database of one office day with `tickets` tickets, as a folder to copy from. */
export function filledFolder(tickets: number): string {
  const folder = temporaryFolder();
  const store = opened(folder);
  fillDay(store, tickets);
  store.close();
  // The office is known only now: the second open writes it into the marker.
  opened(folder).close();
  return folder;
}

export function copyOf(folder: string): string {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** The rows an office writes in a morning, straight into the tables. */
export function fillDay(store: Store, tickets: number): void {
  store.write(() => {
    setUpOffice(store);
    openDay(store, DAY);
    for (let number = 1; number <= tickets; number += 1) {
      addTicket(store, { number });
      addEvent(store, number);
    }
  });
}

export function setUpOffice(store: Store): void {
  const { database } = store;
  database
    .prepare('INSERT INTO office VALUES (?, ?, ?, ?, 0, ?)')
    .run(OFFICE, 'Phường Thử Nghiệm', 'P-001', 'Nơi nhận thử', NOW);
  for (const [position, counter] of ['counter-1', 'counter-2'].entries()) {
    database
      .prepare('INSERT INTO counter (id, office_id, name, position) VALUES (?, ?, ?, ?)')
      .run(counter, OFFICE, counter, position);
  }
  database.prepare('INSERT INTO series VALUES (?, ?, ?, ?, 0)').run('series-a', OFFICE, 'A', 'Định danh');
}

export function openDay(store: Store, day: string): void {
  store
    .prepare<[string, string, string]>(
      'INSERT INTO business_day (office_id, day, opened_at) VALUES (?, ?, ?)',
    )
    .run(OFFICE, day, NOW);
}

export function closeDay(store: Store, day: string): void {
  store.prepare<[string, string]>('UPDATE business_day SET closed_at = ? WHERE day = ?').run(NOW, day);
}

export function addTicket(
  store: Store,
  ticket: {
    number: number;
    day?: string;
    state?: string;
    counter?: string | null;
    id?: string;
    bare?: boolean;
  },
): string {
  const {
    number,
    day = DAY,
    state = 'waiting',
    counter = null,
    id = `ticket-${day}-${number}`,
    bare = false,
  } = ticket;
  store
    .prepare<unknown[]>(
      `INSERT INTO ticket (id, office_id, business_day, series_id, queue_id, letter, number, place, priority, state, counter_id, issued_at, since)
       VALUES (?, ?, ?, 'series-a', 'series-a', 'A', ?, ?, 0, ?, ?, ?, ?)`,
    )
    .run(id, OFFICE, day, number, number, state, counter, NOW, NOW);
  if (bare) return id;
  const person = `person-${id}`;
  store
    .prepare<unknown[]>(
      'INSERT INTO person (id, office_id, full_name, folded_name, created_at) VALUES (?, ?, ?, ?, ?)',
    )
    .run(person, OFFICE, `Người Thử Số ${number}`, `nguoi thu so ${number}`, NOW);
  addRequest(store, id, { person });
  return id;
}

export function addRequest(
  store: Store,
  ticket: string,
  request: { position?: number; person?: string | null } = {},
): string {
  const { position = 1, person = null } = request;
  const id = `request-${ticket}-${position}`;
  store
    .prepare<unknown[]>(
      `INSERT INTO request (id, office_id, ticket_id, position, procedure, subject, card, person_id) VALUES (?, ?, ?, ?, 'level-2', 'citizen', 'valid', ?)`,
    )
    .run(id, OFFICE, ticket, position, person);
  return id;
}

export function addEvent(store: Store, number: number): void {
  store
    .prepare<unknown[]>(
      `INSERT INTO event (number, v, at, business_day, name, officer, device, data, hash) VALUES (?, 1, ?, ?, 'ticket-issued', 'o', 'd', ?, ?)`,
    )
    .run(
      number,
      NOW,
      DAY,
      JSON.stringify({ number }),
      createHash('sha256').update(String(number)).digest('hex'),
    );
}

/** Every file below a folder with the hash of its bytes. */
export function bytesOf(folder: string): Record<string, string> {
  const hashes: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    hashes[file.slice(folder.length + 1)] = createHash('sha256').update(readFileSync(file)).digest('hex');
  }
  return hashes;
}

/** Opens a file with the bare driver, as another program would. */
export function raw<T>(file: string, use: (database: Database.Database) => T): T {
  const database = new Database(file);
  try {
    return use(database);
  } finally {
    database.close();
  }
}

/** Reads every row of every table with the bare driver; throws what the driver throws. */
export function readEverything(database: Database.Database): number {
  let rows = 0;
  const tables = database
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .all();
  for (const { name } of tables) rows += database.prepare(`SELECT * FROM "${name}"`).all().length;
  return rows;
}

/** A small disk of its own; `null` with the reason where this machine gives none. */
export function smallDisk(size: string): { folder: string; readOnly(): void } | { skipped: string } {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return { skipped: 'needs root on Linux to mount a small disk' };
  const folder = temporaryFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  if (mounted.status !== 0)
    return { skipped: `this machine mounts no disk: ${String(mounted.stderr).trim()}` };
  onTestFinished(() => {
    spawnSync('umount', [folder]);
  });
  return {
    folder,
    readOnly() {
      if (spawnSync('mount', ['-o', 'remount,ro', folder]).status !== 0) throw new Error('remount failed');
    },
  };
}

/** Leaves `left` KiB on the disk of a folder, by a file named ballast. */
export function fillDisk(folder: string, left: number): void {
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(join(folder, 'ballast'), Buffer.alloc(bavail * bsize - left * 1024));
}

/** A folder nobody may write in: by its rights, or by its disk where rights do not bind (root). */
export function readOnlyFolder(from: string): { folder: string } | { skipped: string } {
  if (process.getuid?.() !== 0) {
    const folder = copyOf(from);
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
    chmodSync(folder, 0o555);
    onTestFinished(() => chmodSync(folder, 0o755));
    return { folder };
  }
  const disk = smallDisk('8m');
  if ('skipped' in disk) return disk;
  cpSync(from, disk.folder, { recursive: true });
  disk.readOnly();
  return disk;
}

export function exists(...path: string[]): boolean {
  return existsSync(join(...path));
}
