import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { plannedOnce } from '#electron/desk/store/connection.ts';

const statements: [string, unknown[][]][] = [
  ['SELECT a FROM t WHERE b = ? ORDER BY c', [['x'], ['y'], ['z']]],
  [
    'SELECT a FROM t WHERE b = ? AND c >= ? AND c < ? ORDER BY c LIMIT ?',
    [
      ['x', 1, 9, 5],
      ['y', 0, 3, 1],
    ],
  ],
  [
    'SELECT a FROM t WHERE b=? AND c <> ? ORDER BY a DESC LIMIT ?',
    [
      ['x', 1, 2],
      ['x', 2, 2],
    ],
  ],
  [
    'SELECT t.a FROM t JOIN t AS u ON u.b = t.b WHERE t.c = ? AND u.state = ?',
    [
      [1, 'open'],
      [2, 'done'],
    ],
  ],
  ['SELECT a FROM t WHERE c = ? ORDER BY a', [['1'], [1], [null]]],
];

function filled(): Database.Database {
  const database = new Database(':memory:');
  onTestFinished(() => void database.close());
  database.exec(`CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT, c INTEGER, state TEXT);
    CREATE INDEX t_b ON t (b, c);
    CREATE INDEX t_open ON t (b) WHERE state = 'open';
    INSERT INTO t (b, c, state) VALUES ('x', 1, 'open'), ('x', 2, 'done'), ('y', 1, 'open'), ('y', 2, 'open')`);
  return database;
}

/** How often the driver had to learn the shape of a row: once for each time the statement was compiled. */
function compilations(work: () => void): number {
  const real = globalThis.Function;
  let count = 0;
  const counting = (...parts: string[]) => {
    count += 1;
    return real(...parts);
  };
  counting.prototype = real.prototype as unknown;
  globalThis.Function = counting as unknown as FunctionConstructor;
  try {
    work();
  } finally {
    globalThis.Function = real;
  }
  return count;
}

test.each(statements)('%s is compiled once for all values and answers the same', (sql, values) => {
  const database = filled();
  const statement = database.prepare(plannedOnce(sql));
  const answers = () => values.map((bindings) => statement.all(...bindings));
  expect(answers()).toEqual(values.map((bindings) => database.prepare(sql).all(...bindings)));
  expect(compilations(() => Array.from({ length: 20 }, answers))).toBe(0);
});

test('without it the driver compiles anew, call after call', () => {
  const bare = filled().prepare('SELECT a FROM t WHERE b = ? ORDER BY c');
  expect(compilations(() => Array.from({ length: 20 }, () => bare.all('x')))).toBeGreaterThan(10);
});
