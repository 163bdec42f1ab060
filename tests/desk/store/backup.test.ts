import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyStore } from '#electron/desk/store/backup.ts';
import { faultKind } from '#electron/desk/store/store-fault.ts';
import { assertCopy, CopyRefused } from '#electron/desk/store/verified-copy.ts';
import {
  addEvent,
  bytesOf,
  filledFolder,
  fillDisk,
  opened,
  raw,
  readEverything,
  reasonOf,
  open,
  smallDisk,
  temporaryFolder,
} from './store-folder.ts';

describe('a copy of a living store', () => {
  it('holds what was committed, as one file, and opens as a desk again', async () => {
    const store = opened(filledFolder(100));
    store.write(() => addEvent(store, 101));
    const folder = temporaryFolder();
    const target = join(folder, 'desk.db');
    await copyStore(store, target);
    expect(Object.keys(bytesOf(folder))).toEqual(['desk.db']);
    expect(raw(target, readEverything)).toBe(readEverything(store.database));
    expect(reasonOf(open(folder))).toBe('marker-missing');
  });

  it('takes the rows that are written while it is made, or none of them', async () => {
    const store = opened(filledFolder(1500));
    const target = join(temporaryFolder(), 'copy.db');
    const copying = copyStore(store, target);
    let number = 1500;
    let done = false;
    void copying.finally(() => (done = true));
    while (!done) {
      number += 1;
      const next = number;
      store.write(() => addEvent(store, next));
      await new Promise((resume) => setImmediate(resume));
    }
    await copying;
    const held = raw(target, (copy) =>
      copy
        .prepare<[], { n: number; last: number }>('SELECT count(*) AS n, max(number) AS last FROM event')
        .get(),
    );
    expect(held?.n).toBe(held?.last);
    expect(held?.n).toBeGreaterThanOrEqual(1500);
  });

  it('never replaces a file', async () => {
    const store = opened(filledFolder(1));
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'copy.db'), 'kept');
    const before = bytesOf(folder);
    await expect(copyStore(store, join(folder, 'copy.db'))).rejects.toThrow(CopyRefused);
    expect(bytesOf(folder)).toEqual(before);
  });

  it('replaces what an interrupted one left', async () => {
    const store = opened(filledFolder(1));
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'copy.db.part'), 'x'.repeat(9000));
    await copyStore(store, join(folder, 'copy.db'));
    expect(Object.keys(bytesOf(folder))).toEqual(['copy.db']);
  });

  it('leaves nothing on a disk that is full', async (test) => {
    const disk = smallDisk('4m');
    if ('skipped' in disk) return test.skip(disk.skipped);
    const store = opened(filledFolder(500));
    fillDisk(disk.folder, 100);
    const error = await copyStore(store, join(disk.folder, 'copy.db')).catch((reason: unknown) => reason);
    expect(faultKind(error)).toBe('full');
    expect(Object.keys(bytesOf(disk.folder))).toEqual(['ballast']);
    rmSync(join(disk.folder, 'ballast'));
    await copyStore(store, join(disk.folder, 'copy.db'));
  });

  it('is given up, with nothing left behind, when what it holds is not sound', async () => {
    const store = opened(filledFolder(1));
    store.database.exec('PRAGMA ignore_check_constraints = ON; UPDATE counter SET active = 5');
    const folder = temporaryFolder();
    await expect(copyStore(store, join(folder, 'copy.db'))).rejects.toThrow(CopyRefused);
    expect(bytesOf(folder)).toEqual({});
  });

  it('is refused when it is not what it should be', () => {
    const store = opened(filledFolder(1));
    const other = join(temporaryFolder(), 'other.db');
    raw(other, (database) => void database.exec('CREATE TABLE t (a)'));
    expect(() => assertCopy(other, store.database, 'quick_check(1)')).toThrow(CopyRefused);
  });
});
