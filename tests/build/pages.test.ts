import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firstScripts } from '#tests/bench/script-size.ts';
import { isBuilt } from '../../build/build.mjs';

const pages = join(import.meta.dirname, '../../out/renderer');

test('no window opens with the library of shapes, which print pages read their orders with', (context) => {
  if (!isBuilt()) return context.skip('out/ was not built from these sources');
  const carriesShapes = (page: string) =>
    firstScripts(readFileSync(join(pages, page), 'utf8')).some((file) =>
      readFileSync(file, 'utf8').includes('ZodError'),
    );
  expect(['counter.html', 'display.html', 'print.html', 'level.html'].filter(carriesShapes)).toEqual([]);
  expect(carriesShapes('level-print.html')).toBe(true);
});
