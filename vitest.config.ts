import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests that keep nothing in modules: one process runs many of their files and loads the program once. */
const plain = ['tests/architecture', 'tests/contract', 'tests/desk', 'tests/domain', 'tests/renderer', 'tests/host', 'tests/shell'];

export default defineConfig({
  envDir: false,
  test: {
    testTimeout: 60_000,
    // The real package fetches a binary when it is imported; the fake is typed against the real types.
    alias: { electron: fileURLToPath(new URL('./tests/support/fake-electron.ts', import.meta.url)) },
    allowOnly: false,
    // Every core: left alone it keeps one free, and half of a small machine idle.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'plain', isolate: false, include: plain.map((folder) => `${folder}/**/*.test.ts`) },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: plain.map((folder) => `${folder}/**`),
        },
      },
    ],
  },
});
