import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from './source-files.ts';

/** Each sample breaks one rule; the second column is the rule that must say so. */
const badSamples: readonly (readonly [path: string, rule: string, text: string])[] = [
  [
    'shared/domain/a-node.ts',
    'no-restricted-imports',
    `import { join } from 'node:path';\nexport const a = join;`,
  ],
  [
    'shared/domain/a-react.ts',
    'no-restricted-imports',
    `import { memo } from 'react';\nexport const a = memo;`,
  ],
  [
    'shared/domain/a-desk.ts',
    'no-restricted-imports',
    `import { a } from '#electron/desk/a.ts';\nexport const b = a;`,
  ],
  [
    'shared/domain/a-page.ts',
    'no-restricted-imports',
    `import { a } from '../../renderer/a.ts';\nexport const b = a;`,
  ],
  [
    'shared/domain/a-contract.ts',
    'no-restricted-imports',
    `import type { A } from '#shared/contract/a.ts';\nexport const b: A = 1;`,
  ],
  [
    'electron/books/a-desk.ts',
    'no-restricted-imports',
    `import { a } from '../desk/a.ts';\nexport const b = a;`,
  ],
  [
    'electron/books/a-store.ts',
    'no-restricted-imports',
    `import Database from 'better-sqlite3';\nexport const a = Database;`,
  ],
  ['shared/domain/a-process.ts', 'no-restricted-globals', `export const a = process.pid;`],
  ['shared/domain/a-console.ts', 'no-console', `console.log(1);\nexport const a = 1;`],
  [
    'electron/desk/a-electron.ts',
    'no-restricted-imports',
    `import { app } from 'electron';\nexport const a = app;`,
  ],
  [
    'electron/desk/a-shell.ts',
    'no-restricted-imports',
    `import { a } from '#electron/shell/a.ts';\nexport const b = a;`,
  ],
  [
    'electron/desk/a-host.ts',
    'no-restricted-imports',
    `import { a } from '../host/a.ts';\nexport const b = a;`,
  ],
  [
    'electron/desk/queue/a-hono.ts',
    'no-restricted-imports',
    `import { Hono } from 'hono';\nexport const a = Hono;`,
  ],
  [
    'electron/host/a-electron.ts',
    'no-restricted-imports',
    `import { app } from 'electron';\nexport const a = app;`,
  ],
  [
    'electron/host/a-shell.ts',
    'no-restricted-imports',
    `import { a } from '../shell/a.ts';\nexport const b = a;`,
  ],
  [
    'electron/shell/a-page.ts',
    'no-restricted-imports',
    `import { a } from '#renderer/a.ts';\nexport const b = a;`,
  ],
  [
    'renderer/counter/a-node.ts',
    'no-restricted-imports',
    `import { join } from 'node:path';\nexport const a = join;`,
  ],
  [
    'renderer/counter/a-desk.ts',
    'no-restricted-imports',
    `import { a } from '#electron/desk/a.ts';\nexport const b = a;`,
  ],
  [
    'renderer/counter/a-path.ts',
    'no-restricted-imports',
    `import { a } from '../../shared/a.ts';\nexport const b = a;`,
  ],
  [
    'renderer/ui/a-client.ts',
    'no-restricted-imports',
    `import { a } from '../desk/a.ts';\nexport const b = a;`,
  ],
  [
    'renderer/ui/a-screen.ts',
    'no-restricted-imports',
    `import { a } from '#renderer/counter/a.ts';\nexport const b = a;`,
  ],
  [
    'renderer/ui/a-contract.ts',
    'no-restricted-imports',
    `import { a } from '#shared/contract/a.ts';\nexport const b = a;`,
  ],
  [
    'tests/desk/a-path.test.ts',
    'no-restricted-imports',
    `import { a } from '../../electron/a.ts';\nexport const b = a;`,
  ],
  ['renderer/counter/a-default.ts', 'no-default-export', `export default 1;`],
  ['electron/desk/a-any.ts', 'no-explicit-any', `export const a: any = 1;`],
  ['electron/desk/a-ignore.ts', 'ban-ts-comment', `// @ts-ignore: a reason\nexport const a = 1;`],
  ['electron/desk/a-expect.ts', 'ban-ts-comment', `// @ts-expect-error: a reason\nexport const a = 1;`],
  ['electron/desk/a-equals.ts', 'eqeqeq', `export const a = (b: string) => b == 'c';`],
  ['electron/desk/BadName.ts', 'filename-case', `export const a = 1;`],
];

/** What the same rules must let pass. */
const goodSamples: readonly (readonly [path: string, text: string])[] = [
  [
    'shared/domain/good.ts',
    `import { a } from '#shared/domain/a.ts';\nimport { b } from './b.ts';\nexport const c = a + b;`,
  ],
  [
    'electron/desk/good.ts',
    `import { join } from 'node:path';\nimport { a } from '#shared/a.ts';\nexport const b = join(a);`,
  ],
  [
    'electron/host/good.ts',
    `import { a } from '#electron/desk/a.ts';\nimport { Hono } from 'hono';\nexport const b = [a, Hono];`,
  ],
  [
    'electron/shell/good.ts',
    `import { app } from 'electron';\nimport { a } from '../host/a.ts';\nexport const b = [a, app];`,
  ],
  [
    'renderer/counter/good.ts',
    `import { a } from '#shared/a.ts';\nimport { b } from '../ui/b.ts';\nexport const c = a + b;`,
  ],
  ['tests/desk/good.test.ts', `import { a } from '#renderer/a.ts';\nexport const b = a;`],
];

let folder = '';
let reported = new Map<string, Set<string>>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quay-tiep-dan-lint-'));
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const [path, text] of [
    ...badSamples.map(([file, , source]) => [file, source] as const),
    ...goodSamples,
  ]) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\n`);
  }
  reported = lint();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(badSamples)('%s is refused by %s', (path, rule) => {
  expect([...(reported.get(path) ?? [])]).toContain(rule);
});

test.each(goodSamples)('%s passes', (path) => {
  expect([...(reported.get(path) ?? [])]).toEqual([]);
});

/** The names of the rules that each file breaks. */
function lint(): Map<string, Set<string>> {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format=json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] };
  const rules = new Map<string, Set<string>>();
  for (const { filename, code } of diagnostics) {
    const path = filename.replaceAll('\\', '/');
    const rule = /\((?<rule>[^)]+)\)/.exec(code)?.groups?.['rule'] ?? code;
    rules.set(path, (rules.get(path) ?? new Set()).add(rule));
  }
  return rules;
}
