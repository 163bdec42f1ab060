import { describe, expect, test } from 'vitest';
import { levelWordsVi } from '#shared/text/level-words.ts';
import { vi } from '#shared/text/vi.ts';
import { sourceFiles } from './source-files.ts';
import { deadKeys, shortestFile, superfluousExports } from './superfluous.ts';

const files = sourceFiles();

/** Short files that are being rewritten; none is ever added. */
const stillShort: readonly string[] = [
  'electron/desk/office/system.ts: belongs into electron/desk/services.ts',
];

test('every export is used outside its file, and no short file has a single user', () => {
  expect(superfluousExports(files).filter((found) => !stillShort.includes(found))).toEqual([]);
});

test('every key of the catalogue is read', () => {
  expect(deadKeys(files, vi)).toEqual([]);
  expect(deadKeys(files, levelWordsVi)).toEqual([]);
});

describe('the checker', () => {
  const user = { path: 'renderer/counter/b.ts', text: `import { a, type C } from '#shared/domain/a.ts';` };
  const userTest = { path: 'tests/domain/a.test.ts', text: `import { a } from '#shared/domain/a.ts';` };
  const long = '\n'.repeat(shortestFile);

  test.each<[string, string, readonly { path: string; text: string }[], string[]]>([
    ['nobody imports', `export const a = 1;${long}`, [], ['nothing uses a']],
    ['only a test imports', `export function a() {}${long}`, [userTest], ['nothing uses a']],
    [
      'only its own file uses',
      `export type A = 1;\nexport const a: A = 1;${long}`,
      [user],
      ['A needs no export'],
    ],
    ['one file uses, which is short', `export const a = 1;`, [user], ['belongs into renderer/counter/b.ts']],
    [
      'a test and its own file use',
      `export const a = 1;\nexport const C = a;${long}`,
      [userTest, { ...user, text: user.text.replace('a, type ', '') }],
      [],
    ],
    [
      'is imported as a whole',
      `export const a = 1;${long}`,
      [{ ...user, text: `const { a } = await import('#shared/domain/a.ts');` }],
      [],
    ],
    ['two files use', `export const a = 1;`, [user, { ...user, path: 'renderer/counter/c.ts' }], []],
  ])('on what %s', (_, text, others, sentences) => {
    const found = superfluousExports([{ path: 'shared/domain/a.ts', text }, ...others]);
    expect(found).toEqual(sentences.map((sentence) => `shared/domain/a.ts: ${sentence}`));
  });

  test.each([
    ['nobody names the key', `text.area.other`, ['area.key']],
    ['another area has it', `text.elsewhere.key`, ['area.key', 'area.other']],
    ['it is read', `const words = text.area; words.key(words.other)`, []],
    ['it is taken out', `const { key, other } = useText().area;`, []],
    ['it is named in a comment only', `text.area.other // key`, ['area.key']],
  ])('on a key when %s', (_, text, dead) => {
    const catalogue = { area: { key: 'a', other: 'b' } };
    expect(deadKeys([{ path: 'renderer/a.ts', text }], catalogue)).toEqual(dead);
  });

  test.each([
    ['is chosen from by a variable', `const words = text.area.kinds; return words[code];`, []],
    ['is handed on', `ask(text.area.kinds)`, []],
    ['is read by name only', `text.area.kinds.one`, ['area.kinds.two']],
  ])('on a group that %s', (_, text, dead) => {
    const catalogue = { area: { kinds: { one: 'a', two: 'b' } } };
    expect(deadKeys([{ path: 'renderer/a.ts', text }], catalogue)).toEqual(dead);
  });
});
