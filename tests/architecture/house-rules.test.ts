import { describe, expect, test } from 'vitest';
import { longestComponent, longestFile, ruleProblems } from './house-rules.ts';
import { sourceFiles } from './source-files.ts';

test('no file of the project breaks the house rules', () => {
  expect(sourceFiles().flatMap(ruleProblems)).toEqual([]);
});

describe('the checker', () => {
  test.each([
    ['shared/a.ts', `const day = new Date().toISOString().slice(0, 10);`],
    ['shared/a.ts', `const [day] = date.toISOString().split('T');`],
    ['electron/desk/a.ts', 'const sql = `SELECT MAX(number) + 1 FROM ticket`;'],
    ['electron/desk/a.ts', 'const sql = `SELECT coalesce(max(number), 0) + 1 FROM ticket`;'],
    ['renderer/a.tsx', `export default function A() {}`],
    ['renderer/a.tsx', `export { A as default };`],
    ['shared/a.ts', `import './words.ts';`],
    ['shared/a.ts', `z.config(words);`],
    ['shared/a.ts', `const all = [];\nfor (const one of known) all.push(one);`],
    ['shared/a.ts', `kept['a'] = 1;`],
    ['shared/a.ts', `export let known = 0;`],
    ['shared/a.ts', `known.count += 1;`],
    ['shared/a.ts', `export * from './b.ts';`],
    ['shared/index.ts', `export const a = 1;`],
    ['shared/a.ts', `export { b } from './b.ts';\nexport { c } from './c.ts';`],
    ['renderer/a.tsx', `<Button type="submit" onClick={() => void run()}>`],
    ['electron/shell/a.ts', `ipcMain.handle('desk', answer);`],
    ['electron/shell/a.ts', `window.webContents.send('event', event);`],
    ['electron/shell/a.ts', `ipcRenderer.sendSync(channel);`],
    ['tests/desk/a.test.ts', `await new Promise((done) => setTimeout(done, 50));`],
    ['tests/e2e/a.spec.ts', `await page.waitForTimeout(100);`],
    ['tests/desk/a.test.ts', `import { setTimeout } from 'node:timers/promises';`],
    ['tests/desk/a.test.ts', `test.only('a', () => {});`],
    ['tests/desk/a.test.ts', `test.skip('a', () => {});`],
    ['tests/desk/a.test.ts', `it.todo('a');`],
    ['tests/desk/a.test.ts', `test.skipIf(process.env.CI)('a', () => {});`],
    ['tests/e2e/a.spec.ts', `test.skip();`],
    ['tests/e2e/a.spec.ts', `test.describe.skip('a', () => {});`],
    ['tests/e2e/a.spec.ts', `await page.route('**/a', (route) => held.resolve(route), { times: 1 });`],
    ['tests/e2e/a.spec.ts', `await context.unroute('**/a');`],
    ['renderer/a.tsx', `const Part = lazyPart(() => import('./part.tsx'));\nreturn <Part />;`],
    ['shared/a.ts', `// @ts-expect-error: the types are wrong\nconst a = 1;`],
    ['shared/a.ts', `// oxlint-disable-next-line no-console\nconst a = 1;`],
    ['build/a.mjs', `const home = '/root/data';`],
    ['README.md', `See https://registry.example.org/pkg`],
    ['shared/a.ts', 'const a = 1;\n'.repeat(longestFile + 1)],
    ['renderer/a.tsx', `export function Board() {\n${'  void 0;\n'.repeat(longestComponent)}}\n`],
    [
      'renderer/a.tsx',
      `export const Board = memo(function Board() {\n${'  void 0;\n'.repeat(longestComponent)}});\n`,
    ],
    [
      'renderer/a.tsx',
      `export function Board({\n  a,\n}: {\n  a: string;\n}) {\n${'  void 0;\n'.repeat(longestComponent)}}\n`,
    ],
  ])('refuses sample %# in %s', (path, text) => {
    expect(ruleProblems({ path, text })).toHaveLength(1);
  });

  test.each([
    ['shared/a.ts', `const at = instant.toISOString();\n// never toISOString().slice(0, 10)`],
    ['renderer/a.tsx', `const rows = Math.max(used, shown) + 1;`],
    ['renderer/a.tsx', `<Button type="submit">\n</Button>\n<Button onClick={() => onClose()}>`],
    ['vitest.config.ts', `export default {};`],
    ['shared/a.ts', `export { b } from './b.ts';\nexport const c = 1;`],
    [
      'electron/shell/a.ts',
      `ipcMain.handle(deskChannel, answer);\nwindow.webContents.on('will-navigate', refuse);`,
    ],
    ['tests/e2e/a.spec.ts', `test.skip(shell === 'electron', 'the shell prints by itself');`],
    ['tests/desk/a.test.ts', `it('a', (test) => test.skip(disk.skipped));`],
    ['tests/desk/a.test.ts', `test('a', (test) => test.skip('no disk to fill'));`],
    ['tests/desk/a.test.ts', `const guard = setTimeout(fail, 5_000);`],
    ['tests/e2e/a.spec.ts', `await page.route('**/a', letPass);\nconst office = { times: 1 };`],
    [
      'renderer/a.tsx',
      `const Part = lazyPart(() => import('./part.tsx'));\nreturn <Suspense><Part /></Suspense>;`,
    ],
    [
      'shared/a.ts',
      `// oxlint-disable-next-line no-bitwise -- the checksum is defined by bits\nconst a = 1;`,
    ],
    ['shared/a.ts', 'const a = 1;\n'.repeat(longestFile)],
    ['renderer/a.tsx', `export function Board() {\n${'  void 0;\n'.repeat(longestComponent - 2)}}\n`],
  ])('lets pass sample %# in %s', (path, text) => {
    expect(ruleProblems({ path, text })).toEqual([]);
  });
});
