import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Built code lies in `out/main`, this source in `electron/host`: the program is two folders up from both. */
export const programFolder = join(import.meta.dirname, '../..');

/** The built pages. */
export const rendererFolder = join(programFolder, 'out/renderer');

/** The one script that runs in a window beside the page. */
export const preloadFile = join(programFolder, 'out/preload/preload.cjs');

/** The browser that `build/browser.mjs` gets for the tests; a packed program has none. */
export const testBrowserFile = join(programFolder, 'build/browser/node_modules/.unpacked/browser');

/** The version in package.json. */
export function programVersion(): string {
  const text = readFileSync(join(programFolder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
