import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  envDir: false,
  test: {
    testTimeout: 60_000,
    // As in the browser: what passes at its second try is named at the end, and looked into.
    retry: 1,
    // The real package fetches a binary when it is imported; the fake is typed against the real types.
    alias: { electron: fileURLToPath(new URL('./tests/support/fake-electron.ts', import.meta.url)) },
    allowOnly: false,
    // Every core: left alone it keeps one free, and half of a small machine idle.
    maxWorkers: '100%',
    include: ['tests/**/*.test.{ts,tsx}'],
    // Files that stub a global put it back themselves: one process runs many of them and loads the program once.
    isolate: false,
    // Many tests start the host from its sources: it is compiled once.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('./node_modules/.cache/node', import.meta.url)) },
  },
});
