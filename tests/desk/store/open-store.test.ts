import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openMemoryStore } from '#tests/support/memory-store.ts';
import {
  addEvent,
  bytesOf,
  exists,
  fillDay,
  OFFICE,
  open,
  reasonOf,
  opened,
  raw,
  temporaryFolder,
} from './store-folder.ts';

describe('an open store', () => {
  it('is durable on the first open and on every later one', () => {
    const folder = temporaryFolder();
    for (const _ of ['first', 'second', 'third']) {
      const store = opened(folder);
      expect(store.health).toEqual({ journalMode: 'wal', synchronous: 2, integrity: 'ok', lastWord: 'kept' });
      const value = (pragma: string): unknown => store.database.pragma(pragma, { simple: true });
      expect(value('synchronous')).toBe(2);
      expect(value('journal_mode')).toBe('wal');
      expect(value('foreign_keys')).toBe(1);
      expect(value('locking_mode')).toBe('exclusive');
      expect(value('busy_timeout')).toBeLessThanOrEqual(500);
      expect(value('user_version')).toBe(store.schema);
      store.close();
    }
  });

  it('closes to one file without a log, and keeps what was committed', () => {
    const folder = temporaryFolder();
    const store = opened(folder);
    fillDay(store, 20);
    store.close();
    store.close();
    expect(Object.keys(bytesOf(folder)).sort()).toEqual([
      'desk.db',
      'desk.last',
      'desk.marker.json',
      'desk.sums',
    ]);
    expect(opened(folder).prepare<[], { n: number }>('SELECT count(*) AS n FROM ticket').get()).toEqual({
      n: 20,
    });
  });

  it('prepares a text once', () => {
    const store = openMemoryStore();
    const sql = 'SELECT count(*) AS n FROM ticket';
    expect(store.prepare(sql)).toBe(store.prepare(sql));
    expect(store.prepare(`${sql} `)).not.toBe(store.prepare(sql));
    store.close();
  });

  it('writes all or nothing, and refuses to await inside', () => {
    const store = openMemoryStore();
    fillDay(store, 1);
    const count = (): number =>
      store.prepare<[], { n: number }>('SELECT count(*) AS n FROM event').get()?.n ?? -1;
    expect(store.write(() => (addEvent(store, 2), 'done'))).toBe('done');
    expect(() =>
      store.write(() => {
        addEvent(store, 3);
        throw new RangeError('in the middle');
      }),
    ).toThrow(RangeError);
    expect(() => store.write(() => (addEvent(store, 3), Promise.resolve()))).toThrow(TypeError);
    expect(count()).toBe(2);
    expect(store.database.inTransaction).toBe(false);
    store.close();
  });

  it('makes its folder, readable by its owner alone', () => {
    const folder = join(temporaryFolder(), 'new', 'desk');
    expect(reasonOf(open(folder))).toBe('opened');
    if (process.platform === 'win32') return;
    for (const made of [folder, dirname(folder)]) expect(statSync(made).mode & 0o777).toBe(0o700);
  });

  it('makes no database where none is asked for', () => {
    const folder = temporaryFolder();
    expect(open(folder, { create: false })).toMatchObject({
      ok: false,
      reason: 'unknown',
      file: join(folder, 'desk.db'),
    });
    expect(bytesOf(folder)).toEqual({});
    opened(folder).close();
    opened(folder, { create: false }).close();
  });

  it('writes a marker that tells the schema and, once known, the office', () => {
    const folder = temporaryFolder();
    const marker = (): unknown => JSON.parse(readFileSync(join(folder, 'desk.marker.json'), 'utf8'));
    const store = opened(folder);
    expect(marker()).toMatchObject({
      state: 'ready',
      schema: store.schema,
      created: '2026-11-20T00:30:00.000Z',
      officeId: null,
    });
    fillDay(store, 1);
    store.close();
    opened(folder, { now: '2026-12-01T00:00:00.000Z' }).close();
    expect(marker()).toMatchObject({ created: '2026-11-20T00:30:00.000Z', officeId: OFFICE });
  });

  it('sweeps half-written files of its own and nothing else', () => {
    const folder = temporaryFolder();
    opened(folder).close();
    const write = (name: string): void =>
      raw(join(folder, name), (database) => void database.exec('CREATE TABLE t (a)'));
    write('desk.db.part');
    write('bao-cao.part');
    opened(folder).close();
    expect(exists(folder, 'desk.db.part')).toBe(false);
    expect(exists(folder, 'bao-cao.part')).toBe(true);
  });

  it('keeps a store in memory with the same schema and guards', () => {
    const store = openMemoryStore();
    expect(store.health).toMatchObject({ synchronous: 2, integrity: 'ok' });
    expect(store.database.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(store.schema).toBe(opened(temporaryFolder()).schema);
    store.close();
  });
});
