import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evidenceTables } from '../../build/evidence-table.mjs';
import { titlePattern } from './evidence.ts';
import { ELECTRON_DEFECTS } from './electron-defects.ts';
import { PROMISES } from './promises.ts';
import { THREATS } from './threats.ts';

const root = join(import.meta.dirname, '../..');

test('every threat and every promise names tests that exist, or says why there are none', () => {
  expect(THREATS.length).toBeGreaterThanOrEqual(20);
  const missing = [...PROMISES, ...THREATS, ...ELECTRON_DEFECTS].flatMap(({ what, tests, without }) => [
    ...(tests.length === 0 && without === undefined ? [`${what}: neither a test nor a reason`] : []),
    ...tests
      .filter(([file, title]) => {
        const text = readFileSync(join(root, file), 'utf8');
        // An item of Electron's checklist gets its number when it runs.
        const name = title.replace(/^\d+\. /, '');
        return ![`'${name}'`, `\`${name}\``, `"${name}"`].some((quoted) => text.includes(quoted));
      })
      .map(([file, title]) => `${file}: ${title}`),
  ]);
  expect(missing).toEqual([]);
});

test('a title with rows in it is known again when it has run', () => {
  expect(titlePattern('%s for the role %s').test('day.open for the role display')).toBe(true);
  expect(titlePattern('the text %j (a) is').test('the text "x" (a) is')).toBe(true);
  expect(titlePattern('the text %j').test('another text "x"')).toBe(false);
});

test('the table counts what ran, and tells what failed, was skipped or did not run', () => {
  const [first] = THREATS;
  if (first === undefined) throw new Error('no threats');
  const ran = first.tests.map(([file, title], index) => ({
    file,
    title,
    state: index === 0 ? 'failed' : 'passed',
  }));
  const text = evidenceTables(ran);
  const row = text.split('\n').find((line) => line.includes(first.what));
  expect(row).toContain(`${first.tests.length - 1} passed`);
  expect(row).toContain('1 failed');
  expect(text).toContain('not run');
  expect(text).toContain('not here: nothing is fetched by itself');
});
