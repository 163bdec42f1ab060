import { describe, expect, test } from 'vitest';
import { arrowProblems, circles, deskAsks, importsOf, sharedTables } from './arrows.ts';
import { sourceFiles } from './source-files.ts';

const files = sourceFiles();

test('every file of the project looks only where its room may look, and no files import each other in a ring', () => {
  expect(files.length).toBeGreaterThan(20);
  expect([...files.flatMap(arrowProblems), ...circles(files)]).toEqual([]);
});

test('no room writes the rows of another', () => {
  expect(sharedTables(files)).toEqual([]);
});

test('a room of the desk asks no more rooms than the table says, and all that it says', () => {
  const asked = Object.fromEntries(
    Object.keys(deskAsks).map((room) => {
      const own = files.filter(({ path }) => path.startsWith(`electron/desk/${room}/`));
      const seen = own
        .flatMap(({ text }) => importsOf(text))
        .map(
          (specifier) =>
            /(?:\.\.|#electron\/desk)\/(?<room>[\w-]+)\//.exec(specifier)?.groups?.['room'] ?? '',
        );
      return [
        room,
        Object.keys(deskAsks)
          .filter((other) => other !== room && seen.includes(other))
          .sort(),
      ];
    }),
  );
  expect(asked).toEqual(deskAsks);
});

describe('the checker', () => {
  test.each([
    ['shared/domain/a.ts', `import { join } from 'node:path';`],
    ['shared/domain/a.ts', `import fs from 'fs';`],
    ['shared/domain/a.ts', `import { a } from '#electron/desk/a.ts';`],
    ['shared/domain/a.ts', `import type { A } from '#renderer/a.ts';`],
    ['shared/domain/a.ts', `export { a } from '../../electron/desk/a.ts';`],
    ['shared/domain/a.ts', `const { a } = await import('#electron/desk/a.ts');`],
    ['shared/domain/a.ts', `import { useState } from 'react';`],
    ['electron/desk/a.ts', `import { app } from 'electron';`],
    ['electron/desk/a.ts', `import { a } from '../host/a.ts';`],
    ['electron/desk/a.ts', `import { a } from '#electron/shell/a.ts';`],
    ['electron/desk/a.ts', `const a = require('electron');`],
    ['electron/host/a.ts', `import { app } from 'electron/main';`],
    ['electron/host/a.ts', `import { a } from '#renderer/desk/a.ts';`],
    ['electron/shell/a.ts', `import { A } from '#renderer/counter/a.tsx';`],
    ['renderer/counter/a.tsx', `import { a } from '#electron/desk/a.ts';`],
    ['renderer/counter/a.tsx', `import Database from 'better-sqlite3';`],
    ['renderer/counter/a.tsx', `import { a } from '../../shared/domain/a.ts';`],
    ['renderer/counter/a.tsx', `import { a } from '../reception/a';`],
    ['renderer/ui/a.tsx', `import { a } from '../desk/a.ts';`],
    ['renderer/ui/a.tsx', `import { a } from '#shared/contract/a.ts';`],
    ['renderer/ui/a.tsx', `import {\n  a,\n  b,\n} from '#renderer/desk/a.ts';`],
    ['shared/domain/a.ts', `import { a } from 'some-new-package';`],
    ['electron/books/a.ts', `import { a } from '#electron/desk/store/store.ts';`],
    ['electron/desk/store/a.ts', `import { a } from './rows/a.ts';`],
    ['electron/desk/store/rows/a.ts', `import { a } from '../../queue/a.ts';`],
    ['electron/desk/person/a.ts', `import { a } from '../queue/a.ts';`],
    ['electron/desk/queue/a.ts', `import { a } from '../open-desk.ts';`],
    ['electron/host/a.ts', `import { a } from '#electron/desk/store/rows/a.ts';`],
    ['shared/domain/a.ts', `import type { A } from '#shared/contract/a.ts';`],
    ['shared/contract/a.ts', `import { a } from '#shared/text/vi.ts';`],
    ['renderer/counter/a.tsx', `import { a } from '../reception/a.tsx';`],
    ['renderer/paper/slip/a.tsx', `import { a } from '#renderer/rules/a.tsx';`],
    ['renderer/settings/a.tsx', `import { a } from '#renderer/paper/a.tsx';`],
    ['renderer/frame/a.tsx', `import { a } from '#renderer/paper/a.ts';`],
    ['renderer/desk/a.ts', `import { a } from '#renderer/frame/a.ts';`],
    ['renderer/a-new-screen/a.tsx', `import { a } from '#renderer/app/a.tsx';`],
  ])('refuses in %s: %s', (path, text) => {
    expect(arrowProblems({ path, text })).toHaveLength(1);
  });

  test.each([
    [
      'shared/domain/a.ts',
      `import { z } from 'zod';\nimport { b } from './b.ts';\nimport c from '#shared/rules/c.json';`,
    ],
    ['electron/desk/a.ts', `import Database from 'better-sqlite3';\nimport { join } from 'node:path';`],
    ['electron/host/a.ts', `import { a } from '#electron/desk/a.ts';\nimport { Hono } from 'hono';`],
    ['electron/shell/a.ts', `import { app } from 'electron';\nimport { a } from '#electron/host/a.ts';`],
    ['renderer/counter/a.tsx', `import { a } from '#shared/contract/a.ts';\nimport '../ui/kit.css';`],
    ['renderer/ui/a.tsx', `import '@mantine/core/styles.css';\nimport { a } from '#shared/text/vi.ts';`],
    ['shared/domain/a.ts', `// import { app } from 'electron';\n/* import 'react' */ export const a = 1;`],
    ['tests/desk/a.test.ts', `import { a } from '#renderer/a.ts';`],
    ['electron/desk/queue/a.ts', `import { a } from '../store/rows/a.ts';\nimport { b } from '../law/b.ts';`],
    ['electron/desk/open-desk.ts', `import { a } from './queue/a.ts';`],
    ['renderer/app/a.tsx', `import { a } from '../counter/a.tsx';`],
    ['renderer/counter/a.tsx', `import { a } from '#renderer/paper/slip/a.tsx';`],
  ])('lets pass in %s: %s', (path, text) => {
    expect(arrowProblems({ path, text })).toEqual([]);
  });

  test('finds every way to import', () => {
    const text = `import a from 'a';
import * as b from "b";
import 'c';
import type { D } from 'd';
export { e } from 'e';
export * from 'f';
const g = await import('g');
const h = require('h');
import {
  i,
  type J,
} from 'i';`;
    expect(importsOf(text)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']);
  });

  test('finds a table that two rooms write', () => {
    const one = { path: 'electron/desk/queue/a.ts', text: '`UPDATE ticket SET state = ?`' };
    const rows = { path: 'electron/desk/store/rows/a.ts', text: '`DELETE FROM ticket`' };
    const other = { path: 'electron/desk/day/a.ts', text: '`INSERT OR REPLACE INTO ticket (id) VALUES (?)`' };
    expect(sharedTables([one, rows])).toEqual([]);
    expect(sharedTables([one, rows, other])).toEqual(['ticket: electron/desk/day, electron/desk/queue']);
  });

  test('finds a ring, for types too, and nothing where there is none', () => {
    const chain = [
      { path: 'shared/a.ts', text: `import { b } from './b.ts';` },
      { path: 'shared/b.ts', text: `import type { C } from '#shared/c.ts';` },
    ];
    const end = (text: string) => circles([...chain, { path: 'shared/c.ts', text }]);
    expect(end(`import type { A } from './a.ts';`)).toEqual(['shared/a.ts ↔ shared/b.ts ↔ shared/c.ts']);
    expect(end(`import { d } from './d.ts';`)).toEqual([]);
  });
});
