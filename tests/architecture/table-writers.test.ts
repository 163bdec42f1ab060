import { expect, test } from 'vitest';
import { sourceFiles, withoutComments, type SourceFile } from './source-files.ts';

const rows = 'electron/desk/store/rows/';
const migrations = 'electron/desk/store/migrations/';
const writes =
  /\b(?:(?:insert(?:\s+or\s+\w+)?|replace)\s+into\s+|delete\s+from\s+|update\s+(?:or\s+\w+\s+)?(?=\S+\s+set\b))(\S+)/gi;

/** Every place that writes a table outside of the rows, or beside the one file of the rows that writes it. */
function writerProblems(files: readonly SourceFile[]): string[] {
  const writers = new Map<string, string>();
  return files
    .filter(
      ({ path }) =>
        path.startsWith('electron/') &&
        !path.startsWith(migrations) &&
        path !== 'electron/desk/backup/encipher.ts',
    )
    .flatMap(({ path, text }) =>
      [...withoutComments(text).matchAll(writes)].flatMap(([, table = '']) => {
        if (!path.startsWith(rows)) return [`${path} writes ${table}`];
        const first = writers.get(table) ?? path;
        writers.set(table, first);
        return first === path ? [] : [`${path} writes ${table}, and so does ${first}`];
      }),
    );
}

test('each table is written by one file of the rows', () => {
  expect(writerProblems(sourceFiles())).toEqual([]);
});

test('one file opens databases, so that none is opened without its key', () => {
  const opens = sourceFiles().filter(
    ({ path, text }) => path.startsWith('electron/') && /new Database\(/.test(withoutComments(text)),
  );
  expect(opens.map(({ path }) => path)).toEqual(['electron/desk/store/cipher.ts']);
});

test.each([
  'INSERT INTO ticket (id) VALUES (?)',
  'insert or ignore into ticket VALUES (?)',
  'REPLACE INTO ticket VALUES (?)',
  'UPDATE ticket\n SET state = ?',
  'UPDATE OR IGNORE ticket SET state = ?',
  'DELETE FROM ticket WHERE id = ?',
])('the checker sees %j in a room and in a second file of the rows', (sql) => {
  const text = `store.prepare(\`${sql}\`).run();`;
  expect(writerProblems([{ path: 'electron/desk/queue/a.ts', text }])).toHaveLength(1);
  const inRows = ['a', 'b'].map((name) => ({ path: `${rows}${name}.ts`, text }));
  expect(writerProblems(inRows)).toEqual([`${rows}b.ts writes ticket, and so does ${rows}a.ts`]);
});

test('the checker lets reads, conflicts and migrations pass', () => {
  const text = '`SELECT 1 FROM a`; `INSERT INTO a VALUES (?) ON CONFLICT DO UPDATE SET b = excluded.b`';
  expect(writerProblems([{ path: `${rows}a.ts`, text }])).toEqual([]);
  expect(writerProblems([{ path: `${migrations}0009.ts`, text }])).toEqual([]);
});
