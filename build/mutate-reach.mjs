// Part of every test file while build/mutate.mjs learns which functions each one calls: a line of JSON a test file.
import { appendFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect } from 'vitest';

const SOURCE = /\/(shared|electron|renderer)\//;

/** One for all files of a thread: each taking begins a new count. */
const session = (globalThis.reachSession ??= started());

function started() {
  const fresh = new Session();
  fresh.connect();
  fresh.post('Profiler.enable');
  fresh.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  return fresh;
}

afterAll(() => {
  session.post('Profiler.takePreciseCoverage', (error, { result }) => {
    if (error !== null) throw error;
    const called = {};
    for (const { url, functions } of result) {
      if (!url.startsWith('file:') || !SOURCE.test(url) || url.includes('/node_modules/')) continue;
      const names = functions
        .filter(({ ranges }) => ranges[0].count > 0)
        .map(({ functionName }) => functionName);
      called[relative(process.cwd(), fileURLToPath(url)).replaceAll('\\', '/')] = [...new Set(names)];
    }
    const test = relative(process.cwd(), expect.getState().testPath).replaceAll('\\', '/');
    appendFileSync(process.env.REACH_FILE, `${JSON.stringify({ test, called })}\n`);
  });
});
