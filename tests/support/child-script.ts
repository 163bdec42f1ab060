import { basename, join } from 'node:path';

/** A program of the tests beside them, bundled where the program was built, else from its source. */
export function childScript(source: string): string {
  const bundles = process.env['CHILD_SCRIPTS'];
  return bundles === undefined ? source : join(bundles, `${basename(source, '.ts')}.mjs`);
}
