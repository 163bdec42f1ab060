import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { deskIn } from '#tests/support/test-desk.ts';

const rights = (path: string) => (statSync(path).mode & 0o777).toString(8);
const ofFiles = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.startsWith('desk.'))
    .map((name) => [name, rights(join(folder, name))]);

test('the folder of the data and its files are open to nobody else, and closed again where somebody opened them', (context) => {
  if (process.platform === 'win32') return context.skip('the folder of a user is closed already');
  const folder = join(temporaryFolder('closed'), 'data');
  mkdirSync(folder, { mode: 0o755 });
  const first = deskIn(folder);
  expect(rights(folder)).toBe('700');
  const files = ofFiles(folder);
  expect(files.map(([name]) => name)).toEqual(expect.arrayContaining(['desk.db', 'desk.db-wal']));
  expect(files).toEqual(files.map(([name]) => [name, '600']));
  first.desk.close();
  chmodSync(folder, 0o755);
  chmodSync(join(folder, 'desk.db'), 0o644);
  const second = deskIn(folder);
  expect([rights(folder), rights(join(folder, 'desk.db')), rights(join(folder, 'desk.db-wal'))]).toEqual([
    '700',
    '600',
    '600',
  ]);
  second.desk.close();
});
