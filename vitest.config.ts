import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { isBuilt } from './build/build.mjs';
import { childScripts } from './build/child-scripts.mjs';

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
// Many tests start programs of ours: what was built, if it comes from these very sources, else the sources.
const built = isBuilt();

export default defineConfig({
  envDir: false,
  test: {
    // The browser tests run beside these: on two cores what takes 20 s alone may take a minute.
    testTimeout: 120_000,
    // As in the browser: what passes at its second try is named at the end, and looked into.
    retry: 1,
    // The real package fetches a binary when it is imported; the fake is typed against the real types.
    alias: [
      { find: /^electron$/, replacement: fileOf('./tests/support/fake-electron.ts') },
      ...(built
        ? [{ find: /^.*\/entry-file\.ts$/, replacement: fileOf('./tests/support/built-entry-file.ts') }]
        : []),
    ],
    tags: [{ name: 'slow', description: 'Left out by `npm test` without SLOW=1 or THOROUGH=1' }],
    allowOnly: false,
    // Every core: left alone it keeps one free, and half of a small machine idle.
    maxWorkers: '100%',
    include: ['tests/**/*.test.{ts,tsx}'],
    // Files that stub a global put it back themselves: one process runs many of them and loads the program once.
    isolate: false,
    env: {
      NODE_COMPILE_CACHE: fileOf('./node_modules/.cache/node'),
      HOST_FILE: fileOf(built ? './out/main/host-cli.mjs' : './electron/host/host-cli.ts'),
      ...(built ? { CHILD_SCRIPTS: await childScripts() } : {}),
    },
  },
});
