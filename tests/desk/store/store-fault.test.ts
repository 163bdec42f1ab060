import Database from 'better-sqlite3';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { storeProblem } from '#electron/desk/store/store-problem.ts';
import { faultKind, startUpReason } from '#electron/desk/store/store-fault.ts';
import { fillDisk, smallDisk } from './store-folder.ts';

const driver = (code: string): Error => new Database.SqliteError('some words', code);
const file = (code: string): Error => Object.assign(new Error('some words'), { code });

describe('the kind of a fault', () => {
  it.each([
    ['SQLITE_CORRUPT', 'corrupted'],
    ['SQLITE_CORRUPT_VTAB', 'corrupted'],
    ['SQLITE_CORRUPT_INDEX', 'corrupted'],
    ['SQLITE_NOTADB', 'corrupted'],
    ['SQLITE_IOERR_SHORT_READ', 'corrupted'],
    ['SQLITE_READONLY', 'readonly'],
    ['SQLITE_READONLY_DBMOVED', 'readonly'],
    ['SQLITE_CANTOPEN', 'readonly'],
    ['SQLITE_CANTOPEN_ISDIR', 'readonly'],
    ['SQLITE_IOERR_WRITE', 'failing'],
    ['SQLITE_IOERR_FSYNC', 'failing'],
    ['SQLITE_IOERR', 'failing'],
    ['SQLITE_IOERR_LOCK', 'busy'],
    ['SQLITE_FULL', 'full'],
    ['SQLITE_BUSY', 'busy'],
    ['SQLITE_BUSY_SNAPSHOT', 'busy'],
    ['SQLITE_LOCKED', 'busy'],
    ['SQLITE_CONSTRAINT_UNIQUE', 'logic'],
    ['SQLITE_CONSTRAINT_TRIGGER', 'logic'],
    ['SQLITE_ERROR', 'logic'],
  ])('%s is %s', (code, kind) => {
    expect(faultKind(driver(code))).toBe(kind);
  });

  it('goes by the code, never by the words', () => {
    expect(faultKind(new Database.SqliteError('database or disk is full', 'SQLITE_CORRUPT'))).toBe(
      'corrupted',
    );
    expect(faultKind(new Error('database is locked'))).toBeNull();
    expect(faultKind(file('SQLITE_BUSY'))).toBeNull();
    expect(faultKind('SQLITE_BUSY')).toBeNull();
  });

  it.each([
    [driver('SQLITE_BUSY'), 'locked'],
    [driver('SQLITE_NOTADB'), 'corrupted'],
    [driver('SQLITE_ERROR'), 'unknown'],
    [file('EACCES'), 'readonly'],
    [file('EROFS'), 'readonly'],
    [file('ENOSPC'), 'full'],
    [file('EDQUOT'), 'full'],
    [file('EIO'), 'failing'],
    [driver('SQLITE_IOERR_WRITE'), 'failing'],
    [file('ENOTDIR'), 'unknown'],
    [new Error('no code'), 'unknown'],
    [Object.assign(new Error('a number'), { code: 13 }), 'unknown'],
    ['EACCES', 'unknown'],
    [undefined, 'unknown'],
  ])('%s keeps the desk from opening as %s', (error, reason) => {
    expect(startUpReason(error)).toBe(reason);
  });
});

describe('what the desk says of a fault while it works', () => {
  it.each([
    [driver('SQLITE_FULL'), { code: 'store-full', freeBytes: expect.any(Number) }],
    [file('ENOSPC'), { code: 'store-full', freeBytes: expect.any(Number) }],
    [file('EDQUOT'), { code: 'store-full', quota: true }],
    [file('EIO'), { code: 'store-failing' }],
    [driver('SQLITE_IOERR_WRITE'), { code: 'store-failing' }],
    [file('EROFS'), { code: 'store-readonly' }],
    [driver('SQLITE_READONLY'), { code: 'store-readonly' }],
  ])('%s', (error, problem) => {
    expect(storeProblem(error, join(tmpdir(), 'desk.db'))).toMatchObject(problem);
  });

  it('tells a full disk from a broken one where SQLite calls both the same, and believes the system', (context) => {
    const disk = smallDisk('512k');
    if ('skipped' in disk) return context.skip(disk.skipped);
    const asked = (error: Error) => storeProblem(error, join(disk.folder, 'desk.db'));
    expect(asked(driver('SQLITE_IOERR_WRITE'))).toMatchObject({ code: 'store-failing' });
    fillDisk(disk.folder, 0);
    expect(asked(driver('SQLITE_IOERR_WRITE'))).toMatchObject({ code: 'store-full', freeBytes: 0 });
    expect(asked(file('EIO'))).toMatchObject({ code: 'store-failing' });
    expect(asked(driver('SQLITE_READONLY'))).toMatchObject({ code: 'store-readonly' });
    expect(readdirSync(disk.folder)).toEqual(['ballast']);
  });

  it('knows nothing of other errors', () => {
    expect(storeProblem(new Error('another'), 'desk.db')).toBeNull();
    expect(storeProblem(driver('SQLITE_CONSTRAINT'), 'desk.db')).toBeNull();
  });
});
