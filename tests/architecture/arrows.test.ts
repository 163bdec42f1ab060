import { describe, expect, test } from 'vitest';
import { arrowProblems, importsOf } from './arrows.ts';
import { sourceFiles } from './source-files.ts';

test('every file of the project looks only where its room may look', () => {
  const files = sourceFiles();
  expect(files.length).toBeGreaterThan(20);
  expect(files.flatMap(arrowProblems)).toEqual([]);
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
});
