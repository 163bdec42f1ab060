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

/** A row of the prescriptions: number, letter and place, prescription, where it is, tests. */
const rows = [...page.matchAll(/^\| (\d+) \| (S[0-4] [^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, number = '', , , where = '', tests = '']) => ({ number: Number(number), where, tests }),
);

test('each prescription of the five letters has its row: a place and a test that exist, or the reason why not', () => {
  expect(rows.length).toBeGreaterThanOrEqual(106);
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
  for (const row of rows) checkRow(row);
});

test('each change of the law since has its row, a place and a test that exist', () => {
  const changes = [...page.matchAll(/^\| (L\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
    ([, number = '', , where = '', tests = '']) => ({ number, where, tests }),
  );
  expect(changes.map(({ number }) => number)).toEqual(Array.from({ length: 17 }, (_, at) => `L${at + 1}`));
  for (const row of changes) checkRow(row);
});

function checkRow({ number, where, tests }: { number: number | string; where: string; tests: string }): void {
  const held = [...tests.matchAll(/`([^`]+)` «([^»]+)»/g)];
  for (const [, file = '', title = ''] of held) {
    const written = read(`../../../${file}`);
    expect(
      ["'", '"', '`'].some((quote) => written.includes(quote + title)),
      `${number}: ${file} «${title}»`,
    ).toBe(true);
  }
  if (/^(?:không thuộc quầy|chưa có): \S/.test(where)) return;
  const places = [...where.matchAll(/`([^`]+\/[^`]+)`/g)].map(([, file = '']) => file);
  expect(places, `${number}: a file`).not.toEqual([]);
  for (const file of places) read(`../../../${file}`);
  expect(held, `${number}: a test`).not.toEqual([]);
}
