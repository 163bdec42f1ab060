import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { copyFailed, CopyFailed } from '#electron/desk/backup/copy-trouble.ts';
import { CopyRefused } from '#electron/desk/store/verified-copy.ts';

const driver = (code: string): Error => new Database.SqliteError('some words', code);
const file = (code: string): Error => Object.assign(new Error('some words'), { code });

test.each([
  [driver('SQLITE_FULL'), 'full'],
  [driver('SQLITE_READONLY'), 'readonly'],
  [driver('SQLITE_CORRUPT'), 'damaged'],
  [driver('SQLITE_IOERR_WRITE'), 'gone'],
  [driver('SQLITE_BUSY'), 'failed'],
  [new CopyRefused('the journal does not fit at 7'), 'damaged'],
  [file('ENOENT'), 'gone'],
  [file('EIO'), 'gone'],
  [file('ENOSPC'), 'full'],
  [file('EDQUOT'), 'full'],
  [file('EROFS'), 'readonly'],
  [file('EACCES'), 'readonly'],
  [file('ETIMEDOUT'), 'slow'],
  [file('EWHATEVER'), 'failed'],
  [new Error('no code'), 'failed'],
  ['no error at all', 'failed'],
])('a copy that %s stopped is told as %s', (error, trouble) => {
  expect(copyFailed(error)).toMatchObject({ trouble });
});

test('what was told once stays as it was told', () => {
  const failed = new CopyFailed('slow', 'E:');
  expect(copyFailed(failed)).toBe(failed);
});
