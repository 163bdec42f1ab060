import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SHIPPED_PACKS } from '#shared/rules/packs.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const page = read('../../../docs/luat-va-chuong-trinh.md');

test('every place of a pack the page names exists', () => {
  const paths = [...page.matchAll(/`((?:[a-zA-Z]+)(?:\.[a-zA-Z0-9-]+)+)`/g)]
    .map((match) => match[1] ?? '')
    .filter((path) => !/\.(json|ts|txt)$/.test(path));
  expect(paths.length).toBeGreaterThan(30);
  const stands = (path: string) =>
    SHIPPED_PACKS.some((pack) => {
      let node: unknown = pack;
      for (const key of path.split('.')) node = (node as Record<string, unknown> | undefined)?.[key];
      return node !== undefined;
    });
  expect(paths.filter((path) => !stands(path))).toEqual([]);
});

test.each([
  ['R', 17, './letter-rules.test.ts'],
  ['X', 20, './contradictions.test.ts'],
])('every %s of the page has a test with its name', (letter, count, file) => {
  const tests = read(file);
  for (let number = 1; number <= count; number += 1) {
    expect(page).toContain(`| ${letter}${number} |`);
    expect(tests.match(new RegExp(`^test\\('${letter}${number} `, 'gm')), `${letter}${number}`).toHaveLength(
      1,
    );
  }
});
