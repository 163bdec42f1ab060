import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type CompilerConfig,
  type Manifest,
  baseCompilerProblems,
  compilerProblems,
  decisionProblems,
  lockProblems,
  manifestProblems,
} from './project-files.ts';
import { read, root } from './source-files.ts';

const folders = ['shared', 'electron', 'renderer', 'tests'] as const;

describe('the project', () => {
  test('installs one native module and pins every version', () => {
    expect(manifestProblems(JSON.parse(read('package.json')) as Manifest)).toEqual([]);
    const browser = JSON.parse(read('build/browser/package.json')) as Manifest;
    expect(
      manifestProblems({
        ...browser,
        dependencies: { 'better-sqlite3': '1.0.0' },
        devDependencies: browser.dependencies ?? {},
      }),
    ).toEqual([]);
  });

  test.each(['package-lock.json', 'build/browser/package-lock.json'])('%s holds no address', (path) => {
    expect(lockProblems(read(path))).toEqual([]);
    expect(read('.npmrc')).toContain('omit-lockfile-registry-resolved=true');
  });

  test.each(folders)('%s sees the names of its own environment only', (folder) => {
    expect(compilerProblems(folder, JSON.parse(read(`${folder}/tsconfig.json`)) as CompilerConfig)).toEqual(
      [],
    );
  });

  test('is compiled strictly, folder by folder', () => {
    expect(baseCompilerProblems(JSON.parse(read('tsconfig.base.json')) as CompilerConfig)).toEqual([]);
    const { references } = JSON.parse(read('tsconfig.json')) as { references: { path: string }[] };
    expect(references.map(({ path }) => path)).toEqual(folders.map((folder) => `./${folder}`));
  });

  test('numbers its decisions', () => {
    const folder = join(root, 'docs/decisions');
    expect(decisionProblems(existsSync(folder) ? readdirSync(folder) : [])).toEqual([]);
  });
});

describe('the checkers', () => {
  test.each<[string, Manifest]>([
    ['a second dependency', { dependencies: { 'better-sqlite3': '1.0.0', zod: '4.0.0' } }],
    ['a range', { dependencies: { 'better-sqlite3': '1.0.0' }, devDependencies: { zod: '^4.0.0' } }],
    ['a tag', { dependencies: { 'better-sqlite3': '1.0.0' }, optionalDependencies: { node: 'latest' } }],
  ])('refuse %s', (_, manifest) => {
    expect(manifestProblems(manifest)).toHaveLength(1);
  });

  test.each<[string, object]>([
    ['an address', { a: { integrity: 'sha512-', resolved: 'https://example.org/a.tgz' } }],
    ['a package without a digest', { a: {} }],
    ['a missing platform', { a: { integrity: 'sha512-', optionalDependencies: { 'a-win32': '1.0.0' } } }],
  ])('refuse a lock file with %s', (_, packages) => {
    expect(lockProblems(JSON.stringify({ packages }))).toHaveLength(1);
  });

  test.each<[string, string, CompilerConfig['compilerOptions']]>([
    ['Node in shared', 'shared', { types: ['node'] }],
    ['the page in shared', 'shared', { lib: ['es2024', 'dom'] }],
    ['the page in electron', 'electron', { types: ['node'], lib: ['es2024', 'DOM'] }],
    ['Node in renderer', 'renderer', { types: ['node'], lib: ['dom'] }],
  ])('refuse %s', (_, folder, compilerOptions = {}) => {
    expect(compilerProblems(folder, { extends: '../tsconfig.base.json', compilerOptions })).toHaveLength(1);
  });

  test('refuse a lax compiler', () => {
    const strict = JSON.parse(read('tsconfig.base.json')) as CompilerConfig;
    expect(
      baseCompilerProblems({ compilerOptions: { ...strict.compilerOptions, strict: false } }),
    ).toHaveLength(1);
    expect(
      baseCompilerProblems({ compilerOptions: { ...strict.compilerOptions, types: ['node'] } }),
    ).toHaveLength(1);
  });

  test('refuse a decision without a number and a number twice', () => {
    expect(decisionProblems(['0001-the-store.md', 'the-clock.md'])).toHaveLength(1);
    expect(decisionProblems(['0001-the-store.md', '0001-the-clock.md'])).toHaveLength(1);
    expect(decisionProblems(['0001-the-store.md', '0002-the-clock.md'])).toEqual([]);
  });
});
