// Bundles the programs that tests start beside themselves, once for these very sources: from source each loads hundreds of files.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeConfig, stampOf } from './build.mjs';
import { root } from './tools.mjs';

const scripts = [
  'tests/desk/backup/copy-and-wait.ts',
  'tests/desk/backup/restore-and-wait.ts',
  'tests/desk/export/exporting-desk.ts',
  'tests/desk/export/save-whole.ts',
  'tests/desk/person/purge-and-wait.ts',
  'tests/desk/seal/encrypt-and-wait.ts',
  'tests/desk/store/hold-store.ts',
  'tests/desk/store/issue-on.ts',
  'tests/desk/store/upgrade-store.ts',
  'tests/level/receiving-level.ts',
];
const sources = ['shared', 'electron', 'renderer', 'build', 'tests', 'package-lock.json'];
const kept = join(root, 'node_modules/.cache/child-scripts');
/** Every file that looks for another one stands two folders below the root. */
const place = join(root, 'tests/support');

/** The folder of the bundles; the children that they start are the built program's. */
export async function childScripts() {
  const folder = join(kept, stampOf(sources).slice(0, 16));
  if (existsSync(folder)) return folder;
  mkdirSync(kept, { recursive: true });
  const fresh = mkdtempSync(join(kept, 'building-'));
  const { build } = await import('vite');
  await build({
    ...nodeConfig(
      fresh,
      Object.fromEntries(scripts.map((file) => [basename(file, '.ts'), join(root, file)])),
      ['better-sqlite3', 'pg-native', 'vitest'],
      { entryFileNames: '[name].mjs', chunkFileNames: 'part-[name]-[hash].mjs' },
    ),
    define: {
      'import.meta.dirname': JSON.stringify(place),
      'import.meta.url': JSON.stringify(pathToFileURL(join(place, 'script.ts')).href),
    },
    resolve: {
      alias: [{ find: /^.*\/entry-file\.ts$/, replacement: join(place, 'built-entry-file.ts') }],
    },
  });
  for (const old of readdirSync(kept)) {
    if (!old.startsWith('building-')) rmSync(join(kept, old), { recursive: true, force: true });
  }
  try {
    renameSync(fresh, folder);
  } catch (error) {
    // Another run made the same meanwhile.
    if (!existsSync(folder)) throw error;
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}
